// What an observation asks for, and in what order. Twin of what the page needs of
// sst_training/rating/questions.py: here all behaviours of a skill are asked at once, not one by one.

import { skillsOf } from "./instrument.js";

/**
 * The parts of an observation, in the order they are asked: `session`, the skills, `counters` (what was
 * counted along the way), `keep` (the moment to keep), `challenge` (how hard the practitioner found it), `voice` (the
 * client's after-form).
 * @param {object} rating
 * @param {import("./instrument.js").Instrument} instrument
 * @returns {string[]}
 */
export function parts(rating, instrument) {
  if (rating.rater.role === "client") return ["session", "voice"];
  const keep = rating.session_kind === "own-issue" ? [] : ["keep"];
  const challenge = rating.rater.role === "self" ? ["challenge"] : [];
  return ["session", ...skillsOf(instrument), "counters", ...keep, ...challenge];
}

/**
 * What a ticked behaviour asks for: whether a time may be given, whether words may, and whether it must have them
 * before the rating can be scored.
 * @param {object} rating
 * @param {import("./instrument.js").Tick} tick
 * @returns {{time: boolean, words: boolean, must: boolean}}
 */
export function asks(rating, tick) {
  const words = rating.session_kind !== "own-issue";
  return { time: rating.recording !== null, words, must: words && tick.kind !== "basic" };
}

/**
 * Whether a prediction is asked for: of one's own session, before watching; never of an own issue.
 * @param {object} rating
 * @returns {boolean}
 */
export function asksPrediction(rating) {
  return rating.rater.role === "self" && rating.session_kind !== "own-issue";
}
