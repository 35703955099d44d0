// Checks of moments: times, words, and which ticks cannot do without them. Twin of
// sst_training/rating/moment_checks.py.

import { ofKind } from "./instrument.js";
import { ratedOf } from "./levels.js";
import { clock } from "./times.js";

/**
 * The span, and every time that is given; no words of an own-issue session.
 * @param {object} rating
 * @param {import("./findings.js").Findings} found
 */
export function check(rating, found) {
  checkSpan(rating, found);
  for (const [skill, rated] of Object.entries(rating.items)) {
    rated.evidence.forEach((moment, i) => checkMoment(rating, moment, found, ["items", skill, "evidence", i]));
  }
  if (rating.keep !== null) checkMoment(rating, rating.keep, found, ["keep"]);
}

/**
 * Whether each tick that hindered, was unsafe or goes deeper has its moment.
 *
 * With a recording a moment is a time and words, without one words alone; an own issue asks for neither.
 * @param {object} rating
 * @param {import("./instrument.js").Instrument} instrument
 * @param {import("./findings.js").Findings} found
 */
export function checkComplete(rating, instrument, found) {
  if (rating.session_kind === "own-issue") return;
  for (const item of instrument.items) {
    const rated = ratedOf(rating, item.id);
    if (rated.state !== "assessed") continue;
    for (const { id: tick } of ofKind(item, "harm", "safety", "advanced")) {
      if (!rated.ticks.includes(tick)) continue;
      const where = ["items", item.id, "evidence"];
      const moments = rated.evidence.filter((moment) => moment.tick === tick);
      if (moments.length === 0) {
        found.add("R115", where.slice(0, 2), { tick });
        continue;
      }
      if (rating.recording !== null && moments.every((moment) => moment.at === null)) {
        found.add("R116", where, { tick });
      }
      if (!moments.some((moment) => moment.note !== null && moment.note.trim() !== "")) {
        found.add("R117", where, { tick });
      }
    }
  }
}

function checkSpan({ span, recording }, found) {
  if (span === null) return;
  if (recording === null) found.add("R121", ["span"]);
  else if (span.from >= span.to) found.add("R122", ["span"]);
  else if (span.to > recording.seconds) {
    found.add("R123", ["span", "to"], { to: clock(span.to), length: clock(recording.seconds) });
  }
}

function checkMoment({ recording, session_kind: kind, span }, { at, note }, found, where) {
  if (note !== null && kind === "own-issue") found.add("R125", [...where, "note"]);
  if (at === null) return;
  if (recording === null) found.add("R118", [...where, "at"]);
  else if (at > recording.seconds) {
    found.add("R119", [...where, "at"], { time: clock(at), length: clock(recording.seconds) });
  } else if (span !== null && !(span.from <= at && at <= span.to)) {
    found.add("R120", [...where, "at"], { time: clock(at) });
  }
}
