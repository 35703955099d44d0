// One behaviour: seen or not, with its moments. A moment is when it was, and what the practitioner did or said.
import { withMoment, withoutMoment } from "../../engine/draft.js";
import { ratedOf } from "../../engine/levels.js";
import { asks } from "../../engine/questions.js";
import { clock } from "../../engine/times.js";
import { live } from "../../../vendor/lit-html/directives/live.js";
import { html, nothing } from "../tool.js";
import { button, quiet, when } from "./buttons.js";
import { timeButton } from "./marks.js";
import { timeField, wordsField } from "./moment-fields.js";
import { lackingTicks, skillOf } from "./parts.js";
import { turn } from "./skill.js";

/** The id of a behaviour's row on the page. */
export const rowOf = (tick) => `tick-${tick.replace(".", "-")}`;

const momentsOf = (rating, tick) => ratedOf(rating, skillOf(tick)).evidence.filter((one) => one.tick === tick);

/** @param {number} key the key that stands for it, from 1 */
export function tickView(tool, item, one, key) {
  const { say, instrument } = tool;
  const rated = ratedOf(tool.rating, item.id);
  const seen = rated.ticks.includes(one.id);
  const off = rated.not_applicable_ticks.includes(one.id);
  const grave = one.kind === "harm" || one.kind === "safety";
  const change = (event) => turn(tool, one, event.target.checked);
  return html`
    <li class="rate-tick-one ${seen ? "rate-on" : ""}" id=${rowOf(one.id)} tabindex="-1">
      <label class="sst-choice">
        <input type="checkbox" .checked=${live(seen)} ?disabled=${off} @change=${change}>
        <span>${one.text}
          ${when(grave, () => html`<span class="sst-chip sst-guided">${instrument.kinds[one.kind]}</span>`)}
          ${when(off, () => html`<small>${say("web.rate.counts.no")}</small>`)}</span>
        ${when(tool.state.keysOn && key <= 9, () => html`<kbd aria-hidden="true">${key}</kbd>`)}
      </label>
      ${when(seen, () => momentsView(tool, one))}
    </li>`;
}

// The editor has one place of its own: typing its first word makes a moment, and may not cost the field its focus.
function momentsView(tool, one) {
  const { say, editing } = tool;
  const may = asks(tool.rating, one);
  if (!may.time && !may.words) return nothing;
  const moments = momentsOf(tool.rating, one.id);
  const writing = editing?.tick === one.id;
  const lacks = lackingTicks(tool).find(({ tick }) => tick === one.id);
  const row = (moment, n) => (writing && editing.n === n ? nothing : shown(tool, one, moment, n));
  const list = () => html`<ul class="rate-moments">${moments.map(row)}</ul>`;
  if (writing) return html`${when(moments.length > 1, list)} ${editor(tool, one, may)}`;
  const more = say(moments.length > 0 ? "web.rate.moment.more" : "web.rate.moment");
  const add = () => editorFor(tool, one, moments.length, tool.playing.at);
  return html`
    ${when(moments.length > 0, list)}
    ${when(lacks, () => html`<p class="sst-wrong-line">${say(`web.rate.lacks.${lacks.what}`)}</p>`)}
    ${when(!tool.closed, () => quiet(more, add, { look: "rate-more", named: `${more}: ${one.text}` }))}
  `;
}

function shown(tool, one, { at, note }, n) {
  const { say, playing } = tool;
  const time = () => (playing.there ? timeButton(tool, at) : html`<time>${clock(at)}</time>`);
  return html`
    <li>${when(at !== null, time)} ${when(note, () => html`<q>${note}</q>`)}
      ${when(!tool.closed, () => html`<span class="rate-mark-does">
        ${does("web.rate.note", () => editorFor(tool, one, n))} ${does("web.rate.mark.away", away)}</span>`)}
    </li>`;

  function does(key, press) {
    const what = [at === null ? "" : clock(at), note ?? ""].filter(Boolean).join(" ");
    return quiet(say(key), press, { named: `${say(key)}: ${what}` });
  }

  function away() {
    tool.attempt("skill", (now) => withoutMoment(now, tool.instrument, one.id, n));
    tool.focusOn(`#${rowOf(one.id)}`);
  }
}

/** Opens the nth moment of a behaviour to write in; a new one begins at `at`. */
export function editorFor(tool, one, n, at = null) {
  tool.playing.player?.hush();
  tool.editing = { tick: one.id, n, at };
  tool.typing = null;
  tool.draw();
  tool.typeIn(asks(tool.rating, one).words ? "#in-note" : "#in-at");
}

function editor(tool, one, may) {
  const { say, editing } = tool;
  const before = momentsOf(tool.rating, one.id);
  const moment = before[editing.n] ?? { at: editing.at, note: null };
  const put = (rating, changes) => {
    const next = withMoment(rating, tool.instrument, one.id, { ...moment, ...changes }, editing.n);
    const left = momentsOf(next, one.id).length;
    if (left < before.length) tool.editing = { ...editing, n: left }; // emptied is gone: what comes next is a new one
    return next;
  };
  const note = (text) => tool.attempt("note", (rating) => put(rating, { note: text }));
  const done = () => {
    tool.editing = null;
    tool.draw();
    tool.playing.player?.resume();
    tool.focusOn(`#${rowOf(one.id)}`);
  };
  const pressed = (event) => {
    const enter = event.key === "Enter" && !event.shiftKey && !event.target.matches("button");
    if (event.key !== "Escape" && !enter) return;
    event.preventDefault();
    event.stopPropagation();
    event.target.blur(); // what is typed is kept, or it is said why not
    if (tool.state.wrong.note === undefined && tool.state.wrong.at === undefined) done();
    else event.target.focus();
  };
  return html`
    <div class="rate-editor" @keydown=${pressed}>
      ${when(may.time, () => timeField(tool, "at", moment.at, (rating, at) => put(rating, { at })))}
      ${when(may.words, () => wordsField(tool, "note", moment.note, note))}
      <div class="sst-row rate-tight">${button(say("web.rate.done"), done)}</div>
    </div>`;
}
