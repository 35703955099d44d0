// An observation on its way: what a tick, a moment or an answer about the session makes of it.
//
// Serves as sst_training/rating/draft.py and answers.py do, but by behaviour instead of by question, because a page
// shows all behaviours of a skill at once. Each function hands back a new rating and leaves the old one as it was, so
// that undoing is going back (history.js); whatever was made here has no faults but what is still to be filled in.
// A locked rating takes no change but its resolution.

import { faults, unfinished } from "./checks.js";
import { Refused, missing, open, ownTime, ownWords, withItems } from "./observation.js";
import { fits } from "./rating-shape.js";
import { Unfit } from "./replies.js";
import { hasUnsafeTick } from "./session-checks.js";

export { Refused } from "./observation.js";
export * from "./draft-session.js";

/** With a behaviour seen. */
export function tick(rating, instrument, id) {
  return withItem(rating, itemOfTick(instrument, id), (item, rated) => ({
    ...rated,
    ticks: inListOrder(item, [...rated.ticks, id]),
    not_applicable_ticks: rated.not_applicable_ticks.filter((one) => one !== id),
  }));
}

/** With a behaviour not seen after all, and no moments of it. */
export function untick(rating, instrument, id) {
  return withItem(rating, itemOfTick(instrument, id), (_, rated) => without(rated, id));
}

/** With a behaviour whose condition was not met (`yes`), or was. @throws {Refused} for one without a condition */
export function notApplicable(rating, instrument, id, yes = true) {
  const item = itemOfTick(instrument, id);
  if (!item.ticks.find((one) => one.id === id).conditional) throw new Refused("condition");
  return withItem(rating, item, (_, rated) => {
    const others = rated.not_applicable_ticks.filter((one) => one !== id);
    if (!yes) return { ...rated, not_applicable_ticks: others };
    return { ...without(rated, id), not_applicable_ticks: inListOrder(item, [...others, id]) };
  });
}

/** With a skill looked at, also if nothing of it was seen. */
export const assessed = (rating, instrument, skill) => withItem(rating, itemNamed(instrument, skill), (_, now) => now);

/** With a skill not applicable; what was ticked of it is dropped. @throws {Refused} no opportunity for a core skill */
export function setAside(rating, instrument, skill, reason) {
  if (itemNamed(instrument, skill).core && reason === "no_opportunity") throw new Refused("core");
  return put(rating, skill, { ...missing(), state: "na", reason });
}

/** With a skill still to be filled in; what was ticked of it is dropped. */
export const reopened = (rating, instrument, skill) => put(rating, itemNamed(instrument, skill).id, missing());

/**
 * With a moment of a behaviour that was seen. `n` replaces the nth one noted for it, from 0; otherwise it is added. One
 * without time and words is taken away.
 *
 * @param {object} rating
 * @param {import("./instrument.js").Instrument} instrument
 * @param {string} id
 * @param {{at?: number | null, note?: string | null}} moment
 * @param {number} [n]
 * @throws {Unfit | Refused}
 */
export function withMoment(rating, instrument, id, { at = null, note = null }, n) {
  const item = itemOfTick(instrument, id);
  const moment = { tick: id, at: ownTime(rating, at), note: ownWords(rating, note) };
  return withItem(rating, item, (_, rated) => {
    if (!rated.ticks.includes(id)) throw new Refused("not_ticked");
    const own = rated.evidence.filter((one) => one.tick === id);
    const empty = moment.at === null && moment.note === null;
    own.splice(n ?? own.length, 1, ...(empty ? [] : [moment]));
    const others = rated.evidence.filter((one) => one.tick !== id);
    const place = (one) => item.ticks.findIndex(({ id: known }) => known === one.tick);
    return { ...rated, evidence: [...others, ...own].sort((one, other) => place(one) - place(other)) };
  });
}

/** Without the nth moment of a behaviour, from 0. */
export const withoutMoment = (rating, instrument, id, n) => withMoment(rating, instrument, id, {}, n);

/**
 * Locked from now on; or as it was, with what it lacks.
 *
 * @returns {{rating: object, problems: import("./findings.js").Problem[]}}
 */
export function locked(rating, instrument) {
  const wrong = faults(open(rating), instrument);
  const client = rating.rater.role === "client";
  const problems = wrong.length > 0 || client ? wrong : unfinished(rating, instrument);
  return problems.length > 0 ? { rating, problems } : { rating: { ...rating, locked: true }, problems };
}

/**
 * With what the rater of an unsafe tick agreed with the trainee, or, of one's own tick, with somebody else. The tick
 * stays. `note` may be empty only of an own issue, and then must be.
 *
 * @throws {Unfit | Refused}
 */
export function resolved(rating, { partner, note, today }) {
  if (!hasUnsafeTick(rating)) throw new Refused("nothing_unsafe");
  if (rating.resolution !== null) throw new Refused("resolved");
  const own = rating.rater.label === rating.ratee;
  if (!fits.label(partner) || own === (partner === rating.ratee)) throw new Refused("partner");
  const written = ownWords(rating, note);
  if (written === null && rating.session_kind !== "own-issue") throw new Unfit("words");
  const date = today > rating.date ? today : rating.date; // a clock that went back
  return { ...rating, resolution: { with: partner, note: written ?? "", date } };
}

function itemNamed(instrument, skill) {
  const item = instrument.items.find((one) => one.id === skill);
  if (item === undefined) throw new RangeError(`no skill: ${skill}`);
  return item;
}

const itemOfTick = (instrument, id) => {
  const item = instrument.items.find((one) => one.ticks.some((known) => known.id === id));
  if (item === undefined) throw new RangeError(`no tick: ${id}`);
  return item;
};

const put = (rating, skill, rated) => withItems(rating, { ...rating.items, [skill]: rated });

// A change to a skill makes it one that was looked at.
function withItem(rating, item, change) {
  const now = rating.items[item.id];
  const base = now?.state === "assessed" ? now : { ...missing(), state: "assessed" };
  return put(rating, item.id, change(item, base));
}

const inListOrder = (item, ids) => item.ticks.map((one) => one.id).filter((id) => ids.includes(id));

function without(rated, id) {
  const evidence = rated.evidence.filter((moment) => moment.tick !== id);
  return { ...rated, ticks: rated.ticks.filter((one) => one !== id), evidence };
}
