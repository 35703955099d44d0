// What this site keeps on this device, in groups a person knows, with the room each takes.
import { left, place, remembered } from "../../store/place.js";

/** How the keys of the tools begin, and what they are to a person. What no tool here knows is `other`. */
const GROUPS = [
  ["observations", /^rating:/],
  ["calibration", /^calibration:/],
  ["plays", /^roleplays$/],
  ["days", /^day$/],
  ["basket", /^basket$/],
  ["progress", /^(cards|check|course|quiz\/.+)$/],
  ["other", /./],
];

const bytes = (value) => new Blob([JSON.stringify(value) ?? ""]).size;

/**
 * @typedef {{key: string, value: any, from: object}} Entry from: the place it is kept in
 * @typedef {{name: string, entries: Entry[], count: number, size: number}} Group
 */

/**
 * @returns {Promise<{groups: Group[], pages: {count: number, size: number}, settings: number, old: boolean}>}
 *   old: something stands in the database although this device is now shared
 */
export async function everything() {
  const [here, before] = [await place(), await left()];
  const found = [];
  for (const from of [here, before]) {
    if (from) found.push(...(await from.entries()).map(([key, value]) => ({ key: String(key), value, from })));
  }
  const groupOf = ({ key }) => GROUPS.find(([, pattern]) => pattern.test(key))?.[0] ?? "other";
  const groups = GROUPS.map(([name]) => {
    const entries = found.filter((entry) => groupOf(entry) === name);
    const count = entries.reduce((sum, { value }) => sum + (Array.isArray(value) ? value.length : 1), 0);
    return { name, entries, count, size: entries.reduce((sum, { value }) => sum + bytes(value), 0) };
  });
  const settings = remembered("localStorage").length;
  const old = found.some(({ from }) => from === before);
  return { groups: groups.filter(({ count }) => count > 0), pages: await pages(), settings, old };
}

/** Pages and files kept to work without a network. */
async function pages() {
  let [count, size] = [0, 0];
  if (!("caches" in globalThis)) return { count, size };
  for (const name of (await caches.keys()).filter((one) => one.startsWith("sst"))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      count += 1;
      size += answer ? (await answer.blob()).size : 0;
    }
  }
  return { count, size };
}

/** Takes a group away; hands back how to put it back. @param {Group} group @returns {Promise<() => Promise<void>>} */
export async function forget({ entries }) {
  for (const { key, from } of entries) await from.delete(key);
  return async () => {
    for (const { key, value, from } of entries) await from.set(key, value);
  };
}

/** How much room the browser gives, and whether it promises to keep it; null where it does not say. */
export async function room() {
  try {
    const asked = [navigator.storage.estimate(), navigator.storage.persisted()];
    const [{ usage, quota }, persisted] = await Promise.all(asked);
    return { usage, quota, persisted };
  } catch {
    return null;
  }
}
