// The frame of an observation on its way: the session, the recording, what is looked at, and what is asked at the end.
// The skills are in draft.js, which hands these on.

import { Refused, missing, open, ownTime, ownWords, withItems } from "./observation.js";
import { COUNTERS, FORMAT, fits } from "./rating-shape.js";
import { Unfit, dateAfter, lengthFits, recordingName, ten, timeFits } from "./replies.js";

/**
 * A new observation, with every skill still to be looked at; a client's form has no skills.
 *
 * @param {import("./instrument.js").Instrument} instrument
 * @param {{session: string, date: string, ratee: string, role: string, label: string, scenario?: string | null}} given
 */
export function newRating(instrument, { session, date, ratee, role, label, scenario = null }) {
  if (!fits.label(label) || !fits.label(ratee)) throw new Unfit("label");
  if (role === "self" && ratee !== label) throw new Unfit("label");
  return {
    ...{ format: FORMAT, instrument: instrument.id, version: instrument.version, session, date, ratee },
    ...{ rater: { role, label, blind: true }, session_kind: "role-play", scenario, consent: null, recording: null },
    ...{ span: null, prediction: null, items: role === "client" ? {} : allMissing(instrument) },
    ...{ counters: null, challenge: null, keep: null, resolution: null, locked: false },
  };
}

/** The same observation of another kind of session. Of an own issue no words are kept. @throws {Unfit | Refused} */
export function withKind(rating, kind) {
  const ready = open(rating);
  if (kind !== "own-issue") return { ...ready, session_kind: kind };
  if (rating.rater.role !== "self") throw new Refused("own_issue");
  const keep = rating.keep === null || rating.keep.at === null ? null : { at: rating.keep.at, note: null };
  const items = eachMoment(rating, (moment) => ({ ...moment, note: null }));
  const resolution = rating.resolution && { ...rating.resolution, note: "" };
  return { ...ready, session_kind: kind, prediction: null, keep, items, resolution };
}

/** Whether the rater saw nothing and heard nothing of it before. */
export const withBlind = (rating, blind) => ({ ...open(rating), rater: { ...rating.rater, blind } });

/** The scenario that was played; null if there was none. */
export const withScenario = (rating, scenario) => ({ ...open(rating), scenario });

/**
 * With a recording, which only everyone's yes opens.
 *
 * @param {object} rating
 * @param {{name: string, seconds: number, eraseBy: string}} recording
 * @param {{informed: boolean, agreed: boolean}} said
 * @throws {Unfit | Refused} also when a moment that was noted lies beyond it
 */
export function withRecording(rating, { name, seconds, eraseBy }, { informed, agreed }) {
  if (!informed || !agreed) throw new Refused("consent");
  const recording = { name: recordingName(name), seconds: lengthFits(rating, seconds) };
  const consent = { all_informed: true, all_agreed: true, erase_by: dateAfter(rating.date, eraseBy) };
  return withTimesIn({ ...open(rating), recording, consent });
}

/** Without a recording, from memory: no times, and no part of it. */
export function withoutRecording(rating) {
  const keep = rating.keep === null || rating.keep.note === null ? null : { at: null, note: rating.keep.note };
  const items = eachMoment(rating, (moment) => ({ ...moment, at: null }));
  return { ...open(rating), recording: null, consent: null, span: null, keep, items };
}

/**
 * With the part of the recording that is looked at; null for the whole of it.
 *
 * @param {object} rating
 * @param {{from: number, to: number} | null} span in seconds
 * @throws {Unfit | Refused} when it does not fit the recording, or leaves out a moment that was noted
 */
export function withSpan(rating, span) {
  const cut = { ...open(rating), span: null };
  if (span === null) return cut;
  if (rating.recording === null || span.from >= span.to) throw new Unfit("time");
  timeFits(cut, span.to);
  return withTimesIn({ ...cut, span: { from: span.from, to: span.to } });
}

/** What one expects to see, in a line, before watching; none of an own issue. @throws {Unfit | Refused} */
export const withPrediction = (rating, typed) => ({ ...open(rating), prediction: ownWords(rating, typed) });

/**
 * Looking at these skills and no others: what is left out is set aside, with what was ticked of it. None named is all.
 * What stands behind a question is never left out this way.
 */
export function lookingAt(rating, instrument, skills) {
  const aside = { ...missing(), state: "na", reason: "not_in_this_exercise" };
  const items = {};
  for (const { id, gated } of instrument.items) {
    const now = rating.items[id] ?? missing();
    const out = skills.length > 0 && !skills.includes(id) && !gated;
    items[id] = out ? aside : now.reason === "not_in_this_exercise" ? missing() : now;
  }
  return withItems(rating, items);
}

/** The skills that are looked at, in the order of the list. */
export function lookedAt(rating, instrument) {
  const found = instrument.items.filter((item) => rating.items[item.id]?.reason !== "not_in_this_exercise");
  return found.map((item) => item.id);
}

/** With something counted; null for not counted. */
export function withCounter(rating, name, count) {
  const counted = { ...rating.counters, [name]: count };
  const kept = COUNTERS.filter((one) => Number.isInteger(counted[one]) && counted[one] >= 0 && counted[one] <= 9999);
  const counters = Object.fromEntries(kept.map((one) => [one, counted[one]]));
  return { ...open(rating), counters: kept.length > 0 ? counters : null };
}

/** With the moment to keep; one without time and words is none. @throws {Unfit | Refused} */
export function withKeep(rating, { at = null, note = null }) {
  const keep = { at: ownTime(rating, at), note: ownWords(rating, note) };
  return { ...open(rating), keep: keep.at === null && keep.note === null ? null : keep };
}

/** With how hard it was: `too_easy`, `about_right` or `too_hard`, and whether the stop signal was used; or null. */
export function withChallenge(rating, challenge) {
  return { ...open(rating), challenge: challenge && { level: challenge.level, stop: challenge.stop } };
}

/** With the client's after-form, on a client's rating: 0-10 each, and a line. @throws {Unfit | Refused} */
export function withVoice(rating, { topic, understood, forward, wished = null }) {
  const marks = { topic: ten(topic), understood: ten(understood), forward: ten(forward) };
  return { ...open(rating), voice: { ...marks, wished: ownWords(rating, wished) } };
}

const allMissing = (instrument) => Object.fromEntries(instrument.items.map((item) => [item.id, missing()]));

// The rating, if every moment that was noted lies in its recording and in the part that is looked at.
function withTimesIn(rating) {
  const moments = Object.values(rating.items).flatMap((rated) => rated.evidence);
  for (const { at } of [...moments, rating.keep ?? { at: null }]) if (at !== null) timeFits(rating, at);
  return rating;
}

// Every moment changed; one that is left without time and words is taken away.
function eachMoment(rating, change) {
  const kept = (moment) => moment.at !== null || moment.note !== null;
  const changed = Object.entries(rating.items).map(([skill, rated]) => {
    return [skill, { ...rated, evidence: rated.evidence.map(change).filter(kept) }];
  });
  return Object.fromEntries(changed);
}
