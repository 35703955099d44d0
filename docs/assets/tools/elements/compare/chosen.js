// The observations chosen to be compared: what each says it is, and nothing of what was seen.
import { gathered } from "../../engine/gathered.js";
import { encoded, inspected, sameRater } from "../../engine/rating-file.js";
import { all } from "../../store/ratings.js";
import { MOST_OF_ALL, unpacked } from "../../store/unpacked.js";

/**
 * @typedef {{name: string, kept: string | null, packed?: true, text: string,
 *   found: import("../../engine/rating-file.js").Inspected, changed: boolean}} Chosen
 *   name: the file's, or session and label; kept: its key in this browser; packed: it came with others in one file;
 *   changed: a resolution was added here
 */

const chosen = (name, bytes, kept, instrument) => {
  const found = inspected(bytes, instrument, name);
  return { name, kept, text: new TextDecoder().decode(bytes), found, changed: false };
};

/**
 * What is in a file from this device: one observation, or all of a file with everything that was kept. What is larger
 * is not read to its end.
 * @returns {Promise<Chosen[]>}
 */
export async function fromFile(file, instrument) {
  const bytes = new Uint8Array(await file.slice(0, MOST_OF_ALL + 1).arrayBuffer());
  const several = unpacked(bytes, instrument, file.name);
  const one = chosen(file.name, bytes, null, instrument);
  if (several?.newer) return [{ ...one, found: { ...one.found, newer: several.newer } }];
  return several?.packed.length ? several.packed.map(fromPacked) : [one];
}

function fromPacked({ path: name, found }) {
  const text = found.rating === null ? name : new TextDecoder().decode(encoded(found.rating));
  return { name, kept: null, packed: true, text, found, changed: false };
}

/** One that is kept in this browser. @returns {Chosen} */
export const fromKept = ({ key, rating }, instrument) =>
  chosen(`${rating.session} ${rating.rater.label}`, encoded(rating), key, instrument);

/** With more of them; the same one twice is one. @param {Chosen[]} now @param {Chosen[]} more */
export function added(now, more) {
  const found = [...now];
  for (const one of more) if (!found.some((other) => same(one, other))) found.push(one);
  return found;
}

// To the byte, or as it would be written: one that is kept here and its own export are the same.
function same(one, other) {
  if (one.text === other.text) return true;
  const [mine, theirs] = [one.found.rating, other.found.rating];
  if (mine === null || theirs === null || !sameRater(mine, theirs)) return false;
  const text = (rating) => new TextDecoder().decode(encoded(rating));
  return text(mine) === text(theirs);
}

/** With another rating in the place of one: a resolution was added. @param {Chosen} one */
export const withRating = (one, rating, instrument) => ({
  ...one,
  ...chosen(one.name, encoded(rating), one.kept, instrument),
  changed: true,
});

/**
 * What may be shown of them: the ratings and the client's forms of the same session, or why not.
 *
 * @param {Chosen[]} files
 * @returns {{newer: string} | (import("../../engine/gathered.js").Gathered & {clients?: object[]})}
 */
export function together(files) {
  const newer = files.find((one) => one.found.newer !== null);
  if (newer) return { newer: newer.name };
  const found = gathered(files.map((one) => one.found));
  if (!found.ratings) return found;
  const { session, ratee } = found.ratings[0];
  const isForm = ({ problems, rating }) =>
    problems.length === 0 && rating?.rater.role === "client" && rating.session === session && rating.ratee === ratee;
  return { ...found, clients: files.filter((one) => isForm(one.found)).map((one) => one.found.rating) };
}

/** Sessions kept in this browser that somebody else looked at too, or that await that: [{session, date, kept}]. */
export async function sessions() {
  const found = new Map();
  for (const kept of await all()) {
    const { session, date, session_kind: kind } = kept.rating;
    if (kind === "own-issue") continue;
    if (!found.has(session)) found.set(session, { session, date, kept: [] });
    found.get(session).kept.push(kept);
  }
  return [...found.values()];
}
