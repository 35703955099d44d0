// What every change to an observation goes by (draft.js, draft-session.js): a locked one takes none, of an own issue no
// words are kept, and without a recording there are no times.

import { SstError } from "./errors.js";
import { timeFits, words } from "./replies.js";
import { hasUnsafeTick } from "./session-checks.js";

/** What cannot be done to this rating, and is not a matter of how something was typed. */
export class Refused extends SstError {
  /** @param {string} why */
  constructor(why) {
    super();
    Object.assign(this, { why, key: `web.refused.${why}` });
  }
}

/** A skill that is still to be filled in. */
export const missing = () => ({ state: "missing", reason: null, ticks: [], not_applicable_ticks: [], evidence: [] });

/** The rating, if it may still change. @throws {Refused} */
export function open(rating) {
  if (rating.locked) throw new Refused("locked");
  return rating;
}

/** With what was seen of the skills. What was agreed about an unsafe tick goes when the last such tick goes. */
export function withItems(rating, items) {
  const next = { ...open(rating), items };
  return next.resolution === null || hasUnsafeTick(next) ? next : { ...next, resolution: null };
}

/** Words as they are kept; null for none. @throws {import("./replies.js").Unfit | Refused} */
export function ownWords(rating, typed) {
  const found = words(typed);
  if (found !== null && rating.session_kind === "own-issue") throw new Refused("no_words");
  return found;
}

/** A time as it is kept. @throws {import("./replies.js").Unfit | Refused} */
export function ownTime(rating, at) {
  if (at === null) return null;
  if (rating.recording === null) throw new Refused("no_recording");
  return timeFits(rating, at);
}
