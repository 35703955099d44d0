// Reads the options of a day: 2,5 · 3-7,2-9 · 3:15. The twin of sst_training/cli/day_options.py and of the checks in
// sst_training/cli/day.py, so that the page refuses what the command line refuses, in the same words.

import { BadOption } from "./errors.js";
import { asked } from "./skills.js";

export const SIZES = [3, 60];
export const ROUNDS = [1, 12];
export const LEVELS = [1, 3];
export const MINUTES = [25, 240];
export const LONGEST_BREAK = 240;

const FEW_DIGITS = /^[0-9]{1,3}$/;

/** A whole number within its bounds. @throws {BadOption} */
export function whole(option, value, least, most) {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new BadOption({ option, value: String(value), wanted: `${least}–${most}` });
  }
  return value;
}

/** `a,b` → the names; null when nothing was given. @throws {BadOption} */
export function names(text) {
  if (text === null) return null;
  const found = text.split(",").map((name) => name.trim());
  if (found.includes("")) throw new BadOption({ option: "--skills", value: text, wanted: "focus,one-idea …" });
  return found;
}

function number(option, part, least, most, text, wanted) {
  const digits = part.trim();
  if (!FEW_DIGITS.test(digits) || Number(digits) < least || Number(digits) > most) {
    throw new BadOption({ option, value: text, wanted });
  }
  return Number(digits);
}

/** What can be given, with an example that is possible here; for a day too short for any, how long it has to be. */
function possible(least, most, example) {
  if (least > most) return `--rounds ${least + 1}–${ROUNDS[1]}`;
  if (least === most) return String(least);
  const shown = Number(example.split(",").at(-1)) <= most ? example : `${least},${most}`;
  return `${shown} (${least}–${most})`;
}

/** `2,5` → each number once, in order. @throws {BadOption} */
export function numbers(option, text, least, most, example) {
  if (text === null) return [];
  const wanted = possible(least, most, example);
  const found = new Set(text.split(",").map((part) => number(option, part, least, most, text, wanted)));
  return [...found].sort((a, b) => a - b);
}

/** `3-7,2-9` → pairs of participants, each once, the lower number first. @throws {BadOption} */
export function pairs(text, participants) {
  if (text === null) return [];
  const option = "--apart";
  const wanted = `3-7,2-9 (1–${participants})`;
  const found = new Map();
  for (const part of text.split(",")) {
    const both = part.split("-").map((one) => number(option, one, 1, participants, text, wanted));
    if (both.length !== 2 || both[0] === both[1]) throw new BadOption({ option, value: text, wanted });
    both.sort((a, b) => a - b);
    found.set(both.join("-"), both);
  }
  return [...found.values()].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

/** `3:15` → a break of 15 minutes after round 3, one a round at most. @throws {BadOption} */
export function breaks(given, rounds) {
  const option = "--break";
  const found = new Map();
  for (const text of given) {
    const wanted =
      rounds > 1 ? `${Math.min(3, rounds - 1)}:15 (1–${rounds - 1}:1–${LONGEST_BREAK})` : `--rounds 2–${ROUNDS[1]}`;
    for (const part of text.split(",")) {
      const colon = part.indexOf(":");
      const [after, minutes] = colon < 0 ? [part, ""] : [part.slice(0, colon), part.slice(colon + 1)];
      const round = number(option, after, 1, rounds - 1, text, wanted);
      if (found.has(round)) throw new BadOption({ option, value: text, wanted });
      found.set(round, number(option, minutes, 1, LONGEST_BREAK, text, wanted));
    }
  }
  return [...found].sort((one, other) => one[0] - other[0]).map(([after, minutes]) => ({ after, minutes }));
}

/**
 * @typedef {object} DayRequest a day as it is asked for; texts as they would be typed behind the option
 * @property {number} participants
 * @property {number} rounds
 * @property {string | null} [skills] `focus,one-idea`
 * @property {boolean} [dealt]
 * @property {boolean} [sameCase]
 * @property {number} [levelMin]
 * @property {number} [levelMax]
 * @property {string | null} [ownIssueRounds] `2,5`
 * @property {string | null} [apart] `3-7,2-9`
 * @property {number} [minutes]
 * @property {string[]} [breaks] `3:15`
 */

/**
 * What the trainer asked for, checked, in the shape of the field `options` of `sst day --json`.
 *
 * @param {DayRequest} request
 * @param {object} instrument
 * @throws {BadOption | import("./errors.js").UnknownId | import("./errors.js").SafetyIsGuided}
 */
export function dayOptions(request, instrument) {
  const { participants, rounds, skills = null, levelMin = 1, levelMax = 3, minutes = 40 } = request;
  whole("--participants", participants, ...SIZES);
  whole("--rounds", rounds, ...ROUNDS);
  whole("--level-min", levelMin, ...LEVELS);
  whole("--level-max", levelMax, ...LEVELS);
  whole("--minutes", minutes, ...MINUTES);
  if (levelMin > levelMax) {
    throw new BadOption({ option: "--level-min", value: String(levelMin), wanted: `1–${levelMax}` });
  }
  const named = names(skills);
  return {
    skills: named === null ? null : asked(named, instrument),
    dealt: Boolean(request.dealt),
    same_case: Boolean(request.sameCase),
    level_min: levelMin,
    level_max: levelMax,
    own_issue_rounds: numbers("--own-issue-rounds", request.ownIssueRounds ?? null, 2, rounds - 1, "2,5"),
    apart: pairs(request.apart ?? null, participants),
    minutes,
    breaks: breaks(request.breaks ?? [], rounds),
  };
}
