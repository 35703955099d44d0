// What may be shown of the files that someone hands in to compare. Twin of `gathered` in sst_training/cli/compare.py,
// and of the next step in sst_training/sheets/comparison_sections.py.
//
// A problem's words name ticks: nobody reads those of others while their own observation is open.

import { refusal } from "./compare.js";
import { firstHeard, nextPractice } from "./next-practice.js";
import { profileOf } from "./profile.js";

/**
 * @typedef {{ratings: object[], client: boolean, unlocked: string[]}
 *   | {problems: import("./findings.js").Problem[], refusal: {why: string, what: string} | null}} Gathered
 *   Either the ratings to compare (client: a client's form was left out; unlocked: labels of those still open), or what
 *   may be told of why not: the problems, or else the refusal.
 */

/**
 * The ratings to compare, without the client's form; or why there are none.
 *
 * @param {import("./rating-file.js").Inspected[]} files none of them of a newer version
 * @returns {Gathered}
 */
export function gathered(files) {
  const isClient = ({ rating }) => rating !== null && rating.rater.role === "client";
  const others = files.filter((file) => !isClient(file));
  const told = (file) => [...file.problems, ...file.lacking];
  const wrong = others.flatMap(told);
  const ratings = others.map((file) => file.rating).filter((rating) => rating !== null);
  const why = refusal(ratings);
  if (why === null && wrong.length === 0) {
    const open = ratings.filter((rating) => !rating.locked).map((rating) => rating.rater.label);
    return { ratings, client: others.length < files.length, unlocked: open };
  }
  const mineLocked = ratings.some((rating) => rating.rater.role === "self" && rating.locked);
  const problems = mineLocked ? wrong : others.filter((file) => file.self).flatMap(told);
  return { problems, refusal: problems.length > 0 ? null : why ?? refusal([]) };
}

/**
 * One step after a comparison: while an unsafe tick is open the talk with the trainer, else by the trainer's eyes
 * first. How hard it was is the practitioner's own word.
 *
 * @param {object[]} ratings
 * @param {import("./next-practice.js").Library} library
 * @returns {{by: string, step: import("./next-practice.js").NextPractice} | null} by: the label of whose eyes decide
 */
export function nextOf(ratings, library) {
  const profiles = new Map(ratings.map((rating) => [rating, profileOf(rating, library.instrument)]));
  const unsafe = ratings.filter((rating) => profiles.get(rating).safety);
  const rating = firstHeard(unsafe.length > 0 ? unsafe : ratings);
  const challenge = ratings.find((one) => one.rater.role === "self")?.challenge ?? null;
  const step = rating === null ? null : nextPractice(rating, profiles.get(rating), library, { challenge });
  return step === null ? null : { by: rating.rater.label, step };
}
