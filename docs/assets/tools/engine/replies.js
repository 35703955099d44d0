// What was typed, to what is kept: times, words, dates, names; or why it does not fit. Twin of
// sst_training/cli/rate_replies.py, whose sentences `rate.unfit.…` say what is the matter.

import { daysLater, isDay } from "./days.js";
import { SstError } from "./errors.js";
import { LONGEST, MOST_SIGNS, fits } from "./rating-shape.js";
import { controlSign } from "./reading.js";
import { clock, seconds } from "./times.js";

/** How long a recording stays when nobody says otherwise. */
const KEPT_DAYS = 14;

/** What was typed does not fit. */
export class Unfit extends SstError {
  /**
   * @param {string} why
   * @param {Object<string, string | number>} [words]
   */
  constructor(why, words = {}) {
    super(words);
    Object.assign(this, { why, key: `rate.unfit.${why}` });
  }
}

/**
 * A time in the recording, and in the part of it that is looked at, as whole seconds.
 * @param {object} rating
 * @param {string} typed `12:34`, `1:02:03` or seconds
 * @returns {number}
 * @throws {Unfit}
 */
export function timeIn(rating, typed) {
  return timeFits(rating, wholeSeconds(typed));
}

/**
 * A number of seconds, if it lies in the recording and in the part that is looked at.
 * @param {object} rating
 * @param {number} at
 * @returns {number}
 * @throws {Unfit}
 */
export function timeFits({ recording, span }, at) {
  if (recording !== null && at > recording.seconds) throw new Unfit("late", { length: clock(recording.seconds) });
  if (span !== null && !(span.from <= at && at <= span.to)) {
    throw new Unfit("span", { start: clock(span.from), end: clock(span.to) });
  }
  return at;
}

/**
 * `12:34`, `1:02:03` or whole seconds.
 * @param {string} typed
 * @returns {number}
 * @throws {Unfit}
 */
export function wholeSeconds(typed) {
  const found = /^[0-9]{1,6}$/.test(typed.trim()) ? Number(typed) : seconds(typed);
  if (found === null) throw new Unfit("time");
  return found;
}

/**
 * How long a recording is, in whole seconds; a part that is looked at must fit in it.
 * @param {object} rating
 * @param {number} length
 * @returns {number}
 * @throws {Unfit}
 */
export function lengthFits({ span }, length) {
  const least = Math.max(1, span === null ? 1 : span.to);
  if (length >= least && length <= LONGEST) return length;
  throw new Unfit("length", { least: clock(least), most: clock(LONGEST) });
}

/**
 * A date, on the day of the session or later; `2026-12-19` or `19-12-2026`.
 * @param {string} held the day of the session
 * @param {string} typed
 * @returns {string}
 * @throws {Unfit}
 */
export function dateAfter(held, typed) {
  const turned = typed.trim().replace(/^([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})$/, "$3-$2-$1");
  const [year, ...rest] = turned.split("-");
  const date = [year, ...rest.map((part) => part.padStart(2, "0"))].join("-");
  if (!isDay(date)) throw new Unfit("date");
  if (date < held) throw new Unfit("before", { held });
  return date;
}

/**
 * The day a recording is erased by, when nobody says otherwise.
 * @param {string} held the day of the session
 * @returns {string}
 */
export function usualErasure(held) {
  return daysLater(held, KEPT_DAYS);
}

/**
 * What a recording is called: never a person.
 * @param {string} typed
 * @returns {string}
 * @throws {Unfit}
 */
export function recordingName(typed) {
  if (!fits.recording(typed)) throw new Unfit("name");
  return typed;
}

/**
 * A person's label: never a name.
 * @param {string} typed
 * @returns {string}
 * @throws {Unfit}
 */
export function label(typed) {
  if (!fits.label(typed)) throw new Unfit("label");
  return typed;
}

/**
 * Words of the practitioner, at most 500 signs, that can be printed; null for none.
 * @param {string | null} typed
 * @returns {string | null}
 * @throws {Unfit}
 */
export function words(typed) {
  const found = (typed ?? "").trim().normalize("NFC");
  if (!fits.note(found)) throw new Unfit("long", { count: [...found].length, most: MOST_SIGNS });
  const sign = controlSign(found);
  if (sign !== null) throw new Unfit("sign", { sign });
  return found === "" ? null : found;
}

/**
 * A whole number from 0 to 10.
 * @param {number} number
 * @returns {number}
 * @throws {Unfit}
 */
export function ten(number) {
  if (!Number.isInteger(number) || number < 0 || number > 10) throw new Unfit("ten");
  return number;
}
