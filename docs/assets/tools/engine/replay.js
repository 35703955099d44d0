// A stored day again: as it was, or what is left of it when someone is absent. Twin of sst_training/draw/replay.py.

import { filled, groupsOf } from "./day.js";
import { SIZES } from "./day-options.js";
import { DAY, inRound, talkOf } from "./day-shape.js";
import { CardsGone, TooFewPresent } from "./errors.js";
import { note } from "./remarks.js";
import { seedNumber, sorted } from "./rng.js";
import { regrouped, upTo } from "./rotation.js";
import { skillsOfDay } from "./skills.js";
import { everyone } from "./slots.js";

/** The cards a day names that the library does not have. A retired card is still there. */
export function gone(day, library) {
  const kinds = [library.scenarios, library.stances, library.twists, library.observer_tasks, library.prompts];
  const known = new Set(kinds.flat().map((card) => card.id));
  const named = day.slots.flatMap((slot) => [
    ...[slot.scenario, slot.stance, slot.twist, slot.observer_task, slot.fallback, ...slot.prompts],
  ]);
  return sorted(new Set(named.filter((id) => id !== null && !known.has(id))));
}

/**
 * A stored day, with a note when the library is another one now.
 * @param {object} day as `readDay` gives it
 * @param {object} library the drawing file
 * @throws {CardsGone}
 */
export function replayed(day, library) {
  const missing = gone(day, library);
  if (missing.length) throw new CardsGone({ ids: missing.join(", ") });
  const notes = day.notes.filter((one) => one.code !== "library_changed");
  if (day.library !== library.hash) notes.unshift(note({ code: "library_changed", library: library.hash }));
  return { ...day, lang: library.lang, notes };
}

/**
 * The day with its rounds before `fromRound` as they were, and the rest made anew for those present.
 *
 * Who was absent already stays so, from the round that was said then: whoever leaves later has a seat until then.
 * @param {object} day as `replayed` gives it
 * @param {object} library the drawing file
 * @param {import("./rotation.js").Tables} tables
 * @param {number[]} absent
 * @param {number} fromRound
 * @throws {import("./errors.js").SstError} TooFewPresent, or what `drawDay` throws
 */
export function without(day, library, tables, absent, fromRound) {
  const absences = day.absences ?? [];
  const earlier = absences.filter((absence) => absence.from_round <= fromRound);
  const later = absences.filter((absence) => absence.from_round > fromRound);
  later.sort((one, other) => one.from_round - other.from_round);
  const asked = { participants: sorted(new Set(absent)), from_round: fromRound };
  let left = { ...day, absences: earlier };
  for (const absence of [asked, ...later]) left = afterOne(left, library, tables, absence);
  return left;
}

// The day after one more absence, the latest so far.
function afterOne(day, library, tables, absence) {
  const absences = [...day.absences, absence];
  const fromRound = absence.from_round;
  const away = new Set(absences.flatMap((one) => one.participants));
  const present = upTo(day.participants).filter((person) => !away.has(person));
  if (present.length < SIZES[0]) throw new TooFewPresent({ count: present.length, least: SIZES[0] });
  const { options } = day;
  const seed = seedNumber(day.seed);
  const played = day.slots.filter((slot) => slot.round < fromRound);
  const before = upTo(fromRound - 1).map((number) => inRound(day, number).map((slot) => everyone(slot.seats)));
  const apart = options.apart.filter((pair) => !pair.some((person) => away.has(person)));
  const own = options.own_issue_rounds.filter((number) => number >= fromRound);
  const rounds = [...before, ...regrouped(tables, present, day.rounds, before, seed, apart, own)];
  const practised = played.filter((slot) => slot.mode === "role-play");
  const skills = skillsOfDay(library.instrument, options, groupsOf(rounds, options), seed, practised);
  const metBefore = day.met_before ?? {};
  const rest = filled(library, { seed, options, talk: talkOf(day, 1), rounds, skills, metBefore, played });
  const changed = day.notes.filter((one) => one.code === "library_changed");
  return DAY({ ...day, ...rest, notes: [...changed, ...rest.notes], absences }, "$"); // puts the fields in their order
}
