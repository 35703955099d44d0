// Times as people write them: whole seconds, `12:34` or `1:02:03`. Twin of sst_training/rating/times.py.
//
// A rating file may hold either; what is worked with holds seconds. So times are turned into seconds in the
// plain data, before its shape is looked at.

import { isFields } from "./reading.js";

const CLOCK = /^(?:([0-9]{1,2}):)?([0-9]{1,4}):([0-9]{2})$/;

/** Takes the place of a time that could not be read, so that one mistake is one problem. */
const STAND_IN = 1;

/**
 * The seconds of `12:34` or `1:02:03`; null if it is not such a time. Minutes may pass 59 without hours.
 * @param {string} text
 * @returns {number | null}
 */
export function seconds(text) {
  const found = CLOCK.exec(text.trim());
  if (found === null) return null;
  const [hours, minutes, rest] = found.slice(1).map((part) => Number(part ?? 0));
  if (rest > 59 || (found[1] !== undefined && minutes > 59)) return null;
  return hours * 3600 + minutes * 60 + rest;
}

/**
 * Seconds as people read them: `0:09`, `12:34`, `1:02:03`.
 * @param {number} at
 * @returns {string}
 */
export function clock(at) {
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(at / 60);
  if (minutes < 60) return `${minutes}:${two(at % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(at % 60)}`;
}

/**
 * A rating's plain data with its clock times as seconds, and the times that could not be read.
 * What has another shape than a rating is handed back as it was: saying so is for the shape.
 * @param {unknown} data
 * @returns {{data: unknown, unread: {where: (string|number)[], text: string}[]}}
 */
export function withSeconds(data) {
  const unread = [];
  const timed = (part, where, ...names) => {
    if (!isFields(part)) return part;
    const found = copied(part);
    for (const name of names) {
      const text = found[name];
      if (typeof text !== "string" || !text.includes(":")) continue;
      found[name] = seconds(text);
      if (found[name] === null) {
        unread.push({ where: [...where, name], text });
        found[name] = STAND_IN;
      }
    }
    return found;
  };
  const item = (part, where) => {
    if (!isFields(part) || !Array.isArray(part.evidence)) return part;
    const found = copied(part);
    found.evidence = part.evidence.map((one, i) => timed(one, [...where, "evidence", i], "at"));
    return found;
  };
  if (!isFields(data)) return { data, unread };
  const found = copied(data);
  for (const [name, ...fields] of [["recording", "seconds"], ["span", "from", "to"], ["keep", "at"]]) {
    if (name in found) found[name] = timed(found[name], [name], ...fields);
  }
  if (isFields(found.items)) {
    const items = Object.create(null);
    for (const [skill, part] of Object.entries(found.items)) items[skill] = item(part, ["items", skill]);
    found.items = items;
  }
  return { data: found, unread };
}

function copied(fields) {
  return Object.assign(Object.create(null), fields);
}
