// The client's form after a talk: three questions from 0 to 10 and a line. No sum and no verdict; it stands beside a
// profile and never in it.
import { withVoice } from "../../engine/draft.js";
import { words } from "../../engine/replies.js";
import { html, nothing } from "../tool.js";
import { typed, wrongLine } from "./fields.js";
import { taken } from "./files.js";
import { lockView } from "./finish.js";
import { headView } from "./watch.js";

const QUESTIONS = ["topic", "understood", "forward"];
const MARKS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export function clientView(tool) {
  const { say, rating, state } = tool;
  const given = answers(tool);
  const done = QUESTIONS.every((name) => given[name] !== undefined);
  const wished = (text) => tool.fits("wished", () => answer(tool, { wished: words(text) }));
  return html`
    <div class="rate-watch">${headView(tool)}
      <div class="sst-sheet">
        <h2>${say("web.rate.client.title")}</h2>
        ${state.told ? html`<p class="rate-told" role="status">${state.told}</p>` : html`<p>${say("web.rate.client.how")}</p>`}
        <fieldset class="rate-now" ?disabled=${tool.closed}>
          ${QUESTIONS.map((name) => scale(tool, name, given[name]))}
          ${typed(tool, "wished", { label: say("rate.ask.wished"), value: given.wished ?? "", keep: wished, early: true, lines: 2, hint: say("web.rate.client.wished") })}
          ${wrongLine(tool, "voice")}
        </fieldset>
        ${done
          ? html`<p>${say("web.rate.client.done")}</p><div class="sst-row">
              <button type="button" class="sst-button sst-primary" @click=${() => taken(tool, rating)}>${say("web.rate.export")}</button></div>${lockView(tool)}`
          : nothing}
      </div>
    </div>`;
}

// What was answered so far: kept apart until there are three marks, for less is no form.
const answers = ({ rating, sitting }) => rating.voice ?? sitting.beside.frame ?? {};

function answer(tool, changes) {
  const now = { ...answers(tool), ...changes };
  if (QUESTIONS.every((name) => now[name] !== undefined)) tool.attempt("voice", (rating) => withVoice(rating, now));
  else tool.sitting.note({ frame: now });
}

function scale(tool, name, value) {
  const mark = (number) => html`
    <label class="rate-ten"><input type="radio" class="sst-said" name=${name} .checked=${value === number}
      @change=${() => answer(tool, { [name]: number })}><span>${number}</span></label>`;
  return html`
    <fieldset class="rate-question"><legend>${tool.say(`rate.ask.${name}`)}</legend>
      <div class="rate-scale">${MARKS.map(mark)}</div>
      <p class="rate-scale-ends sst-quietly"><span>${tool.say("web.rate.client.least")}</span><span>${tool.say("web.rate.client.most")}</span></p></fieldset>`;
}
