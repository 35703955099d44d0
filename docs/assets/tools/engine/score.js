// A score: the profile of one rating and the one thing to practise next, in the shape `sst score --json`
// prints. Twin of sst_training/rating/score.py; fields stand in the order of the contract.

import { nextPractice } from "./next-practice.js";
import { profileOf } from "./profile.js";

/**
 * The score of a rating that has passed its checks.
 *
 * @param {object} rating
 * @param {import("./next-practice.js").Library} library
 * @param {{skill?: string | null, challenge?: {level: string, stop: boolean} | null}} [given] as of `nextPractice`
 * @returns {object}
 */
export function score(rating, library, given = {}) {
  const { instrument } = library;
  const profile = profileOf(rating, instrument);
  return {
    instrument: instrument.id,
    version: instrument.version,
    validated: instrument.validated,
    ...profile,
    next_practice: nextPractice(rating, profile, library, given),
  };
}
