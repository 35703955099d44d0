// A rating of an acted talk beside the makers' rating of it, behaviour by behaviour. Twin of
// sst_training/rating/against_gold.py.
//
// For each behaviour a rater says: seen, not seen, or n/a. Percent agreement counts how often two say the same (it
// flatters: most of a list stays empty in any talk). So the second figure looks only at what at least one of the two
// saw, and counts how much of that both saw.

import { looked } from "./compare.js";
import { ratedOf, standing } from "./levels.js";
import { twoDecimals } from "./rounding.js";

/**
 * @typedef {"seen" | "not_seen" | "na"} Answer
 * @typedef {{skill: string, yours: number | null, makers: number | null, both_rated: boolean,
 *   ticks: {tick: string, yours: Answer, makers: Answer}[]}} SkillBeside
 *   ticks: empty when one of the two set the whole skill at n/a; then the skill is one single answer.
 */

/**
 * The skills that both looked at, in the order of the list. Left out is what either has not filled in or could not see.
 *
 * @param {object} rating
 * @param {object} gold
 * @param {import("./instrument.js").Instrument} instrument
 * @returns {SkillBeside[]}
 */
export function beside(rating, gold, instrument) {
  const found = [];
  for (const item of instrument.items) {
    const [mine, theirs] = [ratedOf(rating, item.id), ratedOf(gold, item.id)];
    if (!looked(mine) || !looked(theirs)) continue;
    const rated = mine.state === "assessed" && theirs.state === "assessed";
    const ticks = item.ticks.map(({ id: tick }) => ({ tick, yours: answer(mine, tick), makers: answer(theirs, tick) }));
    found.push({
      skill: item.id,
      yours: standing(item, mine).level,
      makers: standing(item, theirs).level,
      both_rated: rated,
      ticks: rated ? ticks : [],
    });
  }
  return found;
}

/**
 * The figures over these skills, of any number of talks; a skill that one of the two set at n/a is one answer.
 *
 * @param {SkillBeside[]} skills
 * @returns {{agreed: number, of: number, share: number | null, both: number, either: number,
 *   share_seen: number | null}} shares from 0 to 1, half up to two decimals; null when there is nothing to share
 */
export function agreement(skills) {
  let [agreed, of, both, either] = [0, 0, 0, 0];
  for (const skill of skills) {
    if (!skill.both_rated) {
      of += 1;
      agreed += Number(skill.yours === null && skill.makers === null);
    }
    for (const { yours, makers } of skill.ticks) {
      of += 1;
      agreed += Number(yours === makers);
      both += Number(yours === "seen" && makers === "seen");
      either += Number(yours === "seen" || makers === "seen");
    }
  }
  const share = (part, whole) => (whole > 0 ? twoDecimals(part, whole) : null);
  return { agreed, of, share: share(agreed, of), both, either, share_seen: share(both, either) };
}

/** What a rating says about one behaviour. @returns {Answer} */
export function answer(rated, tick) {
  if (rated.state !== "assessed" || rated.not_applicable_ticks.includes(tick)) return "na";
  return rated.ticks.includes(tick) ? "seen" : "not_seen";
}

/**
 * One talk's two ratings side by side with the makers' reasons, as `sst calibrate --json` prints a talk.
 *
 * @param {{id: string, session: string, whys: {tick: string, turns: number[], text: string}[],
 *   aside: {skill: string, text: string}[]}} talk
 * @param {SkillBeside[]} skills
 * @param {{ticks: string[], text: string}[]} mixups
 */
export function resultOf(talk, skills, mixups) {
  const told = new Map(talk.whys.map((why) => [why.tick, why]));
  const aside = new Map(talk.aside.map((one) => [one.skill, one.text]));
  const mixedUp = (tick) =>
    mixups
      .filter((mixup) => mixup.ticks.includes(tick))
      .flatMap(({ ticks, text }) => ticks.filter((one) => one !== tick).map((one) => ({ tick: one, text })));
  const ticks = (skill) =>
    skill.ticks.map(({ tick, yours, makers }) => ({
      ...{ tick, yours, makers, same: yours === makers, turns: told.get(tick)?.turns ?? [] },
      ...{ why: told.get(tick)?.text ?? null, mixed_up_with: mixedUp(tick) },
    }));
  return {
    id: talk.id,
    session: talk.session,
    skills: skills.map((skill) => ({
      skill: skill.skill,
      level: { yours: skill.yours, makers: skill.makers },
      why: aside.get(skill.skill) ?? null,
      ticks: ticks(skill),
    })),
    agreement: agreement(skills),
  };
}
