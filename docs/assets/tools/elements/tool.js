// What every tool on a page has in common: it waits for its words and its library, shows itself anew when its
// state changes, and says in one sentence what is wrong when it cannot.
import { html, nothing, render } from "../../vendor/lit-html/lit-html.js";
import { library } from "../library.js";
import { lang, words } from "../words.js";

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
      this.say = await words();
      const kinds = this.constructor.needs;
      const files = await Promise.all(kinds.map(library));
      this.library = Object.fromEntries(kinds.map((kind, i) => [kind, files[i]]));
      await this.ready();
      this.replaceChildren();
      this.classList.add("sst-tool");
      this.shown = true;
      this.draw();
    } catch (cause) {
      this.failed(cause);
    } finally {
      this.removeAttribute("aria-busy");
    }
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

  draw() {
    if (this.shown) render(this.view(), this);
  }

  /** Shows what is wrong, keeps what stood here, and offers to try again. */
  failed(cause) {
    console.warn(cause);
    const note = document.createElement("p");
    const again = document.createElement("button");
    const dutch = lang() === "nl";
    note.className = "sst-tool-failed";
    note.setAttribute("role", "alert");
    note.textContent = this.say
      ? this.say("web.failed")
      : dutch
        ? "Dit onderdeel kon niet worden geladen. Ben je zonder netwerk, open de pagina dan eerst een keer mét. "
        : "This part could not be loaded. If you are without a network, open the page once with one first. ";
    again.type = "button";
    again.className = "sst-button";
    again.textContent = dutch ? "Probeer opnieuw" : "Try again";
    again.addEventListener("click", () => {
      note.remove();
      this.begin();
    });
    note.append(again);
    this.prepend(note);
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

  /** Moves the keyboard to a part of the tool, once it is drawn: a heading gets a tabindex for it. */
  focusOn(selector) {
    requestAnimationFrame(() => {
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
