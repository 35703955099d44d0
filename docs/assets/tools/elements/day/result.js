// A day on the screen, for the trainer: when, who with whom, which cards; what it covers, and what to know about it.
import { endOf } from "../../engine/clock.js";
import { inRound, slotsOf } from "../../engine/day-shape.js";
import { seated } from "../../sheets/day-slots.js";
import { at, coverage, notes, skillsOfRound } from "../../sheets/day-trainer.js";
import { skillWords } from "../../sheets/role-sheets.js";
import { html, nothing } from "../tool.js";

/** What a page says otherwise than the command line, which names its options. */
export const ON_A_PAGE = {
  hint: "web.day.missing.hint",
  later: "web.day.later",
  apart_unused: "web.day.note.apart_unused",
};

/** The last minute of the day. */
export const endOfDay = (day) => endOf(day.clock.at(-1));

const table = (name, head, rows) =>
  html`<table class="sst-day-table ${name}">
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...rest]) =>
          html`<tr>
            <th scope="row">${first}</th>
            ${rest.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;

const timed = (clock, say) =>
  clock.parts.map(({ part, minutes }) => `${say(`print.part.${part}`)} ${minutes}`).join(" · ");

/** What could not be kept, who meets again, who is away. */
export function remarks(day, say) {
  const found = notes(day, say, new Map(), ON_A_PAGE);
  return found.length
    ? html`<section class="sst-panel sst-day-notes">
        <h3>${say("print.day.notes")}</h3>
        <ul>
          ${found.map((line) => html`<li>${line}</li>`)}
        </ul>
      </section>`
    : nothing;
}

/**
 * The rounds, each with a line a group.
 * @param {import("../../sheets/day-slots.js").DayCards} cards
 * @param {number | null} start minutes after midnight
 */
export const rounds = (cards, start, say) =>
  cards.day.clock.map(
    (clock) =>
      html`<section class="sst-day-round">
        <h3>
          ${say("print.round", { round: clock.round })}
          <span>${at(clock.start, start)}–${at(endOf(clock), start)}</span>
        </h3>
        <p class="sst-day-skill">${skillsOfRound(cards, clock.round, say)}</p>
        <p class="sst-quietly">${timed(clock, say)}</p>
        ${groups(cards, clock.round, say)}
      </section>`,
  );

function groups(cards, round, say) {
  const heads = ["group", "therapist", "client", "observer", "plays"].map((name) => say(`web.day.head.${name}`));
  return html`<table class="sst-day-table sst-day-groups">
    <thead>
      <tr>
        ${heads.map((cell) => html`<th scope="col">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${inRound(cards.day, round).map((slot) => {
        const { therapist, client, observers } = slot.seats;
        const seats = [therapist, client, observers.join(", ")];
        return html`<tr>
          <th scope="row">${slot.group}</th>
          ${seats.map((who, i) => html`<td data-head=${heads[i + 1]}>${who}</td>`)}
          <td class="sst-day-plays">${plays(cards, slot, say)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** What a group plays: for the trainer's eyes. */
function plays(cards, slot, say) {
  if (slot.mode === "own-issue") {
    const spare = `${say("own_issue.spare")}: ${cards.fallback(slot).title}`;
    return html`<b>${say("own_issue.title")}</b><small>${spare}</small>`;
  }
  const facts = [
    skillWords(slot.skill, cards.instrument),
    say("print.day.level", { level: slot.level }),
    say(`setting.${slot.setting}`),
    say("sheet.person", slot.person),
  ];
  return html`<b>${cards.play(slot).scenario.title}</b><small>${facts.join(" · ")}</small>`;
}

/** How often each skill is practised. */
export function covered(cards, say) {
  const { head, rows } = coverage(cards, say);
  return table("sst-day-coverage", head, rows);
}

/** The minutes of each round, with the time on the clock. */
export function clockOf(day, start, say) {
  const parts = [...new Set(day.clock.flatMap((clock) => clock.parts.map(({ part }) => part)))];
  const head = [
    say("print.day.round"),
    say(start === null ? "print.day.from_start" : "web.day.at"),
    ...parts.map((part) => say(`print.part.${part}`)),
  ];
  const rows = day.clock.map((clock) => {
    const minutes = new Map(clock.parts.map((one) => [one.part, one.minutes]));
    return [clock.round, at(clock.start, start), ...parts.map((part) => minutes.get(part) ?? "–")];
  });
  return html`<div class="sst-day-wide" role="region" tabindex="0" aria-label=${say("print.day.clock")}>
    ${table("sst-day-clock", head, rows)}
  </div>`;
}

/** A person's own line: each round with the seat and the group. */
export function lineOf(day, person, say) {
  const mine = new Map(slotsOf(day, person).map((slot) => [slot.round, slot]));
  return day.clock
    .map(({ round }) => {
      const slot = mine.get(round);
      if (!slot) return say("web.day.line.away", { round });
      const [seat] = seated(slot).find(([, who]) => who === person);
      return say("web.day.line", { round, seat: say(`web.day.seat.${seat}`), group: slot.group });
    })
    .join(", ");
}

/** Every person's own line. */
export const lines = (day, say) =>
  html`<ul class="sst-day-lines">
    ${Array.from({ length: day.participants }, (_, i) => i + 1).map(
      (person) =>
        html`<li><b>${say("print.participant.title", { participant: person })}</b> ${lineOf(day, person, say)}</li>`,
    )}
  </ul>`;
