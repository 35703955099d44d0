// Drawing a training day: a pure function of library, request, ledger and seed. Twin of sst_training/draw/day.py.

import { dayClock, minutesOf } from "./clock.js";
import { CannotDraw, NoCommonScenario, NoScenario, NoSpareCard } from "./errors.js";
import { skillsOf } from "./instrument.js";
import { levelOfRound } from "./levels-of-day.js";
import { coverage, notes, repeats } from "./remarks.js";
import { ALGORITHM, seedNumber, sorted, trimmedSeed } from "./rng.js";
import { rotation, upTo } from "./rotation.js";
import { ATTEMPTS, choose, chooseSpare, Met, NothingLeft, Shelf } from "./scenarios.js";
import { ownIssueSkill, placeKey, skillsOfDay } from "./skills.js";
import { everyone, metIn, ownIssueSlot, rolePlaySlot } from "./slots.js";

/**
 * @typedef {object} Plan what is settled before a card is dealt
 * @property {bigint} seed
 * @property {object} options
 * @property {number} talk minutes
 * @property {number[][][]} rounds groups, seated
 * @property {Map<string, string>} skills by `placeKey`
 * @property {Record<string, string[]>} metBefore "p1" → ids of the scenarios met on earlier days
 * @property {object[]} played the slots already played
 */

/** Round → number of groups, of the rounds that are role-plays. */
export const groupsOf = (rounds, options) =>
  new Map(
    rounds
      .map((groups, at) => [at + 1, groups.length])
      .filter(([number]) => !options.own_issue_rounds.includes(number)),
  );

/**
 * A whole day, as `sst day --json` prints it.
 * @param {object} library the drawing file
 * @param {import("./rotation.js").Tables} tables
 * @param {number} participants
 * @param {number} rounds
 * @param {object} options as `dayOptions` gives them
 * @param {string} seed
 * @param {Record<string, string[]>} [metBefore] what the ledger says, as `metBefore` of ledger.js gives it
 * @throws {import("./errors.js").SstError} what cannot be kept, with its reason
 */
export function drawDay(library, tables, participants, rounds, options, seed, metBefore = {}) {
  const number = seedNumber(seed);
  const seats = rotation(tables, participants, rounds, number, options.apart, options.own_issue_rounds);
  const clock = dayClock(rounds, options);
  const people = new Set(Array.from({ length: participants }, (_, at) => `p${at + 1}`));
  const met = Object.fromEntries(
    Object.entries(metBefore).filter(([person, cards]) => people.has(person) && cards.length),
  );
  const skills = skillsOfDay(library.instrument, options, groupsOf(seats, options), number, []);
  const talk = minutesOf(clock[0], "talk");
  const plan = { seed: number, options, talk, rounds: seats, skills, metBefore: met, played: [] };
  const day = {
    kind: "day",
    algorithm: ALGORITHM,
    library: library.hash,
    seed: trimmedSeed(seed),
    lang: library.lang,
    participants,
    rounds,
    options,
    clock,
    ...filled(library, plan),
  };
  return Object.keys(met).length ? { ...day, met_before: met } : day;
}

/**
 * The fields of a day that depend on cards: the slots, and what can be said about them.
 * @param {object} library
 * @param {Plan} plan
 * @throws {NoScenario | NoCommonScenario | NoSpareCard | CannotDraw}
 */
export function filled(library, plan) {
  const shelf = new Shelf(library);
  if (!shelf.cards.size) throw new CannotDraw({ filter: "", asked: "", without: 0 });
  const slots = dealSlots(library, shelf, plan);
  return {
    slots,
    coverage: coverage(slots, skillsOf(library.instrument)),
    repeats: repeats(slots),
    notes: notes(library, slots, plan.options, shelf.highest, plan.talk, plan.metBefore),
  };
}

/** All slots. When a therapist has met everything, the day is dealt again with a card kept for that person. */
function dealSlots(library, shelf, plan) {
  const kept = new Map();
  let first = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return dealOnce(library, shelf, plan, kept);
    } catch (stuck) {
      if (!(stuck instanceof NothingLeft)) throw stuck;
      first ??= stuck;
      const mine = kept.get(stuck.therapist) ?? new Set();
      kept.set(stuck.therapist, mine);
      const id = stuck.keep.find((card) => !mine.has(card));
      if (id === undefined) break;
      mine.add(id);
    }
  }
  throw refusal(shelf, plan, first);
}

function refusal(shelf, plan, stuck) {
  const [round, group] = stuck.place;
  const words = { round, group, participant: stuck.therapist };
  if (plan.options.own_issue_rounds.includes(round)) return new NoSpareCard(words);
  const dealt = upTo(plan.rounds[round - 1].length).map((one) => plan.skills.get(placeKey(round, one)));
  if (plan.options.same_case && new Set(dealt).size > 1) return new NoCommonScenario({ round });
  const level = levelOfRound(round, plan.options, shelf.highest);
  return new NoScenario({ ...words, skill: plan.skills.get(placeKey(round, group)), level });
}

/** All slots, round by round. @throws {NothingLeft} */
function dealOnce(library, shelf, plan, kept) {
  const before = Object.entries(plan.metBefore).map(([person, cards]) => [Number(person.slice(1)), cards]);
  const met = new Met(new Map(before), kept);
  const slots = [...plan.played];
  for (const slot of slots) met.play(metIn(slot) ?? "", everyone(slot.seats));
  const done = slots.at(-1)?.round ?? 0;
  for (let number = done + 1; number <= plan.rounds.length; number += 1) {
    met.thisRound = new Set();
    const level = levelOfRound(number, plan.options, shelf.highest);
    const own = plan.options.own_issue_rounds.includes(number);
    slots.push(
      ...(own
        ? ownIssueRound(library, shelf, plan, met, number, level, slots)
        : rolePlayRound(library, shelf, plan, met, number, level)),
    );
  }
  return slots;
}

/** The slots of a round of role-plays; with --same-case all groups get the cards of the first. */
function rolePlayRound(library, shelf, plan, met, number, level) {
  const { seed, talk } = plan;
  const groups = plan.rounds[number - 1];
  const skills = groups.map((_, at) => plan.skills.get(placeKey(number, at + 1)));
  let chosen = "";
  const choice = (place, wanted, therapists, people) => {
    chosen = choose(shelf, met, seed, place, wanted, level, therapists, people);
    met.play(chosen, people);
  };
  return groups.map((group, at) => {
    const place = [number, at + 1];
    if (!plan.options.same_case) choice(place, [skills[at]], [group[0]], group);
    else if (at === 0) choice(place, sorted(new Set(skills)), groups.map(([therapist]) => therapist), groups.flat());
    const cardsOf = plan.options.same_case ? [number, 1] : place;
    return rolePlaySlot(library, seed, place, cardsOf, skills[at], shelf.cards.get(chosen), talk, group);
  });
}

/** The slots of an own-issue round. The spare card counts as met: nobody asks whether it was played. */
function ownIssueRound(library, shelf, plan, met, number, level, before) {
  const skill = ownIssueSkill(plan.seed, number, plan.skills);
  return plan.rounds[number - 1].map((group, at) => {
    const place = [number, at + 1];
    const fallback = chooseSpare(shelf, met, plan.seed, place, level, group[0], group);
    met.play(fallback, group);
    const seen = before.filter((slot) => slot.seats.client === group[1]).flatMap((slot) => slot.prompts);
    return ownIssueSlot(library, plan.seed, place, skill, level, fallback, new Set(seen), group);
  });
}
