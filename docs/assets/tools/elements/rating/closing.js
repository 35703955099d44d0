// What is asked once the skills are done: the moment to keep, how hard it was, and what was counted on the way.
import { withChallenge, withCounter, withKeep } from "../../engine/draft.js";
import { parts } from "../../engine/questions.js";
import { COUNTERS } from "../../engine/rating-shape.js";
import { timeIn } from "../../engine/replies.js";
import { clock } from "../../engine/times.js";
import { html, nothing } from "../tool.js";
import { choice, typed, yesNo } from "./fields.js";

const HOW_HARD = ["too_easy", "about_right", "too_hard"];

export function closingView(tool) {
  const { say, rating, instrument } = tool;
  const asked = parts(rating, instrument);
  return html`
    <h2>${say("web.rate.part.closing")}</h2>
    ${asked.includes("keep") ? keepView(tool) : nothing}
    ${asked.includes("challenge") ? challengeView(tool) : nothing}
    <h3>${say("web.rate.counting")}</h3>
    ${countersView(tool)}
  `;
}

function keepView(tool) {
  const { say, rating, playing } = tool;
  const keep = rating.keep ?? { at: null, note: null };
  const set = (changes) => (now) => withKeep(now, { ...keep, ...changes });
  const at = (text) => tool.attempt("keep_at", (now) => set({ at: text.trim() === "" ? null : timeIn(now, text) })(now));
  const note = (text) => tool.attempt("keep_note", set({ note: text }));
  const here = () => tool.attempt("keep_at", set({ at: playing.at }));
  return html`
    <h3>${say("web.rate.keep")}</h3>
    <p class="sst-quietly">${say("web.rate.keep.why")}</p>
    ${rating.recording === null
      ? nothing
      : html`<div class="rate-editor-time">${typed(tool, "keep_at", { label: say("web.rate.at"), value: keep.at === null ? "" : clock(keep.at), keep: at, holder: "12:34" })}
          ${playing.there ? html`<button type="button" class="sst-button sst-quiet" @click=${here}>${say("web.rate.at.now")}</button>` : nothing}</div>`}
    ${typed(tool, "keep_note", { label: say("web.rate.note.label"), value: keep.note ?? "", keep: note, early: true, lines: 2, hint: say("web.rate.note.hint") })}
  `;
}

// Both answers make one entry, so the first one fills in that no stop word was used.
function challengeView(tool) {
  const { say, rating } = tool;
  const { challenge } = rating;
  const set = (changes) => tool.attempt("challenge", (now) => withChallenge(now, { level: "about_right", stop: false, ...challenge, ...changes }));
  const options = HOW_HARD.map((level) => ({ value: level, text: say(`rate.choice.${level}`) }));
  return html`
    ${choice(tool, "challenge", { legend: say("rate.ask.level"), value: challenge?.level ?? null, options, pick: (level) => set({ level }) })}
    ${challenge ? yesNo(tool, "stop", { legend: say("rate.ask.stop"), value: challenge.stop, pick: (stop) => set({ stop }) }) : nothing}
  `;
}

/** What is counted while watching, if one likes: not counted is something else than none. */
export function countersView(tool) {
  const { say, rating } = tool;
  const row = (name) => {
    const count = rating.counters?.[name] ?? null;
    const set = (to) => tool.attempt("counters", (now) => withCounter(now, name, to));
    const what = say(`counters.${name}`);
    return html`
      <li><span>${what}</span>
        <button type="button" class="sst-button" aria-label="${say("web.rate.less")}: ${what}" ?disabled=${count === null || tool.closed} @click=${() => set(count === 0 ? null : count - 1)}>−</button>
        <output aria-label=${what}>${count ?? "–"}</output>
        <button type="button" class="sst-button" aria-label="${say("web.rate.plus")}: ${what}" ?disabled=${tool.closed} @click=${() => set((count ?? 0) + 1)}>+</button></li>`;
  };
  return html`<ul class="rate-counters">${COUNTERS.map(row)}</ul>`;
}
