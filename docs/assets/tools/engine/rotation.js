// Who sits with whom and in which seat: a table a size, and people put on its places by the seed. Twin of
// sst_training/draw/rotation.py; the tables are the same file, fetched by the day planner alone.

import { CannotKeepApart } from "./errors.js";
import { copied, improve, pairsIn, together } from "./partners.js";
import { sorted, stream } from "./rng.js";
import { seat } from "./seats.js";

const TRIES = 20_000;
const MOVES = 20_000;

/** @typedef {{format: string, tables: Record<string, number[][][]>}} Tables the file of rotation tables */

/** The numbers 1 to `count`. */
export const upTo = (count) => Array.from({ length: count }, (_, at) => at + 1);

/** Twelve rounds of groups of places 1 to `people`; a group is therapist, client, observers. */
const table = (tables, people) => tables.tables[people];

/**
 * The groups of each round, everyone in a seat; the pairs `apart` share none in `apartRounds` (from 1).
 * @param {Tables} tables
 * @param {number} people
 * @param {number} rounds
 * @param {bigint} seed
 * @param {[number, number][]} [apart]
 * @param {number[]} [apartRounds]
 * @throws {CannotKeepApart}
 */
export function rotation(tables, people, rounds, seed, apart = [], apartRounds = []) {
  const rows = table(tables, people).slice(0, rounds);
  const order = stream(seed, "places").shuffle(upTo(people));
  if (!apart.length || !apartRounds.length) return seatPeople(rows, order);
  const chosen = keepApart(rows, order, apart, apartRounds);
  if (chosen === null) return regrouped(tables, upTo(people), rounds, [], seed, apart, apartRounds);
  return seatPeople(rows, chosen);
}

/** The rounds with people in the places: place 1 is for the first of `order`. */
const seatPeople = (rows, order) =>
  rows.map((groups) => groups.map((group) => group.map((place) => order[place - 1])));

/**
 * The order, changed so that no pair shares a group in these rounds; null when this table cannot do it.
 *
 * People in a pair are placed one by one, each on the first free place that goes with the others (their own first);
 * when none is left, the one before moves on. The rest keep their order.
 */
function keepApart(rows, order, apart, apartRounds) {
  const clash = new Set();
  for (const number of apartRounds) {
    for (const group of rows[number - 1]) for (const [a, b] of pairsIn(sorted(group))) clash.add(`${a}-${b}`);
  }
  const foes = foesOf(apart);
  const people = [...foes.keys()].sort((one, other) => foes.get(other).size - foes.get(one).size || one - other);
  const at = new Map();
  const taken = new Set();
  let tries = 0;
  const put = (i) => {
    if (i === people.length) return true;
    const person = people[i];
    const own = order.indexOf(person) + 1;
    const others = [...foes.get(person)].filter((foe) => at.has(foe)).map((foe) => at.get(foe));
    for (const place of [own, ...upTo(order.length).filter((spot) => spot !== own)]) {
      tries += 1;
      if (tries > TRIES) return false;
      if (taken.has(place)) continue;
      if (others.some((spot) => clash.has(`${Math.min(place, spot)}-${Math.max(place, spot)}`))) continue;
      at.set(person, place);
      taken.add(place);
      if (put(i + 1)) return true;
      at.delete(person);
      taken.delete(place);
    }
    return false;
  };
  if (!put(0)) return null;
  const rest = order.filter((person) => !at.has(person));
  const byPlace = new Map([...at].map(([person, place]) => [place, person]));
  return upTo(order.length).map((place) => byPlace.get(place) ?? rest.shift());
}

/** Person → those who are to be kept apart from this person. */
function foesOf(apart) {
  const foes = new Map();
  for (const pair of apart) {
    for (const [one, other] of [pair, [...pair].reverse()]) foes.set(one, (foes.get(one) ?? new Set()).add(other));
  }
  return foes;
}

/**
 * New groups for these people after the rounds `before`, up to a day of `rounds`; seated as fairly as can be.
 *
 * The table of their number is the start; swaps then avoid who has met already, and who is to be kept apart.
 * @param {Tables} tables
 * @param {number[]} people
 * @param {number} rounds
 * @param {number[][][]} before
 * @param {bigint} seed
 * @param {[number, number][]} [apart]
 * @param {number[]} [apartRounds]
 * @throws {CannotKeepApart}
 */
export function regrouped(tables, people, rounds, before, seed, apart = [], apartRounds = []) {
  const chance = stream(seed, `regrouped/${before.length + 1}`);
  const rows = table(tables, people.length).slice(0, rounds - before.length);
  const plan = seatPeople(rows, chance.shuffle(people));
  const kept = new Set(apart.flatMap(([a, b]) => [`${a}-${b}`, `${b}-${a}`]));
  const closed = apartRounds.map((number) => number - 1 - before.length);
  const extra = (r, a, b) => (closed.includes(r) && kept.has(`${a}-${b}`) ? 1000 : 0);
  const most = Math.max(...people, ...before.flat(2));
  const priced = kept.size > 0 && closed.length > 0;
  improve(plan, together([...copied(before), ...plan], most), chance, MOVES, priced ? extra : null);
  plan.forEach((groups, r) => {
    for (const [a, b] of groups.flatMap(pairsIn)) {
      if (extra(r, a, b)) {
        throw new CannotKeepApart({ one: Math.min(a, b), other: Math.max(a, b), round: r + 1 + before.length });
      }
    }
  });
  return seat(plan, chance, before);
}
