// What is asked once the skills are done: the moment to keep, how hard it was, and what was counted on the way.
import { withChallenge, withCounter, withKeep } from "../../engine/draft.js";
import { parts } from "../../engine/questions.js";
import { COUNTERS } from "../../engine/rating-shape.js";
import { html } from "../tool.js";
import { button, when } from "./buttons.js";
import { choice, yesNo } from "./fields.js";
import { timeField, wordsField } from "./moment-fields.js";

const HOW_HARD = ["too_easy", "about_right", "too_hard"];

export function closingView(tool) {
  const { say, rating, instrument } = tool;
  const asked = parts(rating, instrument);
  return html`
    <h2>${say("web.rate.part.closing")}</h2>
    ${when(asked.includes("keep"), () => keepView(tool))}
    ${when(asked.includes("challenge"), () => challengeView(tool))}
    <h3>${say("web.rate.counting")}</h3>
    ${countersView(tool)}
  `;
}

function keepView(tool) {
  const { say, rating } = tool;
  const keep = rating.keep ?? { at: null, note: null };
  const at = (now, time) => withKeep(now, { ...keep, at: time });
  const note = (text) => tool.attempt("keep_note", (now) => withKeep(now, { ...keep, note: text }));
  return html`
    <h3>${say("web.rate.keep")}</h3>
    <p class="sst-quietly">${say("web.rate.keep.why")}</p>
    ${when(rating.recording !== null, () => timeField(tool, "keep_at", keep.at, at))}
    ${wordsField(tool, "keep_note", keep.note, note)}
  `;
}

// Both answers make one entry, so the first one fills in that no stop word was used.
function challengeView(tool) {
  const { say, rating } = tool;
  const { challenge } = rating;
  const set = (changes) => {
    const next = { level: "about_right", stop: false, ...challenge, ...changes };
    tool.attempt("challenge", (now) => withChallenge(now, next));
  };
  const options = HOW_HARD.map((level) => ({ value: level, text: say(`rate.choice.${level}`) }));
  const level = { value: challenge?.level ?? null, options, pick: (chosen) => set({ level: chosen }) };
  const stop = { legend: say("rate.ask.stop"), value: challenge?.stop, pick: (used) => set({ stop: used }) };
  return html`
    ${choice(tool, "challenge", { legend: say("rate.ask.level"), ...level })}
    ${when(challenge !== null, () => yesNo(tool, "stop", stop))}
  `;
}

/** What is counted while watching, if one likes: not counted is something else than none. */
export const countersView = (tool) => html`
  <ul class="rate-counters">${COUNTERS.map((name) => counter(tool, name))}</ul>`;

function counter(tool, name) {
  const { say, rating } = tool;
  const count = rating.counters?.[name] ?? null;
  const what = say(`counters.${name}`);
  const set = (to) => () => tool.attempt("counters", (now) => withCounter(now, name, to));
  const less = { named: `${say("web.rate.less")}: ${what}`, off: count === null || tool.closed };
  const more = { named: `${say("web.rate.plus")}: ${what}`, off: tool.closed };
  return html`
    <li><span>${what}</span>
      ${button("−", set(count === 0 ? null : count - 1), less)} <output aria-label=${what}>${count ?? "–"}</output>
      ${button("+", set((count ?? 0) + 1), more)}</li>`;
}
