// The clock of a round on the screen: the talk with its gentle marks, then what comes after it, part by part.
// It reads the time that has passed, so that a sleeping phone or a changed clock cannot stretch a round.
import { html, nothing } from "../tool.js";

/** What comes after the talk, in minutes (DESIGN §4: words of the client, feedback, again, out of role). */
const AFTER = [["client", 2], ["feedback", 7], ["again", 4], ["swap", 2]];

export const PARTS = ["talk", ...AFTER.map(([name]) => name)];

export class TalkClock {
  /**
   * @param {number} minutes of the talk
   * @param {{minute: number, text: string}[]} marks
   * @param {() => void} changed called when something on the screen has to change
   * @param {(sentence: string) => void} announce
   */
  constructor(minutes, marks, changed, announce) {
    this.parts = [["talk", minutes], ...AFTER];
    this.marks = marks;
    this.changed = changed;
    this.announce = announce;
    this.at = 0;
    this.before = 0; // milliseconds of this part already had
    this.since = null;
    this.told = new Set();
  }

  get running() {
    return this.since !== null;
  }

  get name() {
    return this.parts[this.at][0];
  }

  /** Milliseconds of this part that have passed. */
  get passed() {
    return this.before + (this.running ? performance.now() - this.since : 0);
  }

  /** Milliseconds left of this part; below zero when it runs over. */
  get left() {
    return this.parts[this.at][1] * 60_000 - this.passed;
  }

  start() {
    if (this.running) return;
    this.since = performance.now();
    this.beat = setInterval(() => this.look(), 500);
    this.wake();
    document.addEventListener("visibilitychange", this.wake);
    this.changed();
  }

  pause() {
    this.before = this.passed;
    this.since = null;
    clearInterval(this.beat);
    document.removeEventListener("visibilitychange", this.wake);
    this.lock?.release();
    this.lock = null;
    this.changed();
  }

  /** Keeps the screen on while it runs: the browser lets go whenever the page is out of sight. */
  wake = async () => {
    if (document.visibilityState !== "visible") return;
    try {
      const lock = await navigator.wakeLock?.request("screen");
      if (!this.running) return void lock?.release();
      this.lock = lock;
    } catch {
      // Not allowed, or the battery is low: the clock goes on as it is.
    }
  };

  /** The next part, or with −1 the one before: it waits to be started. */
  go(step) {
    this.pause();
    this.at = Math.min(Math.max(this.at + step, 0), this.parts.length - 1);
    this.before = 0;
    this.told.clear();
    this.changed();
  }

  /** The last mark passed in the talk. */
  get mark() {
    if (this.name !== "talk") return null;
    return this.marks.filter((mark) => this.passed >= mark.minute * 60_000).at(-1) ?? null;
  }

  look() {
    const mark = this.mark;
    const over = this.left <= 0;
    for (const [key, sentence] of [[mark?.minute, mark?.text], [over && "over", over && this.words?.over]]) {
      if (key && !this.told.has(key)) {
        this.told.add(key);
        this.announce(sentence);
        navigator.vibrate?.(80);
      }
    }
    this.changed();
  }

  /** It is over: the clock waits at its beginning again. */
  stop() {
    this.go(-this.at);
  }
}

const digits = (milliseconds) => {
  const seconds = Math.abs(Math.ceil(milliseconds / 1000));
  const sign = milliseconds < 0 && seconds ? "+" : "";
  return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

/** The clock as it stands, with its buttons; `extra` is what belongs to the part of now (de-role prompts …). */
export function clockView(clock, say, extra = nothing) {
  clock.words ??= { over: say("web.clock.over") };
  const { name, mark } = clock;
  const share = Math.min(1, clock.passed / (clock.parts[clock.at][1] * 60_000));
  return html`
    <section class="sst-panel sst-clock" aria-label=${say("web.clock.title")}>
      <h2>${say(`web.clock.${name}`)}</h2>
      <p class="sst-clock-time ${clock.left < 0 ? "sst-over" : ""}" role="timer">${digits(clock.left)}</p>
      <div class="sst-clock-bar"><i style="inline-size: ${share * 100}%"></i></div>
      <p class="sst-clock-mark">${clock.left < 0 ? say("web.clock.over") : mark ? mark.text : say(`web.clock.${name}.how`)}</p>
      ${extra}
      <div class="sst-row">
        <button type="button" class="sst-button sst-primary" @click=${() => (clock.running ? clock.pause() : clock.start())}>
          ${clock.running ? say("web.clock.pause") : say("web.clock.start")}
        </button>
        ${clock.at > 0
          ? html`<button type="button" class="sst-button" @click=${() => clock.go(-1)}>${say("web.clock.back")}</button>`
          : nothing}
        ${clock.at < clock.parts.length - 1
          ? html`<button type="button" class="sst-button" @click=${() => clock.go(1)}>${say("web.clock.next")}</button>`
          : nothing}
      </div>
    </section>
  `;
}

/** How to step out of a role, shown in the last part. */
export const deRole = (say) => html`<ol>${[1, 2, 3, 4].map((step) => html`<li>${say(`print.derole.${step}`)}</li>`)}</ol>`;
