// The service worker: pages once seen, and what was taken along, open without a network. It is served as /sw.js,
// behind `self.BUILT`: {version, files: {name: [hash, bytes]}, groups: {name: [names]}} (sst_training/cli/site_offline.py).
//
// One rule keeps pages and scripts of two versions apart: a file is kept, and handed out, only when its hash is the
// one this version was built with. A page that is newer than this worker gets everything else from the network too.

const { version, files, groups } = self.BUILT;
const CACHE = `sst-${version}`;
const ROOT = new URL("./", self.location);
const HASH = "x-sst-hash";
const newer = new Set(); // clients whose page is newer than this worker

/** The name of the file behind an address; null for what is not ours. */
function nameOf(address) {
  const url = new URL(address);
  if (url.origin !== ROOT.origin || !url.pathname.startsWith(ROOT.pathname)) return null;
  const name = decodeURIComponent(url.pathname.slice(ROOT.pathname.length));
  return name === "" || name.endsWith("/") ? `${name}index.html` : name;
}

const addressOf = (name) => new URL(name.replace(/(^|\/)index\.html$/, "$1"), ROOT).href;

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Keeps a file that has the hash of this version; false when it has another. */
async function put(cache, name, answer) {
  const body = await answer.arrayBuffer();
  if ((await hashOf(body)) !== files[name][0]) return false;
  const headers = { "content-type": answer.headers.get("content-type") ?? "", [HASH]: files[name][0] };
  await cache.put(addressOf(name), new Response(body, { headers }));
  return true;
}

async function keep(cache, name) {
  if (await cache.match(addressOf(name))) return;
  const answer = await fetch(addressOf(name), { cache: "no-cache" });
  if (!answer.ok || !(await put(cache, name, answer))) throw new Error(`${name} is of another version`);
}

/** What an earlier version kept, this one keeps too: copied where nothing changed, fetched where it did. */
async function carryOver() {
  const cache = await caches.open(CACHE);
  const wanted = new Set(groups.base);
  for (const old of await caches.keys()) {
    if (!old.startsWith("sst-") || old === CACHE) continue;
    const before = await caches.open(old);
    for (const request of await before.keys()) {
      const name = nameOf(request.url);
      if (!(name in files)) continue;
      const kept = await before.match(request);
      if (kept.headers.get(HASH) === files[name][0]) await cache.put(request, kept);
      else wanted.add(name);
    }
  }
  for (const name of wanted) await keep(cache, name);
}

async function takeOver() {
  for (const old of await caches.keys()) if (old.startsWith("sst-") && old !== CACHE) await caches.delete(old);
  await self.clients.claim();
}

self.addEventListener("install", (event) => event.waitUntil(carryOver()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const name = event.request.method === "GET" ? nameOf(event.request.url) : null;
  if (name !== null && !newer.has(event.clientId)) event.respondWith(answer(event, name));
});

async function answer(event, name) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(addressOf(name));
  if (kept) return kept;
  const page = event.request.mode === "navigate";
  let came;
  try {
    came = await fetch(event.request);
  } catch {
    return (page && (await cache.match(addressOf(name.startsWith("en/") ? "en/offline/index.html" : "offline/index.html")))) || Response.error();
  }
  if (!came.ok || came.redirected || !(name in files)) return came;
  if (await put(cache, name, came.clone()).catch(() => true)) return came; // a full disk keeps nobody from reading
  self.registration.update().catch(() => {});
  if (!page) return Response.error();
  newer.add(event.resultingClientId);
  return came;
}

/** How much of a group is here: {have, total, bytes}; base: how much of it stays as long as this worker does. */
async function stateOf(group) {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map((request) => nameOf(request.url)));
  const names = groups[group] ?? [];
  return {
    have: names.filter((name) => kept.has(name)).length,
    total: names.length,
    base: names.filter((name) => groups.base.includes(name)).length,
    bytes: names.reduce((sum, name) => sum + files[name][1], 0),
  };
}

const TASKS = {
  /** The pages and files somebody has in front of them while this worker came in. */
  async seen({ addresses }) {
    const cache = await caches.open(CACHE);
    for (const name of new Set(addresses.map(nameOf))) if (name in files) await keep(cache, name);
  },
  async state({ group }, tell) {
    tell({ ...(await stateOf(group)), version });
  },
  async take({ group }, tell) {
    const cache = await caches.open(CACHE);
    const names = groups[group];
    for (const [done, name] of names.entries()) {
      await keep(cache, name);
      tell({ done: done + 1, total: names.length });
    }
  },
  async forget(_, tell) {
    const cache = await caches.open(CACHE);
    const base = new Set(groups.base);
    for (const request of await cache.keys()) if (!base.has(nameOf(request.url))) await cache.delete(request);
    tell({ forgotten: true });
  },
  async now() {
    await self.skipWaiting();
  },
};

self.addEventListener("message", (event) => {
  const port = event.ports[0];
  const tell = (answer) => port?.postMessage(answer);
  const task = TASKS[event.data?.task];
  if (!task) return;
  event.waitUntil(
    task(event.data, tell).then(
      () => tell({ ended: true }),
      (cause) => tell({ failed: String(cause.name ?? cause) }),
    ),
  );
});
