// What every tool on a page has in common: it waits for its words and its library, shows itself anew when its
// state changes, and says in one sentence what is wrong when it cannot.
import { html, nothing, render } from "../../vendor/lit-html/lit-html.js";
import { library } from "../library.js";
import { words } from "../words.js";
import { trouble } from "./trouble.js";

export { html, nothing };

/**
 * A custom element that draws `view()` from `state`. What stood inside the element (a line for readers without a
 * script) goes when the tool is ready. Subclasses give `needs` (library files), `ready()` and `view()`.
 */
export class Tool extends HTMLElement {
  /** Library files to have before the first view. */
  static needs = ["draw"];

  state = {};

  async connectedCallback() {
    if (this.started) return;
    this.started = true;
    this.without = [...this.childNodes];
    await this.begin();
  }

  async begin() {
    this.setAttribute("aria-busy", "true");
    try {
      await this.load();
    } catch (cause) {
      this.failed(cause, "failed", () => this.begin());
      return;
    } finally {
      this.removeAttribute("aria-busy");
    }
    try {
      await this.ready();
      this.end = document.createComment("");
      this.replaceChildren(this.end);
      this.classList.add("sst-tool");
    } catch (cause) {
      this.failed(cause, "broken", () => location.reload());
    }
    this.draw();
  }

  async load() {
    this.say = await words();
    const kinds = this.constructor.needs;
    const files = await Promise.all(kinds.map(library));
    this.library = Object.fromEntries(kinds.map((kind, i) => [kind, files[i]]));
  }

  /** Called once, with words and library there and nothing shown yet. */
  async ready() {}

  /** What to show for the state of now: a lit-html template. */
  view() {
    return nothing;
  }

  /** Changes the state and shows it. */
  set(changes) {
    this.state = { ...this.state, ...changes };
    this.draw();
  }

  /** Draws; where that cannot be, the reader sees it too, not only the console. */
  draw() {
    if (this.end?.parentNode !== this) return;
    try {
      const handOver = this.holding();
      render(this.view(), this, { renderBefore: this.end });
      handOver();
    } catch (cause) {
      this.failed(cause, "broken", () => location.reload());
    }
  }

  /**
   * Notes where the keyboard is before a drawing. What it gives is for after it: a button that is gone by then, or off,
   * leaves the keyboard with what stands nearest, unless the tool sends it somewhere itself.
   */
  holding() {
    const was = document.activeElement;
    if (was === this || !this.contains(was)) return () => {};
    const around = [];
    for (let one = was.parentElement; one !== this; one = one.parentElement) around.push(one);
    const gone = () => !was.isConnected || was.matches(":disabled");
    const hand = () => {
      if (!gone() || ![was, document.body].includes(document.activeElement)) return;
      const near = around.find((one) => this.contains(one)) ?? this;
      const seen = [...near.querySelectorAll("button:enabled, a[href], summary")].find((one) => one.checkVisibility());
      if (!seen) near.tabIndex = -1;
      (seen ?? near).focus({ preventScroll: true });
    };
    return () => gone() && requestAnimationFrame(() => requestAnimationFrame(hand)); // after `focusOn`
  }

  /**
   * Says what is wrong above what stood here before anything was drawn; nothing is drawn any more.
   * @param {unknown} cause
   * @param {"failed" | "broken"} what
   * @param {() => void} press what may help
   */
  failed(cause, what, press) {
    console.warn(cause);
    this.replaceChildren(trouble(this.say, what, press), ...this.without);
  }

  /** Tells a screen reader what happened, without moving anybody. */
  announce(sentence) {
    let place = document.getElementById("sst-announcer");
    if (!place) {
      place = document.createElement("p");
      place.id = "sst-announcer";
      place.className = "sst-said";
      place.setAttribute("role", "status");
      document.body.append(place);
    }
    place.textContent = "";
    requestAnimationFrame(() => (place.textContent = sentence));
  }

  /**
   * Moves the keyboard to a part of the tool, once it is drawn: a heading gets a tabindex for it. Not away from a field
   * that somebody has gone to in the meantime.
   */
  focusOn(selector) {
    const before = document.activeElement;
    requestAnimationFrame(() => {
      const now = document.activeElement;
      if (now !== before && now?.matches("input, select, textarea")) return;
      const part = this.querySelector(selector);
      if (!part) return;
      if (!part.matches("a, button, input, select, textarea, summary, [tabindex]")) part.tabIndex = -1;
      part.focus();
    });
  }
}

/** Offers bytes or text as a file to keep: it never leaves the device. */
export function download(name, content, type = "application/json") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
