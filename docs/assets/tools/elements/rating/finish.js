// Whether all is there: what lacks, each with the way to it; then the profile, and locking.
import { faults, unfinished } from "../../engine/checks.js";
import { locked } from "../../engine/draft.js";
import { sentenceKey } from "../../engine/findings.js";
import { itemOf } from "../../engine/instrument.js";
import { hasUnsafeTick } from "../../engine/session-checks.js";
import { html, nothing } from "../tool.js";
import { taken } from "./files.js";
import { lackingTicks, missingSkills, partName, skillOf } from "./parts.js";
import { openSafety } from "./report-words.js";

export function finishView(tool) {
  const { say, rating, instrument } = tool;
  const lacking = lacks(tool);
  const whole = lacking.length === 0;
  const unsafe = hasUnsafeTick(rating) && rating.resolution === null;
  return html`
    <h2>${say("web.rate.part.finish")}</h2>
    ${unsafe ? html`<p class="rate-told rate-bad">${openSafety(say, rating)}</p>` : nothing}
    ${whole
      ? html`<p>${say("web.rate.whole")}</p>`
      : html`<p>${say(lacking.length === 1 ? "web.rate.lacking.one" : "web.rate.lacking", { count: lacking.length })}</p>
          <ul class="rate-lacking">${lacking.map(({ part, focus, text }) => html`<li>${part ? html`<button type="button" class="sst-button sst-quiet" @click=${() => tool.showPart(part, focus)}>${text}</button>` : text}</li>`)}</ul>`}
    <div class="sst-row">
      <button type="button" class="sst-button sst-primary" ?disabled=${!whole} @click=${() => tool.go("report")}>${say("web.rate.profile")}</button>
      <button type="button" class="sst-button" @click=${() => taken(tool, rating)}>${say("web.rate.export")}</button>
    </div>
    ${whole ? lockView(tool) : nothing}
  `;

  function lacks() {
    const found = missingSkills(tool).map((skill) => ({ part: skill, text: say("web.rate.lack.skill", { skill: partName(tool, skill) }) }));
    for (const { what, tick } of lackingTicks(tool)) {
      const { text } = itemOf(instrument, skillOf(tick)).ticks.find((one) => one.id === tick);
      found.push({ part: skillOf(tick), focus: `#tick-${tick.replace(".", "-")}`, text: `${text} ${say(`web.rate.lacks.${what}`)}` });
    }
    const known = ["R113", "R115", "R116", "R117"];
    const others = [...faults(rating, instrument), ...unfinished(rating, instrument)].filter(({ code }) => !known.includes(code));
    return [...found, ...others.map((problem) => ({ part: null, text: say(sentenceKey(problem), problem.words) }))];
  }
}

/** Locking, with the one sentence that it is for good. */
export function lockView(tool) {
  const { say, state } = tool;
  if (tool.closed) return nothing;
  const ask = (asking) => {
    tool.set({ asking });
    tool.focusOn(asking === "lock" ? ".rate-lock .sst-primary" : ".rate-lock button");
  };
  return html`
    <section class="sst-panel rate-lock sst-noprint" aria-labelledby="rate-lock">
      <h3 id="rate-lock">${say("web.rate.lock")}</h3>
      <p>${say("web.rate.lock.why")}</p>
      ${state.asking === "lock"
        ? html`<p><strong>${say("web.rate.lock.sure")}</strong></p><div class="sst-row">
            <button type="button" class="sst-button sst-primary" @click=${() => lock(tool)}>${say("web.rate.lock.yes")}</button>
            <button type="button" class="sst-button sst-quiet" @click=${() => ask(null)}>${say("web.rate.cancel")}</button></div>`
        : html`<div class="sst-row"><button type="button" class="sst-button" @click=${() => ask("lock")}>${say("web.rate.lock")} …</button></div>`}
    </section>`;
}

async function lock(tool) {
  const { rating, problems } = locked(tool.rating, tool.instrument);
  if (problems.length > 0) return tool.set({ asking: null });
  await tool.sitting.seal(rating);
  tool.playing.close();
  tool.go(rating.rater.role === "client" ? "client" : "report", { told: tool.say("web.rate.locked") });
  return undefined;
}
