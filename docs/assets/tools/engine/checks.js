// What a rating file can have wrong beyond its shape, each as a problem with a code of its own. Twin of
// sst_training/rating/checks.py.
//
// Two questions are asked apart. `faults`: does the file say something that cannot be so? `unfinished`: what does
// it still lack before it can be scored? A draft may be unfinished; a locked rating may not.

import { Findings, inOrder } from "./findings.js";
import * as itemChecks from "./item-checks.js";
import * as momentChecks from "./moment-checks.js";
import * as sessionChecks from "./session-checks.js";

/**
 * What cannot be so in this rating, in the order of the file. Empty for a sound rating or a sound draft.
 * @param {object} rating
 * @param {import("./instrument.js").Instrument} instrument
 * @param {string} [path] what the file is called
 * @returns {import("./findings.js").Problem[]}
 */
export function faults(rating, instrument, path = "") {
  const found = new Findings(path);
  sessionChecks.check(rating, found);
  momentChecks.check(rating, found);
  if (rating.instrument !== instrument.id) {
    found.add("R101", ["instrument"], { found: rating.instrument, wanted: instrument.id });
  } else if (rating.version !== instrument.version) {
    found.add("R102", ["version"], { found: rating.version, wanted: instrument.version });
  } else {
    itemChecks.check(rating, instrument, found);
    if (rating.locked && rating.rater.role !== "client") lacking(rating, instrument, found);
  }
  return inOrder(found.problems);
}

/**
 * What a sound rating lacks before it can be scored, in the order of the file.
 * @param {object} rating
 * @param {import("./instrument.js").Instrument} instrument
 * @param {string} [path] what the file is called
 * @returns {import("./findings.js").Problem[]}
 */
export function unfinished(rating, instrument, path = "") {
  const found = new Findings(path);
  if (rating.rater.role === "client") found.add("R134", ["rater", "role"]);
  else lacking(rating, instrument, found);
  return inOrder(found.problems);
}

function lacking(rating, instrument, found) {
  itemChecks.checkComplete(rating, instrument, found);
  momentChecks.checkComplete(rating, instrument, found);
}
