// Dealing: shuffle once, deal without putting back, shuffle again when all are had (sst_training/draw/deck.py).

/**
 * `count` ids; each is equally likely at every place, and none returns before all were dealt.
 *
 * @template T
 * @param {Iterable<T>} ids at least one
 * @param {number} count
 * @param {import("./rng.js").SplitMix64} chance
 * @returns {T[]}
 */
export function deal(ids, count, chance) {
  const cards = [...ids];
  const dealt = [];
  while (dealt.length < count) dealt.push(...chance.shuffle(cards));
  return dealt.slice(0, count);
}
