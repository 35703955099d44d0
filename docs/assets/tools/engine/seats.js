// Who is therapist, client and observer: fair over each three rounds, and over the day. Twin of
// sst_training/draw/seats.py, which says why each three rounds of triads can give everyone each seat once.
//
// A group comes out as its members in the order of their seats: therapist, client, observers.

import { copied } from "./partners.js";
import { sorted } from "./rng.js";

/** Rounds in which everyone should have had every seat. */
export const BLOCK = 3;

const SEATS = 3;
const MOVES = 6000;

/**
 * The groups of `rounds` with everyone in a seat; `before` are the rounds already seated.
 * @param {number[][][]} rounds
 * @param {import("./rng.js").SplitMix64} chance
 * @param {number[][][]} [before]
 * @param {number} [moves]
 */
export function seat(rounds, chance, before = [], moves = MOVES) {
  const first = before.length % BLOCK;
  const blocks = first ? [rounds.slice(0, BLOCK - first)] : [];
  for (let i = first ? blocks[0].length : 0; i < rounds.length; i += BLOCK) blocks.push(rounds.slice(i, i + BLOCK));
  let seated = copied(before);
  for (const block of blocks) {
    if (block.length === BLOCK && !uneven(block)) seated.push(...eachSeatOnce(block));
    else seated = evenOut([...seated, ...copied(block)], seated.length, chance, moves);
  }
  return seated.slice(before.length);
}

/** Whether a group is no triad, or the people are not the same each round. */
function uneven(block) {
  const people = block.map((groups) => sorted(groups.flat()).join());
  return block.flat().some((group) => group.length !== SEATS) || people.some((row) => row !== people[0]);
}

/** Three rounds of triads, seated so that everyone has each seat once. */
function eachSeatOnce(block) {
  const sits = new Map();
  block.forEach((groups, r) =>
    groups.forEach((group, g) => {
      for (const person of group) sits.set(person, [...(sits.get(person) ?? []), `${r}/${g}`]);
    }),
  );
  const seated = block.map((groups) => groups.map(() => new Array(SEATS).fill(0)));
  for (let number = 0; number < SEATS; number += 1) {
    for (const [triad, person] of matching(sits)) {
      const [r, g] = triad.split("/");
      seated[r][g][number] = person;
      sits.set(person, sits.get(person).filter((one) => one !== triad));
    }
  }
  return seated;
}

/** Each person in one triad, each triad with one person (augmenting paths; always there when regular). */
function matching(sits) {
  const holder = new Map();
  const place = (person, seen) => {
    for (const triad of sits.get(person)) {
      if (seen.has(triad)) continue;
      seen.add(triad);
      if (!holder.has(triad) || place(holder.get(triad), seen)) {
        holder.set(triad, person);
        return true;
      }
    }
    return false;
  };
  for (const person of sorted(sits.keys())) place(person, new Set());
  return holder;
}

/** The stretches of rounds that should be even: each block of three, and the day up to the end of each block. */
function windows(last) {
  const found = [];
  for (let start = 0; start < last; start += BLOCK) {
    const end = Math.min(start + BLOCK, last);
    found.push([0, end]);
    if (start) found.push([start, end]);
  }
  return found;
}

/** How often each of these people had each seat. */
function counts(seated, people) {
  const found = new Map([...people].map((person) => [person, new Array(SEATS).fill(0)]));
  for (const group of seated.flat()) {
    group.forEach((person, place) => {
      if (found.has(person)) found.get(person)[Math.min(place, SEATS - 1)] += 1;
    });
  }
  return found;
}

/** 0 when nobody had any seat more than once more often than another. */
function unevenness(count) {
  let total = 0;
  for (let number = 0; number < SEATS; number += 1) {
    const column = [...count.values()].map((row) => row[number]);
    const sum = column.reduce((all, times) => all + times, 0);
    const each = Math.floor(sum / column.length);
    const more = sum % column.length;
    const least = (column.length - more) * each * each + more * (each + 1) * (each + 1);
    total += column.reduce((all, times) => all + times * times, 0) - least;
  }
  return total;
}

/** Lets two people of a group change seats, in the rounds from index `start`, while that makes things fairer. */
function evenOut(seated, start, chance, moves) {
  const people = new Set(seated.slice(start).flat(2));
  const spans = windows(seated.length).filter(([, end]) => end > start);
  const tables = spans.map(([first, end]) => counts(seated.slice(first, end), people));
  let cost = tables.reduce((all, table) => all + unevenness(table), 0);
  let best = cost;
  let kept = copied(seated);
  for (let move = 0; move < moves && best !== 0; move += 1) {
    const r = start + chance.below(seated.length - start);
    const group = seated[r][chance.below(seated[r].length)];
    const i = chance.below(2);
    const j = i + 1 + chance.below(group.length - 1 - i);
    const [a, b, k] = [group[i], group[j], Math.min(j, SEATS - 1)];
    const touched = tables.filter((_, at) => spans[at][0] <= r && r < spans[at][1]);
    let change = 0;
    for (const table of touched) {
      const [rowA, rowB] = [table.get(a), table.get(b)];
      change += 2 * (rowB[i] - rowA[i] + 1) + 2 * (rowA[k] - rowB[k] + 1);
    }
    if (change > 0 && (change > 2 || chance.below(moves) > (moves - move) >> 3)) continue;
    for (const table of touched) {
      const [rowA, rowB] = [table.get(a), table.get(b)];
      rowA[i] -= 1;
      rowA[k] += 1;
      rowB[k] -= 1;
      rowB[i] += 1;
    }
    [group[i], group[j]] = [b, a];
    cost += change;
    if (cost < best) {
      best = cost;
      kept = copied(seated);
    }
  }
  return kept;
}
