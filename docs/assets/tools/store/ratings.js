// Observations kept in this browser: found, held by one tab at a time, saved at every change.
//
// Beside each rating, which is what a file of it would hold, stands what only the page needs: where the rater was,
// moments that were marked and not used yet, what was chosen to practise next. That never leaves with an export.

import { locked, resolved } from "../engine/draft.js";
import { SstError } from "../engine/errors.js";
import { encoded } from "../engine/rating-file.js";
import { place } from "./place.js";

const PREFIX = "rating:";
const ROLES = ["self", "peer", "trainer", "gold", "client"];

/**
 * @typedef {{key: string, revision: number, rating: object, beside: Beside}} Kept
 *   revision: counts the saves, so that two tabs agree on what is newer without asking a clock.
 * @typedef {{part?: string, marks?: {at: number, note: string | null}[], frame?: object, opened?: string[],
 *   chosen?: {skill: string, date: string} | null}} Beside
 */

/** It could not be written: no room, or the browser refuses. What was kept before still stands. */
export class NotKept extends SstError {
  static key = "web.store.not_kept";
}

/** Another tab has it. */
export class InUse extends SstError {
  static key = "web.store.in_use";
}

/** This rater's observation of this session is here already, and it is another one. */
export class AlreadyHere extends SstError {
  static key = "web.store.already_here";
}

/** Where a rating is kept: one for each session and rater; a client's form is another thing than an observation. */
export function keyOf({ session, rater }) {
  return `${PREFIX}${session}:${rater.label}${rater.role === "client" ? ":client" : ""}`;
}

/** Every observation, the latest session first. @returns {Promise<Kept[]>} */
export async function all() {
  const entries = await (await place()).entries();
  return entries.filter(([key]) => String(key).startsWith(PREFIX)).map(([, kept]) => kept).sort(inOrder);
}

/** @param {string} key @returns {Promise<Kept | undefined>} */
export async function get(key) {
  return (await place()).get(key);
}

/** Writes it. Comes back once it is written. @param {Kept} kept @throws {NotKept} */
export async function put(kept) {
  const here = await place();
  try {
    await here.set(kept.key, kept);
  } catch (cause) {
    throw Object.assign(new NotKept(), { cause });
  }
  tell(here, kept.key);
}

/**
 * Keeps a rating from elsewhere, or a new one.
 * @param {object} rating
 * @param {Beside} [beside]
 * @returns {Promise<"new" | "same">} same: it was here already, to the byte
 * @throws {AlreadyHere | NotKept}
 */
export async function add(rating, beside = {}) {
  const key = keyOf(rating);
  const there = await get(key);
  if (there === undefined) {
    await put({ key, revision: 1, rating, beside });
    return "new";
  }
  const text = (one) => new TextDecoder().decode(encoded(one));
  if (text(there.rating) === text(rating)) return "same";
  throw new AlreadyHere({ session: rating.session, label: rating.rater.label });
}

/**
 * Locks it, if nothing is lacking.
 * @param {string} key
 * @param {import("../engine/instrument.js").Instrument} instrument
 * @returns {Promise<{rating: object, problems: import("../engine/findings.js").Problem[]}>}
 * @throws {InUse | NotKept}
 */
export async function lock(key, instrument) {
  return whileHeld(key, async () => {
    const kept = await get(key);
    const found = locked(kept.rating, instrument);
    if (found.problems.length === 0) await put({ ...kept, revision: kept.revision + 1, rating: found.rating });
    return found;
  });
}

/**
 * Adds what was agreed about an unsafe tick to the one that is kept, as it is by now.
 * @param {string} key
 * @param {{partner: string, note: string, today: string}} agreed
 * @returns {Promise<object | null>} the rating with it; null when it is not kept here any more
 * @throws {InUse | NotKept | SstError}
 */
export async function settle(key, agreed) {
  return whileHeld(key, async () => {
    const kept = await get(key);
    if (kept === undefined) return null;
    const rating = resolved(kept.rating, agreed);
    await put({ ...kept, revision: kept.revision + 1, rating });
    return rating;
  });
}

/** Takes it away. @param {string} key @returns {Promise<Kept>} what it was, to put back @throws {InUse} */
export async function remove(key) {
  return whileHeld(key, async () => {
    const here = await place();
    const kept = await here.get(key);
    await here.delete(key);
    tell(here, key);
    return kept;
  });
}

/**
 * Asks to be the one tab that changes it.
 *
 * @param {string} key
 * @returns {Promise<{mine: boolean, later: Promise<boolean> | null, release: () => void}>} later: when another tab has
 *   it, comes once that tab has let go and this one has it; false if one stopped waiting.
 */
export async function hold(key) {
  if (navigator.locks === undefined || !(await place()).lasting) return { mine: true, later: null, release() {} };
  let release;
  const done = new Promise((call) => (release = call));
  const ask = (options) =>
    new Promise((told) => {
      const got = (lock) => {
        told(lock !== null);
        return lock === null ? null : done;
      };
      navigator.locks.request(`sst ${key}`, options, got).catch(() => told(false));
    });
  if (await ask({ ifAvailable: true })) return { mine: true, later: null, release };
  const waiting = new AbortController();
  const letGo = () => {
    waiting.abort();
    release();
  };
  return { mine: false, later: ask({ signal: waiting.signal }), release: letGo };
}

/** Tells when another tab changed or removed something. @param {(key: string) => void} heard @returns {() => void} */
export function listen(heard) {
  const told = ({ data }) => heard(data);
  channel()?.addEventListener("message", told);
  return () => channel()?.removeEventListener("message", told);
}

let opened;

const channel = () => (opened ??= "BroadcastChannel" in globalThis ? new BroadcastChannel("sst-ratings") : null);

// What is in the memory of this page alone is nothing to other tabs.
const tell = (here, key) => here.lasting && channel()?.postMessage(key);

async function whileHeld(key, work) {
  const held = await hold(key);
  try {
    if (!held.mine) throw new InUse();
    return await work();
  } finally {
    held.release();
  }
}

function inOrder({ rating: one }, { rating: other }) {
  const compare = (a, b) => (a < b ? -1 : Number(a > b));
  return (
    compare(other.date, one.date) ||
    compare(one.session, other.session) ||
    ROLES.indexOf(one.rater.role) - ROLES.indexOf(other.rater.role) ||
    compare(one.rater.label, other.rater.label)
  );
}
