// What a rating file may hold: its fields, their order and their kinds. Twin of sst_training/model/rating.py, and
// of the walk in sst_training/library/walk.py that names every departure from it at once.
//
// As on the command line a number or a yes may also be written as words ("12", "true").

import { inOrder, problemAt } from "./findings.js";
import { Real, isFields } from "./reading.js";

export const FORMAT = "sst-rating/1";

const REQUIRED = Symbol("required");

const SESSION = /^[a-z0-9]{8}$/;
const LABEL = /^[A-Za-z][A-Za-z0-9_-]{0,19}$/;
const RECORDING = /^[A-Za-z][A-Za-z0-9 _-]{0,19}$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CARD = /^[a-z]{2}-[0-9]{3}$/;
const TICK = /^[a-z]+(-[a-z]+)*\.[hsba][1-9]$/;
const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/;

export const MOST_SIGNS = 500;
export const LONGEST = 86400;
export const COUNTERS = ["open_questions", "closed_questions", "reflections", "advice_unasked"];

const NO = Symbol("does not fit");
const word = (pattern) => ({
  wanted: pattern.source.slice(1, -1),
  read: (value) => (typeof value === "string" && pattern.test(value) ? value : NO),
});
const oneOf = (...values) => ({
  wanted: [...values].sort().join(" | "),
  read: (value) => (typeof value === "string" && values.includes(value) ? value : NO),
});
const whole = (least, most) => ({ wanted: `${least} … ${most}`, read: (value) => wholeIn(value, least, most) });
const anyWords = { wanted: "abc …", read: (value) => (typeof value === "string" ? value : NO) };
const note = {
  wanted: `abc …, ≤ ${MOST_SIGNS}`,
  read: (value) => (typeof value === "string" && signs(value) <= MOST_SIGNS ? value : NO),
};
const yesNo = { wanted: "true | false", read: truth };
const orNull = (kind) => ({ orNull: kind });
const listOf = (kind) => ({ listOf: kind });
const struct = (...fields) => ({ fields });

const TEN = whole(0, 10);
const SECONDS = orNull(whole(0, LONGEST));
const TICKS = listOf(word(TICK));

const EVIDENCE = struct(["tick", word(TICK), REQUIRED], ["at", SECONDS, null], ["note", orNull(note), null]);
const ITEM = struct(
  ["state", oneOf("assessed", "na", "missing"), REQUIRED],
  ["reason", orNull(oneOf("no_opportunity", "not_in_this_exercise", "recording_gap")), null],
  ["ticks", TICKS, []],
  ["not_applicable_ticks", TICKS, []],
  ["evidence", listOf(EVIDENCE), []]
);
const RATER = struct(
  ["role", oneOf("self", "peer", "trainer", "gold", "client"), REQUIRED],
  ["label", word(LABEL), REQUIRED],
  ["blind", yesNo, REQUIRED]
);
const CONSENT = struct(
  ["all_informed", yesNo, REQUIRED],
  ["all_agreed", yesNo, REQUIRED],
  ["erase_by", word(DATE), REQUIRED]
);
const RESOLUTION = struct(["with", word(LABEL), REQUIRED], ["note", note, REQUIRED], ["date", word(DATE), REQUIRED]);
const CHALLENGE = struct(
  ["level", oneOf("too_easy", "about_right", "too_hard"), REQUIRED],
  ["stop", yesNo, REQUIRED]
);
const VOICE = struct(
  ["topic", TEN, REQUIRED],
  ["understood", TEN, REQUIRED],
  ["forward", TEN, REQUIRED],
  ["wished", orNull(note), null]
);

// In the order in which the model has them, which is the order of what is told; `FILE_ORDER` is that of the file.
const RATING = struct(
  ["format", oneOf(FORMAT), REQUIRED],
  ["instrument", word(SLUG), REQUIRED],
  ["version", anyWords, REQUIRED],
  ["session", word(SESSION), REQUIRED],
  ["date", word(DATE), REQUIRED],
  ["ratee", word(LABEL), REQUIRED],
  ["rater", RATER, REQUIRED],
  ["items", { keys: anyWords, values: ITEM }, REQUIRED],
  ["session_kind", oneOf("role-play", "own-issue", "work"), "role-play"],
  ["scenario", orNull(word(CARD)), null],
  ["consent", orNull(CONSENT), null],
  ["recording", orNull(struct(["name", word(RECORDING), REQUIRED], ["seconds", whole(1, LONGEST), REQUIRED])), null],
  ["span", orNull(struct(["from", whole(0, LONGEST), REQUIRED], ["to", whole(0, LONGEST), REQUIRED])), null],
  ["prediction", orNull(note), null],
  ["counters", orNull({ keys: oneOf(...COUNTERS), values: whole(0, 9999) }), null],
  ["challenge", orNull(CHALLENGE), null],
  ["keep", orNull(struct(["at", SECONDS, null], ["note", orNull(note), null])), null],
  ["voice", VOICE, undefined],
  ["resolution", orNull(RESOLUTION), null],
  ["locked", yesNo, false]
);

