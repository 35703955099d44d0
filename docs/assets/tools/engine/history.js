// What can be undone: the ratings that were, the one that is, and those that were undone. Pure: each step gives a new
// history, and the ratings in it share what did not change.

/** Steps that are kept; an observation of all 84 behaviours takes fewer. */
const MOST = 500;

/**
 * @typedef {{past: object[], now: object, undone: object[]}} History
 */

/** @param {object} rating @returns {History} */
export const begun = (rating) => ({ past: [], now: rating, undone: [] });

/** With one more step; the same rating is no step. @param {History} history @returns {History} */
export function changed(history, rating) {
  if (rating === history.now) return history;
  return { past: [...history.past, history.now].slice(-MOST), now: rating, undone: [] };
}

/** One step back; at the begin the same history. @param {History} history @returns {History} */
export function back({ past, now, undone }) {
  if (past.length === 0) return { past, now, undone };
  return { past: past.slice(0, -1), now: past.at(-1), undone: [now, ...undone] };
}

/** One step forward again; at the end the same history. @param {History} history @returns {History} */
export function forward({ past, now, undone }) {
  if (undone.length === 0) return { past, now, undone };
  return { past: [...past, now], now: undone[0], undone: undone.slice(1) };
}
