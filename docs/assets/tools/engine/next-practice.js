// The one skill to practise next: where a profile points back into the course. Twin of
// sst_training/rating/next_practice.py. It is a proposal. Small steps first: what hindered, then the skill that
// is closest to solid, then depth.

import { courseOrderOf, itemOf, skillsOf } from "./instrument.js";

/** Of a scenario. */
const [LOWEST_LEVEL, HIGHEST_LEVEL] = [1, 3];

/** Whose observation decides, where several of one session are at hand. */
const FIRST_HEARD = ["trainer", "peer", "self"];

const WHY_AT_LEVEL = { 1: "hindered", 2: "smallest_step", 3: "advanced", 4: "level_up" };

/**
 * @typedef {{instrument: import("./instrument.js").Instrument,
 *   exercises: {id: string, title: string, skills: string[]}[],
 *   modules: {id: string, slug: string, title: string, skills: string[]}[],
 *   scenarios: {id: string, level: number}[]}} Library what a score needs of the drawing library
 * @typedef {{skill: string, why: "safety"|"hindered"|"smallest_step"|"advanced"|"level_up",
 *   exercise: string | null, module: string | null, roleplay: {skill: string, level: number}|null}} NextPractice
 */

/**
 * The next practice step for this profile.
 *
 * Null when no skill was assessed and none was chosen. While an unsafe tick is open there is no role-play, whatever was
 * chosen: first comes the talk with the trainer. The skill `safety` never has one, for its scenarios are guided by a
 * trainer.
 *
 * @param {object} rating
 * @param {import("./profile.js").Profile} profile
 * @param {Library} library
 * @param {{skill?: string | null, challenge?: {level: string, stop: boolean} | null}} [given] skill: the trainee's own
 *   choice, which goes first. challenge: how hard the practitioner found it, where the rating is somebody else's.
 * @returns {NextPractice | null}
 */
export function nextPractice(rating, profile, library, { skill = null, challenge = null } = {}) {
  const step = skill === null ? proposal(profile, library.instrument) : { skill, why: whyOf(profile, skill) };
  if (step === null) return null;
  const item = itemOf(library.instrument, step.skill);
  const guided = item === null || item.gated;
  const exercises = library.exercises.filter((card) => card.skills.includes(step.skill) && !card.retired);
  const level = levelOf(rating, library, step.why, challenge);
  return {
    skill: step.skill,
    why: step.why,
    exercise: exercises.map((card) => card.id).sort()[0] ?? null,
    module: library.modules.find((module) => module.skills.includes(step.skill))?.id ?? null,
    roleplay: profile.safety || guided ? null : { skill: step.skill, level },
  };
}

/**
 * Whether the practitioner found this session too hard: what they draw themselves next is then a level lower. A
 * training day's level is the group's and does not follow from it.
 *
 * @param {object} rating
 * @param {{level: string} | null} [challenge] what the practitioner said, where the rating is somebody else's
 * @returns {boolean}
 */
export function tooHard(rating, challenge = null) {
  return (challenge ?? rating.challenge)?.level === "too_hard";
}

/**
 * The level of the scenario that was played; 1 if it is not known.
 * @param {object} rating
 * @param {Library} library
 * @returns {number}
 */
export function sessionLevel(rating, library) {
  return library.scenarios.find((card) => card.id === rating.scenario)?.level ?? 1;
}

/**
 * The rating of one session that decides on the next practice: a trainer's, else a peer's, else one's own.
 * @param {object[]} ratings
 * @returns {object|null}
 */
export function firstHeard(ratings) {
  for (const role of FIRST_HEARD) {
    const found = ratings.find((rating) => rating.rater.role === role);
    if (found !== undefined) return found;
  }
  return null;
}

function levelOf(rating, library, why, challenge) {
  const now = sessionLevel(rating, library);
  if (tooHard(rating, challenge)) return Math.max(now - 1, LOWEST_LEVEL);
  return Math.min(now + (why === "level_up" ? 1 : 0), HIGHEST_LEVEL);
}

function whyOf(profile, skill) {
  return profile.safety ? "safety" : WHY_AT_LEVEL[profile.items[skill].level] ?? "smallest_step";
}

function proposal(profile, instrument) {
  if (profile.safety) return { skill: "safety", why: "safety" };
  const at = (level) => courseOrderOf(instrument).filter((skill) => profile.items[skill].level === level);
  const hindered = at(1);
  if (hindered.length > 0) return { skill: earliest(hindered, profile, skillsOf(instrument)), why: "hindered" };
  const building = at(2);
  if (building.length > 0) return { skill: nearest(building, profile, instrument), why: "smallest_step" };
  const solid = at(3);
  if (solid.length > 0) return { skill: solid[0], why: "advanced" };
  const skilled = at(4);
  return skilled.length > 0 ? { skill: skilled[0], why: "level_up" } : null;
}

// Core before the rest, then the fewest basics to be solid; `skills` come in course order, which settles ties.
function nearest(skills, profile, instrument) {
  const core = new Set(instrument.items.filter((item) => item.core).map((item) => item.id));
  const weight = (skill) => (core.has(skill) ? 0 : 1000) + lacking(profile, skill);
  return skills.reduce((best, skill) => (weight(skill) < weight(best) ? skill : best));
}

function lacking(profile, skill) {
  const { basics } = profile.items[skill];
  return basics === null ? 0 : basics.required - basics.seen;
}

// The skill that was hindered first: by the clock if every one has a time, else by its place in the talk.
// `skills` come in course order, which settles two at the same second.
function earliest(skills, profile, talk) {
  const times = skills.map((skill) => firstTime(profile, skill));
  if (times.every((time) => time !== null)) return skills[times.indexOf(Math.min(...times))];
  return skills.reduce((best, skill) => (talk.indexOf(skill) < talk.indexOf(best) ? skill : best));
}

function firstTime(profile, skill) {
  const own = profile.harm.filter((harm) => harm.tick.slice(0, harm.tick.lastIndexOf(".")) === skill);
  const times = own.flatMap((harm) => harm.evidence.map((one) => one.at)).filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}
