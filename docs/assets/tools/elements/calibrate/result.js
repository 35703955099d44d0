// Behaviour by behaviour what you and the makers saw, why, and what it is mixed up with; and figures that never stand
// alone.
import { html, nothing } from "../tool.js";
import { shortId } from "./ticks.js";

const percent = (part, whole) => Math.floor((200 * part + whole) / (2 * whole)); // half up

/**
 * @param {object} result what `resultOf` made of one talk
 * @param {{instrument: import("../../engine/instrument.js").Instrument,
 *   whys: {tick: string, turns: number[], text: string}[]}} known
 * @param {import("../../words.js").Say} say
 * @param {(turn: number) => void} go
 */
export function skillsBeside(result, { instrument, whys }, say, go) {
  const text = Object.fromEntries(instrument.items.flatMap((item) => item.ticks.map((tick) => [tick.id, tick.text])));
  const told = new Set(); // a pair that is mixed up is told once
  return result.skills.map((skill) => {
    const item = instrument.items.find((one) => one.id === skill.skill);
    const level = (number) => (number === null ? say("calibrate.na") : `${number} · ${instrument.levels[number]}`);
    const levels = { yours: level(skill.level.yours), makers: level(skill.level.makers) };
    const quiet = (one) => one.same && one.yours === "not_seen" && one.why === null;
    const loud = skill.ticks.filter((one) => !quiet(one));
    const silent = skill.ticks.length - loud.length;
    return html`<section class="sst-sheet sst-beside-makers"><h3>${item.text}</h3>
      <p><strong>${say("calibrate.levels", levels)}</strong></p>
      ${skill.ticks.length === 0 && skill.why ? html`<p>${skill.why}</p>` : nothing}
      ${skill.ticks.length === 0 ? makersAlone(item, whys, say, go) : nothing}
      <ul class="sst-made-list">${loud.map((one) => tickBeside(one, text, say, go, told))}</ul>
      ${silent
        ? html`<p class="sst-quietly">${say(`calibrate.silent${silent === 1 ? ".one" : ""}`, { count: silent })}</p>`
        : nothing}
    </section>`;
  });
}

/** Why the makers did rate a skill that you set at n/a: each behaviour they gave a reason for. */
function makersAlone(item, whys, say, go) {
  const named = new Map(item.ticks.map(({ id, text }) => [id, text]));
  const told = [...named.keys()].flatMap((id) => whys.filter(({ tick }) => tick === id));
  if (told.length === 0) return nothing;
  return html`<p>${say("calibrate.makers_alone")}</p>
    <ul class="sst-made-list">${told.map(({ tick, turns, text }) => html`<li>
      <p><strong><span class="sst-tick-id">${shortId(tick)}</span> ${named.get(tick)}</strong></p>
      <p>${turns.map((turn) => turnLink(turn, say, go))}${text}</p></li>`)}</ul>`;
}

const turnLink = (turn, say, go) => html`<button type="button" class="sst-turn-link" @click=${() => go(turn)}>
  ${say("web.calibrate.turn", { turn })}</button> `;

function tickBeside(one, text, say, go, told) {
  const answers = Object.fromEntries(["yours", "makers"].map((who) => [who, say(`calibrate.answer.${one[who]}`)]));
  const mixed = one.mixed_up_with.filter((pair) => !told.has(pair.text));
  for (const pair of mixed) told.add(pair.text);
  const notToMix = (pair) => say("web.calibrate.mixed", { tick: text[pair.tick].replace(/\.$/, ""), text: pair.text });
  return html`<li class=${one.same ? "sst-same" : "sst-differs"}>
    <p><strong><span class="sst-tick-id">${shortId(one.tick)}</span> ${text[one.tick]}</strong></p>
    <p class="sst-made-answer">${say(`calibrate.${one.same ? "same" : "differs"}`, answers).replace("..", ".")}</p>
    ${one.why ? html`<p>${one.turns.map((turn) => turnLink(turn, say, go))}${one.why}</p>` : nothing}
    ${one.why === null && !one.same ? html`<p class="sst-quietly">${say("calibrate.no_reason")}</p>` : nothing}
    ${mixed.map((pair) => html`<p class="sst-mixed">${notToMix(pair)}</p>`)}
  </li>`;
}

/** Whether any behaviour was compared at all; not so where one of the two set every skill at n/a. */
export const behaviours = (skills) => skills.some(({ ticks }) => ticks.length > 0);

/** Both figures with what they are counted over. */
export function figures({ agreed, of, both, either }, title, say, compared) {
  const share = { both, either, percent: percent(both, either || 1) };
  return html`<section class="sst-panel sst-agreed"><h3>${title}</h3>
    <p>${say("calibrate.figure.all", { agreed, of, percent: percent(agreed, of) })}</p>
    ${either > 0 ? html`<p>${say("calibrate.figure.seen", share)}</p>` : nothing}
    ${either === 0 && compared ? html`<p>${say("calibrate.figure.none")}</p>` : nothing}</section>`;
}
