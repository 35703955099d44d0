// One behaviour: seen or not, with its moments. A moment is when it was, and what the practitioner did or said.
import { withMoment, withoutMoment } from "../../engine/draft.js";
import { ratedOf } from "../../engine/levels.js";
import { asks } from "../../engine/questions.js";
import { timeIn } from "../../engine/replies.js";
import { clock } from "../../engine/times.js";
import { live } from "../../../vendor/lit-html/directives/live.js";
import { html, nothing } from "../tool.js";
import { typed } from "./fields.js";
import { lackingTicks, skillOf } from "./parts.js";
import { turn } from "./skill.js";

/** @param {number} key the key that stands for it, from 1 */
export function tickView(tool, item, one, key) {
  const { say, instrument } = tool;
  const rated = ratedOf(tool.rating, item.id);
  const seen = rated.ticks.includes(one.id);
  const off = rated.not_applicable_ticks.includes(one.id);
  const lacks = seen ? lackingTicks(tool).find(({ tick }) => tick === one.id) : undefined;
  const grave = one.kind === "harm" || one.kind === "safety";
  return html`
    <li class="rate-tick-one ${seen ? "rate-on" : ""}" id="tick-${one.id.replace(".", "-")}" tabindex="-1">
      <label class="sst-choice">
        <input type="checkbox" .checked=${live(seen)} ?disabled=${off} @change=${(event) => turn(tool, one, event.target.checked)}>
        <span>${one.text}${grave ? html` <span class="sst-chip sst-guided">${instrument.kinds[one.kind]}</span>` : nothing}
          ${off ? html`<small>${say("web.rate.counts.no")}</small>` : nothing}</span>
        ${tool.state.keysOn && key <= 9 ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing}
      </label>
      ${seen ? momentsView(tool, one, rated, lacks) : nothing}
    </li>`;
}

function momentsView(tool, one, rated, lacks) {
  const { say, editing } = tool;
  const may = asks(tool.rating, one);
  if (!may.time && !may.words) return nothing;
  const moments = rated.evidence.filter((moment) => moment.tick === one.id);
  const writing = editing?.tick === one.id;
  const others = moments.map((moment, n) => (writing && editing.n === n ? nothing : shown(tool, one, moment, n)));
  // The editor has one place of its own: typing its first word makes a moment, and may not cost the field its focus.
  return html`
    ${moments.length > (writing ? 1 : 0) ? html`<ul class="rate-moments">${others}</ul>` : nothing}
    ${writing ? editor(tool, one, may) : nothing}
    ${lacks && !writing ? html`<p class="sst-wrong-line">${say(`web.rate.lacks.${lacks.what}`)}</p>` : nothing}
    ${writing || tool.closed ? nothing : html`<button type="button" class="sst-button sst-quiet rate-more" aria-label="${say("web.rate.moment.more")}: ${one.text}"
      @click=${() => editorFor(tool, one, moments.length, tool.playing.at)}>${say(moments.length ? "web.rate.moment.more" : "web.rate.moment")}</button>`}
  `;
}

function shown(tool, one, { at, note }, n) {
  const { say, playing } = tool;
  const named = (text) => `${text}: ${[at === null ? "" : clock(at), note ?? ""].filter(Boolean).join(" ")}`;
  const time = at === null ? nothing
    : playing.there
      ? html`<button type="button" class="sst-button sst-quiet rate-time-button" aria-label=${say("web.rate.play_at", { at: clock(at) })} @click=${() => playing.player.replay(at)}>${clock(at)}</button>`
      : html`<time>${clock(at)}</time>`;
  const away = () => {
    tool.attempt("skill", (now) => withoutMoment(now, tool.instrument, one.id, n));
    tool.focusOn(`#tick-${one.id.replace(".", "-")}`);
  };
  return html`
    <li>${time} ${note ? html`<q>${note}</q>` : nothing}
      ${tool.closed ? nothing : html`<span class="rate-mark-does">
        <button type="button" class="sst-button sst-quiet" aria-label=${named(say("web.rate.note"))} @click=${() => editorFor(tool, one, n)}>${say("web.rate.note")}</button>
        <button type="button" class="sst-button sst-quiet" aria-label=${named(say("web.rate.mark.away"))} @click=${away}>${say("web.rate.mark.away")}</button></span>`}
    </li>`;
}

/** Opens the nth moment of a behaviour to write in; a new one begins at `at`. */
export function editorFor(tool, one, n, at = null) {
  tool.playing.player?.hush();
  tool.editing = { tick: one.id, n, at, kept: false };
  tool.typing = null;
  tool.draw();
  const may = asks(tool.rating, one);
  tool.focusOn(may.words ? "#in-note" : "#in-at");
}

function editor(tool, one, may) {
  const { say, editing } = tool;
  const own = (rating) => ratedOf(rating, skillOf(one.id)).evidence.filter(({ tick }) => tick === one.id);
  const before = own(tool.rating);
  const moment = before[editing.n] ?? { at: editing.at, note: null };
  const put = (changes) => (rating) => {
    const next = withMoment(rating, tool.instrument, one.id, { ...moment, ...changes }, editing.n);
    const left = own(next).length;
    if (left < before.length) tool.editing = { ...editing, n: left }; // emptied is gone: what is typed next is a new one
    return next;
  };
  const note = (text) => tool.attempt("note", put({ note: text }));
  const at = (text) => tool.attempt("at", (rating) => put({ at: text.trim() === "" ? null : timeIn(rating, text) })(rating));
  const done = () => {
    tool.editing = null;
    tool.draw();
    tool.playing.player?.resume();
    tool.focusOn(`#tick-${one.id.replace(".", "-")}`);
  };
  const keys = (event) => {
    if (event.key !== "Escape" && (event.key !== "Enter" || event.shiftKey || event.target.matches("button"))) return;
    event.preventDefault();
    event.stopPropagation();
    event.target.blur();
    if (Object.keys(tool.state.wrong).every((field) => field !== "note" && field !== "at")) done();
    else event.target.focus();
  };
  return html`
    <div class="rate-editor" @keydown=${keys}>
      ${may.time
        ? html`<div class="rate-editor-time">${typed(tool, "at", { label: say("web.rate.at"), value: moment.at === null ? "" : clock(moment.at), keep: at, holder: "12:34" })}
            ${tool.playing.there ? html`<button type="button" class="sst-button sst-quiet" @click=${() => tool.attempt("at", put({ at: tool.playing.at }))}>${say("web.rate.at.now")}</button>` : nothing}</div>`
        : nothing}
      ${may.words ? typed(tool, "note", { label: say("web.rate.note.label"), value: moment.note ?? "", keep: note, early: true, lines: 2, hint: say("web.rate.note.hint") }) : nothing}
      <div class="sst-row rate-tight"><button type="button" class="sst-button" @click=${done}>${say("web.rate.done")}</button></div>
    </div>`;
}
