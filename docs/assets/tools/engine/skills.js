// Which skill each slot of a day practises: one a round, or dealt over the groups (sst_training/draw/skills.py).

import { deal } from "./deck.js";
import { SafetyIsGuided, TooManySkills, UnknownId } from "./errors.js";
import { courseOrderOf, skillsOf, ungatedOf } from "./instrument.js";
import { sorted, stream } from "./rng.js";

/** What a day practises when nothing is asked: so many of these as there are rounds, in course order. */
export const FIRST = [
  ...["focus", "one-idea", "takeaway", "best-hope", "resources", "open-door"],
  ...["frame", "keep-focus", "attempts", "next-step", "collaborate", "listen"],
];

/** The key of a slot in a map: round and group. */
export const placeKey = (round, group) => `${round}/${group}`;

/** The skills a trainer names, each once, in course order. @throws {UnknownId | SafetyIsGuided} */
export function asked(skills, instrument) {
  const named = new Set(skills);
  const known = skillsOf(instrument);
  const ungated = ungatedOf(instrument);
  for (const skill of sorted(named)) {
    if (!known.includes(skill)) throw new UnknownId({ id: skill, kind: "skill" });
    if (!ungated.includes(skill)) throw new SafetyIsGuided({ skill });
  }
  return courseOrderOf(instrument).filter((skill) => named.has(skill));
}

/**
 * The skill of each role-play slot.
 *
 * @param {object} instrument
 * @param {object} options
 * @param {Map<number, number>} groups role-play round → number of groups
 * @param {bigint} seed
 * @param {{round: number, group: number, skill: string}[]} played the slots already played when a day goes on without
 *   someone; they stay as they are
 * @returns {Map<string, string>} by `placeKey`
 * @throws {TooManySkills} when not every skill asked for can be practised
 */
export function skillsOfDay(instrument, options, groups, seed, played) {
  const wanted = wantedSkills(instrument, options, groups.size);
  const before = played.map((slot) => [placeKey(slot.round, slot.group), slot.skill]);
  if (!options.dealt && wanted.length <= groups.size) {
    const plan = sorted(groups.keys()).flatMap((number, i) =>
      groupNumbers(groups.get(number)).map((g) => [placeKey(number, g), wanted[i % wanted.length]]),
    );
    return new Map([...plan, ...before]);
  }
  const done = new Set(played.map((slot) => slot.skill));
  const playedRounds = new Set(played.map((slot) => slot.round));
  const openRounds = sorted(groups.keys()).filter((number) => !playedRounds.has(number));
  const missing = wanted.filter((skill) => !done.has(skill));
  const left = missing.length ? missing : [...wanted];
  const slots = openRounds.flatMap((number) => groupNumbers(groups.get(number)).map((g) => placeKey(number, g)));
  if (options.skills !== null && missing.length > slots.length) {
    throw new TooManySkills({ count: wanted.length, needed: left.length, slots: slots.length });
  }
  const plan = options.dealt ? dealt(wanted, left, slots, seed) : inTurn(left, openRounds, groups, seed);
  return new Map([...plan, ...before]);
}

function wantedSkills(instrument, options, rounds) {
  if (options.skills !== null) return options.skills;
  const first = options.dealt ? FIRST : FIRST.slice(0, rounds);
  return courseOrderOf(instrument).filter((skill) => first.includes(skill));
}

const groupNumbers = (count) => Array.from({ length: count }, (_, at) => at + 1);

/** A shuffled deck over the slots: first what was not practised yet, then the whole deck again and again. */
function dealt(wanted, left, slots, seed) {
  const chance = stream(seed, "skills");
  const cards = deal(left, Math.min(left.length, slots.length), chance);
  cards.push(...deal(wanted, slots.length - cards.length, chance));
  return slots.map((place, at) => [place, cards[at]]);
}

/**
 * Skills over the rounds in course order, each at least once; with more skills than rounds groups share a round.
 *
 * The seed decides which group of a round has which of its skills.
 */
function inTurn(skills, rounds, groups, seed) {
  const each = Math.floor(skills.length / rounds.length);
  const more = skills.length % rounds.length;
  const plan = [];
  let begin = 0;
  rounds.forEach((number, i) => {
    const size = each + (i < more ? 1 : 0);
    const part = skills.length > rounds.length ? skills.slice(begin, begin + size) : [skills[i % skills.length]];
    begin += size;
    const order = stream(seed, `skills/${number}`).shuffle(groupNumbers(groups.get(number)));
    order.forEach((group, g) => plan.push([placeKey(number, group), part[g % part.length]]));
  });
  return plan;
}

/**
 * What the observers of an own-issue round watch: a skill that the day practised in an earlier round.
 *
 * @param {bigint} seed
 * @param {number} number the round
 * @param {Map<string, string>} practised by `placeKey`
 */
export function ownIssueSkill(seed, number, practised) {
  const earlier = [...practised].filter(([place]) => Number(place.split("/")[0]) < number).map(([, skill]) => skill);
  return stream(seed, `own-skill/${number}`).choose(new Set(earlier));
}
