// Taking the course along: how much of it is on this device, and a button that fetches the rest, with progress.
import { able, ask } from "../offline/page.js";
import { ERASED, PAGES } from "../store/place.js";
import { lang } from "../words.js";
import { html, nothing, Tool } from "./tool.js";

const MEGABYTE = 1_000_000;

/** Milliseconds after which a browser that says nothing is taken to keep nothing: it does not tell that it refuses. */
const PATIENCE = 10_000;

export default class OfflineTool extends Tool {
  static needs = [];

  state = { here: null, done: null, wrong: "", erased: false, late: false };

  async ready() {
    this.group = `all.${lang()}`;
    addEventListener(ERASED, () => this.set({ erased: true }));
    if (!able()) return;
    ask({ task: "state", group: this.group }, (here) => this.set({ here })).catch(() => {});
    setTimeout(() => this.set({ late: true }), PATIENCE);
  }

  async look() {
    await ask({ task: "state", group: this.group }, (here) => this.set({ here }));
    dispatchEvent(new Event(PAGES));
  }

  async take() {
    this.set({ done: { done: 0, total: this.state.here.total }, wrong: "" });
    try {
      await ask({ task: "take", group: this.group }, (done) => this.set({ done }));
      this.announce(this.say("web.offline.all"));
    } catch (cause) {
      const full = String(cause.message).includes("Quota");
      this.set({ wrong: this.say(full ? "web.offline.full" : "web.offline.broken") });
    }
    this.set({ done: null });
    await this.look();
  }

  async forget() {
    await ask({ task: "forget" });
    await this.look();
    this.announce(this.say("web.offline.forgotten"));
    this.focusOn("button");
  }

  view() {
    const { here, done, wrong, erased, late } = this.state;
    if (!able()) return html`<p>${this.say("web.offline.unable")}</p>`;
    if (erased) return html`<p>${this.say("web.device.take_again")}</p>`;
    if (!here) return html`<p role="status">${this.say(late ? "web.offline.unable" : "web.offline.waiting")}</p>`;
    const whole = here.have === here.total;
    return html`<div class="sst-panel">
      <p>${whole ? this.say("web.offline.all") : this.say("web.offline.some", { have: here.have, total: here.total })}</p>
      ${done
        ? html`<progress max=${done.total} value=${done.done} aria-label=${this.say("web.offline.busy")}></progress>
            <p class="sst-quietly">${this.say("web.offline.progress", done)}</p>`
        : nothing}
      ${wrong ? html`<p class="sst-wrong-line" role="alert">${wrong}</p>` : nothing}
      <div class="sst-row">
        ${whole || done
          ? nothing
          : html`<button type="button" class="sst-button sst-primary" @click=${() => this.take()}>${this.say("web.offline.take", { size: Math.ceil(here.bytes / MEGABYTE) })}</button>`}
        ${here.have > here.base && !done
          ? html`<button type="button" class="sst-button" @click=${() => this.forget()}>${this.say("web.offline.forget")}</button>`
          : nothing}
      </div>
    </div>`;
  }
}
