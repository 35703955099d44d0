// The client's form after a talk: three questions from 0 to 10 and a line. No sum and no verdict; it stands beside a
// profile and never in it.
import { withVoice } from "../../engine/draft.js";
import { words } from "../../engine/replies.js";
import { html } from "../tool.js";
import { primary, told, when } from "./buttons.js";
import { typed, wrongLine } from "./fields.js";
import { taken } from "./files.js";
import { lockView } from "./finish.js";
import { headView } from "./watch.js";

const QUESTIONS = ["topic", "understood", "forward"];
const MARKS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export function clientView(tool) {
  const { say, state } = tool;
  const given = answers(tool);
  return html`
    <div class="rate-watch">${headView(tool)}
      <div class="sst-sheet">
        <h2>${say("web.rate.client.title")}</h2>
        ${state.told ? told(state.told, { role: "status" }) : html`<p>${say("web.rate.client.how")}</p>`}
        <fieldset class="rate-now" ?disabled=${tool.closed}>
          ${QUESTIONS.map((name) => scale(tool, name, given[name]))}
          ${wishedView(tool, given.wished)} ${wrongLine(tool, "voice")}
        </fieldset>
        ${when(whole(given), () => doneView(tool))}
      </div>
    </div>`;
}

const whole = (given) => QUESTIONS.every((name) => given[name] !== undefined);

// What was answered so far: kept apart until there are three marks, for less is no form.
const answers = ({ rating, sitting }) => rating.voice ?? sitting.beside.frame ?? {};

function answer(tool, changes) {
  const now = { ...answers(tool), ...changes };
  if (whole(now)) tool.attempt("voice", (rating) => withVoice(rating, now));
  else tool.sitting.note({ frame: now });
}

function wishedView(tool, wished) {
  const keep = (text) => tool.fits("wished", () => answer(tool, { wished: words(text) }));
  const asked = { label: tool.say("rate.ask.wished"), hint: tool.say("web.rate.client.wished") };
  return typed(tool, "wished", { ...asked, value: wished ?? "", keep, early: true, lines: 2 });
}

function scale(tool, name, value) {
  const mark = (number) => html`
    <label class="rate-ten"><input type="radio" class="sst-said" name=${name} .checked=${value === number}
      @change=${() => answer(tool, { [name]: number })}><span>${number}</span></label>`;
  return html`
    <fieldset class="rate-question"><legend>${tool.say(`rate.ask.${name}`)}</legend>
      <div class="rate-scale">${MARKS.map(mark)}</div>
      <p class="rate-scale-ends sst-quietly">
        <span>${tool.say("web.rate.client.least")}</span>
        <span>${tool.say("web.rate.client.most")}</span></p></fieldset>`;
}

const doneView = (tool) => html`
  <p>${tool.say("web.rate.client.done")}</p>
  <div class="sst-row">${primary(tool.say("web.rate.export"), () => taken(tool, tool.rating))}</div>
  ${lockView(tool)}`;
