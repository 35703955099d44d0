// A file with everything that was kept (export.js writes it), opened again: the observations in it, each looked at as
// if it had come alone. What else was kept stays in the file.
import { encoded, inspected, laterFormat, looked, MOST_BYTES } from "../engine/rating-file.js";
import { fits } from "../engine/rating-shape.js";
import { isFields, parse, Unreadable } from "../engine/reading.js";
import { FORMAT } from "./export.js";

/** Of such a file. */
export const MOST_OF_ALL = 16 << 20;

/**
 * @typedef {{named: {label: string, session: string} | null, path: string,
 *   found: import("../engine/rating-file.js").Inspected}} Packed named: what it says it is, sound or not
 *
 * @param {Uint8Array} bytes
 * @param {import("../engine/instrument.js").Instrument} instrument
 * @param {string} path what the file is called
 * @returns {{newer: string | null, packed: Packed[], others: number} | null} newer: the format, if it came after this
 *   program; others: how much else is in it; null for another file
 */
export function unpacked(bytes, instrument, path) {
  const data = dataIn(bytes);
  if (!isFields(data)) return null;
  const newer = laterFormat(data, FORMAT);
  if (newer !== null) return { newer, packed: [], others: 0 };
  if (data.format !== FORMAT || !Array.isArray(data.observations)) return null;
  const others = isFields(data.others) ? Object.keys(data.others).length : 0;
  return { newer, others, packed: data.observations.map((one, i) => packed(one, instrument, `${path} (${i + 1})`)) };
}

function dataIn(bytes) {
  try {
    return parse(bytes, MOST_OF_ALL);
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    return null;
  }
}

function packed(one, instrument, numbered) {
  const { session, rater } = isFields(one) && isFields(one.rater) ? one : { rater: {} };
  const named = fits.session(session) && fits.label(rater.label) ? { label: rater.label, session } : null;
  const path = named ? `${session} ${rater.label}` : numbered;
  const found = looked(one, instrument, path);
  const alone = found.rating === null ? null : encoded(found.rating);
  return { named, path, found: alone?.length > MOST_BYTES ? inspected(alone, instrument, path) : found };
}
