// Checks of the frame of a rating: who rated, what was agreed, which dates, what belongs to which rater. Twin of
// sst_training/rating/session_checks.py.

import { isDay } from "./days.js";

/**
 * Dates, consent, own issues, the client's form, the resolution.
 * @param {object} rating
 * @param {import("./findings.js").Findings} found
 */
export function check(rating, found) {
  checkDates(rating, found);
  checkConsent(rating, found);
  checkOwnIssue(rating, found);
  checkClient(rating, found);
  if (rating.resolution !== null && !hasUnsafeTick(rating)) found.add("R130", ["resolution"]);
}

/**
 * Whether any tick is of the kind `safety`, which its id tells: `<skill>.s<n>`.
 * @param {object} rating
 * @returns {boolean}
 */
export function hasUnsafeTick(rating) {
  const ticks = Object.values(rating.items).flatMap((rated) => rated.ticks);
  return ticks.some((tick) => tick[tick.lastIndexOf(".") + 1] === "s");
}

function checkDates(rating, found) {
  const held = checkDay(rating.date, found, ["date"]);
  const later = [];
  if (rating.consent !== null) later.push([rating.consent.erase_by, ["consent", "erase_by"]]);
  if (rating.resolution !== null) later.push([rating.resolution.date, ["resolution", "date"]]);
  for (const [date, where] of later) {
    const day = checkDay(date, found, where);
    if (held && day && date < rating.date) found.add("R132", where, { date, held: rating.date });
  }
}

function checkDay(date, found, where) {
  const there = isDay(date);
  if (!there) found.add("R126", where, { date });
  return there;
}

function checkConsent({ consent, recording }, found) {
  const agreed = consent !== null && consent.all_informed && consent.all_agreed;
  if (recording !== null && !agreed) found.add("R131", [consent === null ? "recording" : "consent"]);
}

// The text of an own issue is never stored, so there are no words of any kind.
function checkOwnIssue(rating, found) {
  if (rating.session_kind !== "own-issue") return;
  if (rating.rater.role !== "self") found.add("R124", ["rater", "role"]);
  if (rating.prediction !== null) found.add("R125", ["prediction"]);
}

function checkClient(rating, found) {
  const voice = rating.voice !== undefined;
  if (rating.rater.role !== "client") {
    if (voice) found.add("R127", ["voice"]);
    return;
  }
  if (Object.keys(rating.items).length > 0) found.add("R128", ["items"]);
  if (!voice) found.add("R129", ["rater", "role"]);
}
