// One skill: whether there was occasion, what was seen, and behind a question of its own what hindered.
import { assessed, notApplicable, reopened, setAside, tick, untick, withMoment } from "../../engine/draft.js";
import { itemOf, ofKind } from "../../engine/instrument.js";
import { ratedOf } from "../../engine/levels.js";
import { asks } from "../../engine/questions.js";
import { html, nothing } from "../tool.js";
import { button, quiet, told, when } from "./buttons.js";
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
    ${item.gated && rated.state !== "assessed" ? nothing : bodyView(tool, item, rated)}
  `;
}

function bodyView(tool, item, rated) {
  if (rated.state === "na") return asideView(tool, item, rated);
  return html`
    ${conditionsView(tool, item, rated)} ${listView(tool, item, "basic")} ${listView(tool, item, "advanced")}
    ${hinderedView(tool, item, rated)} ${endView(tool, item, rated)}`;
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
  return told(html`${tool.say(`score.na.${rated.reason}`)} ${button(tool.say("web.rate.na.back"), back)}`);
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

function listView(tool, item, kind) {
  const title = tool.instrument.kinds[kind];
  return html`<h3>${title[0].toUpperCase()}${title.slice(1)}</h3>${rows(tool, item, ofKind(item, kind))}`;
}

function rows(tool, item, ticks) {
  const keys = keysOf(tool, item);
  return html`<ul class="rate-tick-list">${ticks.map((one) => tickView(tool, item, one, keys.indexOf(one) + 1))}</ul>`;
}

function hinderedView(tool, item, rated) {
  const { say, sitting, instrument } = tool;
  const harm = ofKind(item, "harm", "safety");
  const ticked = harm.filter((one) => rated.ticks.includes(one.id));
  const open = isOpen(tool, item);
  const pick = (yes) => {
    const others = (sitting.beside.opened ?? []).filter((one) => one !== item.id);
    sitting.note({ opened: yes ? [...others, item.id] : others });
    const none = (now) => ticked.reduce((next, { id }) => untick(next, instrument, id), now);
    if (!yes && ticked.length > 0) tool.attempt("skill", none);
  };
  const hint = open && ticked.length === 0 ? say("web.rate.hindered.hint") : undefined;
  return html`
    ${yesNo(tool, "hindered", { legend: say("rate.ask.hindered"), value: open, pick, hint })}
    ${when(open, () => rows(tool, item, harm))}`;
}

function isOpen({ rating, sitting }, item) {
  const { ticks } = ratedOf(rating, item.id);
  const opened = sitting.beside.opened ?? [];
  return opened.includes(item.id) || ofKind(item, "harm", "safety").some((one) => ticks.includes(one.id));
}

function endView(tool, item, rated) {
  const { say, state } = tool;
  const asking = state.asking === "na";
  return html`
    <div class="sst-row">
      ${when(rated.state === "missing", () => button(say("web.rate.nothing"), () => nothingSeen(tool)))}
      ${when(!item.gated, () => quiet(say("web.rate.na"), () => tool.set({ asking: asking ? null : "na" })))}
    </div>
    ${when(asking && !item.gated, () => reasonsView(tool, item))}
  `;
}

// Why a skill does not count; there is always an opportunity for what belongs to the core.
function reasonsView(tool, item) {
  const { say, rating, instrument } = tool;
  const reasons = ["not_in_this_exercise"];
  if (rating.recording !== null) reasons.unshift("recording_gap");
  if (!item.core) reasons.unshift("no_opportunity");
  const aside = (reason) => {
    tool.attempt("skill", (now) => setAside(now, instrument, item.id, reason));
    tool.set({ asking: null });
    tool.focusOn(".rate-now h2");
  };
  const one = (reason) => button(say(`rate.choice.${reason}`), () => aside(reason));
  return html`
    <div class="sst-panel"><p>${say("rate.ask.reason")}</p><div class="sst-row">${reasons.map(one)}</div></div>`;
}

/** The behaviours on the screen in the order of their keys. */
export function keysOf(tool, item) {
  return [...ofKind(item, "basic", "advanced"), ...(isOpen(tool, item) ? ofKind(item, "harm", "safety") : [])];
}

/** Looked at, and nothing seen: that is an answer too. */
export function nothingSeen(tool) {
  const item = itemOf(tool.instrument, tool.nowPart);
  if (item === null || item.gated || ratedOf(tool.rating, item.id).state !== "missing") return;
  tool.attempt("skill", (now) => assessed(now, tool.instrument, item.id));
  tool.announce(tool.say("web.rate.standing.assessed"));
}

/** Opens what hindered, or the reasons why a skill does not count. */
export function openBehind(tool, asking) {
  const item = itemOf(tool.instrument, tool.nowPart);
  if (item === null || item.gated) return;
  tool.set({ asking });
}

/**
 * The key of a behaviour: seen. Again, while a recording is at some moment, is another moment; else it is not seen
 * after all.
 */
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
  const change = (now) => {
    if (!seen) return untick(now, instrument, one.id);
    const ticked = tick(now, instrument, one.id);
    return at === null ? ticked : withMoment(ticked, instrument, one.id, { at });
  };
  if (!tool.attempt("skill", change)) return;
  tool.announce(tool.say(seen ? "web.rate.tick.on" : "web.rate.tick.off", { text: one.text }));
  if (!seen || !asks(tool.rating, one).must) return;
  const own = ratedOf(tool.rating, skillOf(one.id)).evidence.filter(({ tick: id }) => id === one.id).length;
  editorFor(tool, one, at === null ? own : own - 1);
}
