// What a trainer should know about a day that was drawn: how often each skill, who meets again, what was not kept.
// Twin of sst_training/draw/remarks.py.

import { levelOfRound } from "./levels-of-day.js";
import { pairsIn } from "./partners.js";
import { sorted } from "./rng.js";
import { everyone } from "./slots.js";

/** Groups that one trainer can be near to when own issues are talked about. */
const ONE_TRAINER = 4;

/** A card meant for a talk this many times shorter than the round's is over long before it: a closing, say. */
const SHORT = 2;

const HIGHEST = 3;

const FIELDS = ["code", "round", "groups", "level", "wanted", "minutes", "count", "participants", "cards", "library"];

const empty = (value) => value === null || value === undefined || (Array.isArray(value) && !value.length);

/** A note with its fields in their order; what is empty is left out. */
export const note = (fields) =>
  Object.fromEntries(FIELDS.filter((name) => !empty(fields[name])).map((name) => [name, fields[name]]));

const unique = (values) => sorted(new Set(values));

function tally(values) {
  const count = new Map();
  for (const value of values) count.set(value, (count.get(value) ?? 0) + 1);
  return count;
}

/** How many role-plays practise each skill, in the instrument's order. */
export function coverage(slots, skills) {
  const count = tally(slots.filter((slot) => slot.mode === "role-play").map((slot) => slot.skill));
  return Object.fromEntries(skills.filter((skill) => count.has(skill)).map((skill) => [skill, count.get(skill)]));
}

/** The pairs that share a group more than once, and when. */
export function repeats(slots) {
  const found = new Map();
  for (const slot of slots) {
    for (const pair of pairsIn(sorted(everyone(slot.seats)))) {
      const key = pair.join("-");
      if (!found.has(key)) found.set(key, { pair, rounds: [] });
      found.get(key).rounds.push(slot.round);
    }
  }
  return [...found.values()]
    .filter(({ rounds }) => rounds.length > 1)
    .sort((one, other) => one.pair[0] - other.pair[0] || one.pair[1] - other.pair[1]);
}

/**
 * The notes of a day, first those about the whole of it.
 * @param {object} library
 * @param {object[]} slots
 * @param {object} options
 * @param {number} highest the highest level the library has
 * @param {number} talk minutes
 * @param {Record<string, string[]>} met what the ledger said, "p1" → scenario ids
 */
export function notes(library, slots, options, highest, talk, met) {
  const found = [];
  const wanted = Math.max(0, ...slots.map((slot) => levelOfRound(slot.round, options, HIGHEST)));
  if (wanted > highest) found.push(note({ code: "level_highest", level: highest, wanted }));
  const own = tally(slots.filter((slot) => slot.mode === "own-issue").map((slot) => slot.round));
  const most = Math.max(0, ...own.values());
  if (most > ONE_TRAINER) found.push(note({ code: "second_trainer", count: most }));
  if (options.apart.length && !own.size) found.push(note({ code: "apart_unused" }));
  const minutes = new Map(library.scenarios.map((card) => [card.id, card.minutes]));
  const long = unique(slots.map((slot) => slot.scenario).filter((id) => id && (minutes.get(id) ?? 0) > talk));
  if (long.length) found.push(note({ code: "talk_short", minutes: talk, cards: long }));
  const short = unique(slots.map((slot) => slot.scenario).filter((id) => minutes.get(id) * SHORT <= talk));
  if (short.length) found.push(note({ code: "talk_long", minutes: talk, cards: short }));
  const unknown = unique(Object.values(met).flat().filter((id) => !minutes.has(id)));
  if (unknown.length) found.push(note({ code: "ledger_unknown", cards: unknown }));
  for (const number of unique(slots.map((slot) => slot.round))) {
    const played = slots.filter((slot) => slot.round === number && slot.mode === "role-play");
    found.push(...roundNotes(number, played, options, highest));
  }
  return found;
}

/** The notes of one round: a lower level, a shared scenario, no twist that fits the talk. */
function roundNotes(number, slots, options, highest) {
  const wanted = levelOfRound(number, options, highest);
  const found = [];
  for (const level of unique(slots.map((slot) => slot.level).filter((one) => one < wanted))) {
    const groups = slots.filter((slot) => slot.level === level).map((slot) => slot.group);
    found.push(note({ code: "level_lower", round: number, groups, level, wanted }));
  }
  if (!options.same_case) {
    const times = tally(slots.map((slot) => slot.scenario));
    const shared = slots.filter((slot) => times.get(slot.scenario) > 1);
    if (shared.length) {
      const groups = shared.map((slot) => slot.group);
      const cards = unique(shared.map((slot) => slot.scenario));
      found.push(note({ code: "shared_scenario", round: number, groups, cards }));
    }
  }
  const bare = slots.filter((slot) => number > 1 && slot.level > 1 && slot.twist === null).map((slot) => slot.group);
  if (bare.length) found.push(note({ code: "twist_none", round: number, groups: bare }));
  return found;
}
