// One slot of a day: the cards of a group in a round, each from a stream of its own. Twin of
// sst_training/draw/slots.py.

import { deal } from "./deck.js";
import { CannotDraw } from "./errors.js";
import { stream } from "./rng.js";
import { chooseTwist, compose, live } from "./roleplay.js";

const PROMPTS = 3;

/** Domains in which an own issue stays smaller in a group. */
const TENDER = ["health", "meaning"];
const SMALLER = 4;

/** Therapist, client, and the rest observe. */
const seatsOf = ([therapist, client, ...observers]) => ({ therapist, client, observers });

/** All who sit in the group: therapist, client, observers. */
export const everyone = (seats) => [seats.therapist, seats.client, ...seats.observers];

/** The scenario that everyone in the group knows afterwards: the one played, or the spare card. */
export const metIn = (slot) => (slot.mode === "role-play" ? slot.scenario : slot.fallback);

/** The number of a slot's streams: 203 is round 2, group 3. */
const numberOf = ([round, group]) => 100 * round + group;

/**
 * A role-play around a scenario; its streams are those of `cardsOf` (another group's when all share a case).
 *
 * A twist only from round 2 and level 2, and only one that is over before the talk is.
 * @param {object} library
 * @param {bigint} seed
 * @param {[number, number]} place round and group
 * @param {[number, number]} cardsOf
 * @param {string} skill
 * @param {object} scenario
 * @param {number} talk minutes
 * @param {number[]} group
 */
export function rolePlaySlot(library, seed, place, cardsOf, skill, scenario, talk, group) {
  const i = numberOf(cardsOf);
  const play = compose(library, seed, i, scenario, { skill });
  let twist = null;
  if (place[0] > 1 && scenario.level > 1) {
    const minutes = new Map(library.twists.map((card) => [card.id, card.minute]));
    const fitting = library.fits[scenario.id].stances[play.stance.id].filter((id) => minutes.get(id)[1] <= talk);
    twist = chooseTwist(library, seed, i, fitting);
  }
  return {
    round: place[0],
    group: place[1],
    mode: "role-play",
    skill,
    level: scenario.level,
    setting: play.setting,
    scenario: scenario.id,
    stance: play.stance.id,
    person: play.person,
    twist: twist ? twist.id : null,
    observer_task: play.observer_task.id,
    prompts: [],
    fallback: null,
    seats: seatsOf(group),
  };
}

/** The opening lines that may be dealt to a group. */
const smallEnough = (library) =>
  library.prompts.filter((card) => live(library, card) && !(TENDER.includes(card.domain) && card.intensity > SMALLER));

/**
 * An own-issue slot: three opening lines, new to this client while there are enough, and a spare card.
 * @param {object} library
 * @param {bigint} seed
 * @param {[number, number]} place round and group
 * @param {string} skill
 * @param {number} level
 * @param {string} fallback
 * @param {Set<string>} seen prompts this client had
 * @param {number[]} group
 * @throws {CannotDraw}
 */
export function ownIssueSlot(library, seed, place, skill, level, fallback, seen, group) {
  const i = numberOf(place);
  const lines = smallEnough(library).map((card) => card.id);
  const fresh = lines.filter((id) => !seen.has(id));
  if (lines.length < PROMPTS) {
    throw new CannotDraw({ filter: "--own-issue-rounds", asked: "--own-issue-rounds", without: lines.length });
  }
  const tasks = library.observer_tasks.filter((card) => card.skill === skill && live(library, card));
  return {
    round: place[0],
    group: place[1],
    mode: "own-issue",
    skill,
    level,
    setting: null,
    scenario: null,
    stance: null,
    person: null,
    twist: null,
    observer_task: stream(seed, `observer/${i}`).choose(tasks.map((card) => card.id)),
    prompts: deal(fresh.length >= PROMPTS ? fresh : lines, PROMPTS, stream(seed, `prompts/${i}`)),
    fallback,
    seats: seatsOf(group),
  };
}
