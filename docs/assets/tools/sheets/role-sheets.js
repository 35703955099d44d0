// The sheets of a role-play, one reader a sheet, from what that reader may see and from nothing else: what is not in
// the view cannot be printed. Twin of sst_training/sheets/role_sheets.py.

import { twistPlace, view } from "../engine/readers.js";
import * as parts from "./parts.js";

const capital = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);

/**
 * One reader's sheet of a role-play.
 * @param {object} play as `DayCards.play` gives it
 * @param {"therapist" | "client" | "observer"} reader
 * @param {object} instrument
 * @param {import("../words.js").Say} say
 * @param {string} tag which round and group
 */
export function roleSheet(play, reader, instrument, say, tag) {
  const seen = view(play, reader, say);
  const place = [say("sheet.minutes", { minutes: seen.minutes })];
  if ("setting" in seen) place.unshift(say(`setting.${seen.setting}`));
  const made = { therapist, client, observer };
  const sheet = {
    key: play.scenario.id,
    over: say(`seat.${reader}`),
    tag,
    title: say("sheet.person", seen.person),
    sub: place.join(" · "),
    foot: [say(`seat.${reader}`), tag].filter(Boolean).join(" · "),
    parts: [...made[reader](seen, instrument, say), ...guided(play, say)],
    roomy: reader === "therapist",
  };
  return reader === "observer" ? { ...sheet, after: afterwards(seen.scenario, say) } : sheet;
}

const guided = (play, say) => (play.scenario.risk === "guided" ? [parts.box(say("sheet.help_lines"))] : []);

const soFar = (card, say) => (card.so_far ? [parts.text(say("sheet.label.so_far"), card.so_far)] : []);

/** The name of a skill. */
export const skillWords = (skill, instrument) => instrument.items.find((item) => item.id === skill)?.text ?? skill;

/** The time marks and the stop signal. */
function clockParts(seen, say) {
  const pairs = seen.time_marks.map((mark) => [String(mark.minute), mark.text]);
  return [parts.apart(parts.marks(say("print.minutes"), pairs)), parts.stop(say("sheet.label.stop"), seen.stop)];
}

function therapist(seen, instrument, say) {
  return [
    parts.text(say("sheet.label.door_note"), seen.scenario.door_note),
    ...soFar(seen.scenario, say),
    parts.text(say("print.your_skill"), skillWords(seen.skill, instrument)),
    ...clockParts(seen, say),
  ];
}

function client(seen, _, say) {
  const { scenario: card, stance, twist } = seen;
  return [
    ...spareParts(card, say),
    parts.apart(parts.points(say("sheet.label.stance"), stance.behaviours)),
    parts.text(say("sheet.label.softens_when"), stance.softens_when),
    parts.text(say("sheet.label.hardens_when"), stance.hardens_when),
    parts.apart(onTheWay(card.elicits, twist, say)),
    parts.apart(ifNeeded(card, say)),
    parts.stop(say("sheet.label.stop"), seen.stop),
    parts.note(seen.improvise),
  ];
}

/** What a client has to know about the situation played, from the first line up to what is told when. */
export function spareParts(card, say) {
  const plain = ["best_hope", "enough", "tried", "resources"];
  return [
    parts.said(say("sheet.label.opening_line"), card.opening_line),
    parts.text(say("sheet.label.situation"), card.situation),
    ...soFar(card, say),
    ...plain.map((field) => parts.text(say(`sheet.label.${field}`), card[field])),
    parts.scale(say("print.scale_now"), card.scale_now),
    parts.told(
      say("sheet.label.disclosure"),
      card.disclosure.map((part) => [`${say(`disclosure.${part.when}`)}:`, part.text]),
    ),
  ];
}

/** What the client says or does along the way; the twist with its minutes and the way back. */
export function onTheWay(elicits, twist, say) {
  const pairs = elicits.map((part) => [
    part.minute === null ? "" : say("sheet.minute", { minute: part.minute }),
    part.text,
  ]);
  if (twist) {
    const [start, end] = twist.minute;
    const words = `${twist.text} ${say("sheet.revert")} ${twist.revert}`;
    pairs.splice(twistPlace(elicits, start), 0, [`${say("sheet.window", { start, end })}:`, words]);
  }
  return parts.told(
    say("sheet.label.elicits"),
    pairs.map(([lead, words]) => [capital(lead), words]),
  );
}

/** How to play it easier and harder: not for the start, but for when the talk asks for it. */
const ifNeeded = (card, say) =>
  parts.told(say("sheet.label.if_needed"), [
    [`${say("sheet.easier")}:`, card.play_easier],
    [`${say("sheet.harder")}:`, card.play_harder],
  ]);

function observer(seen, instrument, say) {
  const { scenario: card, twist } = seen;
  const found = [
    parts.text(say("sheet.label.door_note"), card.door_note),
    ...soFar(card, say),
    parts.text(say("sheet.label.skill"), skillWords(seen.skill, instrument)),
    ...watching(seen.observer_task, instrument, say),
  ];
  if (twist) {
    const [start, end] = twist.minute;
    found.push(parts.text(say("sheet.label.twist"), say("sheet.twist_minutes", { start, end })));
  }
  return [...found, ...clockParts(seen, say), ...feedback(seen, say)];
}

/** The behaviours of a task, each with how it sounds, and the one thing to count. */
export function watching(task, instrument, say) {
  const ticks = new Map(instrument.items.flatMap((item) => item.ticks.map((tick) => [tick.id, tick.text])));
  const rows = task.ticks.map((tick, at) => [ticks.get(tick) ?? tick, task.look_for[at]]);
  return [
    parts.apart(parts.checks(say("sheet.label.look_for"), rows)),
    parts.tally(say("sheet.label.tally"), task.tally, task.tally_in),
  ];
}

/** The two literal sentences, the four steps, and the question for afterwards. */
function feedback(seen, say) {
  return [
    parts.apart(parts.write(say("print.sentences"), say("print.sentences.how"), 2)),
    parts.steps(say("sheet.label.feedback"), seen.feedback),
    parts.text(say("sheet.label.debrief_question"), seen.observer_task.debrief_question),
  ];
}

/** What the observer reads only when the talk is over: folded away, upside down. */
function afterwards(card, say) {
  return {
    fold: say("print.fold"),
    unfolded: say("print.afterwards"),
    parts: [parts.text(say("print.enough"), card.enough), parts.points(say("print.traps"), card.traps)],
  };
}
