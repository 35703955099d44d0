// The screen on which is looked and ticked: what is open, whether it is saved, the recording, and one part at a time.
import { clock } from "../../engine/times.js";
import { live } from "../../../vendor/lit-html/directives/live.js";
import { html, nothing } from "../tool.js";
import { closingView, countersView } from "./closing.js";
import { inWords, today } from "./days.js";
import { taken } from "./files.js";
import { fold, wrongLine } from "./fields.js";
import { finishView } from "./finish.js";
import { keysDialog, openKeys } from "./keys.js";
import { makeMark, marksView } from "./marks.js";
import { besidePart, partName, partsOf, standingOf } from "./parts.js";
import { chooseFile } from "./recording.js";
import { sessionView } from "./session.js";
import { skillView } from "./skill.js";
import { lineWords, timelineView } from "./timeline.js";

/** Where all parts are in sight beside the one at hand; on a phone they fold. */
const WIDE = matchMedia("(min-width: 60rem)");

const OTHERS = { session: sessionView, closing: closingView, finish: finishView };

export function watchView(tool) {
  const { nowPart: part } = tool;
  const aside = tool.rating.recording !== null;
  return html`
    <div class="rate-watch ${aside ? "rate-beside" : ""}" @focusin=${(event) => hush(tool, event)} @focusout=${(event) => goOn(tool, event)}>
      ${headView(tool)}
      ${aside ? html`<div class="rate-player">${playerView(tool)}</div>` : nothing}
      <div class="rate-work-on">
        ${stepsView(tool)}
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
  const { say, rating, sitting } = tool;
  const { history } = sitting;
  const { label, role } = rating.rater;
  const about = role === "self" ? label : say("web.rate.about", { label, ratee: rating.ratee });
  return html`
    <header class="rate-watch-head">
      <p class="rate-watch-who"><strong>${about}</strong> · ${say(`web.rate.role.${role}`)} ·
        <span class="sst-code">${rating.session}</span> ${savedView(tool)}</p>
      <div class="sst-row rate-tight">
        ${tool.closed || tool.state.screen === "report"
          ? nothing
          : html`<button type="button" class="sst-button sst-quiet" ?disabled=${history.past.length === 0} @click=${() => tool.turnBack("undo")}>${say("web.rate.undo")}</button>
              <button type="button" class="sst-button sst-quiet" ?disabled=${history.undone.length === 0} @click=${() => tool.turnBack("redo")}>${say("web.rate.redo")}</button>`}
        ${tool.state.screen === "watch" ? html`<button type="button" class="sst-button sst-quiet" @click=${() => openKeys(tool)}>${say("web.rate.keys")}</button>` : nothing}
        <button type="button" class="sst-button sst-quiet" @click=${() => tool.toStart()}>${say("web.rate.to_start")}</button>
      </div>
      ${warnings(tool)}
    </header>
  `;
}

function savedView({ say, sitting, shelf }) {
  const state = sitting.trouble ? "failed" : !sitting.whole ? "saving" : shelf.lasting ? "saved" : "memory";
  return html`<span class="rate-saved rate-saved-${state}" data-saved=${sitting.saved}>${say(`web.rate.saved.${state}`)}</span>`;
}

function warnings(tool) {
  const { say, rating, sitting } = tool;
  const exported = html`<button type="button" class="sst-button" @click=${() => taken(tool, rating)}>${say("web.rate.export")}</button>`;
  const told = [];
  if (!sitting.mine) told.push(html`<p class="rate-told" role="status">${say("web.rate.reading_along")}</p>`);
  if (sitting.trouble) told.push(html`<p class="rate-told rate-bad" role="alert">${say(sitting.trouble.key ?? "web.store.not_kept")} ${exported}</p>`);
  if (rating.recording !== null && rating.consent.erase_by < today()) {
    told.push(html`<p class="rate-told rate-bad">${say("score.erase", { date: inWords(say, rating.consent.erase_by) })}</p>`);
  }
  return told;
}

function stepsView(tool) {
  const { say, nowPart } = tool;
  const parts = partsOf(tool);
  const pick = (part) => {
    tool.stepsOpen = false;
    tool.showPart(part);
  };
  const step = (part, i) => {
    const standing = part in OTHERS ? "other" : standingOf(tool, part);
    const told = standing === "other" ? "" : say(`web.rate.standing.${standing}`);
    return html`
      <li><button type="button" data-to=${part} class="rate-step rate-step-${standing}" aria-current=${part === nowPart ? "step" : "false"}
        @click=${() => pick(part)}><span class="rate-step-sign" aria-hidden="true">${part in OTHERS ? "" : i}</span>
        <span>${partName(tool, part)}</span>${told ? html`<span class="sst-said">, ${told}</span>` : nothing}</button></li>`;
  };
  const place = say("web.rate.place", { at: parts.indexOf(nowPart) + 1, of: parts.length });
  const turn = (event) => {
    event.preventDefault();
    tool.stepsOpen = !tool.stepsOpen;
    tool.draw();
  };
  return html`
    <details class="rate-steps" .open=${live(WIDE.matches || (tool.stepsOpen ?? false))}>
      <summary @click=${turn}>${partName(tool, nowPart)} <span class="sst-quietly">${place}</span></summary>
      <nav aria-label=${say("web.rate.parts")}><ol>${parts.map(step)}</ol></nav>
    </details>`;
}

// The way on, at the foot: also when nothing may be changed.
function onwardView(tool) {
  const { say } = tool;
  const one = (step, name, look) => {
    const part = besidePart(tool, step);
    if (part === null) return html`<span></span>`;
    return html`<button type="button" class="sst-button ${look}" @click=${() => tool.showPart(part)}>
      <span>${say(`web.rate.${name}`)}: ${partName(tool, part)}</span></button>`;
  };
  return html`<div class="sst-row rate-onward">${one(-1, "before", "sst-quiet")} ${one(1, "after", "sst-primary")}</div>`;
}

// The recording and its line, which stay in sight; below these what one needs less often.
function playerView(tool) {
  const { say, playing } = tool;
  const { player } = playing;
  const open = playing.there && !tool.closed;
  return html`
    <div class="rate-player-top">
      ${playing.there ? player.media : againView(tool)}
      ${playing.there && tool.nowPart !== "session" ? wrongLine(tool, "file") : nothing}
      ${playing.there
        ? html`<div class="sst-row rate-tight sst-controls">
            <button type="button" class="sst-button" aria-label=${say("web.rate.back5")} @click=${() => player.skip(-5)}>−5 s</button>
            <button type="button" class="sst-button" aria-label=${say("web.rate.on5")} @click=${() => player.skip(5)}>+5 s</button>
            ${open ? html`<button type="button" class="sst-button sst-primary" @click=${() => makeMark(tool)}>${say("web.rate.mark")}</button>` : nothing}</div>`
        : nothing}
      ${timelineView(tool)}
    </div>
    <div class="rate-player-more">
      ${lineWords(tool)} ${marksView(tool)} ${playing.there ? speedView(tool) : nothing}
      ${tool.nowPart === "closing" || tool.closed ? nothing : fold(say("web.rate.counting"), countersView(tool))}
    </div>
  `;
}

function againView(tool) {
  const { name, seconds } = tool.rating.recording;
  const again = tool.say("web.rate.recording.again", { name, length: clock(seconds) });
  return html`<p class="sst-quietly">${again}</p>${chooseFile(tool)}`;
}

function speedView(tool) {
  const { say } = tool;
  const { player } = tool.playing;
  const turn = (step) => tool.announce(say("web.rate.speed", { speed: number(tool, player.faster(step)) }));
  return html`<div class="sst-row rate-tight sst-controls">
    <button type="button" class="sst-button" aria-label=${say("web.rate.slower")} @click=${() => turn(-1)}>−</button>
    <span class="rate-speed">${say("web.rate.speed", { speed: `${number(tool, player.media.playbackRate)}×` })}</span>
    <button type="button" class="sst-button" aria-label=${say("web.rate.faster")} @click=${() => turn(1)}>+</button></div>`;
}

/** A number as people write it here. */
const number = (tool, value) => value.toLocaleString(tool.cards.lang);

const TYPING = "textarea, input:not([type=checkbox], [type=radio], [type=file], [type=button])";

// While something is typed the recording waits.
function hush(tool, { target }) {
  if (target.matches(TYPING)) tool.playing.player?.hush();
}

function goOn(tool, { target, relatedTarget }) {
  const stays = relatedTarget?.matches?.(`${TYPING}, .rate-editor *`) ?? false;
  if (target.matches(TYPING) && !stays) tool.playing.player?.resume();
}
