// One skill: whether there was occasion, what was seen, and behind a question of its own what hindered.
import { assessed, notApplicable, reopened, setAside, tick, untick, withMoment } from "../../engine/draft.js";
import { itemOf, ofKind } from "../../engine/instrument.js";
import { ratedOf } from "../../engine/levels.js";
import { asks } from "../../engine/questions.js";
import { html, nothing } from "../tool.js";
import { choice, fold, wrongLine, yesNo } from "./fields.js";
import { skillOf } from "./parts.js";
import { editorFor, tickView } from "./tick.js";

export function skillView(tool, skill) {
  const { say, instrument } = tool;
  const item = itemOf(instrument, skill);
  const rated = ratedOf(tool.rating, skill);
  const domain = instrument.domains.find((one) => one.id === item.domain).text;
  return html`
    <p class="sst-chips"><span class="sst-chip sst-skill">${domain}</span></p>
    <h2>${item.text}</h2>
    <p class="sst-quietly">${item.why}</p>
    ${fold(say("web.rate.seen"), html`<p>${item.seen}</p>`)}
    ${item.gated ? gateView(tool, item, rated) : nothing}
    ${wrongLine(tool, "skill")}
    ${item.gated && rated.state !== "assessed"
      ? nothing
      : rated.state === "na"
        ? asideView(tool, item, rated)
        : html`${conditionsView(tool, item, rated)} ${listView(tool, item, "basic")} ${listView(tool, item, "advanced")}
            ${hinderedView(tool, item, rated)} ${endView(tool, item, rated)}`}
  `;
}

function gateView(tool, item, rated) {
  const value = rated.state === "assessed" ? true : rated.state === "na" ? false : null;
  const pick = (yes) =>
    tool.attempt("skill", (now) =>
      yes ? assessed(now, tool.instrument, item.id) : setAside(now, tool.instrument, item.id, "no_opportunity"),
    );
  const hint = tool.say("rate.ask.gate");
  return yesNo(tool, "gate", { legend: item.gate, value, pick, hint });
}

function asideView(tool, item, rated) {
  const back = () => {
    tool.attempt("skill", (now) => reopened(now, tool.instrument, item.id));
    tool.focusOn(".rate-now h2");
  };
  return html`
    <p class="rate-told">${tool.say(`score.na.${rated.reason}`)}
      <button type="button" class="sst-button" @click=${back}>${tool.say("web.rate.na.back")}</button></p>`;
}

// Conditions first: who was never given occasion is not asked to have done it.
function conditionsView(tool, item, rated) {
  const conditional = item.ticks.filter((one) => one.conditional);
  if (conditional.length === 0) return nothing;
  const one = ({ id, text, when }) => {
    const counts = !rated.not_applicable_ticks.includes(id);
    const options = [
      { value: true, text: tool.say("web.rate.counts.yes") },
      { value: false, text: tool.say("web.rate.counts.no") },
    ];
    const pick = (yes) => tool.attempt("skill", (now) => notApplicable(now, tool.instrument, id, !yes));
    return choice(tool, `counts-${id.replace(".", "-")}`, { legend: text, hint: when, value: counts, options, pick });
  };
  return html`<div class="rate-conditions"><h3>${tool.say("web.rate.occasion")}</h3>${conditional.map(one)}</div>`;
}

function listView(tool, item, ...kinds) {
  const ticks = ofKind(item, ...kinds);
  const title = tool.instrument.kinds[kinds[0]];
  return html`
    <h3>${title[0].toUpperCase()}${title.slice(1)}</h3>
    <ul class="rate-tick-list">${ticks.map((one) => tickView(tool, item, one, keysOf(tool, item).indexOf(one) + 1))}</ul>`;
}

function hinderedView(tool, item, rated) {
  const { say, sitting } = tool;
  const harm = ofKind(item, "harm", "safety");
  const seen = harm.some((one) => rated.ticks.includes(one.id));
  const open = isOpen(tool, item);
  const pick = (yes) => {
    const others = (sitting.beside.opened ?? []).filter((one) => one !== item.id);
    sitting.note({ opened: yes ? [...others, item.id] : others });
    if (yes) return;
    tool.attempt("skill", (now) => harm.reduce((next, { id }) => (rated.ticks.includes(id) ? untick(next, tool.instrument, id) : next), now));
  };
  return html`
    ${yesNo(tool, "hindered", { legend: say("rate.ask.hindered"), value: open, pick, hint: open && !seen ? say("web.rate.hindered.hint") : undefined })}
    ${open ? html`<ul class="rate-tick-list">${harm.map((one) => tickView(tool, item, one, keysOf(tool, item).indexOf(one) + 1))}</ul>` : nothing}`;
}

