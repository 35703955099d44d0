// Drawing own-issue prompts, with a spare card for whoever would rather play a role (sst_training/draw/own_issue.py).
//
// The program deals opening lines; it never asks for, takes or keeps what someone answers.

import { deal } from "./deck.js";
import { CannotDraw } from "./errors.js";
import { passing } from "./filters.js";
import { stream } from "./rng.js";
import { live } from "./roleplay.js";

export const DOMAINS = ["work", "home", "habits", "health", "meaning", "study"];

/** The agreements of an own-issue round, in the order they are read aloud. */
export const SAFEGUARDS = [
  ...["opt_out", "intensity", "excluded", "stop", "confidential", "practice", "fallback", "close", "help"],
];

/** Those agreements as sentences. */
export const safeguards = (say) => SAFEGUARDS.map((rule) => say(`own_issue.${rule}`));

/**
 * `count` prompts of one seed and their spare card.
 *
 * @param {object} library
 * @param {bigint} seed
 * @param {number} count
 * @param {string | null} [domain]
 * @returns {{prompts: object[], fallback: object}}
 * @throws {CannotDraw}
 */
export function drawOwnIssue(library, seed, count, domain = null) {
  const usable = library.prompts.filter((card) => live(library, card));
  const filters = domain === null ? [] : [["domain", domain, (card) => card.domain === domain]];
  const prompts = new Map(passing(usable, filters).map((card) => [card.id, card]));
  const spare = new Map(
    library.scenarios
      .filter((card) => card.level === 1 && card.solo && card.risk === "none" && live(library, card))
      .map((card) => [card.id, card]),
  );
  if (!prompts.size || !spare.size) throw new CannotDraw({ filter: "", asked: "", without: 0 });
  const dealt = deal(prompts.keys(), count, stream(seed, "prompts"));
  return {
    prompts: dealt.map((id) => prompts.get(id)),
    fallback: spare.get(stream(seed, "fallback").choose(spare.keys())),
  };
}
