// Checks of what was ticked: skills, states, reasons and ticks against the instrument. Twin of
// sst_training/rating/item_checks.py.

import { itemOf, ofKind, skillsOf } from "./instrument.js";
import { ratedOf } from "./levels.js";

/**
 * Every skill that the rating names.
 * @param {object} rating
 * @param {import("./instrument.js").Instrument} instrument
 * @param {import("./findings.js").Findings} found
 */
export function check(rating, instrument, found) {
  const owners = new Map(instrument.items.flatMap((item) => item.ticks.map((tick) => [tick.id, item.id])));
  for (const [skill, rated] of Object.entries(rating.items)) {
    const item = itemOf(instrument, skill);
    if (item === null) {
      found.add("R103", ["items", skill], { skill });
      continue;
    }
    checkState(item, rated, found);
    if (rated.state === "assessed") checkTicks(item, rated, owners, found);
    else if (rated.ticks.length + rated.not_applicable_ticks.length + rated.evidence.length > 0) {
      found.add("R112", ["items", skill], { skill });
    }
  }
}

/**
 * Whether every skill is assessed or na; what was never named is not filled in either.
 * @param {object} rating
 * @param {import("./instrument.js").Instrument} instrument
 * @param {import("./findings.js").Findings} found
 */
export function checkComplete(rating, instrument, found) {
  const missing = skillsOf(instrument).filter((skill) => ratedOf(rating, skill).state === "missing");
  if (missing.length > 0) found.add("R113", ["items"], { skills: missing.join(", ") });
}

function checkState(item, rated, found) {
  const where = ["items", item.id];
  if (rated.state === "na" && rated.reason === null) found.add("R109", where, { skill: item.id });
  if (rated.state !== "na" && rated.reason !== null) found.add("R110", [...where, "reason"], { skill: item.id });
  if (item.core && rated.state === "na" && rated.reason === "no_opportunity") {
    found.add("R111", [...where, "reason"], { skill: item.id });
  }
}

function checkTicks(item, rated, owners, found) {
  const where = ["items", item.id];
  const conditional = new Set(ofKind(item, "basic").filter((tick) => tick.conditional).map((tick) => tick.id));
  const seen = named(item, "ticks", rated.ticks, owners, found);
  const waived = named(item, "not_applicable_ticks", rated.not_applicable_ticks, owners, found);
  for (const [tick, i] of waived) {
    const place = [...where, "not_applicable_ticks", i];
    if (rated.ticks.includes(tick)) found.add("R107", place, { tick });
    else if (!conditional.has(tick)) found.add("R108", place, { tick });
  }
  rated.evidence.forEach((moment, i) => {
    if (owners.get(moment.tick) !== item.id) foreign(item, moment.tick, owners, found, "evidence", i);
    else if (!seen.has(moment.tick)) found.add("R114", [...where, "evidence", i], { tick: moment.tick });
  });
}

// The item's own ticks in a list, each once and with its place; what else stands there is a problem.
function named(item, field, ticks, owners, found) {
  const own = new Map();
  ticks.forEach((tick, i) => {
    if (owners.get(tick) !== item.id) foreign(item, tick, owners, found, field, i);
    else if (own.has(tick)) found.add("R106", ["items", item.id, field, i], { tick });
    else own.set(tick, i);
  });
  return own;
}

function foreign(item, tick, owners, found, field, i) {
  found.add(owners.has(tick) ? "R105" : "R104", ["items", item.id, field, i], { tick, skill: item.id });
}
