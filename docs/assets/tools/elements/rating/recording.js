// The recording: only what everyone said yes to is opened, it stays where it is, and its own name is nobody's business.
import { withRecording, withSpan, withoutRecording } from "../../engine/draft.js";
import { dateAfter, usualErasure, wholeSeconds } from "../../engine/replies.js";
import { clock } from "../../engine/times.js";
import { html, nothing } from "../tool.js";
import { told, when } from "./buttons.js";
import { fold, typed, wrongLine, yesNo } from "./fields.js";

/** What was answered about a recording, before there is one in the rating. */
function answersOf({ rating, sitting }) {
  const given = sitting.beside.frame ?? {};
  if (rating.recording === null) {
    return { wanted: null, informed: null, agreed: null, eraseBy: usualErasure(rating.date), ...given };
  }
  return { wanted: true, informed: true, agreed: true, eraseBy: rating.consent.erase_by };
}

export function recordingView(tool) {
  const { say, rating, sitting } = tool;
  const now = answersOf(tool);
  const answer = (changes) => sitting.note({ frame: { ...now, ...changes } });
  const wanted = (yes) => {
    answer({ wanted: yes });
    if (!yes && rating.recording !== null) drop(tool);
  };
  const agree = (name) => (yes) => {
    answer({ [name]: yes });
    if (!yes && rating.recording !== null) drop(tool, { wanted: true });
  };
  const refused = now.informed === false || now.agreed === false;
  const hint = rating.session_kind === "own-issue" ? say("web.rate.recording.own_issue") : undefined;
  return html`
    ${yesNo(tool, "recording", { legend: say("rate.ask.recording"), value: now.wanted, pick: wanted, hint })}
    ${when(now.wanted, () => html`<div class="sst-panel">
      ${yesNo(tool, "informed", { legend: say("rate.ask.informed"), value: now.informed, pick: agree("informed") })}
      ${yesNo(tool, "agreed", { legend: say("rate.ask.agreed"), value: now.agreed, pick: agree("agreed") })}
      ${when(refused, () => told(say("rate.no_consent"), { bad: true, role: "alert" }))}
      ${when(now.informed && now.agreed, () => opened(tool, now))}</div>`)}
    ${when(now.wanted === false, () => html`<p class="sst-quietly">${say("web.rate.recording.none")}</p>`)}
    ${wrongLine(tool, "recording")}
  `;
}

// Goes back to filling in from memory; times that were noted go with the recording.
function drop(tool, changes = {}) {
  tool.playing.close();
  tool.attempt("recording", withoutRecording);
  tool.sitting.note({ frame: { ...tool.sitting.beside.frame, ...changes } });
}

function opened(tool, now) {
  const { say, rating } = tool;
  const date = (text) =>
    tool.fits("erase", () => {
      const eraseBy = dateAfter(rating.date, text);
      tool.sitting.note({ frame: { ...tool.sitting.beside.frame, eraseBy } });
      const consent = { ...rating.consent, erase_by: eraseBy };
      if (rating.recording !== null) tool.sitting.change({ ...rating, consent });
    });
  const asked = { label: say("rate.ask.erase_by"), value: now.eraseBy, keep: date, type: "date" };
  return html`
    <div class="sst-fields">${typed(tool, "erase", asked)}</div>
    ${rating.recording === null ? html`${chooseFile(tool)} ${elsewhere(tool)}` : thereView(tool)}
  `;
}

/** The way in for a file: a button, or dropping it there. */
export function chooseFile(tool) {
  const { say, playing } = tool;
  const come = (file) => file && take(tool, file);
  const chosen = ({ target }) => {
    const [file] = target.files;
    target.value = "";
    come(file);
  };
  const dropped = (event) => {
    event.preventDefault();
    come(event.dataTransfer.files[0]);
  };
  return html`
    <div class="rate-drop" @dragover=${(event) => event.preventDefault()} @drop=${dropped}>
      <label class="sst-button sst-primary sst-file">${say(`web.rate.file.${playing.busy ? "busy" : "choose"}`)}
        <input type="file" accept="audio/*,video/*" class="sst-said" ?disabled=${playing.busy} @change=${chosen}>
      </label>
      <p class="sst-quietly">${say("web.rate.file.hint")}</p>
      ${wrongLine(tool, "file")}
    </div>`;
}

async function take(tool, file) {
  const { say, playing } = tool;
  const before = tool.rating.recording;
  if (tool.state.wrong.file) tool.wrong("file", null);
  if (!(await playing.open(file))) {
    tool.wrong("file", say("web.rate.file.unplayable"));
    return;
  }
  const { seconds } = playing.player;
  if (before !== null) {
    const other = Math.abs(before.seconds - seconds) > 2;
    if (other) tool.wrong("file", say("web.rate.file.other", { now: clock(seconds), before: clock(before.seconds) }));
    tool.playing.player.seek(tool.rating.span?.from ?? 0);
    return;
  }
  if (!record(tool, "file", seconds)) playing.close();
  else tool.announce(say("web.rate.file.there", { length: clock(seconds) }));
  tool.draw();
}

function record(tool, field, seconds) {
  const { informed, agreed, eraseBy } = answersOf(tool);
  const name = tool.say("rate.recording_name");
  return tool.attempt(field, (now) => withRecording(now, { name, seconds, eraseBy }, { informed, agreed }));
}

// A recording that the browser cannot play may run in another program: its length is enough to note times by.
function elsewhere(tool) {
  const { say } = tool;
  const keep = (text) => {
    if (text.trim() !== "") tool.fits("length", () => record(tool, "length", wholeSeconds(text)));
  };
  const asked = { label: say("rate.ask.length"), value: "", keep, holder: "21:00" };
  return fold(say("web.rate.elsewhere"), html`<div class="sst-fields">${typed(tool, "length", asked)}</div>`);
}

function thereView(tool) {
  const { say, rating } = tool;
  const { name, seconds } = rating.recording;
  return html`
    <p>${say("web.rate.recording.is", { name, length: clock(seconds) })}</p>
    ${wrongLine(tool, "file")}
    ${spanView(tool)}`;
}

function spanView(tool) {
  const { say, rating, sitting } = tool;
  const { span, recording } = rating;
  const wanted = sitting.beside.part_only ?? span !== null;
  const pick = (yes) => {
    sitting.note({ part_only: yes });
    if (!yes) tool.attempt("span", (now) => withSpan(now, null));
  };
  const now = span ?? { from: 0, to: recording.seconds };
  const keep = (name) => (text) =>
    tool.fits("span", () => {
      const at = wholeSeconds(text);
      tool.sitting.change(withSpan(rating, { ...now, [name]: at }));
    });
  const field = (name) =>
    typed(tool, name, { label: say(`web.rate.span.${name}`), value: clock(now[name]), keep: keep(name) });
  return html`
    ${yesNo(tool, "part_only", { legend: say("web.rate.span"), value: wanted, pick })}
    ${wanted ? html`<div class="sst-fields">${field("from")} ${field("to")}</div>` : nothing}
    ${wrongLine(tool, "span")}`;
}
