// The papers of a day by kind, so that two readers' pages never meet unasked. Twin of sst_training/sheets/day_pack.py.
// Each kind is made only when it is asked for: a text that nobody chose to print is in no page.

import { roomData } from "./day-room.js";
import { DayCards, SEATED, seated, slotSheet, tooEarly, where } from "./day-slots.js";
import { COMMAND_LINE, trainerData } from "./day-trainer.js";
import { ownIssueCard } from "./own-issue-cards.js";

/** One person of the day after another. */
export const people = (day) => Array.from({ length: day.participants }, (_, at) => at + 1);

export class DayPack {
  /**
   * @param {object} day
   * @param {object} library the drawing file
   * @param {import("../words.js").Say} say
   */
  constructor(day, library, say) {
    this.day = day;
    this.say = say;
    /** Minutes after midnight at which the day begins; null while that is not known. @type {number | null} */
    this.start = null;
    this.cards = new DayCards(day, library);
  }

  /** One reader's sheets by round, then group. @param {"therapist" | "client" | "observer"} reader */
  *reader(reader) {
    for (const slot of this.day.slots) {
      for (const [seat, person] of seated(slot)) {
        if (seat === reader) yield slotSheet(this.cards, slot, seat, person, this.say);
      }
    }
  }

  /** One person's own sheets by round, without those that would tell too much too early. */
  *person(person) {
    const later = tooEarly(this.day, person);
    for (const [slot, seat, who] of this.#places()) {
      if (who === person && !later.has(slot.round)) yield slotSheet(this.cards, slot, seat, who, this.say);
    }
  }

  /** The sheets that are handed out only after the talk they belong to. */
  *later() {
    const held = this.held();
    for (const [slot, seat, who] of this.#places()) {
      if (held.get(who).has(slot.round)) yield slotSheet(this.cards, slot, seat, who, this.say);
    }
  }

  *#places() {
    for (const slot of this.day.slots) for (const [seat, who] of seated(slot)) yield [slot, seat, who];
  }

  /** Per participant the rounds whose sheet is handed out later. */
  held() {
    return new Map(people(this.day).map((person) => [person, tooEarly(this.day, person)]));
  }

  /** The small cards of the own-issue rounds. */
  *ownIssue() {
    for (const slot of this.day.slots) {
      if (slot.mode !== "own-issue") continue;
      yield ownIssueCard(this.cards.lines(slot), this.cards.fallback(slot), this.say, where(slot, this.say));
    }
  }

  room() {
    return roomData(this.day, this.cards.instrument, this.say, this.start);
  }

  /** The trainer's pages; `byPerson` adds which sheets are handed out later. */
  trainer(byPerson = false, keys = COMMAND_LINE) {
    return trainerData(this.cards, this.say, byPerson ? this.held() : new Map(), keys, this.start);
  }
}

export { SEATED };
