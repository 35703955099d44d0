// The day as it stands on the screen: its head, its rounds, and what can be done with it.
import { at, sizeWords } from "../../sheets/day-trainer.js";
import { html, nothing } from "../tool.js";
import { absence, absentNow } from "./absence.js";
import { startOf } from "./fields.js";
import { choices } from "./printing.js";
import { clockOf, covered, endOfDay, lines, remarks, rounds } from "./result.js";

const fold = (title, content) =>
  html`<details class="sst-fold">
    <summary>${title}</summary>
    ${content}
  </details>`;

const button = (text, act) => html`<button type="button" class="sst-button" @click=${act}>${text}</button>`;

const forget = (tool) =>
  html`<button type="button" class="sst-button sst-quiet" @click=${() => tool.forget()}>
    ${tool.say("web.day.kept.forget")}
  </button>`;

/** Before there is a day: the last one, or what to do. */
export function nothingYet(tool) {
  const { say } = tool;
  const { kept, wrong, needsLog } = tool.state;
  if (wrong || needsLog) return nothing;
  if (!kept) return html`<p class="sst-cover sst-noprint">${say("web.day.nothing")}</p>`;
  return html`<section class="sst-panel sst-noprint sst-day-kept">
    <h2>${say("web.day.kept")}</h2>
    <p>${sizeWords(kept, say)}</p>
    <div class="sst-row"><a class="sst-button" href="#${kept.asked}">${say("web.day.kept.open")}</a>${forget(tool)}</div>
  </section>`;
}

/** The whole day. */
export function dayOnScreen(tool) {
  const { say, state } = tool;
  const { day, pack, fields } = state;
  const start = startOf(fields);
  const jump = (part, key) => button(say(key), () => tool.jump(part));
  return html`<section class="sst-day-made">
    <h2>${sizeWords(day, say)}</h2>
    <p>
      ${at(0, start)}–${at(endOfDay(day), start)} · ${say("print.day.seed")} <span class="sst-code">${day.seed}</span>
    </p>
    <div class="sst-row">
      ${jump("printing", "web.day.print")} ${jump("absence", "web.day.absent")} ${jump("taking", "web.day.take")}
    </div>
    ${absentNow(tool)} ${remarks(day, say)} ${rounds(pack.cards, start, say)}
    ${fold(say("web.day.lines"), lines(day, say))} ${fold(say("print.day.clock"), clockOf(day, start, say))}
    ${fold(say("print.day.coverage"), covered(pack.cards, say))} ${absence(tool)} ${choices(tool)} ${taking(tool)}
  </section>`;
}

/** Taking the day along: the file, the log, the link, the calendar. */
function taking(tool) {
  const { say, state } = tool;
  const { made, fields, kept } = state;
  const start = startOf(fields) === null ? "09:30" : fields.start;
  const save = (what, text, act) =>
    html`<button type="button" class="sst-button" data-save=${what} @click=${act}>${text}</button>`;
  return html`<section class="sst-panel sst-noprint sst-day-taking">
    <h3>${say("web.day.take")}</h3>
    <div class="sst-row">
      ${save("day", say("web.day.save"), () => tool.saveDay())}
      ${save("log", say(tool.logOfDay ? "web.day.log.extend" : "web.day.log.begin"), () => tool.saveLog())}
    </div>
    <p class="sst-quietly">${say("web.day.save.how")}</p>
    <p class="sst-quietly">${say("web.day.log.save.how")}</p>
    ${made.stored ? nothing : link(tool)}
    <h4>${say("web.day.calendar")}</h4>
    <p class="sst-quietly">${say("web.day.calendar.how")}</p>
    <p><code>sst day --replay day.json --ics day.ics --start 2026-12-05T${start}</code></p>
    ${kept && !made.stored ? html`<p class="sst-quietly">${keptLine(tool)}</p>` : nothing}
  </section>`;
}

const keptLine = (tool) =>
  tool.state.lasting ? html`${tool.say("web.day.kept.how")} ${forget(tool)}` : tool.say("web.day.kept.not");

function link(tool) {
  const { say, state, asked } = tool;
  const address = new URL(location.href);
  address.hash = asked;
  return html`<h4>${say("web.day.link")}</h4>
    <p class="sst-quietly">${say(state.made.log ? "web.day.link.log" : "web.day.link.how")}</p>
    <div class="sst-row">
      <input
        class="sst-link"
        readonly
        aria-label=${say("web.day.link")}
        .value=${address.href}
        @focus=${(event) => event.target.select()}
      />
      ${button(say("web.share.copy"), () => tool.copy(address.href))}
    </div>`;
}
