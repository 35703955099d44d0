// On every page: brings in the service worker once the page is there, and says when a newer course is ready.
// Without it everything works as long as there is a network.
const meta = document.querySelector('meta[name="sst-root"]');
const bar = document.getElementById("sst-newer");

function shared() {
  try {
    return sessionStorage.getItem("sst.shared") === "yes";
  } catch {
    return true;
  }
}

function announce(registration) {
  if (bar && registration.waiting && navigator.serviceWorker.controller) bar.hidden = false;
}

/** Whether "renew" was pressed in this tab. */
let asked = false;

async function renew() {
  const waiting = (await navigator.serviceWorker.getRegistration())?.waiting;
  if (!waiting) return location.reload(); // another tab was first
  asked = true;
  return waiting.postMessage({ task: "now" });
}

/** Renewed in another tab: what this one would still bring in is of another version, and it may hold half an answer. */
function listen() {
  const worker = navigator.serviceWorker;
  let before = worker.controller;
  worker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (before) bar.hidden = false;
    before = worker.controller;
  });
  bar.querySelector("button").addEventListener("click", renew);
}

/** Asks the worker of now something; each answer goes to `told`, the promise ends with the last. */
export async function ask(task, told = () => {}) {
  const registration = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((done, failed) => {
    port1.onmessage = ({ data }) => {
      if (data.ended) done();
      else if (data.failed) failed(new Error(data.failed));
      else told(data);
    };
    registration.active.postMessage(task, [port2]);
  });
}

/** Whether this page can work without a network at all. */
export const able = () => Boolean(meta) && "serviceWorker" in navigator && isSecureContext && !shared();

/** Everything was erased on this page: until the next one nothing is kept again. */
let erased = false;
addEventListener("sst-erased", () => (erased = true));

async function begin() {
  if (erased) return;
  const root = new URL(meta.content, location.href);
  const registration = await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname });
  announce(registration);
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", () => announce(registration));
  });
  if (erased) return void registration.unregister();
  const seen = performance.getEntriesByType("resource").map((entry) => entry.name);
  await ask({ task: "seen", addresses: [location.href, ...seen] });
  if (!erased && document.querySelector('meta[name="sst-library"]')) {
    await ask({ task: "take", group: `tools.${document.documentElement.lang.slice(0, 2)}` });
  }
}

// What cannot be kept is no fault of the reader: the page is there, and says nothing of it.
if (able() && location.protocol !== "file:") {
  if (bar) listen();
  const start = () => setTimeout(() => begin().catch(() => {}), 500);
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
