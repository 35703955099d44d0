// Which scenario each slot of a day plays: never one that its therapist has met. Twin of
// sst_training/draw/scenarios.py.
//
// Among those that fit: the fewest in the group who met it, then not taken by another group this round, then least
// used today, then the stream. When that leaves a later slot with nothing, the day is drawn again with a card kept for
// that therapist, a few times over, before the request is refused.

import { sorted, stream } from "./rng.js";
import { dealable } from "./roleplay.js";

export const ATTEMPTS = 60;

/** A therapist has met everything that fits a slot; `keep` are cards that might have been kept for that person. */
export class NothingLeft extends Error {
  constructor(therapist, keep, place) {
    super("nothing left");
    this.therapist = therapist;
    this.keep = keep;
    this.place = place;
  }
}

/** The scenarios a day may deal, by skill and level. */
export class Shelf {
  constructor(library) {
    this.cards = new Map(dealable(library).map((card) => [card.id, card]));
    this.highest = Math.max(0, ...[...this.cards.values()].map((card) => card.level));
    this.bySkill = new Map();
    for (const card of this.cards.values()) {
      for (const skill of card.skills) {
        const key = `${skill}/${card.level}`;
        this.bySkill.set(key, [...(this.bySkill.get(key) ?? []), card.id]);
      }
    }
    this.solo = [...this.cards.values()].filter((card) => card.solo).map((card) => card.id);
  }

  /** The ids of a level that practise all these skills. */
  forSkills(skills, level) {
    const [first, ...others] = skills.map((skill) => this.bySkill.get(`${skill}/${level}`) ?? []);
    return first.filter((id) => others.every((ids) => ids.includes(id)));
  }

  /** The ids up to a level that can be played plain. */
  spare(level) {
    return this.solo.filter((id) => this.cards.get(id).level <= level);
  }
}

/** Who met which scenario, on earlier days and today; how often each was used today; what is kept for whom. */
export class Met {
  /**
   * @param {Map<number, string[]>} before person → ids
   * @param {Map<number, Set<string>>} kept person → ids
   */
  constructor(before, kept) {
    this.before = new Map([...before].map(([person, cards]) => [person, new Set(cards)]));
    this.by = new Map([...before].map(([person, cards]) => [person, new Set(cards)]));
    this.kept = kept;
    this.used = new Map();
    this.thisRound = new Set();
  }

  /** Everyone in the group knows the scenario from now on. */
  play(id, people) {
    this.used.set(id, this.timesUsed(id) + 1);
    this.thisRound.add(id);
    for (const person of people) this.by.set(person, (this.by.get(person) ?? new Set()).add(id));
  }

  timesUsed(id) {
    return this.used.get(id) ?? 0;
  }

  /** The cards that none of these people met. */
  unmet(cards, therapists) {
    return cards.filter((id) => !therapists.some((person) => this.by.get(person)?.has(id)));
  }

  /** The card to play among these, for a group of these people. */
  best(cards, people, seed, label) {
    const among = (table, id) => people.filter((person) => table.get(person)?.has(id)).length;
    const price = (id) => [
      among(this.kept, id),
      among(this.by, id),
      this.thisRound.has(id) ? 1 : 0,
      this.timesUsed(id),
    ];
    const priced = stream(seed, label).shuffle(cards).map((id) => [id, price(id)]);
    return priced.reduce((least, one) => (cheaper(one[1], least[1]) ? one : least))[0];
  }

  /** The cards this person had not met when the day began, least used today first. */
  freshBefore(cards, person) {
    const fresh = cards.filter((id) => !this.before.get(person)?.has(id));
    return sorted(fresh).sort((one, other) => this.timesUsed(one) - this.timesUsed(other));
  }
}

function cheaper(price, other) {
  const at = price.findIndex((part, i) => part !== other[i]);
  return at >= 0 && price[at] < other[at];
}

/**
 * A scenario for a slot: of the level asked for, or one lower.
 * @param {Shelf} shelf
 * @param {Met} met
 * @param {bigint} seed
 * @param {[number, number]} place round and group
 * @param {string[]} skills
 * @param {number} level
 * @param {number[]} therapists
 * @param {number[]} people
 * @throws {NothingLeft}
 */
export function choose(shelf, met, seed, place, skills, level, therapists, people) {
  const fitting = new Set();
  for (const tried of [level, level - 1]) {
    const cards = shelf.forSkills(skills, tried);
    const left = met.unmet(cards, therapists);
    if (left.length) return met.best(left, people, seed, `scenario/${place[0]}/${place[1]}`);
    for (const id of cards) fitting.add(id);
  }
  throw stuck(met, [...fitting], therapists, place);
}

/** A spare card for an own-issue slot. @throws {NothingLeft} */
export function chooseSpare(shelf, met, seed, place, level, therapist, people) {
  const cards = shelf.spare(level);
  const left = met.unmet(cards, [therapist]);
  if (left.length) return met.best(left, people, seed, `fallback/${place[0]}/${place[1]}`);
  throw stuck(met, cards, [therapist], place);
}

/** What is left to try when nothing fits: the cards that the first therapist who is stuck could have been spared. */
function stuck(met, cards, therapists, place) {
  const person = therapists.find((one) => !met.unmet(cards, [one]).length) ?? therapists[0];
  return new NothingLeft(person, met.freshBefore(cards, person), place);
}
