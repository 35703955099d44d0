// The screen on which is looked and ticked: what is open, whether it is saved, the recording, and one part at a time.
import { html } from "../tool.js";
import { button, quiet, told, when } from "./buttons.js";
import { closingView } from "./closing.js";
import { inWords, today } from "./days.js";
import { taken } from "./files.js";
import { finishView } from "./finish.js";
import { keysDialog, openKeys } from "./keys.js";
import { besidePart, partName } from "./parts.js";
import { playerView } from "./player-view.js";
import { sessionView } from "./session.js";
import { skillView } from "./skill.js";
import { stepsView } from "./steps.js";

const OTHERS = { session: sessionView, closing: closingView, finish: finishView };

export function watchView(tool) {
  const { nowPart: part } = tool;
  const recorded = tool.rating.recording !== null;
  return html`
    <div class="rate-watch ${recorded ? "rate-beside" : ""}" @focusin=${(event) => hush(tool, event)}
      @focusout=${(event) => goOn(tool, event)}>
      ${headView(tool)}
      ${when(recorded, () => html`<div class="rate-player">${playerView(tool)}</div>`)}
      <div class="rate-work-on">
        ${stepsView(tool, Object.keys(OTHERS))}
        <fieldset class="rate-now" ?disabled=${tool.closed} data-part=${part}>
          ${(OTHERS[part] ?? skillView)(tool, part)}
        </fieldset>
        ${onwardView(tool)}
      </div>
      ${keysDialog(tool)}
    </div>
  `;
}

/** Who, which session, whether it is saved, and what can be done at any time. */
export function headView(tool) {
  const { say, rating, state } = tool;
  const { label, role } = rating.rater;
  return html`
    <header class="rate-watch-head">
      <p class="rate-watch-who">
        <strong>${role === "self" ? label : say("web.rate.about", { label, ratee: rating.ratee })}</strong> ·
        ${say(`web.rate.role.${role}`)} · <span class="sst-code">${rating.session}</span> ${savedView(tool)}</p>
      <div class="sst-row rate-tight">
        ${when(!tool.closed && state.screen !== "report", () => turnsView(tool))}
        ${when(state.screen === "watch", () => quiet(say("web.rate.keys"), () => openKeys(tool)))}
        ${quiet(say("web.rate.to_start"), () => tool.toStart())}
      </div>
      ${warnings(tool)}
    </header>
  `;
}

function turnsView(tool) {
  const { past, undone } = tool.sitting.history;
  const one = (way, steps) =>
    quiet(tool.say(`web.rate.${way}`), () => tool.turnBack(way), { off: steps.length === 0 });
  return html`${one("undo", past)} ${one("redo", undone)}`;
}

function savedView({ say, sitting, shelf }) {
  const state = sitting.trouble ? "failed" : !sitting.whole ? "saving" : shelf.lasting ? "saved" : "memory";
  const said = say(`web.rate.saved.${state}`);
  return html`<span class="rate-saved rate-saved-${state}" data-saved=${sitting.saved}>${said}</span>`;
}

function warnings(tool) {
  const { say, rating, sitting } = tool;
  const { trouble } = sitting;
  const save = () => button(say("web.rate.export"), () => taken(tool, rating));
  const late = rating.recording !== null && rating.consent.erase_by < today();
  return [
    when(!sitting.mine, () => told(say("web.rate.reading_along"), { role: "status" })),
    when(trouble, () => told(html`${say(trouble.key)} ${save()}`, { bad: true, role: "alert" })),
    when(late, () => told(say("score.erase", { date: inWords(say, rating.consent.erase_by) }), { bad: true })),
  ];
}

// The way on, at the foot: also when nothing may be changed.
function onwardView(tool) {
  const one = (step, name, look) => {
    const part = besidePart(tool, step);
    if (part === null) return html`<span></span>`;
    return button(`${tool.say(`web.rate.${name}`)}: ${partName(tool, part)}`, () => tool.showPart(part), { look });
  };
  return html`
    <div class="sst-row rate-onward">${one(-1, "before", "sst-quiet")} ${one(1, "after", "sst-primary")}</div>`;
}

const TYPING = "textarea, input:not([type=checkbox], [type=radio], [type=file])";

// While something is typed the recording waits.
function hush(tool, { target }) {
  if (target.matches(TYPING)) tool.playing.player?.hush();
}

function goOn(tool, { target, relatedTarget }) {
  const stays = relatedTarget?.matches?.(`${TYPING}, .rate-editor *`) ?? false;
  if (target.matches(TYPING) && !stays) tool.playing.player?.resume();
}
