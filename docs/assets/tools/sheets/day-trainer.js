// The trainer's master: the day on a page, each round with what to do when someone is missing, and every card. Twin of
// sst_training/sheets/day_trainer.py. It alone, with the day's file, holds the start code, the ids and the titles.

import { beginsOf, endOf, minutesOf } from "../engine/clock.js";
import { inRound, slotsOf } from "../engine/day-shape.js";
import { sorted } from "../engine/rng.js";
import { metIn } from "../engine/slots.js";
import { seated } from "./day-slots.js";
import { without } from "./missing.js";
import * as parts from "./parts.js";
import { onTheWay, skillWords, spareParts, watching } from "./role-sheets.js";

const CLOCK = ["briefing", "talk", "client", "feedback", "again", "swap", "break"];

/** Sentences that name options of the command line: a page says them in other words, under keys of its own. */
export const COMMAND_LINE = { hint: "print.missing.hint", later: "print.day.later" };

const unique = (values) => sorted(new Set(values));

const upTo = (count) => Array.from({ length: count }, (_, at) => at + 1);

/**
 * The pages of the trainer.
 * @param {import("./day-slots.js").DayCards} cards
 * @param {import("../words.js").Say} say
 * @param {Map<number, Set<number>>} held per participant the rounds whose sheet is handed out later
 * @param {Record<string, string>} keys what a page says otherwise: `hint`, `later`, codes of notes
 * @param {number | null} start minutes after midnight at which the day begins
 */
export function trainerData(cards, say, held, keys = COMMAND_LINE, start = null) {
  const { day } = cards;
  return {
    title: say("print.day.title"),
    over: say("seat.trainer"),
    heading: say("print.day.title"),
    sub: sizeWords(day, say),
    facts: facts(day, say),
    notes: [say("print.day.notes"), notes(day, say, held, keys)],
    schedule: [say("print.day.schedule"), schedule(day, say), say("print.day.legend")],
    clock: [say("print.day.clock"), clockTable(day, say, start)],
    coverage: [say("print.day.coverage"), coverage(cards, say)],
    practised: [say("print.day.practised"), practised(cards, say)],
    rounds: day.clock
      .filter((clock) => inRound(day, clock.round).length)
      .map((clock) => roundPage(cards, clock, say, keys, start)),
    sheets: cardPages(cards, say),
  };
}

/** Where the day comes from, and what was asked for. */
function facts(day, say) {
  const { options } = day;
  const rows = [
    [say("print.day.seed"), day.seed],
    [say("print.origin"), say("print.day.origin", { algorithm: day.algorithm, library: day.library })],
  ];
  if (options.own_issue_rounds.length) {
    rows.push([say("own_issue.title"), say("print.day.rounds", { rounds: options.own_issue_rounds.join(", ") })]);
  }
  if (options.apart.length) {
    rows.push([say("print.day.apart"), options.apart.map(([one, other]) => `${one} – ${other}`).join(", ")]);
  }
  const groups = Math.max(0, ...day.slots.map((slot) => slot.group));
  rows.push([say("print.day.printing"), say("print.day.printing.how", { groups })]);
  for (const absence of day.absences ?? []) {
    const words = { who: absence.participants.join(", "), round: absence.from_round };
    rows.push([say("print.day.absent"), say("print.day.absent_from", words)]);
  }
  return rows;
}

/** What the trainer has to know: what could not be kept, who meets again, what is handed out later. */
export function notes(day, say, held = new Map(), keys = COMMAND_LINE) {
  const found = day.notes.map((note) => noteWords(note, say, keys));
  if (day.repeats.length) {
    const pairs = day.repeats.map(({ pair, rounds }) => `${pair.join("–")} (${rounds.join(", ")})`);
    found.push(say("print.day.repeats", { pairs: pairs.join(", ") }));
  }
  const later = [...held]
    .filter(([, rounds]) => rounds.size)
    .map(([person, rounds]) => `${person} (${sorted(rounds).join(", ")})`);
  if (later.length) found.push(say(keys.later, { who: later.join(", ") }));
  return found;
}

/** A note in words; its code where there is no sentence for it. */
export function noteWords(note, say, keys = COMMAND_LINE) {
  const { code, groups = [], participants = [], cards = [], ...rest } = note;
  const words = { ...rest, groups: groups.join(", "), participants: participants.join(", "), cards: cards.join(", ") };
  try {
    return say(keys[code] ?? `note.${code}`, words);
  } catch {
    return code;
  }
}

