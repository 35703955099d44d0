// Why there is no day: beside which field of the form it is said, and in which sentence of our own. The engine names
// options of the command line; a page has none.

import { LONGEST_BREAK, MINUTES, ROUNDS, SIZES } from "../../engine/day-options.js";

const range = ([least, most]) => ({ least, most });

/** Option → field, sentence, and what the sentence names. */
const OPTIONS = {
  "--participants": () => ["participants", "participants", range(SIZES)],
  "--rounds": () => ["rounds", "rounds", range(ROUNDS)],
  "--minutes": () => ["minutes", "minutes", range(MINUTES)],
  "--level-min": () => ["level", "level", {}],
  "--level-max": () => ["level", "level", {}],
  "--skills": () => ["skills", "skills", {}],
  "--own-issue-rounds": ({ rounds }) => ["own", rounds < 3 ? "own_none" : "own", { last: rounds - 1 }],
  "--apart": ({ participants }) => ["apart", "apart", { most: participants }],
  "--break": ({ rounds }) => ["breaks", rounds < 2 ? "break_none" : "break", { last: rounds - 1, most: LONGEST_BREAK }],
  "--absent": () => ["absent", "absent", {}],
  "--from-round": () => ["absent", "from_round", {}],
};

const REASONS = {
  "error.seed": "seed",
  "error.unknown_id": "skills",
  "error.safety_guided": "skills",
  "error.too_many_skills": "skills",
  "error.cannot_keep_apart": "apart",
  "error.no_scenario": "rounds",
  "error.no_common_scenario": "skills",
  "error.no_spare_card": "own",
  "error.cannot_draw": "own",
  "error.too_few_present": "absent",
  "error.cards_gone": "stored",
  "error.day_unreadable": "stored",
  "error.ledger_unreadable": "log",
  "error.ledger_newer": "log",
};

/** Fields of the form that stand behind "more choices". */
export const FOLDED = ["skills", "level", "own", "apart", "minutes", "breaks", "log", "stored"];

/**
 * Where a refusal is said, and how.
 * @param {{key: string, words: object}} cause as the engine throws it
 * @param {object} request as `requestOf` gives it
 * @param {import("../../words.js").Say} say
 * @param {(skill: string) => string} skillName
 * @returns {{field: string, sentence: string}}
 */
export function refusal({ key, words }, request, say, skillName) {
  if (key === "error.bad_option") {
    const [field, name, values] = OPTIONS[words.option](request);
    return { field, sentence: say(`web.day.wrong.${name}`, values) };
  }
  const named = words.skill ? { ...words, skill: skillName(words.skill) } : words;
  return { field: REASONS[key] ?? "participants", sentence: say(`web.day.wrong.${key.slice("error.".length)}`, named) };
}
