// The parts of an observation as the page shows them, one at a time: the session, the skills that are looked at, what
// is asked at the end, and whether all is there.
import { unfinished } from "../../engine/checks.js";
import { lookedAt } from "../../engine/draft.js";
import { itemOf } from "../../engine/instrument.js";
import { ratedOf } from "../../engine/levels.js";

/** @returns {string[]} "session", the skills, "closing", "finish" */
export function partsOf(tool) {
  if (tool.rating.session_kind === "work" && !tool.sitting.beside.workFine) return ["session"];
  return ["session", ...lookedAt(tool.rating, tool.instrument), "closing", "finish"];
}

/** The part before or after the one that is shown, or null. */
export function besidePart(tool, step) {
  const parts = partsOf(tool);
  return parts[parts.indexOf(tool.nowPart) + step] ?? null;
}

export const partName = (tool, part) =>
  itemOf(tool.instrument, part)?.text ?? tool.say(`web.rate.part.${part}`);

/** How a skill stands: "missing", "assessed", "na", or "lacking" when a moment or words are still wanted. */
export function standingOf(tool, skill) {
  const { state } = ratedOf(tool.rating, skill);
  return state === "assessed" && lackingTicks(tool).some((one) => one.skill === skill) ? "lacking" : state;
}

/** Behaviours that were ticked and still want a moment: what each lacks, "moment", "time" or "words". */
export function lackingTicks(tool) {
  const whats = { R115: "moment", R116: "time", R117: "words" };
  return problemsOf(tool)
    .filter(({ code }) => code in whats)
    .map(({ code, words }) => ({ what: whats[code], tick: words.tick, skill: skillOf(words.tick) }));
}

/** The skills nobody filled in yet. */
export const missingSkills = (tool) =>
  lookedAt(tool.rating, tool.instrument).filter((skill) => ratedOf(tool.rating, skill).state === "missing");

export const skillOf = (tick) => tick.slice(0, tick.lastIndexOf("."));

// Worked out once for each rating, for several parts of the screen ask for it.
let known = { rating: null, problems: [] };

function problemsOf({ rating, instrument }) {
  if (known.rating !== rating) known = { rating, problems: unfinished(rating, instrument) };
  return known.problems;
}
