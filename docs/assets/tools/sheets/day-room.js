// What hangs on the wall and lies on the tables: nothing on it belongs to one reader alone. Twin of
// sst_training/sheets/day_room.py.

import { beginsOf, endOf } from "../engine/clock.js";
import { inRound } from "../engine/day-shape.js";
import { at, clockTable, schedule } from "./day-trainer.js";
import { tableCard } from "./own-issue-cards.js";
import * as parts from "./parts.js";
import { skillWords } from "./role-sheets.js";

const HELP = ["now", "danger", "suicide", "talk", "gp"];
const RECORDING = ["purpose", "own_issue", "share", "names", "aloud", "withdraw"];

/** Rounds from which a column has room for a figure alone. */
const CROWDED = 7;

/** People on one sheet of the wall. */
const ROWS = 32;

/** The sheets of the room; `start`, minutes after midnight, puts the rounds there on the clock. */
export function roomData(day, instrument, say, start = null) {
  const groups = Math.max(0, ...day.slots.map((slot) => slot.group));
  const ownIssue = day.slots.some((slot) => slot.mode === "own-issue");
  const sheets = [helpCard(say), recording(say), outOfRole(say), debrief(say)];
  return {
    title: say("print.room"),
    over: say("print.room"),
    foot: say("print.room"),
    walls: wall(day, say).map((table) => ({ heading: say("print.room.wall"), sub: say("print.room.wall.how"), table })),
    legend: say("print.day.legend"),
    rounds: {
      heading: say("print.room.rounds"),
      sub: say("print.room.rounds.how"),
      skills: day.clock.flatMap((clock) => roundRows(day, clock, instrument, say, start)),
      table: clockTable(day, say, start),
    },
    signs: Array.from({ length: groups }, (_, at) => ({ number: String(at + 1), words: say("print.room.group") })),
    sheets: ownIssue ? [tableCard(say), ...sheets] : sheets,
  };
}

/** The schedule without a word on what is played, over as many sheets as it takes to be read from a distance. */
function wall(day, say) {
  const { head, rows } = schedule(day, say);
  const rounds = day.rounds < CROWDED ? head.slice(1) : day.clock.map(({ round }) => String(round));
  const each = Math.ceil(rows.length / Math.ceil(rows.length / ROWS));
  const sheets = Array.from({ length: Math.ceil(rows.length / each) }, (_, at) =>
    rows.slice(at * each, (at + 1) * each),
  );
  return sheets.map((part) => ({ head: [say("print.room.number"), ...rounds], rows: part }));
}

/**
 * A round in a few words: its number and the skill everyone practises; a break after it; the end of the last. With when
 * each begins, if that is known.
 */
function roundRows(day, clock, instrument, say, start) {
  const slots = inRound(day, clock.round);
  const skills = [...new Set(slots.map((slot) => skillWords(slot.skill, instrument)))].join(", ");
  const own = slots.some((slot) => slot.mode === "own-issue");
  const rows = [[String(clock.round), clock.start, own ? `${say("own_issue.title")}: ${skills}` : skills]];
  const begins = beginsOf(clock);
  clock.parts.forEach(({ part, minutes }, i) => {
    if (part === "break") rows.push(["", begins[i], say("print.room.break", { minutes })]);
  });
  if (clock === day.clock.at(-1) && start !== null) rows.push(["", endOf(clock), say("print.room.end")]);
  return rows.map(([number, begin, words]) => [number, start === null ? words : `${at(begin, start)} · ${words}`]);
}

const sheet = (name, say, found) => ({
  key: name,
  over: say("print.room"),
  title: say(`print.${name}`),
  foot: say("print.room"),
  sub: say(`print.${name}.how`),
  parts: found,
  roomy: true,
});

/** Whom to call when something stays with you. */
function helpCard(say) {
  const lines = HELP.map((line) => parts.text(say(`print.help.${line}.label`), say(`print.help.${line}`)));
  return sheet("help", say, [...lines, parts.note(say("print.help.checked"))]);
}

/** The agreement on recording: what for, who watches, when it is erased, and everyone's yes. */
const recording = (say) =>
  sheet("recording", say, [
    parts.rules(RECORDING.map((rule) => say(`print.recording.${rule}`))),
    parts.apart(parts.write(say("print.recording.who"), "", 1)),
    parts.write(say("print.recording.until"), "", 1),
    parts.write(say("print.recording.yes"), say("print.recording.yes.how"), 4),
  ]);

/** Steps out of a role, and back to colleagues after an own issue. */
const outOfRole = (say) =>
  sheet("derole", say, [
    parts.rules([1, 2, 3, 4].map((step) => say(`print.derole.${step}`))),
    parts.apart(parts.text(say("print.derole.own.label"), say("print.derole.own"))),
  ]);

/** The four steps at the table, and questions for the whole group. */
const debrief = (say) =>
  sheet("debrief", say, [
    parts.steps(
      say("print.debrief.table"),
      [1, 2, 3, 4].map((step) => say(`sheet.feedback.${step}`)),
    ),
    parts.apart(
      parts.points(
        say("print.debrief.group"),
        [1, 2, 3, 4].map((n) => say(`print.debrief.${n}`)),
      ),
    ),
    parts.note(say("print.debrief.not")),
  ]);
