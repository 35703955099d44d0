// The planner's form: what every day needs in sight, the rest behind "more choices".
import { live } from "../../../vendor/lit-html/directives/live.js";
import { LEVELS, LONGEST_BREAK, MINUTES, ROUNDS, SIZES } from "../../engine/day-options.js";
import { html, nothing } from "../tool.js";
import { checkbox, folding, number, text, tied, toggled, typed, wrongLine } from "./controls.js";

/** Groups that one trainer can be near to when own issues are talked about. */
const ONE_TRAINER = 4;

const upTo = (count) => Array.from({ length: count }, (_, at) => at + 1);

/** How many rounds are asked for, as far as that can be read. */
const roundsOf = ({ rounds }) => Math.min(Math.max(Number(rounds) || 1, ROUNDS[0]), ROUNDS[1]);

/**
 * @param {import("../day.js").default} tool
 */
export function form(tool) {
  const { state, say } = tool;
  const fold = folding(tool, "more");
  return html`<form
    class="sst-panel sst-controls sst-day-form"
    novalidate
    @submit=${(event) => {
      event.preventDefault();
      tool.ask();
    }}
  >
    <div class="sst-fields">
      ${number(tool, "participants", SIZES)} ${number(tool, "rounds", ROUNDS)}
      <label class="sst-field"
        >${say("web.day.start")}
        <input
          type="time"
          name="start"
          .value=${live(state.fields.start)}
          @input=${typed(tool, "start")}
          @change=${() => tool.retime()}
        />
      </label>
      ${text(tool, "seed", { placeholder: say("web.play.seed.empty"), most: 200, code: true })}
    </div>
    <details class="sst-fold" .open=${live(state.more)} @toggle=${fold.toggled}>
      <summary @click=${fold.pressed}>${say("web.day.more")}</summary>
      ${skills(tool)} ${dealing(tool)} ${level(tool)} ${ownIssue(tool)}
      <div class="sst-fields">
        ${text(tool, "apart", { hint: say("web.day.apart.how"), placeholder: "3-7, 2-9", most: 600 })}
        ${number(tool, "minutes", MINUTES)}
      </div>
      ${breaks(tool)} ${files(tool)}
    </details>
    ${wrongLine(state, "day")}
    <div class="sst-row">
      <button class="sst-button sst-primary">${say("web.day.make")}</button>
      ${
        state.day
          ? html`<button type="button" class="sst-button" @click=${() => tool.ask({ fresh: true })}>
              ${say("web.day.shuffle")}
            </button>`
          : nothing
      }
    </div>
  </form>`;
}

function skills(tool) {
  const chosen = tool.state.fields.skills;
  const { by } = tied(tool.state, "skills");
  const known = tool.library.draw.instrument.items.filter((item) => !item.gated);
  return html`<fieldset aria-describedby=${by}>
    <legend>${tool.say("web.day.skills")}</legend>
    <p class="sst-hint">${tool.say("web.day.skills.how")}</p>
    <div class="sst-day-skills">
      ${known.map(
        (item) =>
          html`<label class="sst-choice"
            ><input
              type="checkbox"
              name="skills"
              value=${item.id}
              .checked=${live(chosen.includes(item.id))}
              @change=${toggled(tool, "skills", item.id)}
            /><span>${item.text}</span></label
          >`,
      )}
    </div>
    ${wrongLine(tool.state, "skills")}
  </fieldset>`;
}

const dealing = (tool) =>
  html`<fieldset>
    <legend>${tool.say("web.day.dealing")}</legend>
    ${checkbox(tool, "dealt")} ${checkbox(tool, "sameCase")}
  </fieldset>`;

function level(tool) {
  const { invalid, by } = tied(tool.state, "level");
  const choice = (name) =>
    html`<label class="sst-field"
      >${tool.say(`web.day.${name}`)}
      <select
        name=${name}
        aria-invalid=${invalid}
        aria-describedby=${by}
        @change=${(event) => tool.change({ [name]: event.target.value })}
      >
        ${upTo(LEVELS[1])
          .map(String)
          .map(
            (one) =>
              html`<option value=${one} ?selected=${one === tool.state.fields[name]}>
                ${tool.say(`web.level.${one}`)}
              </option>`,
          )}
      </select></label
    >`;
  return html`<fieldset>
    <legend>${tool.say("web.play.level")}</legend>
    <p class="sst-hint">${tool.say("web.day.level.how")}</p>
    <div class="sst-fields">${choice("levelMin")} ${choice("levelMax")}</div>
    ${wrongLine(tool.state, "level")}
  </fieldset>`;
}

const secondTrainer = ({ say }) =>
  html`<p class="sst-hint sst-day-crowded" role="status">${say("web.day.own.crowded")}</p>`;

