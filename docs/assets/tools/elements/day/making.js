// A day as it was asked for: drawn, or read from its file, and then made anew for each absence in turn. The same steps
// as `sst day`, and `sst day --replay … --absent …` once for each.

import { dayAnswer, replayAnswer } from "../../engine/answers.js";

/**
 * @typedef {object} Wanted
 * @property {object} request as `requestOf` gives it, with `seed`
 * @property {object | null} ledger as `readLedger` gives it
 * @property {object | null} stored as `readDay` gives it: then nothing is drawn
 * @property {import("./fields.js").Away[]} absences
 */

/**
 * @param {object} library the drawing file
 * @param {import("../../engine/rotation.js").Tables} tables
 * @param {Wanted} wanted
 * @throws {import("../../engine/errors.js").SstError}
 */
export function made(library, tables, { request, ledger, stored, absences }) {
  const first = stored
    ? replayAnswer(library, tables, stored)
    : dayAnswer(library, tables, { ...request, ledger: ledger ?? undefined });
  return absences.reduce(
    (day, { who, from }) => replayAnswer(library, tables, day, { absent: who.join(","), fromRound: from }),
    first,
  );
}
