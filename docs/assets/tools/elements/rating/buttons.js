// Buttons in one hand, and what is shown only when something holds.
import { html, nothing } from "../tool.js";

/**
 * @param {unknown} text
 * @param {(event: Event) => void} press
 * @param {{look?: string, named?: string, off?: boolean}} [more] named: for who cannot see what it stands beside
 */
export const button = (text, press, { look = "", named, off = false } = {}) => html`
  <button type="button" class="sst-button ${look}" aria-label=${named ?? nothing} ?disabled=${off} @click=${press}>
    ${text}</button>`;

export const primary = (text, press, more) => button(text, press, { ...more, look: "sst-primary" });

/** One that does not ask for attention. */
export const quiet = (text, press, more = {}) => button(text, press, { ...more, look: `sst-quiet ${more.look ?? ""}` });

/** What `show` gives, if `holds`. */
export const when = (holds, show) => (holds ? show() : nothing);

/** A line that stands out. */
export const told = (what, { bad = false, role } = {}) => html`
  <p class="rate-told ${bad ? "rate-bad" : ""}" role=${role ?? nothing}>${what}</p>`;
