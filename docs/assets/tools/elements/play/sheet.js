// A reader's sheet on the screen: made of what engine/readers.js gives that reader, and of nothing else.
// The parts stand in the order of the printed sheets (sst_training/sheets/role_sheets.py).
import { twistPlace } from "../../engine/readers.js";
import { html, nothing } from "../tool.js";

const part = (title, content) => html`<h3>${title}</h3>${content}`;
const words = (text) => text.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph}</p>`);
const list = (texts) => html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
const label = (say, name, text) => (text ? part(say(`sheet.label.${name}`), words(text)) : nothing);

/** The name of a skill, from the instrument. */
export const skillName = (library, skill) => library.instrument.items.find((item) => item.id === skill)?.text ?? skill;

const marks = (seen, say) => [
  part(say("sheet.label.time_marks"), list(seen.time_marks.map((mark) => `${mark.minute}′ ${mark.text}`))),
  label(say, "stop", seen.stop),
];

/** The professional's sheet; also what a shared link shows. */
export function therapistSheet(seen, say, library) {
  return html`
    ${label(say, "door_note", seen.scenario.door_note)} ${label(say, "so_far", seen.scenario.so_far)}
    ${label(say, "skill", skillName(library, seen.skill))} ${marks(seen, say)}
  `;
}

/** What a client has to know about the situation: also the spare card of an own-issue round. */
export function spareSheet(card, say) {
  const told = card.disclosure.map((one) => html`<li><em>${say(`disclosure.${one.when}`)}:</em> ${one.text}</li>`);
  return html`
    ${part(say("sheet.label.opening_line"), html`<blockquote>${card.opening_line}</blockquote>`)}
    ${label(say, "situation", card.situation)} ${label(say, "so_far", card.so_far)}
    ${["best_hope", "enough", "tried", "resources"].map((name) => label(say, name, card[name]))}
    ${part(say("sheet.label.scale_now"), html`<p>${card.scale_now}</p>`)}
    ${part(say("sheet.label.disclosure"), html`<ul>${told}</ul>`)}
  `;
}

/** What the client does along the way; the twist with its minutes and the way back. */
export function onTheWay(card, twist, say) {
  const lines = card.elicits.map((one) => {
    const lead = one.minute === null ? nothing : html`<em>${say("sheet.minute", { minute: one.minute })}</em> `;
    return html`<li>${lead}${one.text}</li>`;
  });
  if (twist) {
    const [start, end] = twist.minute;
    const words = html`<em>${say("sheet.window", { start, end })}:</em> ${twist.text} ${say("sheet.revert")} ${twist.revert}`;
    lines.splice(twistPlace(card.elicits, start), 0, html`<li>${words}</li>`);
  }
  return part(say("sheet.label.elicits"), html`<ul>${lines}</ul>`);
}

const easierHarder = (card, say) =>
  ["easier", "harder"].map((way) => html`<li><em>${say(`sheet.${way}`)}:</em> ${card[`play_${way}`]}</li>`);

/** The client's sheet. */
export function clientSheet(seen, say) {
  const { scenario: card, stance } = seen;
  return html`
    ${spareSheet(card, say)} ${part(say("sheet.label.stance"), list(stance.behaviours))}
    ${label(say, "softens_when", stance.softens_when)} ${label(say, "hardens_when", stance.hardens_when)}
    ${onTheWay(card, seen.twist, say)}
    ${part(say("sheet.label.if_needed"), html`<ul>${easierHarder(card, say)}</ul>`)} ${label(say, "stop", seen.stop)}
    <p class="sst-quietly">${seen.improvise}</p>
  `;
}

/** The behaviours of a watching task, each with how it sounds, and the one thing to count. */
export function watching(task, say, library) {
  const ticks = new Map(library.instrument.items.flatMap((item) => item.ticks.map((tick) => [tick.id, tick.text])));
  const rows = task.ticks.map((id, i) => html`<li>${ticks.get(id) ?? id}<small>${task.look_for[i]}</small></li>`);
  return html`
    ${part(say("sheet.label.look_for"), html`<ul class="sst-ticks">${rows}</ul>`)}
    ${label(say, "tally", task.tally)}
  `;
}

/** The observer's sheet; what is for afterwards stands folded. */
export function observerSheet(seen, say, library) {
  const { scenario: card, twist } = seen;
  const [start, end] = twist?.minute ?? [];
  return html`
    ${label(say, "door_note", card.door_note)} ${label(say, "so_far", card.so_far)}
    ${label(say, "skill", skillName(library, seen.skill))} ${watching(seen.observer_task, say, library)}
    ${twist ? label(say, "twist", say("sheet.twist_minutes", { start, end })) : nothing} ${marks(seen, say)}
    ${part(say("sheet.label.feedback"), html`<ol>${seen.feedback.map((step) => html`<li>${step}</li>`)}</ol>`)}
    ${label(say, "debrief_question", seen.observer_task.debrief_question)}
    <details class="sst-fold">
      <summary>${say("web.play.afterwards")}</summary>
      ${label(say, "enough_after", card.enough)} ${part(say("sheet.label.traps_after"), list(card.traps))}
    </details>
  `;
}

/** The head of every sheet: for whom, who, where and how long. */
export function sheetHead(reader, seen, say) {
  const place = [seen.setting && say(`setting.${seen.setting}`), say("sheet.minutes", { minutes: seen.minutes })];
  return html`
    <p class="sst-quietly">${say(`seat.${reader}`)}</p>
    <h2>${say("sheet.person", seen.person)}</h2>
    <p class="sst-quietly">${place.filter(Boolean).join(" · ")}</p>
  `;
}

export const SHEETS = { therapist: therapistSheet, client: clientSheet, observer: observerSheet };
