// The wording of a report: dates, who watched, levels, the next step. Twin of sst_training/sheets/report_words.py and
// beside_words.py; texts of the library come in the page's one language.
import { COUNTERS } from "../../engine/rating-shape.js";
import { clock } from "../../engine/times.js";
import { inWords } from "./days.js";

/** Who watched what, and which session it was: two lines. */
export function origin(say, report) {
  const { recording } = report;
  const heard = recording && say("score.recording", { name: recording.name, length: clock(recording.seconds) });
  const watched = say(`score.by.${report.role}`, { label: report.rater }) + (heard ? `, ${heard}` : "");
  const kind = `${say(`score.kind.${report.session_kind}`)} ${report.scenario ?? ""}`.trim();
  return [watched, [inWords(say, report.date), kind, say("score.session", { session: report.session })].join(" · ")];
}

/** What one has to know to read the profile fairly, a sentence each. */
export function caveats(say, { recording, span, erase }) {
  return [
    recording === null ? say("score.from_memory") : null,
    span === null ? null : say("score.span", { start: clock(span.from), end: clock(span.to) }),
    erase === null ? null : say("score.erase", { date: inWords(say, erase) }),
  ].filter(Boolean);
}

/** What to do now that safety was at stake; with a real client something else than in a role-play. */
export const openSafety = (say, { session_kind: kind }) =>
  say(kind === "work" ? "score.safety.work" : "score.safety.role-play");

/** What belongs to a level 1 or 2; no `do it again` while a talk with the trainer comes first. */
export function lowWords(say, report) {
  return report.unsafe.length > 0 ? say("score.low") : `${say("score.low")} ${say("score.low.again")}`;
}

/** What was agreed about an unsafe tick, with whom and when; empty if nothing was. */
export function resolvedWords(say, { resolution }) {
  if (resolution === null) return "";
  const date = inWords(say, resolution.date);
  return `${say("score.resolved", { partner: resolution.with, date })} ${oneLine(resolution.note)}`;
}

/** `2 · in opbouw`; empty for a skill without a level. */
export const levelWords = (report, level) => (level === null ? "" : `${level} · ${report.levels[level]}`);

/** `2 van 3 basis`; empty for a skill that was not assessed. */
export function basicsWords(say, { basics }) {
  if (basics === null) return "";
  return say(basics.required === 1 ? "score.basics.one" : "score.basics", basics);
}

/** `+ 1 verdieping`; empty without. */
export function deeperWords(say, { deeper }) {
  if (deeper === 0) return "";
  return say(deeper === 1 ? "score.deeper.one" : "score.deeper", { count: deeper });
}

/** `●●○ ★`: a dot for each basic that counted, a star for each advanced behaviour. */
export function dots({ standing: { basics }, deeper }) {
  if (basics === null) return "";
  return `${"●".repeat(basics.seen)}${"○".repeat(basics.required - basics.seen)} ${"★".repeat(deeper)}`.trimEnd();
}

/** Each level with its name, and what it takes. */
export const definitions = (say, report) =>
  Object.keys(report.levels).map((level) => [levelWords(report, Number(level)), say(`page.list.level.${level}`)]);

/** The skills without a level, gathered by reason, in the order of the talk. */
export function notAssessed(say, { rows }) {
  const found = new Map();
  for (const { standing, text } of rows.filter((row) => row.standing.level === null)) {
    const words = standing.reason === null ? say("score.missing") : say(`score.na.${standing.reason}`);
    found.set(words, [...(found.get(words) ?? []), text]);
  }
  return [...found];
}

/** Why this step is proposed, a sentence each. */
export function reasons(say, step) {
  const found = step.chosen ? [say("score.next.chosen")] : [];
  const kept = step.eased !== null && step.why === "level_up";
  if (step.why === "safety") found.push(say("score.next.safety"));
  else if (step.standing.level === null) found.push(say("score.next.start"));
  else if (!(step.chosen && ["smallest_step", "level_up"].includes(step.why))) {
    found.push(say(kept ? "score.next.level_kept" : `score.next.${step.why}`));
  }
  if (step.eased !== null) found.push(say(step.eased === "lower" ? "score.next.eased" : "score.next.eased.lowest"));
  return found;
}

/** What was chosen the time before; empty if nothing was, or while a choice of now is shown. */
export function lastChoice(say, step) {
  if (step.last === null || step.chosen) return "";
  return say("score.next.last", { skill: step.last[0], date: inWords(say, step.last[1]) });
}

/** The behaviours to go for: a line that leads them in, and each with its condition. */
export function aims(say, step) {
  if (step.aims.length === 0) return ["", []];
  const many = step.aims.length === 1 ? "one" : "many";
  const lead = step.standing.level === null ? "begin" : step.why === "advanced" ? "deeper" : `lacking.${many}`;
  return [say(`score.next.${lead}`), step.aims.map(({ text, when }) => (when ? `${text} (${when})` : text))];
}

/** What was expected, counted and felt: a name and its words each; what was left open is left out. */
export function besideRows(say, { prediction, counters, challenge }) {
  const found = [];
  if (prediction?.trim()) found.push([say("beside.prediction"), `‘${oneLine(prediction)}’`]);
  if (counters !== null && Object.keys(counters).length > 0) {
    const counted = COUNTERS.filter((name) => name in counters);
    const words = counted.map((name) => `${say(`counters.${name}`)} ${counters[name]}`);
    found.push([say("beside.counters"), words.join(" · ")]);
  }
  if (challenge !== null) {
    const stop = challenge.stop ? ` · ${say("beside.stop")}` : "";
    found.push([say("beside.challenge"), say(`rate.choice.${challenge.level}`) + stop]);
  }
  return found;
}

const oneLine = (text) => text.trim().split(/\s+/).join(" ");
