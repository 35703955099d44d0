// From one rating to a profile: levels, counts, domain means, what hindered. Twin of
// sst_training/rating/profile.py. `safety` is shown but stands apart from counts and means.

import { ofKind, ungatedOf } from "./instrument.js";
import { ratedOf, standing } from "./levels.js";
import { twoDecimals } from "./rounding.js";

/** Of the twelve skills that count; with fewer the mean is withheld. */
export const ENOUGH_FOR_A_MEAN = 10;

const LEVELS = [1, 2, 3, 4];

/**
 * @typedef {{at: number | null, note: string | null}} Moment
 * @typedef {{tick: string, severity: "hinders"|"safety", evidence: Moment[]}} Harm
 * @typedef {{mean: number | null, assessed: number, of: number}} DomainMean
 * @typedef {{items: Object<string, import("./levels.js").Standing>, counts: Object<string, number>,
 *   domains: Object<string, DomainMean>, mean: number | null, mean_withheld: "too_few"|"safety"|null,
 *   harm: Harm[], safety: boolean}} Profile
 */

/**
 * The mean of whole levels, half up to two decimals. Null of nothing.
 * @param {number[]} levels
 * @returns {number | null}
 */
export function meanOf(levels) {
  return levels.length === 0 ? null : twoDecimals(levels.reduce((sum, level) => sum + level, 0), levels.length);
}

/**
 * The profile of one rating. A skill the rating does not name is `missing`.
 * @param {object} rating
 * @param {import("./instrument.js").Instrument} instrument
 * @returns {Profile}
 */
export function profileOf(rating, instrument) {
  const items = Object.fromEntries(instrument.items.map((item) => [item.id, standing(item, ratedOf(rating, item.id))]));
  const assessed = ungatedOf(instrument).map((skill) => items[skill].level).filter((level) => level !== null);
  const harm = harmOf(rating, instrument);
  const openSafety = rating.resolution === null && harm.some((one) => one.severity === "safety");
  let withheld = null;
  if (openSafety) withheld = "safety";
  else if (assessed.length < ENOUGH_FOR_A_MEAN) withheld = "too_few";
  return {
    items,
    counts: Object.fromEntries(LEVELS.map((level) => [level, assessed.filter((one) => one === level).length])),
    domains: domainsOf(instrument, items),
    mean: withheld === null ? meanOf(assessed) : null,
    mean_withheld: withheld,
    harm,
    safety: openSafety,
  };
}

/**
 * What was noted down for a tick, in the order of the talk; moments without a time come last.
 * @param {import("./levels.js").ItemRating} rated
 * @param {string} tick
 * @returns {Moment[]}
 */
export function moments(rated, tick) {
  const found = rated.evidence.filter((one) => one.tick === tick).map(({ at, note }) => ({ at, note }));
  return found.sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity) || 0);
}

function harmOf(rating, instrument) {
  const found = [];
  for (const item of instrument.items) {
    const rated = ratedOf(rating, item.id);
    if (rated.state !== "assessed") continue;
    for (const tick of ofKind(item, "harm", "safety")) {
      if (!rated.ticks.includes(tick.id)) continue;
      const severity = tick.kind === "safety" ? "safety" : "hinders";
      found.push({ tick: tick.id, severity, evidence: moments(rated, tick.id) });
    }
  }
  return found;
}

function domainsOf(instrument, items) {
  const found = {};
  for (const domain of instrument.domains) {
    const members = instrument.items.filter((item) => item.domain === domain.id && !item.gated);
    if (members.length === 0) continue;
    const assessed = members.map((item) => items[item.id].level).filter((level) => level !== null);
    const half = 2 * assessed.length >= members.length;
    found[domain.id] = { mean: half ? meanOf(assessed) : null, assessed: assessed.length, of: members.length };
  }
  return found;
}
