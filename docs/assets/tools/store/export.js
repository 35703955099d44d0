// Everything that is kept, as one file to take along. Observations stand in it as their own files would have them.
import { today } from "../elements/rating/days.js";
import { inFileOrder } from "../engine/rating-shape.js";

export const FORMAT = "sst-kept/1";

const OBSERVATION = "rating:";

/** The observations among what is kept. @param {[string, any][]} entries */
export const observations = (entries) =>
  entries.filter(([key, kept]) => String(key).startsWith(OBSERVATION) && kept?.rating).map(([, kept]) => kept.rating);

/**
 * @param {[string, any][]} entries as `place().entries()` gives them
 * @param {import("../words.js").Say} say
 * @returns {{name: string, content: string}}
 */
export function exportOf(entries, say) {
  const saved = today();
  const others = entries.filter(([key]) => !String(key).startsWith(OBSERVATION));
  const own = observations(entries).map(inFileOrder);
  const data = { format: FORMAT, saved, observations: own, others: Object.fromEntries(others) };
  return { name: say("web.device.file", { date: saved }), content: `${JSON.stringify(data, null, 2)}\n` };
}
