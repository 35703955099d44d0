// A bar as long as the recording, with a mark for each moment that was noted. No waveform: that would decode it all.
import { itemOf } from "../../engine/instrument.js";
import { clock } from "../../engine/times.js";
import { html, nothing } from "../tool.js";
import { when } from "./buttons.js";
import { skillOf } from "./parts.js";

// Every moment with a time, in the order of the recording.
function gathered({ rating, marks, instrument, say }) {
  const found = marks.map(({ at, note }) => ({ at, note, kind: "mark", text: say("web.rate.marked") }));
  if (rating.keep?.at != null) found.push({ ...rating.keep, kind: "keep", text: say("score.did.keep") });
  for (const [skill, rated] of Object.entries(rating.items)) {
    for (const { tick, at, note } of rated.evidence) {
      if (at === null) continue;
      const { kind, text } = itemOf(instrument, skill).ticks.find((one) => one.id === tick);
      found.push({ at, note, kind, text, tick, skill: skillOf(tick) });
    }
  }
  return found.sort((one, other) => one.at - other.at);
}

const momentsOf = ({ rating, sitting, instrument, say }) => gathered({ rating, marks: sitting.marks, instrument, say });

/** The bar itself. */
export function timelineView(tool) {
  const { say, rating, playing } = tool;
  const { recording, span } = rating;
  const all = momentsOf(tool);
  const along = (at) => `${(100 * Math.min(at, recording.seconds)) / recording.seconds}%`;
  const stop = Math.min(tool.state.stop ?? 0, all.length - 1);
  const mark = (one, i) => {
    const said = [clock(one.at), one.text, one.note ? `‘${one.note}’` : ""].filter(Boolean).join(" ");
    return html`
      <button type="button" class="rate-line-mark" data-kind=${one.kind} style="left:${along(one.at)}" title=${said}
        aria-label=${said} tabindex=${i === stop ? 0 : -1} @click=${() => visit(tool, one, i)}></button>`;
  };
  const part = () => html`
    <span class="rate-line-span" style="left:${along(span.from)};right:calc(100% - ${along(span.to)})"></span>`;
  return html`
    <div class="rate-line" role="group" aria-label=${say("web.rate.line")} @click=${(event) => goThere(tool, event)}
      @keydown=${(event) => rove(tool, event, all)}>
      ${when(span, part)} ${playing.there ? playing.head : nothing} ${all.map(mark)}
    </div>`;
}

/** Where the recording is, and how many moments stand on the bar. */
export function lineWords(tool) {
  const { say, rating, playing } = tool;
  const { length: count } = momentsOf(tool);
  return html`<p class="rate-line-words">${playing.there ? playing.clock : clock(rating.recording.seconds)}
    <span class="sst-quietly">${say(count === 1 ? "web.rate.moments.one" : "web.rate.moments", { count })}</span></p>`;
}

// Plays a moment with what led to it, and shows the skill it belongs to.
function visit(tool, { at, skill }, i) {
  tool.playing.player?.replay(at);
  if (skill && skill !== tool.nowPart) tool.showPart(skill, null);
  tool.set({ stop: i });
}

/** To the moment before or after the one where the recording is. */
export function nearby(tool, step) {
  const { player } = tool.playing;
  if (!player) return;
  const all = momentsOf(tool);
  const now = tool.state.stop ?? (step > 0 ? -1 : all.length);
  const i = Math.min(Math.max(now + step, 0), all.length - 1);
  if (all.length > 0) visit(tool, all[i], i);
}

// A press on the bar itself goes there.
function goThere(tool, event) {
  const { player } = tool.playing;
  if (!player || event.target !== event.currentTarget) return;
  const { left, width } = event.currentTarget.getBoundingClientRect();
  player.seek((player.seconds * (event.clientX - left)) / width);
}

// One stop for the Tab key; the arrows go from moment to moment.
function rove(tool, event, all) {
  const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -all.length, End: all.length };
  if (!(event.key in steps) || all.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const stop = Math.min(Math.max((tool.state.stop ?? 0) + steps[event.key], 0), all.length - 1);
  tool.set({ stop });
  event.currentTarget.querySelectorAll("button")[stop].focus();
}
