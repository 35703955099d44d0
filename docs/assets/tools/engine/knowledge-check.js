// The closing knowledge check: thirty questions dealt over the modules from a start code.
//
// The twin of sst_training/draw/knowledge_check.py. The modules are dealt like cards: each comes once before any comes
// again. The questions of a module and the order of a question's answers have streams of their own.

import { deal } from "./deck.js";
import { ALGORITHM, seedNumber, stream, trimmedSeed } from "./rng.js";

export const COUNT = 30;

/**
 * `count` questions, or all there are.
 *
 * @param {{id: string, module: string, options: object[]}[]} questions those in use
 * @param {bigint} seed
 * @param {number} [count]
 * @returns {{id: string, module: string, options: number[]}[]} `options`: the places of a question's answers on its
 *   card (from 0), in the order shown
 */
export function dealQuestions(questions, seed, count = COUNT) {
  const held = new Map();
  for (const card of questions) {
    if (!held.has(card.module)) held.set(card.module, new Map());
    held.get(card.module).set(card.id, card);
  }
  const sizes = new Map([...held].map(([module, cards]) => [module, cards.size]));
  const order = spread(sizes, count, seed);
  const dealt = new Map();
  for (const module of new Set(order)) {
    const quota = order.filter((one) => one === module).length;
    dealt.set(module, deal(held.get(module).keys(), quota, stream(seed, `check/${module}`)));
  }
  return order.map((module) => ask(held.get(module).get(dealt.get(module).shift()), seed));
}

/** The module of each question: dealt round after round, a module as often as it has questions at most. */
function spread(sizes, count, seed) {
  const chance = stream(seed, "check");
  const order = [];
  let left = new Map(sizes);
  while (left.size && order.length < count) {
    order.push(...chance.shuffle(left.keys()).slice(0, count - order.length));
    left = new Map([...left].filter(([, size]) => size > 1).map(([module, size]) => [module, size - 1]));
  }
  return order;
}

/** The card with its answers in an order of their own. */
function ask(card, seed) {
  const options = stream(seed, `check/${card.id}`).shuffle(card.options.keys());
  return { id: card.id, module: card.module, options };
}

/**
 * What a start code asks.
 *
 * @param {object[]} questions those in use
 * @param {string} seed
 * @throws {import("./errors.js").BadSeed}
 */
export function knowledgeCheck(questions, seed, count = COUNT) {
  const asked = dealQuestions(questions, seedNumber(seed), count);
  return { kind: "check", algorithm: ALGORITHM, seed: trimmedSeed(seed), questions: asked };
}
