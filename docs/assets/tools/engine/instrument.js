// What the engine asks of the observation list: the methods of sst_training/model/instrument.py.

/**
 * @typedef {{id: string, kind: "harm"|"safety"|"basic"|"advanced", text: string, conditional: boolean,
 *   when: string|null}} Tick
 * @typedef {{id: string, domain: string, core: boolean, gated: boolean, text: string, why: string, seen: string,
 *   ticks: Tick[], gate: string|null}} Item
 * @typedef {{id: string, version: string, validated: boolean, domains: {id: string, text: string}[],
 *   items: Item[]}} Instrument
 */

/**
 * The item with this id, or null.
 * @param {Instrument} instrument
 * @param {string} skill
 * @returns {Item|null}
 */
export const itemOf = (instrument, skill) => instrument.items.find((item) => item.id === skill) ?? null;

/**
 * An item's ticks of these kinds, in their order.
 * @param {Item} item
 * @param {...Tick["kind"]} kinds
 */
export const ofKind = (item, ...kinds) => item.ticks.filter((tick) => kinds.includes(tick.kind));

/** All item ids, in the order of the talk. @param {Instrument} instrument */
export const skillsOf = (instrument) => instrument.items.map((item) => item.id);

/** The item ids that are dealt and counted; what stands behind a question is not. @param {Instrument} instrument */
export const ungatedOf = (instrument) => instrument.items.filter((item) => !item.gated).map((item) => item.id);

/**
 * The order skills are taught in: what runs through the whole talk comes after `focus`.
 * @param {Instrument} instrument
 */
export function courseOrderOf(instrument) {
  const throughout = instrument.items.filter((item) => item.domain === "throughout").map((item) => item.id);
  const order = skillsOf(instrument).filter((skill) => !throughout.includes(skill));
  const at = order.indexOf("focus") + 1;
  return [...order.slice(0, at), ...throughout, ...order.slice(at)];
}
