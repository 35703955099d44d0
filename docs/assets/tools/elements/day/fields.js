// What the planner's form holds, as it is typed: numbers are texts here. From there to what the engine asks for, and
// to and from an address, which holds numbers and choices and nothing that tells who anybody is.

/** The form before anybody touched it. @typedef {typeof START} Fields */
export const START = Object.freeze({
  participants: "12",
  rounds: "4",
  start: "09:30",
  seed: "",
  skills: Object.freeze([]),
  dealt: false,
  sameCase: false,
  levelMin: "1",
  levelMax: "3",
  own: Object.freeze([]),
  apart: "",
  minutes: "40",
  breaks: Object.freeze([]),
});

/** @typedef {{who: number[], from: number}} Away who is absent, from which round on */

const DIGITS = /^[0-9]{1,3}$/;
const TIME = /^([01][0-9]|2[0-3]):([0-5][0-9])$/;
const AWAY = /^([0-9]{1,2}(?:,[0-9]{1,2}){0,59})@([0-9]{1,2})$/;

/** A whole number as it was typed; NaN when it is none, so that the engine refuses it. */
const whole = (text) => (DIGITS.test(text.trim()) ? Number(text) : NaN);

/** Pairs as people write them: `3 – 7; 2-9` is `3-7,2-9`. */
const pairsOf = (text) =>
  text
    .replace(/[‐-―−]/g, "-")
    .replace(/[;\n]/g, ",")
    .replace(/\s+/g, "")
    .replace(/,+$/, "") || null;

/** What the engine is asked, as `dayAnswer` takes it; the start code apart. @param {Fields} fields */
export const requestOf = (fields) => ({
  participants: whole(fields.participants),
  rounds: whole(fields.rounds),
  skills: fields.skills.length ? fields.skills.join(",") : null,
  dealt: fields.dealt,
  sameCase: fields.sameCase,
  levelMin: whole(fields.levelMin),
  levelMax: whole(fields.levelMax),
  ownIssueRounds: fields.own.length ? fields.own.join(",") : null,
  apart: pairsOf(fields.apart),
  minutes: whole(fields.minutes),
  breaks: fields.breaks.map(({ after, minutes }) => `${after}:${minutes}`),
});

/** Minutes after midnight at which the day begins; null when no time is given. */
export function startOf(fields) {
  const found = TIME.exec(fields.start);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

const NAMES = {
  seed: "seed",
  participants: "participants",
  rounds: "rounds",
  start: "start",
  levelMin: "from",
  levelMax: "to",
  apart: "apart",
  minutes: "minutes",
};

/** What stands behind the # for this day. @param {Fields} fields @param {Away[]} absences @param {boolean} logged */
export function addressOf(fields, absences, logged) {
  const asked = new URLSearchParams();
  const always = ["seed", "participants", "rounds"];
  for (const [name, short] of Object.entries(NAMES)) {
    if (always.includes(name) || fields[name] !== START[name]) asked.set(short, fields[name]);
  }
  if (fields.skills.length) asked.set("skills", fields.skills.join(","));
  if (fields.own.length) asked.set("own", fields.own.join(","));
  for (const { after, minutes } of fields.breaks) asked.append("break", `${after}:${minutes}`);
  if (fields.dealt) asked.set("dealt", "1");
  if (fields.sameCase) asked.set("same", "1");
  for (const { who, from } of absences) asked.append("away", `${who.join(",")}@${from}`);
  if (logged) asked.set("log", "1");
  return asked.toString();
}

/**
 * What an address asks for; null when it asks for no day. Values that do not fit stay as they are: the engine refuses
 * them, beside their field.
 * @param {string} hash
 * @returns {{fields: Fields, absences: Away[], logged: boolean} | null}
 */
export function askedIn(hash) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  if (!asked.get("seed")) return null;
  const list = (name) => (asked.get(name) ?? "").split(",").filter(Boolean).slice(0, 60);
  const plain = Object.entries(NAMES).map(([name, short]) => [name, (asked.get(short) ?? START[name]).slice(0, 600)]);
  const breaks = asked
    .getAll("break")
    .slice(0, 12)
    .map((text) => {
      const [after, minutes = ""] = text.split(":");
      return { after, minutes };
    });
  const away = asked
    .getAll("away")
    .map((text) => AWAY.exec(text))
    .filter(Boolean)
    .slice(0, 12);
  return {
    fields: {
      ...START,
      ...Object.fromEntries(plain),
      breaks,
      skills: list("skills"),
      own: list("own"),
      dealt: asked.get("dealt") === "1",
      sameCase: asked.get("same") === "1",
    },
    absences: away.map(([, who, from]) => ({ who: who.split(",").map(Number), from: Number(from) })),
    logged: asked.get("log") === "1",
  };
}

/** The form of a day that was stored. @param {object} day @param {string} start */
export const fieldsOf = ({ participants, rounds, seed, options }, start) => ({
  ...START,
  participants: String(participants),
  rounds: String(rounds),
  seed,
  start,
  skills: options.skills ?? [],
  dealt: options.dealt,
  sameCase: options.same_case,
  levelMin: String(options.level_min),
  levelMax: String(options.level_max),
  own: options.own_issue_rounds.map(String),
  apart: options.apart.map((pair) => pair.join("-")).join(", "),
  minutes: String(options.minutes),
  breaks: options.breaks.map(({ after, minutes }) => ({ after: String(after), minutes: String(minutes) })),
});