/** Participants down, rounds across: the group and the letter of the seat. */
export function schedule(day, say) {
  const rounds = upTo(day.rounds);
  const places = new Map();
  for (const slot of day.slots) {
    for (const [seat, person] of seated(slot))
      places.set(`${person}/${slot.round}`, `${slot.group} ${say(`print.letter.${seat}`)}`);
  }
  return {
    head: [say("print.day.participant"), ...rounds.map((round) => say("print.round", { round }))],
    rows: upTo(day.participants).map((one) => [
      String(one),
      ...rounds.map((round) => places.get(`${one}/${round}`) ?? "–"),
    ]),
  };
}

/** Each round with when it begins, on the clock if the start is known, and the minutes of its parts. */
export function clockTable(day, say, start = null) {
  const used = CLOCK.filter((part) => day.clock.some((clock) => minutesOf(clock, part)));
  return {
    head: [say("print.day.round"), say(start === null ? "print.day.from_start" : "print.day.begins"), ...used.map((part) => say(`print.part.${part}`))],
    rows: day.clock.map((clock) => [
      String(clock.round),
      at(clock.start, start),
      ...used.map((part) => String(minutesOf(clock, part) || "–")),
    ]),
  };
}

/** Minutes after the day's begin as hours and minutes. */
export const fromStart = (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

const two = (number) => String(number).padStart(2, "0");

/** A moment of the day on the clock, or since its begin when that is not known. */
export function at(minutes, start) {
  if (start === null) return fromStart(minutes);
  const clock = (start + minutes) % (24 * 60);
  return `${two(Math.floor(clock / 60))}:${two(clock % 60)}`;
}

/** How many people, and how many rounds. */
export const sizeWords = ({ participants, rounds }, say) =>
  say(rounds === 1 ? "print.day.size.one" : "print.day.size", { participants, rounds });

/** How often each skill is practised, own-issue rounds not counted. */
export function coverage({ day, instrument }, say) {
  const rows = Object.entries(day.coverage).map(([skill, count]) => {
    const rounds = unique(
      day.slots.filter((slot) => slot.skill === skill && slot.mode === "role-play").map((slot) => slot.round),
    );
    return [skillWords(skill, instrument), String(count), rounds.join(", ")];
  });
  return { head: [say("sheet.label.skill"), say("print.day.times"), say("print.day.in_rounds")], rows };
}

/** Per participant what was practised in the practitioner's seat. */
function practised({ day, instrument }, say) {
  const rows = upTo(day.participants).map((person) => {
    const led = slotsOf(day, person).filter((slot) => slot.seats.therapist === person);
    const words = led.map((slot) => `${skillWords(slot.skill, instrument)} (${slot.round})`);
    return [String(person), words.join(", ") || "–"];
  });
  return { head: [say("print.day.participant"), say("print.day.as_practitioner")], rows };
}

/** The skills of a round, in words. */
export function skillsOfRound({ day, instrument }, round, say) {
  const slots = inRound(day, round);
  const skills = slots.map((slot) => skillWords(slot.skill, instrument));
  if (slots.some((slot) => slot.mode === "own-issue")) skills.unshift(say("own_issue.title"));
  return [...new Set(skills)].join(", ");
}

/** When each part of a round begins: by the clock, or in minutes of the round when the day's start is not known. */
function roundClock(clock, say, start) {
  const head = [say("print.day.part"), ...clock.parts.map(({ part }) => say(`print.part.${part}`)), say("print.day.ready")];
  const begins = [...beginsOf(clock), endOf(clock)];
  const moments = begins.map((begin) => (start === null ? String(begin - clock.start) : at(begin, start)));
  const label = say(start === null ? "print.day.minute" : "print.day.begins");
  const lasts = [say("print.day.lasts"), ...clock.parts.map(({ minutes }) => String(minutes)), ""];
  return { head, rows: [[label, ...moments], lasts] };
}

/** One round: its clock, how an own issue goes, and each group with its cards and what to do without one of them. */
function roundPage(cards, clock, say, keys, start) {
  const slots = inRound(cards.day, clock.round);
  const own = slots.some((slot) => slot.mode === "own-issue");
  const groups = slots.map((slot) => groupRow(cards, slot, say));
  const unwatched = groups.some(({ missing }) => missing.some(([, words]) => words.includes(say("print.missing.unwatched"))));
  const hint = say(keys.hint, { round: clock.round, options: "" });
  return {
    heading: say("print.round", { round: clock.round }),
    sub: skillsOfRound(cards, clock.round, say),
    clock: roundClock(clock, say, start),
    how: own ? [1, 2, 3, 4].map((step) => say(`print.day.own.${step}`)) : [],
    head: ["group", "seats", "cards", "missing"].map((column) => say(`print.day.head.${column}`)),
    groups,
    hints: unwatched ? [say("print.missing.unwatched.how"), hint] : [hint],
  };
}

/** A group: who sits where, what is played, and what to do when one is missing. */
function groupRow(cards, slot, say) {
  const seats = seated(slot).map(([seat, person]) => [say(`print.letter.${seat}`), String(person)]);
  const lines = [];
  let ids = [slot.observer_task];
  if (slot.mode === "own-issue") {
    const spare = cards.fallback(slot);
    lines.push(say("own_issue.title"), `${say("own_issue.spare")}: ${spare.id} ${spare.title}`);
    ids = [...slot.prompts, slot.observer_task];
  } else {
    const play = cards.play(slot);
    const place = [
      say("sheet.person", play.person),
      say(`setting.${play.setting}`),
      say("print.day.level", { level: slot.level }),
    ];
    const named = [play.stance, play.twist].filter(Boolean).map((card) => `${card.id} ${card.title}`);
    lines.push(`${play.scenario.id} ${play.scenario.title}`, place.join(" · "), ...named);
  }
  lines.push([skillWords(slot.skill, cards.instrument), ...ids].join(" · "));
  return { group: String(slot.group), seats, cards: lines, missing: without(cards.day, slot, say) };
}

/** Every card of the day once, in the order of its id: scenarios, manners, twists, opening lines, tasks. */
function cardPages(cards, say) {
  const { slots } = cards.day;
  const ids = (field) => unique(slots.map(field).flat().filter(Boolean));
  const kinds = [
    ["scenarios", ids(metIn).flatMap((id) => scenario(cards, id, say))],
    ["stances", ids((slot) => slot.stance).flatMap((id) => stance(cards, id, say))],
    ["twists", ids((slot) => slot.twist).flatMap((id) => twist(cards, id, say))],
    [
      "prompts",
      ids((slot) => slot.prompts).map((id) =>
        parts.points(id, [cards.prompts.get(id).text, ...cards.prompts.get(id).narrowing]),
      ),
    ],
    ["tasks", ids((slot) => slot.observer_task).flatMap((id) => task(cards, id, say))],
  ];
  return kinds
    .filter(([, found]) => found.length)
    .map(([kind, found]) => ({
      key: kind,
      over: say("seat.trainer"),
      title: say(`print.day.${kind}`),
      parts: found,
      foot: say("seat.trainer"),
      flows: true,
    }));
}

function scenario(cards, id, say) {
  const card = cards.scenarios.get(id);
  const skills = card.skills.map((skill) => skillWords(skill, cards.instrument)).join(", ");
  return [
    parts.heading(`${card.id} ${card.title}`),
    parts.facts(say("sheet.label.skill"), [[say("print.day.level", { level: card.level }), skills]]),
    parts.text(say("sheet.label.door_note"), card.door_note),
    ...spareParts(card, say),
    onTheWay(card.elicits, null, say),
    parts.points(say("sheet.label.traps"), card.traps),
    parts.text(say("sheet.label.play_easier"), card.play_easier),
    parts.text(say("sheet.label.play_harder"), card.play_harder),
  ];
}

function stance(cards, id, say) {
  const card = cards.stances.get(id);
  return [
    parts.heading(`${card.id} ${card.title}`),
    parts.points(say("sheet.label.stance"), card.behaviours),
    parts.text(say("sheet.label.softens_when"), card.softens_when),
    parts.text(say("sheet.label.hardens_when"), card.hardens_when),
  ];
}

function twist(cards, id, say) {
  const card = cards.twists.get(id);
  const window = say("sheet.window", { start: card.minute[0], end: card.minute[1] });
  return [
    parts.heading(`${card.id} ${card.title}`),
    parts.text(window.slice(0, 1).toUpperCase() + window.slice(1), card.text),
    parts.text(say("sheet.revert"), card.revert),
  ];
}

function task(cards, id, say) {
  const card = cards.tasks.get(id);
  return [
    parts.heading(`${card.id} ${skillWords(card.skill, cards.instrument)}`),
    ...watching(card, cards.instrument, say),
    parts.text(say("sheet.label.debrief_question"), card.debrief_question),
  ];
}
