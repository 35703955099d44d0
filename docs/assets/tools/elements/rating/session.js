// The questions about the session: what kind of talk, what is looked at, if there is a recording, what one expects.
import { lookedAt, lookingAt, withBlind, withKind, withPrediction, withScenario } from "../../engine/draft.js";
import { asksPrediction } from "../../engine/questions.js";
import { remove } from "../../store/ratings.js";
import { html, nothing } from "../tool.js";
import { button, told, when } from "./buttons.js";
import { choice, fold, typed, wrongLine, yesNo } from "./fields.js";
import { recordingView } from "./recording.js";

const KINDS = ["role-play", "own-issue", "work"];
const FEW = 3;

export function sessionView(tool) {
  const { say, rating, sitting } = tool;
  const open = rating.session_kind !== "work" || sitting.beside.workFine;
  const code = say("web.rate.code.tell", { session: rating.session });
  return html`
    <h2>${say("web.rate.part.session")}</h2>
    ${when(rating.rater.role === "self", () => html`<p class="sst-quietly">${code}</p>`)}
    ${kindView(tool)} ${when(open, () => restView(tool))}
  `;
}

function restView(tool) {
  const rule = (text) => html`<li>${text}</li>`;
  return html`
    ${when(tool.rating.session_kind === "role-play", () => scenarioView(tool))}
    ${skillsView(tool)} ${blindView(tool)} ${recordingView(tool)} ${predictionView(tool)}
    ${fold(tool.say("web.rate.rules"), html`<ul>${tool.instrument.rules.map(rule)}</ul>`)}`;
}

function kindView(tool) {
  const { say, rating, sitting } = tool;
  const own = rating.rater.role === "self";
  const pick = (kind) => {
    if (!tool.attempt("kind", (now) => withKind(now, kind)) || kind !== "own-issue") return;
    forget(sitting);
    if (rating.recording === null) sitting.note({ frame: { ...sitting.beside.frame, wanted: false } });
  };
  const options = KINDS.map((kind) => {
    const off = kind === "own-issue" && !own;
    return { value: kind, text: say(`rate.choice.${kind}`), off, hint: off ? say("web.refused.own_issue") : undefined };
  });
  const { session_kind: value } = rating;
  return html`
    ${choice(tool, "kind", { legend: say("rate.ask.kind"), value, options, pick, rows: true })}
    ${when(value === "own-issue", () => told(say("web.rate.own_issue")))}
    ${when(value === "work", () => workView(tool))}
  `;
}

// A real client: nothing else opens before this is in order.
function workView(tool) {
  const { say, sitting } = tool;
  const pick = (fine) => sitting.note({ workFine: fine, workRefused: !fine });
  return html`
    <div class="rate-told">${say("rate.work")}
      ${yesNo(tool, "work", { legend: say("rate.ask.work"), value: workAnswer(sitting.beside), pick })}
      ${when(sitting.beside.workRefused, () => refusedView(tool))}</div>`;
}

const workAnswer = ({ workFine, workRefused }) => (workFine ? true : workRefused ? false : null);

// Of an own issue no words are kept, so those at a mark go too.
const forget = (sitting) => {
  if (sitting.marks.length > 0) sitting.amend(sitting.rating, sitting.marks.map(({ at }) => ({ at, note: null })));
};

function refusedView(tool) {
  const { key } = tool.sitting;
  const drop = async () => {
    await tool.leave();
    await remove(key);
    await tool.toStart({ told: tool.say("web.rate.work.dropped") });
  };
  return html`<p>${tool.say("web.rate.work.first")} ${button(tool.say("web.rate.work.drop"), drop)}</p>`;
}

function scenarioView(tool) {
  const { say, rating, cards } = tool;
  const keep = (text) => {
    const id = text.trim().toLowerCase();
    const there = id === "" || cards.scenarios.some((card) => card.id === id);
    if (there) tool.wrong("scenario", null);
    else tool.wrong("scenario", say("web.rate.unfit.scenario", { id }));
    if (there) tool.attempt("scenario", (now) => withScenario(now, id || null));
  };
  const asked = { label: say("web.rate.scenario"), hint: say("web.rate.scenario.hint"), holder: "sc-017", keep };
  return html`<div class="sst-fields">${typed(tool, "scenario", { ...asked, value: rating.scenario ?? "" })}</div>`;
}

function skillsView(tool) {
  const { say, rating, instrument, sitting } = tool;
  const open = instrument.items.filter((item) => !item.gated);
  const looked = lookedAt(rating, instrument).filter((skill) => open.some((item) => item.id === skill));
  const all = looked.length === open.length;
  const few = sitting.beside.few ?? (all ? null : true); // until it is answered all are looked at
  const look = (skills) => tool.attempt("skills", (now) => lookingAt(now, instrument, skills));
  const pick = (some) => {
    sitting.note({ few: some });
    if (!some) look([]);
  };
  const turn = (skill) => {
    const chosen = all ? [skill] : looked.includes(skill) ? looked.filter((one) => one !== skill) : [...looked, skill];
    look(chosen);
  };
  const options = [
    { value: true, text: say("web.rate.skills.few"), hint: say("web.rate.skills.few.hint") },
    { value: false, text: say("web.rate.skills.all"), hint: say("web.rate.skills.all.hint") },
  ];
  const ticked = (item) => !all && looked.includes(item.id);
  const full = !all && looked.length >= FEW;
  const one = (item) => html`
    <label class="sst-choice"><input type="checkbox" .checked=${ticked(item)} ?disabled=${full && !ticked(item)}
      @change=${() => turn(item.id)}><span>${item.text}</span></label>`;
  return html`
    ${choice(tool, "few", { legend: say("web.rate.skills"), value: few, options, pick, rows: true })}
    ${few
      ? html`<fieldset class="rate-some"><legend class="sst-said">${say("web.rate.skills.few")}</legend>
          <div class="rate-columns">${open.map(one)}</div></fieldset>`
      : nothing}
    ${wrongLine(tool, "skills")}
  `;
}

function blindView(tool) {
  const { say, rating } = tool;
  const who = rating.rater.role === "self" ? "self" : "other";
  const pick = (heard) => tool.attempt("blind", (now) => withBlind(now, !heard));
  return yesNo(tool, "blind", { legend: say(`rate.ask.blind.${who}`), value: !rating.rater.blind, pick });
}

function predictionView(tool) {
  if (!asksPrediction(tool.rating)) return nothing;
  const keep = (text) => tool.attempt("prediction", (now) => withPrediction(now, text));
  const asked = { label: tool.say("rate.ask.prediction"), value: tool.rating.prediction ?? "", keep };
  return typed(tool, "prediction", { ...asked, early: true, lines: 2 });
}
