// A training day as it is stored and read back: the shape of `sst day --json`. Twin of sst_training/model/day.py.

import { minutesOf } from "./clock.js";
import { LEVELS, LONGEST_BREAK, MINUTES, ROUNDS, SIZES } from "./day-options.js";
import { SETTINGS } from "./settings.js";
import { anything, integer, list, map, maybe, oneOf, optional, record, sparse, text, truth } from "./shapes.js";
import { everyone } from "./slots.js";

export const LEDGER = "sst-ledger/1";

const cardId = text({ pattern: /^[a-z]{2}-[0-9]{3}$/ });
const slug = text({ pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ });
const participant = integer(1, SIZES[1]);
const round = integer(...ROUNDS);
const minutes = integer(1, LONGEST_BREAK);
const level = integer(...LEVELS);
const pair = list(participant, 2, 2);
const setting = oneOf(...SETTINGS);
const part = oneOf("briefing", "talk", "client", "feedback", "again", "swap", "break");

const pause = record({ after: round, minutes });

/** What the trainer asked for beyond participants and rounds. */
export const OPTIONS = record({
  skills: optional(maybe(list(slug)), null),
  dealt: optional(truth, false),
  same_case: optional(truth, false),
  level_min: optional(level, LEVELS[0]),
  level_max: optional(level, LEVELS[1]),
  own_issue_rounds: optional(list(round), []),
  apart: optional(list(pair), []),
  minutes: optional(integer(...MINUTES), 40),
  breaks: optional(list(pause), []),
});

const clock = record({ round, start: integer(0), parts: list(record({ part, minutes })) });

const slot = record({
  round,
  group: integer(1, SIZES[1] / 3),
  mode: oneOf("role-play", "own-issue"),
  skill: slug,
  level,
  setting: maybe(setting),
  scenario: maybe(cardId),
  stance: maybe(cardId),
  person: maybe(record({ name: text(), age: integer() })),
  twist: maybe(cardId),
  observer_task: cardId,
  prompts: list(cardId),
  fallback: maybe(cardId),
  seats: record({ therapist: participant, client: participant, observers: list(participant, 1, 3) }),
});

const note = sparse({
  code: text({ pattern: /^[a-z]+(_[a-z]+)*$/ }),
  round: optional(maybe(round)),
  groups: optional(list(integer())),
  level: optional(maybe(integer())),
  wanted: optional(maybe(integer())),
  minutes: optional(maybe(integer())),
  count: optional(maybe(integer())),
  participants: optional(list(participant)),
  cards: optional(list(cardId)),
  library: optional(maybe(text())),
});

/** A whole day; `met_before` and `absences` are left out while empty. */
export const DAY = sparse({
  kind: oneOf("day"),
  algorithm: oneOf("SSTRNG-1"),
  library: text(),
  seed: text({ least: 1, most: 200 }),
  lang: text(),
  participants: integer(...SIZES),
  rounds: round,
  options: OPTIONS,
  clock: list(clock),
  slots: list(slot),
  coverage: map(slug, integer()),
  repeats: list(record({ pair, rounds: list(round) })),
  notes: list(note),
  met_before: optional(map(text(), list(cardId))),
  absences: optional(list(record({ participants: list(participant), from_round: round }))),
});

/** The record of earlier days of one group; p1 is the same person every day. */
export const LEDGER_FILE = record({
  format: optional(oneOf(LEDGER), LEDGER),
  days: optional(
    list(
      record({
        seed: text(),
        participants: integer(),
        rounds: integer(),
        options: map(text(), anything),
        met: map(text({ pattern: /^p[1-9][0-9]?$/ }), list(cardId)),
      }),
    ),
    [],
  ),
});

/** The slots of one round, by group. */
export const inRound = (day, number) => day.slots.filter((one) => one.round === number);

/** The slots one participant sits in, by round. */
export const slotsOf = (day, person) => day.slots.filter((one) => everyone(one.seats).includes(person));

/** The minutes of talk in a round. */
export const talkOf = (day, number) => minutesOf(day.clock.find((one) => one.round === number), "talk");
