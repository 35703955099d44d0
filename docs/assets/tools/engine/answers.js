// What the commands answer with `--json`, made in the browser: the same fields in the same order (DESIGN §6).

import { drawDay } from "./day.js";
import { dayOptions, LEVELS, numbers, whole } from "./day-options.js";
import { BadOption } from "./errors.js";
import { emptyLedger, metBefore } from "./ledger.js";
import { DOMAINS, drawOwnIssue, safeguards } from "./own-issue.js";
import { READERS, view } from "./readers.js";
import { replayed, without } from "./replay.js";
import { ALGORITHM, seedNumber, trimmedSeed } from "./rng.js";
import { drawRoleplays } from "./roleplay.js";
import { SETTINGS } from "./settings.js";

export const COUNT = [1, 100];

const head = (kind, library, seed) => ({ kind, algorithm: ALGORITHM, library: library.hash, seed, lang: library.lang });

function oneOf(option, value, choices) {
  if (value !== null && value !== undefined && !choices.includes(value)) {
    throw new BadOption({ option, value: String(value), wanted: choices.join(" | ") });
  }
}

/**
 * `sst roleplay --json`.
 *
 * @param {object} library the drawing file
 * @param {(key: string, words?: Record<string, unknown>) => string} say
 * @param {{seed: string, count?: number, reader?: string} & import("./roleplay.js").Wanted} request
 * @throws {import("./errors.js").SstError}
 */
export function roleplayAnswer(library, say, { seed, count = 1, reader = "trainer", ...wanted }) {
  whole("--count", count, ...COUNT);
  if (wanted.level !== null && wanted.level !== undefined) whole("--level", wanted.level, ...LEVELS);
  oneOf("--setting", wanted.setting, SETTINGS);
  oneOf("--for", reader, READERS);
  const plays = drawRoleplays(library, seedNumber(seed), wanted.guided ? 1 : count, wanted);
  return {
    ...head("roleplay", library, reader === "trainer" ? trimmedSeed(seed) : null),
    draws: plays.map((play) => view(play, reader, say)),
  };
}

/**
 * `sst own-issue --json`.
 *
 * @param {object} library the drawing file
 * @param {(key: string, words?: Record<string, unknown>) => string} say
 * @param {{seed: string, count?: number, domain?: string | null}} request
 * @throws {import("./errors.js").SstError}
 */
export function ownIssueAnswer(library, say, { seed, count = 3, domain = null }) {
  whole("--count", count, ...COUNT);
  oneOf("--domain", domain, DOMAINS);
  const drawn = drawOwnIssue(library, seedNumber(seed), count, domain);
  return {
    ...head("own-issue", library, trimmedSeed(seed)),
    prompts: drawn.prompts,
    fallback: drawn.fallback.id,
    safeguards: safeguards(say),
  };
}

/**
 * `sst day --json`.
 *
 * @param {object} library the drawing file
 * @param {import("./rotation.js").Tables} tables
 * @param {{seed: string, ledger?: {days: object[]}} & import("./day-options.js").DayRequest} request
 * @throws {import("./errors.js").SstError}
 */
export function dayAnswer(library, tables, { seed, ledger = emptyLedger(), ...request }) {
  const { participants, rounds } = request;
  const options = dayOptions(request, library.instrument);
  const met = metBefore(ledger, seed, participants, rounds, options);
  return drawDay(library, tables, participants, rounds, options, seed, met);
}

/**
 * `sst day --replay FILE --json`, with `--absent` and `--from-round` what is left of it.
 *
 * @param {object} library the drawing file
 * @param {import("./rotation.js").Tables} tables
 * @param {object} day as `readDay` gives it
 * @param {{absent?: string | null, fromRound?: number}} [request] `7,12`
 * @throws {import("./errors.js").SstError}
 */
export function replayAnswer(library, tables, day, { absent = null, fromRound = 1 } = {}) {
  const again = replayed(day, library);
  const away = numbers("--absent", absent, 1, day.participants, "7,12");
  whole("--from-round", fromRound, 1, day.rounds);
  return away.length ? without(again, library, tables, away, fromRound) : again;
}
