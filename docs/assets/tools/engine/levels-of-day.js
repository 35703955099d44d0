// How hard the rounds of a day are: one level for each block of three, so that all climb alike. Twin of
// sst_training/draw/levels.py.

import { BLOCK } from "./seats.js";

/**
 * The level of a round: it starts at the lowest asked for, and no higher than asked or than the library has.
 * @param {number} number the round
 * @param {object} options
 * @param {number} highest
 */
export function levelOfRound(number, options, highest) {
  const climbed = options.level_min + Math.floor((number - 1) / BLOCK);
  return Math.min(climbed, options.level_max, highest);
}
