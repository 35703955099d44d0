// One's own observation beside others' of the same session: differences, never a coefficient. Twin of
// sst_training/rating/compare.py.
//
// A level given by oneself minus the other's: above nought is a kinder eye on oneself. The twelve skills make the
// shares and the bias; `safety` is shown and stands apart.

import { itemOf, ofKind, skillsOf, ungatedOf } from "./instrument.js";
import { ratedOf, standing } from "./levels.js";
import { moments } from "./profile.js";
import { twoDecimals } from "./rounding.js";

const MOST_GAPS = 3;

/** Who is told first; a client's form is not compared. */
const ROLES = ["trainer", "peer", "gold"];

/** Which tick explains a difference first. */
const WEIGHT = { safety: 0, harm: 1, advanced: 2, basic: 3 };

/**
 * Why nothing of these ratings may be shown beside each other, or null. One's own comes first, and locked.
 *
 * @param {object[]} ratings
 * @returns {{why: "no_self" | "two_selves" | "not_locked" | "no_other" | "differs" | "same_person" | "label_twice"
 *   | "own_issue", what: string} | null} what: the field that differs, or the label met twice
 */
export function refusal(ratings) {
  const refused = (why, what = "") => ({ why, what });
  const own = ratings.filter((rating) => rating.rater.role === "self");
  const others = ratings.filter((rating) => rating.rater.role !== "self");
  if (own.length !== 1) return refused(own.length > 0 ? "two_selves" : "no_self");
  const [mine] = own;
  if (!mine.locked) return refused("not_locked");
  if (ratings.some((rating) => rating.session_kind === "own-issue")) return refused("own_issue");
  if (others.length === 0) return refused("no_other");
  for (const field of ["session", "ratee", "instrument", "version"]) {
    if (others.some((rating) => rating[field] !== mine[field])) return refused("differs", field);
  }
  const met = new Set();
  for (const { rater } of others) {
    if (rater.label === mine.rater.label || rater.label === mine.ratee) return refused("same_person", rater.label);
    if (met.has(rater.label)) return refused("label_twice", rater.label);
    met.add(rater.label);
  }
  return null;
}

/**
 * The comparison of ratings for which there is no `refusal`, all of them complete: as `sst compare --json` prints it.
 *
 * @param {object[]} ratings
 * @param {import("./instrument.js").Instrument} instrument
 */
export function compare(ratings, instrument) {
  const mine = ratings.find((rating) => rating.rater.role === "self");
  const others = ratings.filter((rating) => ROLES.includes(rating.rater.role)).sort(byRoleAndLabel);
  const everyone = [mine, ...others];
  const me = mine.rater.label;
  const inOrder = [...everyone].sort((one, other) => ascii(one.rater.label, other.rater.label));
  const items = byKey(instrument.items, (item) => [item.id, levelsOf(item, inOrder, me)]);
  const beside = inOrder.filter((rating) => rating !== mine);
  const gaps = new Map(beside.map((rating) => [rating.rater.label, differencesWith(rating, items, instrument)]));
  const agreed = new Map(beside.map((rating) => [rating.rater.label, agreedWith(rating, mine, gaps)]));
  const each = (found, figure) => Object.fromEntries([...found].map(([label, list]) => [label, figure(list)]));
  const sum = (list) => list.reduce((total, difference) => total + difference, 0);
  return {
    session: mine.session,
    self: me,
    raters: others.map(({ rater }) => ({ role: rater.role, label: rater.label })),
    items,
    exact: each(agreed, (list) => share(list, 0)),
    within_one: each(agreed, (list) => share(list, 1)),
    bias: each(agreed, (list) => (list.length > 0 ? twoDecimals(sum(list), list.length) : null)),
    harm_mismatches: mismatches(everyone, instrument),
    largest_gaps: largest(items, mine, others, instrument),
    strengths: strengths(mine, others, instrument),
    compared: each(gaps, (list) => list.length),
    not_blind: everyone.filter(({ rater }) => !rater.blind).map(({ rater }) => rater.label),
    safety: safety(everyone, instrument),
  };
}

/** Whether a rater looked at a skill: assessed, or found no opportunity (the question for `safety` said no). */
export const looked = (rated) =>
  rated.state === "assessed" || (rated.state === "na" && rated.reason === "no_opportunity");

const ascii = (one, other) => (one < other ? -1 : Number(one > other));
const byKey = (list, entry) => Object.fromEntries(list.map(entry));

function byRoleAndLabel(one, other) {
  const role = ROLES.indexOf(one.rater.role) - ROLES.indexOf(other.rater.role);
  return role || ascii(one.rater.label, other.rater.label);
}

