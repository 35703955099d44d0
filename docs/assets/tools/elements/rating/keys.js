// The keys: one a behaviour, and those of a player. They can be turned off, for who speaks to the computer.
import { html } from "../tool.js";
import { live } from "../../../vendor/lit-html/directives/live.js";
import { makeMark } from "./marks.js";
import { besidePart } from "./parts.js";
import { keyTick, nothingSeen, openBehind } from "./skill.js";
import { nearby } from "./timeline.js";

const TYPES = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=file])";
const PRESSES = "button, a, summary, input, select";

/** Key → [what it does, as a word of `web.rate.key.…`]. The order is that of the help. */
const SHOWN = [
  ["1-9", "tick"], ["0", "nothing"], ["x", "na"], ["h", "before"], ["j", "after"], ["u", "undo"], ["U", "redo"],
  ["space", "play"], ["arrows", "skip"], [", .", "speed"], ["m", "mark"], ["[ ]", "moments"], ["?", "help"],
];

// Without a recording that plays, the keys of the player are the page's own.
const PLAYING = {
  " ": ({ playing }) => playing.player.toggle(),
  ArrowLeft: ({ playing }) => playing.player.skip(-5),
  ArrowRight: ({ playing }) => playing.player.skip(5),
  ",": (tool) => speed(tool, -1),
  ".": (tool) => speed(tool, 1),
  m: makeMark,
  "[": (tool) => nearby(tool, -1),
  "]": (tool) => nearby(tool, 1),
};

const ALWAYS = {
  h: (tool) => go(tool, -1),
  j: (tool) => go(tool, 1),
  "?": (tool) => openKeys(tool),
};

const OPEN = {
  0: nothingSeen,
  x: (tool) => openBehind(tool, tool.state.asking === "na" ? null : "na"),
  u: (tool) => tool.turnBack("undo"),
  U: (tool) => tool.turnBack("redo"),
};

/** Of the theme, for the page before and after: not while somebody is at work here. */
const THEME = ["n", "p", ",", "."];

/** A key that was pressed somewhere on the page. */
export function pressed(tool, event) {
  if (tool.state.screen !== "watch" || event.ctrlKey || event.metaKey || event.altKey) return;
  const { target, key } = event;
  if (!(target === document.body || tool.contains(target)) || target.matches(TYPES)) return;
  if (THEME.includes(key)) event.stopPropagation();
  if (!tool.state.keysOn || tool.querySelector("dialog[open]")) return;
  const does = doing(tool, event);
  if (does === null || leavesIt(target, key)) return;
  event.preventDefault();
  event.stopPropagation();
  does(tool);
}

function doing(tool, { key, code, repeat }) {
  if (key in ALWAYS) return ALWAYS[key];
  if (tool.playing.there && key in PLAYING) return repeat && !key.startsWith("Arrow") ? () => {} : PLAYING[key];
  if (tool.closed || repeat) return null;
  if (key in OPEN) return OPEN[key];
  const digit = /^[1-9]$/.test(key) ? key : /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]; // also where digits need Shift
  return digit === undefined ? null : () => keyTick(tool, Number(digit));
}

// A button, a box or a link that was reached by keyboard keeps its own keys.
function leavesIt(target, key) {
  if (!target.matches(PRESSES)) return false;
  if (key === " ") return target.matches(":focus-visible");
  return key.startsWith("Arrow") && target.matches("input");
}

function go(tool, step) {
  const part = besidePart(tool, step);
  if (part !== null) tool.showPart(part);
}

function speed(tool, step) {
  const now = tool.playing.player.faster(step).toLocaleString(tool.cards.lang);
  tool.announce(tool.say("web.rate.speed", { speed: now }));
}

export const openKeys = (tool) => tool.querySelector(".rate-keys").showModal();

/** All keys, and the switch that turns them off. */
export function keysDialog(tool) {
  const { say, state } = tool;
  const name = (key) => (["space", "arrows"].includes(key) ? say(`web.rate.key.name.${key}`) : key);
  const row = ([key, what]) => html`
    <div><dt><kbd>${name(key)}</kbd></dt><dd>${say(`web.rate.key.${what}`)}</dd></div>`;
  const turn = ({ target }) => tool.set({ keysOn: target.checked });
  return html`
    <dialog class="rate-keys" aria-labelledby="rate-keys">
      <h2 id="rate-keys">${say("web.rate.keys")}</h2>
      <dl>${SHOWN.map(row)}</dl>
      <label class="sst-choice"><input type="checkbox" .checked=${live(state.keysOn)} @change=${turn}>
        <span>${say("web.rate.keys.on")}</span></label>
      <form method="dialog" class="sst-row">
        <button class="sst-button sst-primary">${say("web.rate.close")}</button></form>
    </dialog>`;
}
