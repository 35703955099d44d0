// The ledger: which scenarios each participant met on earlier days, so that nobody plays therapist for one of them.
// Twin of sst_training/store/ledger.py; here it is a text that the trainer opened, and one that can be saved.

import { LEDGER, LEDGER_FILE, OPTIONS, slotsOf } from "./day-shape.js";
import { LedgerNewer, LedgerUnreadable } from "./errors.js";
import { jsonLine } from "./json.js";
import { seedNumber } from "./rng.js";
import { upTo } from "./rotation.js";
import { Misshapen } from "./shapes.js";
import { metIn } from "./slots.js";

/** Of a ledger. */
export const MOST_BYTES = 16 << 20;

/** A ledger without days. */
export const emptyLedger = () => ({ format: LEDGER, days: [] });

/**
 * The ledger in a file.
 * @param {string} content
 * @param {string} path the file's name
 * @throws {LedgerUnreadable | LedgerNewer}
 */
export function readLedger(content, path) {
  let data;
  try {
    data = JSON.parse(content);
    return LEDGER_FILE(data, "$");
  } catch (cause) {
    const format = data?.format;
    if (typeof format === "string" && format !== LEDGER && format.startsWith("sst-ledger/")) {
      throw new LedgerNewer({ path, format });
    }
    if (cause instanceof Misshapen) throw new LedgerUnreadable({ path, reason: cause.path });
    if (cause instanceof SyntaxError || cause instanceof RangeError) {
      throw new LedgerUnreadable({ path, reason: cause.message });
    }
    throw cause;
  }
}

/**
 * Participant ("p1") → the scenarios met before this day. The day itself, and what came after it, do not count.
 * @param {{days: object[]}} ledger
 * @param {string} seed
 * @param {number} participants
 * @param {number} rounds
 * @param {object} options as `dayOptions` gives them
 */
export function metBefore(ledger, seed, participants, rounds, options) {
  const at = sameDay(ledger, seed, participants, rounds, options);
  const met = {};
  for (const day of at < 0 ? ledger.days : ledger.days.slice(0, at)) {
    for (const [person, cards] of Object.entries(day.met)) met[person] = [...(met[person] ?? []), ...cards];
  }
  return Object.fromEntries(Object.entries(met).map(([person, cards]) => [person, [...new Set(cards)]]));
}

/** Where a day with the same seed, participants, rounds and options stands; −1 when it is a new one. */
function sameDay(ledger, seed, participants, rounds, options) {
  const number = seedNumber(seed);
  return ledger.days.findIndex(
    (day) =>
      day.participants === participants &&
      day.rounds === rounds &&
      storedOptions(day.options) === jsonLine(options) &&
      storedSeed(day.seed) === number,
  );
}

/** Stored options as a line to compare; null for options this program does not know. */
function storedOptions(options) {
  try {
    return jsonLine(OPTIONS(options, "$"));
  } catch (cause) {
    if (cause instanceof Misshapen) return null;
    throw cause;
  }
}

function storedSeed(seed) {
  try {
    return seedNumber(seed);
  } catch {
    return null;
  }
}

/** What a day adds: the scenarios each participant met, in the order of the rounds. */
function entry(day) {
  const met = {};
  for (const person of upTo(day.participants)) {
    const cards = new Set(slotsOf(day, person).map(metIn).filter(Boolean));
    if (cards.size) met[`p${person}`] = [...cards];
  }
  return { seed: day.seed, participants: day.participants, rounds: day.rounds, options: day.options, met };
}

/** The ledger with this day: in the place of the same day, or at the end. */
export function extended(ledger, day) {
  const at = sameDay(ledger, day.seed, day.participants, day.rounds, day.options);
  const days = [...ledger.days];
  days[at < 0 ? days.length : at] = entry(day);
  return { ...ledger, days };
}
