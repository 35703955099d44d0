// Whether all is there: what lacks, each with the way to it; then the profile, and locking.
import { faults, unfinished } from "../../engine/checks.js";
import { locked } from "../../engine/draft.js";
import { sentenceKey } from "../../engine/findings.js";
import { itemOf } from "../../engine/instrument.js";
import { hasUnsafeTick } from "../../engine/session-checks.js";
import { html, nothing } from "../tool.js";
import { button, primary, quiet, told, when } from "./buttons.js";
import { taken } from "./files.js";
import { lackingTicks, missingSkills, partName, skillOf } from "./parts.js";
import { openSafety } from "./report-words.js";
import { rowOf } from "./tick.js";

export function finishView(tool) {
  const { say, rating } = tool;
  const lacking = lacks(tool);
  const whole = lacking.length === 0;
  const unsafe = hasUnsafeTick(rating) && rating.resolution === null;
  return html`
    <h2>${say("web.rate.part.finish")}</h2>
    ${when(unsafe, () => told(openSafety(say, rating), { bad: true }))}
    ${whole ? html`<p>${say("web.rate.whole")}</p>` : lackingView(tool, lacking)}
    <div class="sst-row">
      ${primary(say("web.rate.profile"), () => tool.go("report"), { off: !whole })}
      ${button(say("web.rate.export"), () => taken(tool, rating))}
    </div>
    ${when(whole, () => lockView(tool))}
  `;
}

function lackingView(tool, lacking) {
  const { length: count } = lacking;
  const way = ({ part, focus, text }) => (part === null ? text : quiet(text, () => tool.showPart(part, focus)));
  return html`
    <p>${tool.say(count === 1 ? "web.rate.lacking.one" : "web.rate.lacking", { count })}</p>
    <ul class="rate-lacking">${lacking.map((one) => html`<li>${way(one)}</li>`)}</ul>`;
}

const ELSEWHERE = ["R113", "R115", "R116", "R117"];

// Skills, then moments; and whatever else a file may have wrong that came from elsewhere.
function lacks(tool) {
  const { say, rating, instrument } = tool;
  const skill = (part) => ({ part, text: say("web.rate.lack.skill", { skill: partName(tool, part) }) });
  const moment = ({ what, tick }) => {
    const { text } = itemOf(instrument, skillOf(tick)).ticks.find((one) => one.id === tick);
    return { part: skillOf(tick), focus: `#${rowOf(tick)}`, text: `${text} ${say(`web.rate.lacks.${what}`)}` };
  };
  const problems = [...faults(rating, instrument), ...unfinished(rating, instrument)];
  const others = problems.filter(({ code }) => !ELSEWHERE.includes(code));
  return [
    ...missingSkills(tool).map(skill),
    ...lackingTicks(tool).map(moment),
    ...others.map((problem) => ({ part: null, text: say(sentenceKey(problem), problem.words) })),
  ];
}

/** Locking, with the one sentence that it is for good. */
export function lockView(tool) {
  const { say, state } = tool;
  if (tool.closed) return nothing;
  const ask = (asking) => () => {
    tool.set({ asking });
    tool.focusOn(".rate-lock .sst-row button");
  };
  const asking = () => html`
    <p><strong>${say("web.rate.lock.sure")}</strong></p>
    <div class="sst-row">${primary(say("web.rate.lock.yes"), () => lock(tool))}
      ${quiet(say("web.rate.cancel"), ask(null))}</div>`;
  return html`
    <section class="sst-panel rate-lock sst-noprint" aria-labelledby="rate-lock">
      <h3 id="rate-lock">${say("web.rate.lock")}</h3>
      <p>${say("web.rate.lock.why")}</p>
      ${state.asking === "lock"
        ? asking()
        : html`<div class="sst-row">${button(`${say("web.rate.lock")} …`, ask("lock"))}</div>`}
    </section>`;
}

async function lock(tool) {
  const { rating, problems } = locked(tool.rating, tool.instrument);
  if (problems.length > 0) return tool.set({ asking: null });
  if (!(await tool.sitting.seal(rating))) {
    tool.set({ asking: null });
    return tool.focusOn(".rate-watch-head [role=alert] button");
  }
  tool.playing.close();
  tool.go(rating.rater.role === "client" ? "client" : "report", { told: tool.say("web.rate.locked") });
  return undefined;
}
