// A screen between two readers: the phone goes round closed, and opens for whoever holds the button a moment.
import { html } from "../tool.js";

const HOLD = 600; // milliseconds: too long for a slip of the thumb

let timer = null;
let armed = false;

const stop = (event) => {
  clearTimeout(timer);
  event.currentTarget.classList.remove("sst-holding");
};

/**
 * @param {object} shown {title, how, button, again: what to do when the hold was too short}
 * @param {() => void} open
 * @param {(sentence: string) => void} announce
 */
export function cover(shown, open, announce) {
  const opened = () => {
    clearTimeout(timer);
    armed = false;
    open();
  };
  const start = (event) => {
    event.currentTarget.classList.add("sst-holding");
    clearTimeout(timer);
    timer = setTimeout(opened, HOLD);
  };
  // Not everybody can hold: a short press asks for a second one, which opens as well.
  const click = (event) => {
    stop(event);
    if (armed) opened();
    else {
      armed = true;
      announce(shown.again);
      event.currentTarget.nextElementSibling.textContent = shown.again;
      setTimeout(() => (armed = false), 4000);
    }
  };
  return html`
    <div class="sst-cover">
      <h2>${shown.title}</h2>
      <p>${shown.how}</p>
      <button
        type="button" class="sst-button sst-primary sst-hold"
        @pointerdown=${start} @pointerup=${stop} @pointerleave=${stop} @contextmenu=${(event) => event.preventDefault()}
        @click=${click}
      >${shown.button}</button>
      <p class="sst-quietly" aria-hidden="true"></p>
    </div>
  `;
}
