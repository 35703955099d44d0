// Choosing which cards may be dealt, and saying which filter left none (sst_training/draw/filters.py).

import { CannotDraw } from "./errors.js";

/**
 * The cards that pass every filter.
 *
 * @template C
 * @param {readonly C[]} cards
 * @param {[name: string, value: unknown, test: (card: C) => boolean][]} filters
 * @returns {C[]}
 * @throws {CannotDraw} naming the first filter that leaves nothing by itself, or else the one without which most
 *   cards would be left
 */
export function passing(cards, filters) {
  const left = cards.filter((card) => filters.every(([, , test]) => test(card)));
  if (left.length || !filters.length) return left;
  const without = (chosen) =>
    cards.filter((card) => filters.every((filter) => filter === chosen || filter[2](card))).length;
  let blamed = filters.find(([, , test]) => !cards.some(test));
  if (!blamed) {
    blamed = filters.reduce((most, filter) => (without(filter) > without(most) ? filter : most));
  }
  throw new CannotDraw({
    filter: `--${blamed[0]} ${blamed[1]}`,
    asked: filters.map(([name, value]) => `--${name} ${value}`).join(" "),
    without: without(blamed),
  });
}