/** Rounds with something of one's own: the first and the last cannot be chosen, only let go again. */
function ownIssue(tool) {
  const { fields } = tool.state;
  const rounds = roundsOf(fields);
  const most = Math.max(rounds, ...fields.own.map(Number).filter((one) => one <= ROUNDS[1]));
  const crowded = fields.own.length > 0 && Math.floor(Number(fields.participants) / 3) > ONE_TRAINER;
  const { by } = tied(tool.state, "own");
  return html`<fieldset aria-describedby=${by}>
    <legend>${tool.say("web.day.own")}</legend>
    <p class="sst-hint">${tool.say("web.day.own.how")}</p>
    <div class="sst-choices sst-day-numbers">
      ${upTo(most).map((round) => {
        const chosen = fields.own.includes(String(round));
        return html`<label class="sst-step"
          ><input
            type="checkbox"
            name="own"
            value=${round}
            aria-label=${tool.say("print.round", { round })}
            .checked=${live(chosen)}
            ?disabled=${!chosen && (round === 1 || round >= rounds)}
            @change=${toggled(tool, "own", String(round))}
          /><span>${round}</span></label
        >`;
      })}
    </div>
    ${wrongLine(tool.state, "own")} ${crowded ? secondTrainer(tool) : nothing}
  </fieldset>`;
}

function breaks(tool) {
  const { fields } = tool.state;
  const { invalid, by } = tied(tool.state, "breaks");
  const put = (at, name) => (event) =>
    tool.change({ breaks: fields.breaks.map((one, i) => (i === at ? { ...one, [name]: event.target.value } : one)) });
  const remove = (at) => {
    tool.change({ breaks: fields.breaks.filter((_, i) => i !== at) });
    tool.focusOn(".sst-day-more-breaks");
  };
  const add = () => {
    const free = upTo(roundsOf(fields) - 1).find(
      (round) => !fields.breaks.some(({ after }) => Number(after) === round),
    );
    tool.change({ breaks: [...fields.breaks, { after: String(free ?? 1), minutes: "15" }] });
    tool.focusOn(".sst-day-break:last-of-type input");
  };
  return html`<fieldset aria-describedby=${by}>
    <legend>${tool.say("web.day.breaks")}</legend>
    ${fields.breaks.map(
      ({ after, minutes }, at) =>
        html`<div class="sst-day-break">
          <label class="sst-field"
            >${tool.say("web.day.break.after")}
            <input
              type="number"
              inputmode="numeric"
              min="1"
              max=${ROUNDS[1] - 1}
              aria-invalid=${invalid}
              .value=${live(after)}
              @input=${put(at, "after")}
          /></label>
          <label class="sst-field"
            >${tool.say("web.day.break.minutes")}
            <input
              type="number"
              inputmode="numeric"
              min="1"
              max=${LONGEST_BREAK}
              aria-invalid=${invalid}
              .value=${live(minutes)}
              @input=${put(at, "minutes")}
          /></label>
          <button
            type="button"
            class="sst-button sst-quiet"
            aria-label=${tool.say("web.day.break.remove_one", { round: after })}
            @click=${() => remove(at)}
          >
            ${tool.say("web.day.break.remove")}
          </button>
        </div>`,
    )}
    ${wrongLine(tool.state, "breaks")}
    <button type="button" class="sst-button sst-day-more-breaks" @click=${add}>${tool.say("web.day.break.add")}</button>
  </fieldset>`;
}

/** Two files a trainer may bring: the log of earlier days, and a day that was saved. */
function files(tool) {
  const { log, needsLog } = tool.state;
  const wanting = html`<p class="sst-wrong-line" role="status">${tool.say("web.day.log.needed")}</p>`;
  const pick = (name, chosen) =>
    html`<div class="sst-field">
      <label for="sst-day-${name}">${tool.say(`web.day.${name}`)}</label>
      <input
        id="sst-day-${name}"
        name=${name}
        type="file"
        accept=".json,application/json"
        aria-describedby="sst-hint-${name}"
        aria-invalid=${tied(tool.state, name).invalid}
        @change=${(event) => chosen(event.target)}
      />
      <span class="sst-hint" id="sst-hint-${name}">${tool.say(`web.day.${name}.how`)}</span
      >${wrongLine(tool.state, name)}
    </div>`;
  return html`<div class="sst-fields sst-day-files">
      ${pick("log", (input) => tool.openLog(input))} ${pick("stored", (input) => tool.openStored(input))}
    </div>
    ${
      log
        ? html`<p role="status">
            ${tool.say("web.day.log.read", { name: log.name, count: log.ledger.days.length })}
            <button type="button" class="sst-button sst-quiet" @click=${() => tool.closeLog()}>
              ${tool.say("web.day.log.remove")}
            </button>
          </p>`
        : nothing
    }
    ${needsLog && !log ? wanting : nothing}`;
}
