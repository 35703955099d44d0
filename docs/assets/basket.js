// A basket of exercises: put cards in, print them together. What is in it stands in the address, so that it can be
// shared, and is kept in this browser. Without this script each card still prints alone from the browser's menu.
import { lasts, place } from "./tools/store/place.js";

const KEY = "basket";
const ASKED = "basket";
const ID = /^ex-[0-9]{3}$/;
const bar = document.querySelector(".sst-basket");
const cards = new Map([...document.querySelectorAll(".sst-cards > .sst-card")].map((card) => [idOf(card), card]));
const filled = (sentence, words) => sentence.replace(/\{(\w+)\}/g, (_, name) => words[name]);

function idOf(card) {
  return card.querySelector("h3").id;
}

/** The ids in the address, or null when it names none. */
function asked() {
  const held = new URLSearchParams(location.search).get(ASKED);
  return held === null ? null : held.split(",").filter((id) => ID.test(id));
}

function inAddress(ids) {
  const address = new URL(location.href);
  if (ids.length) address.searchParams.set(ASKED, ids.join(","));
  else address.searchParams.delete(ASKED);
  address.search = address.search.replaceAll("%2C", ",");
  history.replaceState(null, "", address);
}

/** Shows these cards alone on paper, one a sheet, whatever the filter hides; afterwards all is as it was. */
function printAll(ids) {
  const root = document.documentElement;
  const chosen = ids.map((id) => cards.get(id));
  const before = chosen.map((card) => ({ card, hidden: card.hidden, open: card.querySelector("details").open }));
  const groups = [...document.querySelectorAll(".sst-cards")].map((group) => ({ group, hidden: group.hidden }));
  for (const { group } of groups) group.hidden = false;
  for (const card of chosen) {
    card.hidden = false;
    card.querySelector("details").open = true;
    card.classList.add("sst-printing");
  }
  root.classList.add("sst-print-one");
  const back = () => {
    root.classList.remove("sst-print-one");
    for (const { group, hidden } of groups) group.hidden = hidden;
    for (const { card, hidden, open } of before) {
      card.classList.remove("sst-printing");
      card.hidden = hidden;
      card.querySelector("details").open = open;
    }
  };
  addEventListener("afterprint", back, { once: true });
  print();
}

async function start() {
  const say = JSON.parse(bar.dataset.say);
  const here = await place();
  const known = (ids) => [...new Set(ids ?? [])].filter((id) => cards.has(id));
  let ids = known(asked() ?? (await here.get(KEY)));
  let dropped = [];

  const [sum, row] = [document.createElement("p"), document.createElement("p")];
  sum.setAttribute("role", "status");
  row.className = "sst-row";
  bar.append(sum, row);
  const put = (name, press) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sst-button";
    button.textContent = say[name];
    button.addEventListener("click", press);
    row.append(button);
    return button;
  };
  const printing = put("print", () => printAll(ids));
  const emptying = put("empty", () => {
    dropped = ids;
    set([]);
    putBack.focus();
  });
  const putBack = put("back", () => {
    set(dropped);
    emptying.focus();
  });
  const note = document.createElement("p");
  note.className = "sst-quietly";
  note.textContent = say.not_kept;
  note.hidden = here.lasting;
  bar.append(note);

  const buttons = new Map();
  for (const [id, card] of cards) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sst-into";
    button.addEventListener("click", () => set(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]));
    const both = document.createElement("span");
    both.className = "sst-foot-buttons";
    card.querySelector(".sst-foot").append(both);
    both.append(button, card.querySelector(".sst-foot > .sst-print"));
    buttons.set(id, button);
  }

  async function set(wanted) {
    ids = known(wanted);
    if (ids.length) dropped = [];
    draw();
    note.hidden = await lasts((there) => there.set(KEY, ids));
  }

  function draw() {
    inAddress(ids);
    const minutes = ids.reduce((sofar, id) => sofar + Number(cards.get(id).dataset.minutes), 0);
    sum.textContent = ids.length ? filled(say.count, { count: ids.length, minutes }) : say.none;
    printing.hidden = emptying.hidden = !ids.length;
    putBack.hidden = !dropped.length;
    for (const [id, button] of buttons) {
      const held = ids.includes(id);
      button.textContent = held ? say.drop : say.add;
      button.setAttribute("aria-label", `${button.textContent}: ${title(cards.get(id))}`);
      cards.get(id).classList.toggle("sst-in-basket", held);
    }
  }

  bar.hidden = false;
  draw();
}

/** A card's title without the sign of its anchor. */
const title = (card) => card.querySelector("h3").firstChild.textContent.trim();

if (bar) start();
