// Where a reader is in the course: ticks for modules that were read, and the way back to the last one opened. It is
// kept in this browser alone; without this script the course reads the same.
import { lasts, place } from "./tools/store/place.js";

const KEY = "course";
const held = document.getElementById("sst-course");
const filled = (sentence, words) => sentence.replace(/\{(\w+)\}/g, (_, name) => words[name]);

/** The modules with a page, each with its whole address. */
function modulesOf(data) {
  const root = new URL(`${data.base}/`, location.href);
  return JSON.parse(data.modules).map((module) => ({ ...module, url: new URL(module.address, root) }));
}

/** A small tick with its word for who hears the page. */
function ticked(word) {
  const tick = document.createElement("span");
  const said = document.createElement("span");
  tick.className = "sst-read-tick";
  said.className = "sst-said";
  said.textContent = ` ${word}`;
  tick.append("✓", said);
  return tick;
}

function show(modules, say, state) {
  const read = new Set(state.read);
  for (const old of document.querySelectorAll(".sst-read-tick")) old.remove();
  for (const link of document.querySelectorAll("a.md-nav__link[href]")) {
    const at = new URL(link.href);
    const module = !at.hash && modules.find((one) => one.url.pathname === at.pathname);
    if (module && read.has(module.id)) link.append(ticked(say.read));
  }
  for (const card of document.querySelectorAll(".sst-modules > .sst-card")) {
    if (read.has(card.dataset.module)) card.querySelector("h3").append(ticked(say.read));
  }
  for (const dot of document.querySelectorAll(".sst-trail > i")) {
    dot.classList.toggle("read", read.has(dot.dataset.module));
  }
}

/** Where to go on: the module that was open last, or, when that one is read, the first after it that is not. */
function onward(modules, state) {
  const last = modules.findIndex((one) => one.id === state.last);
  if (last < 0) return null;
  if (!state.read.includes(modules[last].id)) return { module: modules[last], sentence: "go_on" };
  const rest = [...modules.slice(last + 1), ...modules.slice(0, last)];
  const module = rest.find((one) => !state.read.includes(one.id));
  return module ? { module, sentence: "next_up" } : null;
}

function showOnward(box, modules, say, state, forget) {
  const next = onward(modules, state);
  box.hidden = !next && !state.read.length;
  box.replaceChildren();
  if (next) {
    const link = document.createElement("a");
    link.href = next.module.url;
    link.textContent = filled(say[next.sentence], next.module);
    box.append(link);
  }
  const sum = document.createElement("span");
  const all = modules.length;
  sum.textContent = state.read.length === all ? say.all_read : filled(say.count, { read: state.read.length, all });
  box.append(sum);
  if ("clear" in box.dataset) {
    const clear = document.createElement("button");
    clear.type = "button";
    clear.className = "sst-button sst-quiet";
    clear.textContent = say.clear;
    clear.addEventListener("click", forget);
    box.append(clear);
  }
}

/** The foot of a module page with its box to tick; gives the box, and the line below it. */
function ticking(foot, words, about) {
  const [label, tick, text, note] = ["label", "input", "span", "p"].map((name) => document.createElement(name));
  tick.type = "checkbox";
  text.textContent = words;
  note.textContent = about;
  label.append(tick, text);
  foot.replaceChildren(label, note);
  foot.hidden = false;
  return { tick, note };
}

async function start() {
  const modules = modulesOf(held.dataset);
  const say = JSON.parse(held.dataset.say);
  const here = await place();
  const known = new Set(modules.map((one) => one.id));
  const kept = (await here.get(KEY)) ?? {};
  let state = { read: (kept.read ?? []).filter((id) => known.has(id)), last: kept.last ?? null };
  const box = document.querySelector(".sst-go-on");
  const foot = document.querySelector(".sst-read");
  const lines = []; // that tell whether it is kept
  const keep = async (write) => {
    const lasting = await lasts(write);
    told(lasting);
    return lasting;
  };

  function told(lasting) {
    for (const line of lines) line.textContent = lasting ? say.tick_note : say.not_kept;
  }

  function set(changes) {
    state = { ...state, ...changes };
    draw();
    return keep((there) => there.set(KEY, state));
  }

  function draw() {
    show(modules, say, state);
    if (box) showOnward(box, modules, say, state, forget);
  }

  function forget() {
    state = { read: [], last: null };
    keep((there) => there.delete(KEY));
    draw();
    box.hidden = false;
    box.textContent = say.cleared;
    box.tabIndex = -1;
    box.focus();
  }

  if (foot) {
    const { module } = foot.dataset;
    const lasting = await set({ last: module }); // first kept, then shown: who reads on at once is found again
    const { tick, note } = ticking(foot, say.tick, lasting ? say.tick_note : say.not_kept);
    lines.push(note);
    tick.checked = state.read.includes(module);
    tick.addEventListener("change", () => {
      const others = state.read.filter((id) => id !== module);
      set({ read: tick.checked ? [...others, module] : others });
    });
  } else draw();
}

if (held) start();
