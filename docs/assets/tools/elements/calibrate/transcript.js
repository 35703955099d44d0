// An acted talk to read: turns by number, with the minute where a new part begins.
import { html, nothing } from "../tool.js";

/** @param {object} talk @param {import("../../words.js").Say} say @param {Set<number>} [lit] turns to mark */
export function transcript(talk, say, lit = new Set()) {
  const one = ({ by, minute, text }, i) => html`
    <li class="sst-turn sst-${by} ${lit.has(i + 1) ? "sst-lit" : ""}" data-turn=${i + 1}>
      ${minute === null ? nothing : html`<p class="sst-turn-minute">${say("calibrate.minute", { minute })}</p>`}
      <p class="sst-turn-by"><span class="sst-turn-number">${i + 1}</span> ${say(`calibrate.by.${by}`)}</p>
      <p>${text}</p></li>`;
  const name = say("web.calibrate.transcript", { title: talk.title });
  return html`<section class="sst-transcript" tabindex="0" role="region" aria-label=${name}>
    <p class="sst-quietly">${talk.before}</p>
    <ol>${talk.turns.map(one)}</ol></section>`;
}

/** Brings a turn into sight in its own column, without moving the page, and puts the keyboard there. */
export function goToTurn(tool, number) {
  const turn = tool.querySelector(`[data-turn="${number}"]`);
  const column = turn?.closest(".sst-transcript");
  if (!turn) return;
  column.scrollTop = turn.offsetTop - column.offsetTop - 24;
  turn.tabIndex = -1;
  turn.focus({ preventScroll: column.scrollHeight > column.clientHeight && inSight(column) });
}

const inSight = (part) => {
  const { top, bottom } = part.getBoundingClientRect();
  return top < innerHeight - 120 && bottom > 120;
};
