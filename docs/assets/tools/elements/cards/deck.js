// The cards: one-liners (a turning point or a thought, retold, with the work it can be looked up in) and terms.
import { seedNumber, stream } from "../../engine/rng.js";

/**
 * @typedef {object} Card
 * @property {string} id
 * @property {"oneliners" | "terms"} deck
 * @property {"moment" | "view" | "term"} kind what its front asks
 * @property {string} front
 * @property {string} back who, or what it means
 * @property {string} [role]
 * @property {string} [lesson]
 * @property {string} [refs] the works it is retold from, as they are cited
 * @property {string[]} [see] other terms
 */

const retold = (learn, refs) => refs.map((ref) => learn.references[ref]).join("; ");

/** A person's turning point and thoughts, each a card of its own. */
function oneliners(learn, person) {
  const { id, name, role } = person;
  const moment = {
    id, deck: "oneliners", kind: "moment", front: person.turning_point, back: name, role, lesson: person.lesson,
    refs: retold(learn, person.source.ref),
  };
  const views = person.private ? [] : person.positions;
  return [moment, ...views.map(({ text, ref }, at) => ({
    id: `${id}/${at + 1}`, deck: "oneliners", kind: "view", front: text, back: name, role, refs: retold(learn, [ref]),
  }))];
}

/** All cards, in the order of the library. @returns {Card[]} */
export function allCards(learn) {
  const names = new Map(learn.terms.map((term) => [term.id, term.term]));
  const terms = learn.terms.map(({ id, term, definition, see_also }) => ({
    id, deck: "terms", kind: "term", front: term, back: definition,
    see: see_also.map((other) => names.get(other)).filter(Boolean),
  }));
  return [...learn.pioneers.flatMap((person) => oneliners(learn, person)), ...terms];
}

/** The cards of a deck and a pile, shuffled from a start code when there is one. */
export function dealt(cards, { deck, pile, code }, piles) {
  const wanted = cards.filter(
    (card) => (deck === "all" || card.deck === deck) && (pile === "all" || (piles[card.id] ?? "new") === pile),
  );
  if (!code.trim()) return wanted;
  const byId = new Map(cards.map((card) => [card.id, card]));
  const kept = new Set(wanted.map((card) => card.id));
  // All cards are shuffled and then sifted: a card keeps its place among the others, whatever pile is chosen.
  const order = stream(seedNumber(code), "cards").shuffle(byId.keys());
  return order.filter((id) => kept.has(id)).map((id) => byId.get(id));
}
