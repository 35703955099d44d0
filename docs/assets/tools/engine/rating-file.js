// Bytes of a rating file to a rating and back. Twin of sst_training/store/format.py and of the reading in
// sst_training/cli/rating_file.py: what is written here the command line would have written, to the byte.

import { faults, unfinished } from "./checks.js";
import { inOrder, problemAt } from "./findings.js";
import { FORMAT, inFileOrder, shaped, short } from "./rating-shape.js";
import { Unreadable, isFields, parse } from "./reading.js";
import { withSeconds } from "./times.js";

/** Of a rating file. */
export const MOST_BYTES = 1024 * 1024;

/** For codes that are read aloud and typed over: without the pairs that look alike. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const CODE_LENGTH = 8;

/**
 * The rating file: the very bytes that `sst sessions export` writes.
 * @param {object} rating
 * @returns {Uint8Array}
 */
export function encoded(rating) {
  return new TextEncoder().encode(JSON.stringify(inFileOrder(rating), null, 2) + "\n");
}

/**
 * @typedef {{newer: string | null, rating: object|null, problems: import("./findings.js").Problem[],
 *   lacking: import("./findings.js").Problem[], self: boolean}} Inspected
 *   newer: the format, if it came after this program; then nothing else was looked at.
 *   rating: null unless the shape is right. problems: of its shape, else its faults.
 *   lacking: what a rating without problems lacks before it can be scored.
 *   self: the file says it is one's own observation, sound or not.
 */

const NOTHING = { newer: null, rating: null, problems: [], lacking: [], self: false };

/**
 * The rating in a file, and what is wrong with it: first its shape, then its sense, then what it lacks.
 * @param {Uint8Array} bytes
 * @param {import("./instrument.js").Instrument} instrument
 * @param {string} [path] what the file is called
 * @returns {Inspected}
 */
export function inspected(bytes, instrument, path = "") {
  let read;
  try {
    read = parse(bytes, MOST_BYTES);
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    const { line, column, code, words } = cause;
    return { ...NOTHING, problems: [{ path, line, column, code, words }] };
  }
  return looked(read, instrument, path);
}

/**
 * The same for what was read already: it may be one of several in a file.
 * @param {unknown} read as `parse` gives it
 * @param {import("./instrument.js").Instrument} instrument
 * @param {string} [path]
 * @returns {Inspected}
 */
export function looked(read, instrument, path = "") {
  const newer = laterFormat(read, FORMAT);
  if (newer !== null) return { ...NOTHING, newer };
  const self = isFields(read) && isFields(read.rater) && read.rater.role === "self";
  const { data, unread } = withSeconds(read);
  const { rating, problems } = shaped(data, path);
  const times = unread.map(({ where, text }) => problemAt(path, "R133", where, { value: short(text) }));
  if (rating === null || times.length > 0) {
    return { ...NOTHING, problems: inOrder([...problems, ...times]), self };
  }
  const found = faults(rating, instrument, path);
  const lacking = found.length > 0 ? [] : unfinished(rating, instrument, path);
  return { newer: null, rating, problems: found, lacking, self };
}

/**
 * A code for a session: eight letters and digits.
 * @param {() => number} byte gives a whole number from 0 to 255, each as likely, from the system's randomness
 * @returns {string}
 */
export function newCode(byte) {
  const fair = 256 - (256 % LETTERS.length);
  let code = "";
  while (code.length < CODE_LENGTH) {
    const number = byte();
    if (number < fair) code += LETTERS[number % LETTERS.length];
  }
  return code;
}

/**
 * Whether two ratings are one person's of one session; a client's form is another thing than an observation.
 * @param {object} one
 * @param {object} other
 * @returns {boolean}
 */
export function sameRater(one, other) {
  const client = (rating) => rating.rater.role === "client";
  return (
    one.session === other.session && one.rater.label === other.rater.label && client(one) === client(other)
  );
}

/**
 * The format of a file that came after this program; null for another file.
 * @param {unknown} data
 * @param {string} known
 * @returns {string | null}
 */
export function laterFormat(data, known) {
  const [kind, number] = known.split("/");
  const format = isFields(data) ? data.format : null;
  const found = typeof format === "string" ? new RegExp(`^${kind}/([0-9]{1,6})$`).exec(format) : null;
  return found !== null && Number(found[1]) > Number(number) ? format : null;
}