/** Of the fields as they are written: first the session, then what was seen. */
export const FILE_ORDER = [
  ...["format", "instrument", "version", "session", "date", "ratee", "rater", "session_kind", "scenario", "consent"],
  ...["recording", "span", "prediction", "items", "counters", "challenge", "keep", "voice", "resolution", "locked"],
];

/** Whether a text may stand for something in a rating. */
export const fits = {
  /** @param {string} text @returns {boolean} a person's label: never a name */
  label: (text) => LABEL.test(text),
  /** @param {string} text @returns {boolean} what a recording is called: never the file's own name */
  recording: (text) => RECORDING.test(text),
  /** @param {string} text @returns {boolean} a session's code */
  session: (text) => SESSION.test(text),
  /** @param {string} text @returns {boolean} a note or prediction, as far as its length goes */
  note: (text) => signs(text) <= MOST_SIGNS,
};

/**
 * Plain data as a rating, every field there and in the order of the file; or null and all that is wrong with it.
 * @param {unknown} data as `parse` gives it, with times in seconds
 * @param {string} path
 * @returns {{rating: object|null, problems: import("./findings.js").Problem[]}}
 */
export function shaped(data, path) {
  const problems = [];
  const tell = (code, where, words) => void problems.push(problemAt(path, code, where, words));
  const found = read(data, RATING, [], tell);
  if (problems.length > 0) return { rating: null, problems: inOrder(problems) };
  return { rating: inFileOrder(found), problems };
}

/**
 * A rating with its fields in the order of the file; one without a client's voice has no such field.
 * @param {object} rating
 * @returns {object}
 */
export function inFileOrder(rating) {
  return Object.fromEntries(FILE_ORDER.filter((name) => name in rating).map((name) => [name, rating[name]]));
}

/**
 * A value as it may stand in a message: one line, at most 40 signs.
 * @param {unknown} value
 * @returns {string}
 */
export function short(value) {
  const text = value instanceof Real ? String(value.value) : typeof value === "string" ? value : JSON.stringify(value);
  const words = [...text.trim().replace(/\s+/g, " ")];
  return words.length <= 40 ? words.join("") : words.slice(0, 39).join("") + "…";
}

function signs(text) {
  return text.length <= MOST_SIGNS ? text.length : [...text].length;
}

function wholeIn(value, least, most) {
  let number = value instanceof Real ? value.value : value;
  if (typeof value === "string" && JSON_NUMBER.test(value)) number = Number(value);
  if (typeof number !== "number" || !Number.isInteger(number)) return NO;
  return number >= least && number <= most ? number + 0 : NO;
}

function truth(value) {
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  if (typeof value !== "string") return NO;
  const said = value.toLowerCase();
  if (said === "true" || said === "1") return true;
  return said === "false" || said === "0" ? false : NO;
}

function read(value, kind, where, tell) {
  if (kind.orNull) return value === null ? null : read(value, kind.orNull, where, tell);
  if (kind.fields) return readFields(value, kind.fields, where, tell);
  if (kind.values) return readMap(value, kind, where, tell);
  if (kind.listOf) {
    if (!Array.isArray(value)) return tell("C109", where);
    return value.map((part, i) => read(part, kind.listOf, [...where, i], tell));
  }
  return readLeaf(value, kind, where, tell);
}

function readLeaf(value, kind, where, tell) {
  const found = kind.read(value);
  if (found !== NO) return found;
  if (typeof value === "string" && value.trim() === "") return tell("C107", where);
  return tell("C108", where, { value: short(value), wanted: kind.wanted });
}

function readFields(value, fields, where, tell) {
  if (!isFields(value)) return tell("C102", where);
  const known = fields.map(([name]) => name);
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) tell("C101", [...where, name], { field: name, near: "" });
  }
  const found = {};
  for (const [name, kind, missing] of fields) {
    if (name in value) found[name] = read(value[name], kind, [...where, name], tell);
    else if (missing === REQUIRED) tell("C103", where, { field: name });
    else if (missing !== undefined) found[name] = Array.isArray(missing) ? [] : missing;
  }
  return found;
}

function readMap(value, kind, where, tell) {
  if (!isFields(value)) return tell("C102", where);
  const found = Object.create(null);
  for (const [name, part] of Object.entries(value)) {
    readLeaf(name, kind.keys, [...where, name], tell);
    found[name] = read(part, kind.values, [...where, name], tell);
  }
  return found;
}
