// Moments marked while watching, before it is clear what they belong to. They stay until they are used or thrown away;
// what is handed on or scored is only what a behaviour or the moment to keep made of them.
import { Refused, tick, withKeep, withMoment } from "../../engine/draft.js";
import { itemOf } from "../../engine/instrument.js";
import { timeFits, words } from "../../engine/replies.js";
import { clock } from "../../engine/times.js";
import { html, nothing } from "../tool.js";
import { quiet, when } from "./buttons.js";
import { wrongLine } from "./fields.js";
import { wordsField } from "./moment-fields.js";

/** Marks where the recording is now. */
export function makeMark(tool) {
  const { playing, sitting, say } = tool;
  const { at } = playing;
  if (at === null || tool.closed) return;
  const fits = tool.fits("marks", () => timeFits(tool.rating, at));
  if (!fits || sitting.marks.some((mark) => mark.at === at)) return;
  sitting.change(tool.rating, [...sitting.marks, { at, note: null }].sort((one, other) => one.at - other.at));
  tool.announce(say("web.rate.mark.made", { at: clock(at) }));
  if (tool.rating.session_kind === "own-issue") return;
  playing.player.hush();
  tool.set({ marking: at });
  tool.typeIn("#in-mark");
}

export function marksView(tool) {
  const { say, sitting, state } = tool;
  if (sitting.marks.length === 0) return wrongLine(tool, "marks");
  const one = (mark) => (mark.at === state.marking && !tool.closed ? writing(tool, mark) : shown(tool, mark));
  return html`
    <h2 class="rate-small-title">${say("web.rate.marks")}</h2>
    ${wrongLine(tool, "marks")}
    <ul class="rate-marks">${sitting.marks.map(one)}</ul>
  `;
}

/** A time that can be pressed: plays from a little before it. */
export function timeButton({ say, playing }, at) {
  const more = { look: "rate-time-button", named: say("web.rate.play_at", { at: clock(at) }), off: !playing.there };
  return quiet(clock(at), () => playing.player.replay(at), more);
}

function shown(tool, mark) {
  const { at, note } = mark;
  return html`
    <li>${timeButton(tool, at)} ${when(note, () => html`<q>${note}</q>`)}
      ${when(!tool.closed, () => html`<span class="rate-mark-does">${belongs(tool, mark)} ${does(tool, mark)}</span>`)}
    </li>`;
}

// What can be done with a mark; of an own issue there are no words, and no moment to keep.
function does(tool, mark) {
  const words = tool.rating.session_kind !== "own-issue";
  const write = () => {
    tool.set({ marking: mark.at });
    tool.typeIn("#in-mark");
  };
  const one = (key, press) => {
    const text = tool.say(key);
    return quiet(text, () => press(tool, mark), { named: `${text} (${clock(mark.at)})` });
  };
  return html`
    ${when(words, () => [one("web.rate.mark.keep", keep), one("web.rate.note", write)])}
    ${one("web.rate.mark.away", away)}`;
}

// Makes it a moment of a behaviour of the skill on the screen.
function belongs(tool, mark) {
  const item = itemOf(tool.instrument, tool.nowPart);
  if (item === null) return nothing;
  const waived = tool.rating.items[item.id]?.not_applicable_ticks ?? [];
  const hand = ({ target }) => {
    const id = target.value;
    target.value = "";
    tool.fits("marks", () => {
      const moment = { at: mark.at, note: mark.note };
      const rating = withMoment(tick(tool.rating, tool.instrument, id), tool.instrument, id, moment);
      tool.sitting.change(rating, tool.sitting.marks.filter((one) => one !== mark));
    });
  };
  const ticks = item.ticks.filter((one) => !waived.includes(one.id));
  return html`
    <select class="rate-belongs" aria-label="${tool.say("web.rate.mark.belongs")} (${clock(mark.at)})" @change=${hand}>
      <option value="">${tool.say("web.rate.mark.belongs")}</option>
      ${ticks.map((one) => html`<option value=${one.id}>${one.text}</option>`)}
    </select>`;
}

function writing(tool, mark) {
  const { sitting } = tool;
  const write = (text) =>
    tool.fits("mark", () => {
      if (tool.rating.session_kind === "own-issue") throw new Refused("no_words");
      const note = words(text);
      const marks = sitting.marks.map((one) => (one.at === mark.at ? { at: one.at, note } : one));
      if (tool.typing.kept) sitting.amend(tool.rating, marks);
      else sitting.change(tool.rating, marks);
      tool.typing.kept = true;
    });
  const done = (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    event.target.blur();
    tool.set({ marking: null });
    tool.playing.player?.resume();
    tool.focusOn(".rate-now");
  };
  return html`
    <li class="rate-editor" @keydown=${done}>
      ${timeButton(tool, mark.at)} ${wordsField(tool, "mark", mark.note, write)}
    </li>`;
}

const away = (tool, mark) => {
  tool.sitting.change(tool.rating, tool.sitting.marks.filter((one) => one !== mark));
  tool.announce(tool.say("web.rate.mark.gone"));
};

const keep = (tool, { at, note }) => {
  tool.attempt("marks", (rating) => withKeep(rating, { at, note }));
  tool.announce(tool.say("web.rate.mark.kept", { at: clock(at) }));
};
