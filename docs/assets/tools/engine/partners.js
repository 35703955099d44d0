// Who sits with whom: improves a plan of groups by swapping two people at a time. Twin of
// sst_training/draw/partners.py: annealing with whole numbers only, so that the same plan comes out everywhere.

/** The pairs of a list, each in the list's order. @template T @param {readonly T[]} list @returns {[T, T][]} */
export function pairsIn(list) {
  const found = [];
  for (let i = 0; i < list.length; i += 1) {
    for (let j = i + 1; j < list.length; j += 1) found.push([list[i], list[j]]);
  }
  return found;
}

/** A plan that shares nothing with this one. */
export const copied = (plan) => plan.map((groups) => groups.map((group) => [...group]));

/**
 * How often each two of the people 1 to `people` share a group; both indices are people's numbers.
 * @param {number[][][]} rounds
 * @param {number} people
 */
export function together(rounds, people) {
  const count = Array.from({ length: people + 1 }, () => new Array(people + 1).fill(0));
  for (const groups of rounds) for (const group of groups) for (const [a, b] of pairsIn(group)) met(count, a, b, 1);
  return count;
}

/** What one more meeting costs a pair that met so often: the first repeat of a pair weighs most. */
const PRICES = Array.from({ length: 64 }, (_, times) => (times ? 10 + times : 0));

/** The price of all repeats; 0 when no pair meets twice. */
export function costOf(count) {
  let total = 0;
  for (const [i, row] of count.entries()) {
    for (const times of row.slice(0, i)) for (let before = 0; before < times; before += 1) total += PRICES[before];
  }
  return total;
}

/**
 * Swaps people within a round until no pair repeats or the moves are used up; the cost that is left.
 *
 * `plan` is changed in place and left at the best that was found; `count` holds the meetings of this plan and of any
 * rounds before it. `keptApart(round index, a, b)` is an extra price for two people in one group.
 * @param {number[][][]} plan
 * @param {number[][]} count
 * @param {import("./rng.js").SplitMix64} chance
 * @param {number} moves
 * @param {((round: number, a: number, b: number) => number) | null} [keptApart]
 */
export function improve(plan, count, chance, moves, keptApart = null) {
  const extra = keptApart ?? (() => 0);
  let cost = costOf(count);
  for (const [r, groups] of plan.entries()) {
    for (const group of groups) for (const [a, b] of pairsIn(group)) cost += extra(r, a, b);
  }
  let best = cost;
  let kept = copied(plan);
  for (let move = 0; move < moves && best !== 0; move += 1) {
    const r = chance.below(plan.length);
    const groups = plan[r];
    if (groups.length < 2) continue;
    const i = chance.below(groups.length);
    let j = chance.below(groups.length - 1);
    if (j >= i) j += 1;
    const [one, other] = [groups[i], groups[j]];
    const x = chance.below(one.length);
    const y = chance.below(other.length);
    const [a, b] = [one[x], other[y]];
    const change = moved(count, one, a, b, r, extra) + moved(count, other, b, a, r, extra);
    if (change > 0 && (change > 12 || chance.below(moves) > (moves - move) >> 5)) continue;
    swapMeetings(count, one, a, b);
    swapMeetings(count, other, b, a);
    [one[x], other[y]] = [b, a];
    cost += change;
    if (cost < best) {
      best = cost;
      kept = copied(plan);
    }
  }
  goBack(plan, kept, count);
  return best;
}

/** What it costs that in this group `comes` takes the place of `goes`. */
function moved(count, group, goes, comes, r, extra) {
  let change = 0;
  for (const person of group) {
    if (person === goes) continue;
    change += PRICES[count[comes][person]] - PRICES[count[goes][person] - 1];
    change += extra(r, comes, person) - extra(r, goes, person);
  }
  return change;
}

function swapMeetings(count, group, goes, comes) {
  for (const person of group) {
    if (person === goes) continue;
    met(count, goes, person, -1);
    met(count, comes, person, 1);
  }
}

/** Adds meetings of two people. */
function met(count, a, b, times) {
  count[a][b] += times;
  count[b][a] += times;
}

/** Puts the best plan back, and its meetings. */
function goBack(plan, kept, count) {
  plan.forEach((groups, r) => {
    for (const group of groups) for (const [a, b] of pairsIn(group)) met(count, a, b, -1);
    for (const group of kept[r]) for (const [a, b] of pairsIn(group)) met(count, a, b, 1);
    groups.splice(0, groups.length, ...kept[r].map((group) => [...group]));
  });
}
