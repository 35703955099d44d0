// A report on one rating, as plain data: what is told, in the order it is told. Twin of
// sst_training/rating/report.py, with texts in the one language of the library that is handed in.
//
// Safety first, if it was at stake; then what went well, the profile, what hindered, one next step; and apart from these
// what stands beside. Nobody is shown a mean, a pass or a rank: those are not in here, so no page can print them.

import { besideOf } from "./beside.js";
import { itemOf, ofKind } from "./instrument.js";
import { ratedOf } from "./levels.js";
import { sessionLevel, tooHard } from "./next-practice.js";
import { moments } from "./profile.js";

const MOST_STRENGTHS = 3;

/**
 * @typedef {{tick: string, kind: string, skill: string, text: string,
 *   moment: import("./profile.js").Moment|null}} Seen a behaviour that was ticked, with its first moment
 * @typedef {{skill: string, text: string, domain: string, standing: import("./levels.js").Standing,
 *   deeper: number, apart: boolean}} Row deeper: how many advanced ticks; apart: true for `safety`
 */

/**
 * @typedef {{clients?: object[], annex?: {description: object | null} | null, challenge?: {level: string} | null,
 *   last?: {skill: string, date: string} | null}} Context clients: client's forms of this session; challenge: how hard
 *   the practitioner found it, where the rating is somebody else's; last: what was chosen to practise the time before
 */

/**
 * The report on a scored rating, its fields in the order they are read.
 *
 * unsafe: the open unsafe ticks; when there are any, the banner stands on top. low: some skill stands at level 1
 * or 2, and the words that belong to that follow the profile. erase: the day the recording was to be erased by,
 * once that day has passed.
 * @param {object} rating
 * @param {object} score what `score` made of it
 * @param {import("./next-practice.js").Library} library
 * @param {{today: string, chosen?: boolean, context?: Context}} given today: `YYYY-MM-DD`; chosen: the next skill was
 *   one's own choice; context: what else is known of the session
 * @returns {object}
 */
export function report(rating, score, library, { today, chosen = false, context = {} }) {
  const { instrument } = library;
  const seen = allSeen(rating, instrument);
  const overdue = rating.recording !== null && rating.consent !== null && rating.consent.erase_by < today;
  return {
    instrument: instrument.text,
    version: score.version,
    session: rating.session,
    date: rating.date,
    ratee: rating.ratee,
    role: rating.rater.role,
    rater: rating.rater.label,
    session_kind: rating.session_kind,
    scenario: rating.scenario,
    recording: rating.recording,
    span: rating.span,
    erase: overdue ? rating.consent.erase_by : null,
    unsafe: score.safety ? seen.filter((one) => one.kind === "safety") : [],
    keep: rating.keep,
    strengths: strengths(seen),
    rows: instrument.items.map((item) => row(item, instrument, score, rating)),
    counts: score.counts,
    low: Object.values(score.items).some(({ level }) => level === 1 || level === 2),
    levels: instrument.levels,
    kinds: instrument.kinds,
    hindered: seen.filter((one) => one.kind === "harm" || (one.kind === "safety" && !score.safety)),
    resolution: rating.resolution,
    next: next(rating, score, library, chosen, context),
    beside: besideOf(rating, context.clients, context.annex),
    status: instrument.status,
  };
}

// Every ticked behaviour, in the order of the list.
function allSeen(rating, instrument) {
  const found = [];
  for (const item of instrument.items) {
    const rated = ratedOf(rating, item.id);
    if (rated.state !== "assessed") continue;
    for (const { id: tick, kind, text } of item.ticks) {
      if (!rated.ticks.includes(tick)) continue;
      found.push({ tick, kind, skill: item.text, text, moment: moments(rated, tick)[0] ?? null });
    }
  }
  return found;
}

// Up to three: advanced before basic, then those with a moment, then the order of the list.
function strengths(seen) {
  const good = seen.filter((one) => one.kind === "advanced" || one.kind === "basic");
  const weight = (one) => 2 * Number(one.kind === "basic") + Number(one.moment === null);
  return good.sort((one, other) => weight(one) - weight(other)).slice(0, MOST_STRENGTHS);
}

function row(item, instrument, score, rating) {
  const { ticks } = ratedOf(rating, item.id);
  return {
    skill: item.id,
    text: item.text,
    domain: instrument.domains.find((domain) => domain.id === item.domain)?.text ?? "",
    standing: score.items[item.id],
    deeper: ofKind(item, "advanced").filter((tick) => ticks.includes(tick.id)).length,
    apart: item.gated,
  };
}

function next(rating, score, library, chosen, context) {
  const step = score.next_practice;
  const item = step === null ? null : itemOf(library.instrument, step.skill);
  if (item === null) return null;
  const exercise = library.exercises.find((card) => card.id === step.exercise);
  const module = library.modules.find((one) => one.id === step.module);
  return {
    skill: step.skill,
    text: item.text,
    why: step.why,
    chosen,
    standing: score.items[item.id],
    aims: aims(item, rating, step.why),
    exercise: exercise === undefined ? null : [exercise.id, exercise.title],
    module: module === undefined ? null : [module.id, module.title],
    roleplay: step.roleplay,
    guided: item.gated,
    eased: eased(rating, step, library, context),
    last: last(library, context),
  };
}

// The practitioner found this session too hard, so the role-play is a level lower, or at the lowest.
function eased(rating, step, library, { challenge = null }) {
  if (step.roleplay === null || !tooHard(rating, challenge)) return null;
  return step.roleplay.level < sessionLevel(rating, library) ? "lower" : "lowest";
}

function last(library, context) {
  const chosen = context.last ?? null;
  const item = chosen === null ? null : itemOf(library.instrument, chosen.skill);
  return item === null ? null : [item.text, chosen.date];
}

// What to go for: the basics still lacking, or else a way to go deeper. A hindrance needs no list.
function aims(item, rating, why) {
  const kind = { smallest_step: "basic", advanced: "advanced" }[why];
  if (kind === undefined) return [];
  const { ticks, not_applicable_ticks: waived } = ratedOf(rating, item.id);
  return ofKind(item, kind).filter((tick) => !ticks.includes(tick.id) && !waived.includes(tick.id));
}
