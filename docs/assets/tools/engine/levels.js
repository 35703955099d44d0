// Ticks to a level: the one place where a skill's level comes from. Twin of sst_training/rating/levels.py;
// tests/vectors/levels.json holds both to the same answers.

import { ofKind } from "./instrument.js";

/**
 * @typedef {{tick: string, at: number | null, note: string | null}} Evidence
 * @typedef {{state: "assessed"|"na"|"missing", reason: string | null, ticks: string[],
 *   not_applicable_ticks: string[], evidence: Evidence[]}} ItemRating
 * @typedef {{state: string, level: number | null, reason: string | null,
 *   basics: {seen: number, required: number}|null}} Standing
 */

/** A skill that the rating does not name. @type {ItemRating} */
export const NOT_YET = Object.freeze({
  state: "missing",
  reason: null,
  ticks: Object.freeze([]),
  not_applicable_ticks: Object.freeze([]),
  evidence: Object.freeze([]),
});

/**
 * What was seen of one skill, `missing` if the rating does not name it.
 * @param {{items: Object<string, ItemRating>}} rating
 * @param {string} skill
 * @returns {ItemRating}
 */
export function ratedOf(rating, skill) {
  return Object.hasOwn(rating.items, skill) ? rating.items[skill] : NOT_YET;
}

/**
 * The standing of a skill, from what was ticked. Levels are derived, never typed.
 *
 * A conditional basic marked as not applicable leaves the required set. If that empties the set the skill is
 * `na`, for all-of-nothing is true and would be a free 3. Ticks the item does not know count for nothing.
 * @param {import("./instrument.js").Item} item
 * @param {ItemRating} rated
 * @returns {Standing}
 */
export function standing(item, rated) {
  if (rated.state !== "assessed") return { state: rated.state, level: null, reason: rated.reason, basics: null };
  const ticked = new Set(rated.ticks);
  const waived = new Set(rated.not_applicable_ticks);
  const required = ofKind(item, "basic").filter((tick) => !(tick.conditional && waived.has(tick.id)));
  const basics = { seen: required.filter((tick) => ticked.has(tick.id)).length, required: required.length };
  const assessed = (level) => ({ state: "assessed", level, reason: null, basics });
  if (ofKind(item, "harm", "safety").some((tick) => ticked.has(tick.id))) return assessed(1);
  if (required.length === 0) return { state: "na", level: null, reason: "no_opportunity", basics: null };
  if (basics.seen < basics.required) return assessed(2);
  return assessed(ofKind(item, "advanced").some((tick) => ticked.has(tick.id)) ? 4 : 3);
}
