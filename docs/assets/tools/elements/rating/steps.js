// All parts of an observation in a row, each with how it stands: in sight beside the work, and folded on a phone.
import { live } from "../../../vendor/lit-html/directives/live.js";
import { html } from "../tool.js";
import { when } from "./buttons.js";
import { partName, partsOf, standingOf } from "./parts.js";

const WIDE = matchMedia("(min-width: 60rem)");

/** @param {string[]} others the parts that are no skills */
export function stepsView(tool, others) {
  const { say, nowPart } = tool;
  const parts = partsOf(tool);
  const place = say("web.rate.place", { at: parts.indexOf(nowPart) + 1, of: parts.length });
  const turn = (event) => {
    event.preventDefault();
    tool.stepsOpen = !tool.stepsOpen;
    tool.draw();
  };
  return html`
    <details class="rate-steps" .open=${live(WIDE.matches || (tool.stepsOpen ?? false))}>
      <summary @click=${turn}>${partName(tool, nowPart)} <span class="sst-quietly">${place}</span></summary>
      <nav aria-label=${say("web.rate.parts")}>
        <ol>${parts.map((part, i) => step(tool, part, others.includes(part) ? null : i))}</ol></nav>
    </details>`;
}

function step(tool, part, number) {
  const standing = number === null ? "other" : standingOf(tool, part);
  const pick = () => {
    tool.stepsOpen = false;
    tool.showPart(part);
  };
  const sign = () => html`<span class="rate-step-sign" aria-hidden="true">${number}</span>`;
  const told = () => html`<span class="sst-said">, ${tool.say(`web.rate.standing.${standing}`)}</span>`;
  return html`
    <li><button type="button" data-to=${part} class="rate-step rate-step-${standing}"
      aria-current=${part === tool.nowPart ? "step" : "false"} @click=${pick}>
      ${when(number !== null, sign)} <span>${partName(tool, part)}</span>${when(number !== null, told)}</button></li>`;
}
