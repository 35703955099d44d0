// Reads a stored day (`day.json`) back, and says whether it holds together: a file can be right in every field and
// still be no day. Twin of sst_training/store/day_file.py and sst_training/model/day_check.py.

import { minutesOf } from "./clock.js";
import { DAY, inRound } from "./day-shape.js";
import { DayUnreadable } from "./errors.js";
import { seedNumber, sorted } from "./rng.js";
import { Misshapen } from "./shapes.js";
import { everyone } from "./slots.js";

/** Of a stored day. */
export const MOST_BYTES = 1 << 20;

/**
 * The day in a file.
 * @param {string} content
 * @param {string} path the file's name
 * @throws {DayUnreadable} with what is wrong with it
 */
export function readDay(content, path) {
  if (new TextEncoder().encode(content).length > MOST_BYTES) {
    throw new DayUnreadable({ path, reason: `> ${MOST_BYTES >> 20} MiB` });
  }
  let day;
  try {
    day = DAY(JSON.parse(content), "$");
  } catch (cause) {
    if (cause instanceof Misshapen) throw new DayUnreadable({ path, reason: cause.path });
    if (cause instanceof SyntaxError || cause instanceof RangeError) {
      throw new DayUnreadable({ path, reason: cause.message });
    }
    throw cause;
  }
  const fault = firstFault(day);
  if (fault !== null) throw new DayUnreadable({ path, reason: fault });
  return day;
}

/** Where a day contradicts itself, as the path of a field; null when it holds together. */
export function firstFault(day) {
  if (!isSeed(day.seed)) return "seed";
  if (day.clock.length !== day.rounds || day.clock.some((clock, at) => clock.round !== at + 1)) return "clock";
  if (day.clock.some((clock) => minutesOf(clock, "talk") < 1)) return "clock.parts";
  return faultOfSeats(day) ?? faultOfSlots(day);
}

function isSeed(seed) {
  try {
    seedNumber(seed);
    return true;
  } catch {
    return false;
  }
}

function faultOfSeats(day) {
  const away = new Map();
  for (const absence of day.absences ?? []) {
    for (const person of absence.participants) {
      away.set(person, Math.min(absence.from_round, away.get(person) ?? Infinity));
    }
  }
  if ([...away.keys()].some((person) => person > day.participants)) return "absences";
  for (let number = 1; number <= day.rounds; number += 1) {
    const slots = inRound(day, number);
    if (slots.some((slot, at) => slot.group !== at + 1)) return `slots: round ${number}`;
    const seated = sorted(slots.flatMap((slot) => everyone(slot.seats)));
    const present = [];
    for (let person = 1; person <= day.participants; person += 1) {
      if ((away.get(person) ?? Infinity) > number) present.push(person);
    }
    if (seated.join() !== present.join()) return `seats: round ${number}`;
  }
  return null;
}

function faultOfSlots(day) {
  const at = day.slots.findIndex(
    (slot, i) => !whole(slot) || (i > 0 && slot.round < day.slots[i - 1].round) || slot.round > day.rounds,
  );
  return at < 0 ? null : `slots[${at}]`;
}

function whole(slot) {
  const played = [slot.setting, slot.scenario, slot.stance, slot.person];
  if (slot.mode === "role-play") return !played.includes(null) && !slot.prompts.length && slot.fallback === null;
  const bare = played.every((field) => field === null) && slot.twist === null;
  return bare && slot.prompts.length > 0 && slot.fallback !== null;
}