// Labels are keys here, and a person may be called `constructor`: no look-up may reach beyond an object's own.
function levelsOf(item, raters, me) {
  const levels = byKey(raters, (rating) => [rating.rater.label, standing(item, ratedOf(rating, item.id)).level]);
  const known = Object.entries(levels).filter(([label, level]) => label !== me && level !== null);
  const own = levels[me];
  return { levels, difference: own === null ? {} : byKey(known, ([label, level]) => [label, own - level]) };
}

const differenceOf = (items, skill, label) =>
  Object.hasOwn(items[skill].difference, label) ? items[skill].difference[label] : null;

function differencesWith(rating, items, instrument) {
  const found = ungatedOf(instrument).map((skill) => differenceOf(items, skill, rating.rater.label));
  return found.filter((difference) => difference !== null);
}

const agreedWith = (rating, mine, gaps) => (mine.rater.blind && rating.rater.blind ? gaps.get(rating.rater.label) : []);

// The share of differences of at most so many levels.
function share(differences, most) {
  if (differences.length === 0) return null;
  return twoDecimals(differences.filter((difference) => Math.abs(difference) <= most).length, differences.length);
}

function ticked(rating, skill) {
  const rated = ratedOf(rating, skill);
  return new Set(rated.state === "assessed" ? rated.ticks : []);
}

function mismatches(everyone, instrument) {
  const found = [];
  for (const item of instrument.items) {
    const watched = everyone.filter((rating) => looked(ratedOf(rating, item.id)));
    for (const tick of ofKind(item, "harm", "safety")) {
      const saw = watched.filter((rating) => ticked(rating, item.id).has(tick.id));
      const labels = saw.map((rating) => rating.rater.label);
      if (labels.length > 0 && labels.length < watched.length) found.push({ item: item.id, tick: tick.id, labels });
    }
  }
  return found;
}

// Advanced before basic, then those that most people saw, then the order of the list.
function strengths(mine, others, instrument) {
  const found = [];
  for (const item of instrument.items) {
    const own = ticked(mine, item.id);
    for (const tick of ofKind(item, "advanced", "basic")) {
      const saw = others.filter((rating) => ticked(rating, item.id).has(tick.id));
      if (!own.has(tick.id) || saw.length === 0) continue;
      const labels = [mine, ...saw].map((rating) => rating.rater.label);
      found.push({ basic: Number(tick.kind === "basic"), strength: { item: item.id, tick: tick.id, labels } });
    }
  }
  const seenBy = (one) => one.strength.labels.length;
  found.sort((one, other) => one.basic - other.basic || seenBy(other) - seenBy(one));
  return found.map((one) => one.strength);
}

// The three largest differences; alike, the earlier in the talk first.
function largest(items, mine, others, instrument) {
  const found = [];
  for (const item of skillsOf(instrument)) {
    for (const other of others) {
      const { label } = other.rater;
      const difference = differenceOf(items, item, label);
      if (difference === null || difference === 0) continue;
      const at = [
        [mine.rater.label, when(mine, other, item, instrument)],
        [label, when(other, mine, item, instrument)],
      ];
      at.sort(([one], [two]) => ascii(one, two));
      found.push({ item, label, difference, at: Object.fromEntries(at) });
    }
  }
  found.sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
  return found.slice(0, MOST_GAPS);
}

// When this rater saw what the other did not tick, what hindered first; else the first moment for the skill.
function when(rating, beside, skill, instrument) {
  const rated = ratedOf(rating, skill);
  const [own, theirs] = [ticked(rating, skill), ticked(beside, skill)];
  const alone = itemOf(instrument, skill).ticks.filter((tick) => own.has(tick.id) && !theirs.has(tick.id));
  alone.sort((one, other) => WEIGHT[one.kind] - WEIGHT[other.kind]);
  for (const tick of alone) {
    const at = moments(rated, tick.id)[0]?.at ?? null;
    if (at !== null) return at;
  }
  const times = rated.evidence.map((moment) => moment.at).filter((at) => at !== null);
  return times.length > 0 ? Math.min(...times) : null;
}

function safety(everyone, instrument) {
  const found = [];
  for (const item of instrument.items) {
    for (const tick of ofKind(item, "safety")) {
      for (const rating of everyone) {
        if (!ticked(rating, item.id).has(tick.id)) continue;
        found.push({ tick: tick.id, label: rating.rater.label, open: rating.resolution === null });
      }
    }
  }
  return found;
}
