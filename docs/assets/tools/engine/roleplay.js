// Drawing a role-play: scenario, skill, setting, manner, twist, observer task and person.
//
// The twin of sst_training/draw/roleplay.py. Every part has a stream of its own, so that a twist added to the
// library leaves the scenarios of a seed as they were.

import { deal } from "./deck.js";
import { CannotDraw, SafetyIsGuided, UnknownId } from "./errors.js";
import { passing } from "./filters.js";
import { skillsOf, ungatedOf } from "./instrument.js";
import { stream } from "./rng.js";

/**
 * @typedef {object} Wanted what a trainer asks for; what is null or absent is left open
 * @property {number | null} [level]
 * @property {string | null} [skill]
 * @property {string | null} [setting]
 * @property {string | null} [context]
 * @property {string | null} [guided] the id of one guided scenario
 */

const given = (value) => value !== null && value !== undefined;
const byId = (cards, id) => cards.find((card) => card.id === id);

/** Whether a card may still be dealt. */
export const live = (library, card) => !library.retired.includes(card.id);

/** The scenarios that may be dealt when nothing is asked for. */
export const dealable = (library) =>
  library.scenarios.filter(
    (card) => card.risk === "none" && live(library, card) && Object.keys(library.fits[card.id].stances).length > 0,
  );

/**
 * The scenarios that may be dealt.
 *
 * @param {object} library
 * @param {Wanted} wanted
 * @throws {UnknownId | SafetyIsGuided | CannotDraw}
 */
export function candidates(library, wanted) {
  const { level, skill, setting, context, guided } = wanted;
  if (given(guided)) return [guidedScenario(library, guided)];
  if (given(skill)) {
    if (!skillsOf(library.instrument).includes(skill)) throw new UnknownId({ id: skill, kind: "skill" });
    if (!ungatedOf(library.instrument).includes(skill)) throw new SafetyIsGuided({ skill });
  }
  if (given(context) && !Object.hasOwn(library.words.contexts, context)) {
    throw new UnknownId({ id: context, kind: "context" });
  }
  const filters = [
    ["level", level, (card) => card.level === level],
    ["skill", skill, (card) => card.skills.includes(skill)],
    ["setting", setting, (card) => card.settings.includes(setting)],
    ["context", context, (card) => card.context === context],
  ].filter(([, value]) => given(value));
  const found = passing(dealable(library), filters);
  if (!found.length) throw new CannotDraw({ filter: "", asked: "", without: 0 });
  return found;
}

function guidedScenario(library, id) {
  const scenario = byId(library.scenarios, id);
  if (!scenario) throw new UnknownId({ id, kind: "scenario" });
  if (scenario.risk !== "guided" || !live(library, scenario)) {
    throw new CannotDraw({ filter: `--guided ${id}`, asked: `--guided ${id}`, without: 0 });
  }
  return scenario;
}

/**
 * `count` role-plays of one seed.
 *
 * @param {object} library
 * @param {bigint} seed
 * @param {number} count
 * @param {Wanted} wanted
 * @throws {UnknownId | SafetyIsGuided | CannotDraw}
 */
export function drawRoleplays(library, seed, count, wanted) {
  const scenarios = new Map(candidates(library, wanted).map((card) => [card.id, card]));
  const dealt = deal(scenarios.keys(), count, stream(seed, "scenarios"));
  return dealt.map((id, at) => compose(library, seed, at + 1, scenarios.get(id), wanted));
}

/** The i-th role-play of a seed (from 1) around a scenario; each part uniform over what fits. */
export function compose(library, seed, i, scenario, wanted) {
  const fits = library.fits[scenario.id].stances;
  const stance = stream(seed, `stance/${i}`).choose(Object.keys(fits));
  const skill = skillPlayed(library, seed, i, scenario, wanted);
  const tasks = library.observer_tasks.filter((card) => card.skill === skill && live(library, card));
  return {
    setting: given(wanted.setting) ? wanted.setting : stream(seed, `setting/${i}`).choose(scenario.settings),
    level: scenario.level,
    skill,
    minutes: scenario.minutes,
    scenario,
    stance: byId(library.stances, stance),
    person: drawPerson(library, seed, i, scenario),
    twist: chooseTwist(library, seed, i, fits[stance]),
    observer_task: byId(tasks, stream(seed, `observer/${i}`).choose(tasks.map((card) => card.id))),
  };
}

function skillPlayed(library, seed, i, scenario, wanted) {
  const skill = given(wanted.skill) ? wanted.skill : stream(seed, `skill/${i}`).choose(scenario.skills);
  if (scenario.risk !== "guided") return skill;
  const ungated = ungatedOf(library.instrument);
  return scenario.skills.find((one) => !ungated.includes(one)) ?? skill; // what a guided card is for
}

/** One of the fitting twists, or null where none belongs (level 1). */
export function chooseTwist(library, seed, i, fitting) {
  if (!fitting.length) return null;
  return byId(library.twists, stream(seed, `twist/${i}`).choose(fitting));
}

/** A first name and a year of age within the scenario's; nothing else is drawn about a person. */
export function drawPerson(library, seed, i, scenario) {
  const chance = stream(seed, `person/${i}`);
  const name = chance.choose(library.words.first_names);
  const [youngest, oldest] = scenario.age;
  return { name, age: youngest + chance.below(oldest - youngest + 1) };
}