function isOpen({ rating, sitting }, item) {
  const { ticks } = ratedOf(rating, item.id);
  return (sitting.beside.opened ?? []).includes(item.id) || ofKind(item, "harm", "safety").some((one) => ticks.includes(one.id));
}

function endView(tool, item, rated) {
  const { say } = tool;
  const reasons = [...(item.core ? [] : ["no_opportunity"]), ...(tool.rating.recording ? ["recording_gap"] : []), "not_in_this_exercise"];
  const aside = (reason) => {
    tool.attempt("skill", (now) => setAside(now, tool.instrument, item.id, reason));
    tool.set({ asking: null });
    tool.focusOn(".rate-now h2");
  };
  return html`
    <div class="sst-row">
      ${rated.state === "missing" ? html`<button type="button" class="sst-button" @click=${() => nothingSeen(tool)}>${say("web.rate.nothing")}</button>` : nothing}
      ${item.gated ? nothing : html`<button type="button" class="sst-button sst-quiet" aria-expanded=${tool.state.asking === "na"} @click=${() => tool.set({ asking: tool.state.asking === "na" ? null : "na" })}>${say("web.rate.na")}</button>`}
    </div>
    ${tool.state.asking === "na" && !item.gated
      ? html`<div class="sst-panel"><p>${say("rate.ask.reason")}</p><div class="sst-row">${reasons.map(
          (reason) => html`<button type="button" class="sst-button" @click=${() => aside(reason)}>${say(`rate.choice.${reason}`)}</button>`,
        )}</div></div>`
      : nothing}
  `;
}

/** The behaviours on the screen in the order of their keys. */
export function keysOf(tool, item) {
  return [...ofKind(item, "basic", "advanced"), ...(isOpen(tool, item) ? ofKind(item, "harm", "safety") : [])];
}

/** Looked at, and nothing seen: that is an answer too. */
export function nothingSeen(tool) {
  const item = itemOf(tool.instrument, tool.nowPart);
  if (item === null || ratedOf(tool.rating, item.id).state !== "missing") return;
  tool.attempt("skill", (now) => assessed(now, tool.instrument, item.id));
  tool.announce(tool.say("web.rate.standing.assessed"));
}

/** Opens what hindered, or the reasons why a skill does not count. */
export function openBehind(tool, asking) {
  const item = itemOf(tool.instrument, tool.nowPart);
  if (item === null || item.gated) return;
  tool.set({ asking });
}

/** The key of a behaviour: seen. Again, while a recording is at some moment, is another moment; else not seen after all. */
export function keyTick(tool, number) {
  const item = itemOf(tool.instrument, tool.nowPart);
  if (item === null) return;
  const rated = ratedOf(tool.rating, item.id);
  if (rated.state === "na" || (item.gated && rated.state !== "assessed")) return;
  const one = keysOf(tool, item)[number - 1];
  if (one === undefined) return;
  if (rated.not_applicable_ticks.includes(one.id)) tool.announce(tool.say("web.rate.counts.no"));
  else turn(tool, one, tool.playing.now !== null || !rated.ticks.includes(one.id));
}

/** Seen, at this moment of the recording; or not after all. */
export function turn(tool, one, seen) {
  const { instrument, playing } = tool;
  const at = playing.now;
  const mark = (now) => withMoment(tick(now, instrument, one.id), instrument, one.id, { at });
  const change = (now) => (!seen ? untick(now, instrument, one.id) : at === null ? tick(now, instrument, one.id) : mark(now));
  if (!tool.attempt("skill", change)) return;
  tool.announce(tool.say(seen ? "web.rate.tick.on" : "web.rate.tick.off", { text: one.text }));
  if (!seen || !asks(tool.rating, one).must) return;
  const moments = ratedOf(tool.rating, skillOf(one.id)).evidence;
  const own = moments.filter(({ tick: id }) => id === one.id).length;
  editorFor(tool, one, at === null ? own : own - 1);
}
