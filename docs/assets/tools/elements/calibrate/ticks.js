// One skill to fill in from paper: its behaviours to tick, without times or words.
import * as draft from "../../engine/draft.js";
import { ofKind } from "../../engine/instrument.js";
import { ratedOf } from "../../engine/levels.js";
import { html, nothing } from "../tool.js";
import { live } from "../../../vendor/lit-html/directives/live.js";

/** `b1` of `focus.b1`: what the list and the makers' reasons call it. */
export const shortId = (tick) => tick.slice(tick.lastIndexOf(".") + 1);

/**
 * @param {object} item of the observation list
 * @param {object} rating as it stands
 * @param {import("../../engine/instrument.js").Instrument} instrument
 * @param {import("../../words.js").Say} say
 * @param {(rating: object) => void} change
 */
export function ticksOf(item, rating, instrument, say, change) {
  const rated = ratedOf(rating, item.id);
  const aside = rated.state === "na";
  const behaviour = (tick) => {
    const waived = rated.not_applicable_ticks.includes(tick.id);
    const turn = (yes) => change((yes ? draft.tick : draft.untick)(rating, instrument, tick.id));
    const waive = (yes) => change(draft.notApplicable(rating, instrument, tick.id, yes));
    return html`<div class="sst-paper-tick">
      <label class="sst-choice">
        <input type="checkbox" data-tick=${tick.id} .checked=${live(rated.ticks.includes(tick.id))} ?disabled=${waived}
          @change=${(event) => turn(event.target.checked)}>
        <span class="sst-tick-id">${shortId(tick.id)}</span><span>${tick.text}</span></label>
      ${tick.conditional
        ? html`<label class="sst-choice sst-waive">
            <input type="checkbox" data-waive=${tick.id} .checked=${live(waived)}
              @change=${(event) => waive(event.target.checked)}>
            <span>${say("web.calibrate.waive")} <small>${tick.when}</small></span></label>`
        : nothing}</div>`;
  };
  const group = (kind) => {
    const ticks = ofKind(item, kind);
    if (!ticks.length) return nothing;
    return html`<fieldset><legend>${instrument.kinds[kind]}</legend>${ticks.map(behaviour)}</fieldset>`;
  };
  const without = () => draft.setAside(rating, instrument, item.id, "no_opportunity");
  const hindering = ofKind(item, "harm", "safety");
  const hindered = hindering.some((tick) => rated.ticks.includes(tick.id));
  const all = html`${group("basic")} ${group("advanced")}
    ${hindering.length
      ? html`<details class="sst-fold" ?open=${hindered}><summary>${say("web.calibrate.hindered")}</summary>
          ${group("harm")} ${group("safety")}</details>`
      : nothing}`;
  if (item.gated) {
    const looked = rated.state === "assessed";
    const answer = (yes) => change(yes ? draft.assessed(rating, instrument, item.id) : without());
    const choice = (yes, chosen) => html`<label class="sst-choice">
      <input type="radio" name="gate" .checked=${live(chosen)} @change=${() => answer(yes)}>
      <span>${say(yes ? "web.calibrate.yes" : "web.calibrate.no")}</span></label>`;
    return html`<fieldset><legend>${item.gate}</legend>
        <div class="sst-choices">${choice(true, looked)} ${choice(false, aside)}</div></fieldset>
      ${looked ? all : nothing}`;
  }
  const setAside = (yes) => change(yes ? without() : draft.reopened(rating, instrument, item.id));
  return html`${item.core
      ? nothing
      : html`<label class="sst-choice">
          <input type="checkbox" data-aside .checked=${live(aside)}
            @change=${(event) => setAside(event.target.checked)}>
          <span>${say("web.calibrate.no_opportunity")}</span></label>`}
    ${aside ? nothing : all}`;
}
