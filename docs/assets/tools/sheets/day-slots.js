// A slot of a day as sheets: its cards looked up, and a sheet for each person who sits in it. Twin of
// sst_training/sheets/day_slots.py.

import { slotsOf, talkOf } from "../engine/day-shape.js";
import { UnknownId } from "../engine/errors.js";
import { metIn } from "../engine/slots.js";
import { clientSheet, observerSheet, therapistSheet } from "./own-issue-sheets.js";
import { roleSheet } from "./role-sheets.js";

export const SEATED = ["therapist", "client", "observer"];

const byId = (cards) => new Map(cards.map((card) => [card.id, card]));

function found(cards, id, kind) {
  if (!cards.has(id)) throw new UnknownId({ id: id ?? "–", kind });
  return cards.get(id);
}

/** The cards a day names, by id. A retired card is still found: an old day can be printed again. */
export class DayCards {
  /**
   * @param {object} day
   * @param {object} library the drawing file
   */
  constructor(day, library) {
    this.day = day;
    this.instrument = library.instrument;
    this.scenarios = byId(library.scenarios);
    this.stances = byId(library.stances);
    this.twists = byId(library.twists);
    this.tasks = byId(library.observer_tasks);
    this.prompts = byId(library.prompts);
  }

  /** A role-play slot as what the sheets are made of, as long as the round's talk. @throws {UnknownId} */
  play(slot) {
    return {
      setting: slot.setting,
      level: slot.level,
      skill: slot.skill,
      minutes: talkOf(this.day, slot.round),
      scenario: found(this.scenarios, slot.scenario, "scenario"),
      stance: found(this.stances, slot.stance, "stance"),
      person: slot.person,
      twist: slot.twist === null ? null : found(this.twists, slot.twist, "twist"),
      observer_task: this.task(slot),
    };
  }

  /** What the observers of a slot watch. @throws {UnknownId} */
  task(slot) {
    return found(this.tasks, slot.observer_task, "observer-task");
  }

  /** The spare card of an own-issue slot. @throws {UnknownId} */
  fallback(slot) {
    return found(this.scenarios, slot.fallback, "scenario");
  }

  /** The opening lines of an own-issue slot. @throws {UnknownId} */
  lines(slot) {
    return slot.prompts.map((id) => found(this.prompts, id, "prompt"));
  }
}

/** Round and group, and who it is for. */
export function where(slot, say, participant = null) {
  const words = [say("print.round", { round: slot.round }), say("print.group", { group: slot.group })];
  if (participant !== null) words.push(say("print.participant", { participant }));
  return words.join(" · ");
}

/** Everyone in the group with the seat: therapist, client, observers. */
export const seated = ({ seats }) => [
  ["therapist", seats.therapist],
  ["client", seats.client],
  ...seats.observers.map((one) => ["observer", one]),
];

/**
 * The sheet of one person in one slot.
 * @param {DayCards} cards
 * @throws {UnknownId}
 */
export function slotSheet(cards, slot, reader, participant, say) {
  const tag = where(slot, say, participant);
  const { instrument } = cards;
  if (slot.mode === "role-play") return roleSheet(cards.play(slot), reader, instrument, say, tag);
  const minutes = talkOf(cards.day, slot.round);
  if (reader === "therapist") return therapistSheet(slot.skill, minutes, instrument, say, tag);
  if (reader === "client") return clientSheet(cards.lines(slot), cards.fallback(slot), minutes, say, tag);
  return observerSheet(slot.skill, minutes, cards.task(slot), instrument, say, tag);
}

/**
 * The rounds whose sheet would give away a talk this person still has to lead as the practitioner.
 *
 * Nobody leads a scenario met before, but may meet one afterwards that was led: handed out all at once, that later
 * sheet would tell too much.
 */
export function tooEarly(day, participant) {
  const mine = slotsOf(day, participant);
  const leads = new Map(
    mine.filter((slot) => slot.seats.therapist === participant).map((slot) => [metIn(slot), slot.round]),
  );
  const later = mine.filter(
    (slot) => slot.seats.therapist !== participant && slot.round > (leads.get(metIn(slot)) ?? Infinity),
  );
  return new Set(later.map((slot) => slot.round));
}
