// Where the tools keep things: in this browser's own database, or, on a shared device and where a browser gives no
// database, in the memory of this page alone. Nothing here ever leaves the device.
import * as idb from "../../vendor/idb-keyval/idb-keyval.js";

const SHARED = "sst.shared";
const DATABASE = "sst-training";
const STORE = "kept";

/** Material remembers light or dark and little more, as `/where/the/site/stands/.__palette`. */
const THEME_KEY = /\/\.__[a-z]+$/;

/** Told on `window`: {lasting, why} once it is known where this page keeps things. */
export const PLACE = "sst-place";

/** Told on `window` whenever what is kept in memory alone has changed. */
export const MEMORY = "sst-memory";

/** Told on `window` once all that is in memory was saved as one file. */
export const SAVED = "sst-saved";

/** Told on `window` whenever the course was taken along, or let go. */
export const PAGES = "sst-pages";

/** Told on `window` once everything was erased. */
export const ERASED = "sst-erased";

/** Between the tabs of this site: "erased" once everything was. */
export const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel("sst-training") : null;

/** Whether somebody said that this device is shared. The choice itself lasts as long as this tab. */
export function shared() {
  try {
    return sessionStorage.getItem(SHARED) === "yes";
  } catch {
    return true;
  }
}

/**
 * From now on this page and the next ones in this tab keep everything in memory (yes), or in the database. On a shared
 * device no worker keeps the pages that are read.
 */
export function setShared(yes) {
  if (yes) sessionStorage.setItem(SHARED, "yes");
  else sessionStorage.removeItem(SHARED);
  if (yes) unworked();
  opened = undefined;
}

/** The same calls as the database, in memory. `clone` so that nobody can change what is kept. */
function memory(why) {
  const kept = new Map();
  const changed = () => void globalThis.dispatchEvent(new Event(MEMORY));
  return {
    lasting: false,
    why,
    get: async (key) => structuredClone(kept.get(key)),
    set: async (key, value) => changed(kept.set(key, structuredClone(value))),
    delete: async (key) => changed(kept.delete(key)),
    entries: async () => [...kept].map(([key, value]) => [key, structuredClone(value)]),
    clear: async () => changed(kept.clear()),
  };
}

async function database() {
  const store = idb.createStore(DATABASE, STORE);
  await idb.get("trial", store); // private windows of some browsers fail here, not before
  return {
    lasting: true,
    why: null,
    get: (key) => idb.get(key, store),
    set: (key, value) => idb.set(key, value, store),
    delete: (key) => idb.del(key, store),
    entries: () => idb.entries(store),
    clear: () => idb.clear(store),
  };
}

let opened;

/**
 * The place where this page keeps things: {lasting, why, get, set, delete, entries, clear}. `lasting` is false on a
 * shared device (`why` "shared") and without a database ("no-database"): what is kept goes with the page.
 */
export function place() {
  opened ??= (shared() ? Promise.resolve(memory("shared")) : database().catch(() => memory("no-database"))).then(told);
  return opened;
}

/**
 * Writes to the place, and tells whether what was written outlives this page: not where it is kept in memory, nor where
 * there is no room. A tool then says so, and goes on with what it has.
 * @param {(here: object) => Promise<void>} write
 * @returns {Promise<boolean>}
 */
export async function lasts(write) {
  const here = await place();
  try {
    await write(here);
    return here.lasting;
  } catch {
    return false;
  }
}

function told(here) {
  const { lasting, why } = here;
  globalThis.dispatchEvent(new CustomEvent(PLACE, { detail: { lasting, why } }));
  return here;
}

/**
 * What was kept in the database before this device was said to be shared, as a place; null when there is none. Asking
 * makes no database.
 */
export async function left() {
  if ((await place()).lasting) return null;
  try {
    const there = await indexedDB.databases();
    return there.some(({ name }) => name === DATABASE) ? await database() : null;
  } catch {
    return null; // no database at all, or a browser that does not list them
  }
}

/** The keys of ours in localStorage or sessionStorage; none where the browser gives no storage. */
export function remembered(name) {
  try {
    return Object.keys(globalThis[name]).filter((key) => key.startsWith("sst") || THEME_KEY.test(key));
  } catch {
    return [];
  }
}

const emptied = (name) => remembered(name).forEach((key) => globalThis[name].removeItem(key));

/**
 * Erases all the site keeps in this browser: the database, what the pages remember, pages kept for offline and what
 * fetches them. Other tabs with a tool load anew, so that nothing comes back from there.
 */
export async function eraseAll() {
  await (await left())?.clear();
  await (await place()).clear();
  for (const name of ["localStorage", "sessionStorage"]) emptied(name);
  await unworked();
  await uncached();
  opened = undefined;
  tabs?.postMessage("erased");
  globalThis.dispatchEvent(new Event(ERASED));
}

// Lets go of what fetches and keeps pages of this site.
async function unworked() {
  const site = new URL("../../../", import.meta.url).href;
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (site.startsWith(worker.scope) || worker.scope.startsWith(site)) await worker.unregister();
  }
}

// What fetches pages may be at work still, with what it was asked before: that goes too.
async function uncached() {
  if (!("caches" in globalThis)) return;
  for (let tries = 0; tries < 5; tries += 1) {
    const names = (await caches.keys()).filter((name) => name.startsWith("sst"));
    if (!names.length) return;
    await Promise.all(names.map((name) => caches.delete(name)));
    await new Promise((call) => setTimeout(call, 100));
  }
}
