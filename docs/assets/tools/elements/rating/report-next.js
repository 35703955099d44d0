// The one next step of a report, with its links into the course. It is a proposal: what is chosen instead is kept
// beside the observation, and told the next time.
import { itemOf, ungatedOf } from "../../engine/instrument.js";
import { pointers } from "../next-step.js";
import { html, nothing } from "../tool.js";
import { when } from "./buttons.js";
import { today } from "./days.js";
import * as words from "./report-words.js";

export function nextView(tool, report) {
  const { say } = tool;
  const step = report.next;
  return html`
    <section class="rate-next"><h3>${say("score.next.title")}</h3>
      ${step === null ? html`<p>${say("score.next.none.html")}</p>` : stepView(tool, step)}
      ${when(step?.why !== "safety", () => chooser(tool, step))}</section>`;
}

function stepView({ say, cards }, step) {
  const [lead, texts] = words.aims(say, step);
  const lines = [words.lastChoice(say, step)];
  if (step.why !== "safety") {
    if (step.guided) lines.unshift(say("score.next.guided"));
    lines.push(say("score.next.proposal.html"));
  }
  const aims = () => html`<p>${lead}</p><ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
  const { skill, exercise, module, roleplay } = step;
  const where = { skill, exercise: exercise?.[0] ?? null, module: module?.[0] ?? null, roleplay };
  return html`
    <h4>${step.text}</h4><p>${words.reasons(say, step).join(" ")}</p>
    ${when(texts.length > 0, aims)} ${pointers(where, cards, say)}
    ${lines.filter(Boolean).map((line) => html`<p class="sst-quietly">${line}</p>`)}`;
}

function chooser(tool, step) {
  const { say, instrument, sitting } = tool;
  if (!sitting.mine) return nothing;
  const now = step?.chosen ? step.skill : "";
  const pick = ({ target }) => {
    sitting.note({ chosen: target.value === "" ? null : { skill: target.value, date: today() } });
    tool.announce(say("web.rate.chosen"));
  };
  const option = (value, text) => html`<option value=${value} .selected=${value === now}>${text}</option>`;
  return html`
    <div class="sst-field sst-noprint rate-choose"><label for="in-choose">${say("web.rate.choose")}</label>
      <select id="in-choose" @change=${pick}>${option("", say("web.rate.choose.none"))}
        ${ungatedOf(instrument).map((skill) => option(skill, itemOf(instrument, skill).text))}</select></div>`;
}
