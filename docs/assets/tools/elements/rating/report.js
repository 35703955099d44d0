// The report on one observation, in the order of DESIGN §5: safety, what was done, the profile, what hindered, one
// next step; what stands beside; and that the list is not validated. No mean, no pass, no rank; level 1 is not red.
import { faults, unfinished } from "../../engine/checks.js";
import { report as reportOf } from "../../engine/report.js";
import { score } from "../../engine/score.js";
import { clock } from "../../engine/times.js";
import { page } from "../next-step.js";
import { html, nothing } from "../tool.js";
import { button, primary, quiet, told, when } from "./buttons.js";
import { today } from "./days.js";
import { taken } from "./files.js";
import { lockView } from "./finish.js";
import { nextView } from "./report-next.js";
import { profileView } from "./report-profile.js";
import * as words from "./report-words.js";
import { resolveView } from "./resolve.js";
import { headView } from "./watch.js";

export function reportView(tool) {
  const { say, rating, state, instrument } = tool;
  if (faults(rating, instrument).length + unfinished(rating, instrument).length > 0) return brokenView(tool);
  const report = known(tool);
  const onward = () =>
    rating.locked
      ? html`<a class="sst-button" href=${page("look-back/compare/")}>${say("web.rate.compare")}</a>`
      : quiet(say("web.rate.back"), () => tool.showPart("finish"));
  return html`
    <div class="rate-watch"><div class="sst-noprint">${headView(tool)}
        ${when(state.told, () => told(state.told, { role: "status" }))}</div>
      <article class="sst-sheet rate-report">
        ${opening(say, report)} ${safety(tool, report)} ${did(say, report)} ${profileView(say, report)}
        ${hindered(say, report)} ${nextView(tool, report)} ${beside(say, report)} ${closing(say, report)}
      </article>
      <div class="sst-row sst-noprint">
        ${primary(say("web.rate.print"), () => window.print())}
        ${button(say("web.rate.export"), () => taken(tool, rating))} ${onward()}
      </div>
      ${lockView(tool)}
    </div>`;
}

// A file that was locked elsewhere and lacks something: said, with the way back to the list.
const brokenView = (tool) => html`
  ${told(tool.say("web.rate.not_scored"), { bad: true })}
  <div class="sst-row">${button(tool.say("web.rate.to_start"), () => tool.toStart())}</div>`;

// The report, with what else is known of the session and of the practitioner.
function known(tool) {
  const { rating, cards, sitting } = tool;
  const others = tool.list.filter((kept) => kept.key !== sitting.key);
  const together = ({ session, ratee }) => session === rating.session && ratee === rating.ratee;
  const same = others.map((kept) => kept.rating).filter(together);
  const own = rating.rater.role === "self" ? rating : same.find((one) => one.rater.role === "self");
  const skill = sitting.beside.chosen?.skill ?? null;
  const context = {
    clients: same.filter((one) => one.rater.role === "client"),
    challenge: own?.challenge ?? null,
    last: lastChosen(others, rating),
  };
  const scored = score(rating, cards, { skill, challenge: context.challenge });
  return reportOf(rating, scored, cards, { today: today(), chosen: skill !== null, context });
}

function lastChosen(others, { ratee, session }) {
  const found = others
    .filter(({ rating, beside }) => rating.ratee === ratee && rating.session !== session && beside.chosen)
    .map(({ beside }) => beside.chosen)
    .sort((one, other) => (one.date < other.date ? -1 : 1));
  return found.at(-1) ?? null;
}

function opening(say, report) {
  const [watched, session] = words.origin(say, report);
  return html`
    <header><h2>${say("score.title", { ratee: report.ratee })}</h2><p>${watched}<br>${session}</p>
      ${words.caveats(say, report).map((line) => html`<p class="sst-quietly">${line}</p>`)}</header>`;
}

function safety(tool, report) {
  if (report.unsafe.length === 0) return nothing;
  return html`
    <section class="rate-safety"><h3>${tool.say("score.safety.title")}</h3>
      <p>${words.openSafety(tool.say, report)}</p>${moments(report.unsafe)} ${resolveView(tool)}</section>`;
}

function did(say, { keep, strengths }) {
  const kept = () => html`
    <p class="rate-keep"><strong>${say("score.did.keep")}</strong>
      ${when(keep.at !== null, () => html`<time>${clock(keep.at)}</time>`)} ${keep.note}</p>`;
  return html`
    <section><h3>${say("score.did.title")}</h3>
      ${when(keep !== null, kept)} ${when(strengths.length > 0, () => moments(strengths))}
      ${when(keep === null && strengths.length === 0, () => html`<p>${say("score.did.none")}</p>`)}</section>`;
}

function moments(seen) {
  const time = (at) => (at === null ? html`<span aria-hidden="true">·</span>` : html`<time>${clock(at)}</time>`);
  const row = ({ text, skill, moment }) => html`
    <li>${time(moment?.at ?? null)}
      <div>${text} <span class="sst-quietly">${skill}</span>
        ${when(moment?.note, () => html`<q>${moment.note.trim()}</q>`)}</div></li>`;
  return html`<ul class="rate-moments">${seen.map(row)}</ul>`;
}

function hindered(say, report) {
  if (report.hindered.length === 0) return nothing;
  const resolved = words.resolvedWords(say, report);
  return html`
    <section><h3>${say("score.hindered.title")}</h3>${moments(report.hindered)}
      ${when(resolved, () => html`<p class="sst-quietly">${resolved}</p>`)}</section>`;
}

function facts(pairs) {
  const row = ([name, what]) => html`<div><dt>${name}</dt><dd>${what}</dd></div>`;
  return html`<dl class="rate-facts">${pairs.map(row)}</dl>`;
}

function beside(say, report) {
  const rows = words.besideRows(say, report.beside);
  const own = () => html`<section><h3>${say("beside.title")}</h3>${facts(rows)}</section>`;
  return html`${when(rows.length > 0, own)} ${report.beside.clients.map((form) => clientView(say, form))}`;
}

function clientView(say, { label, voice, first }) {
  const mark = (name) => [say(`beside.client.${name}`), say("beside.client.of", { mark: voice[name] })];
  const wished = () => html`<p>${say("beside.client.wished")} <q>${voice.wished}</q></p>`;
  return html`
    <section><h3>${say("beside.client.title", { label })}</h3>
      ${facts(["topic", "understood", "forward"].map(mark))} ${when(voice.wished, wished)}
      <p><strong>${say("beside.client.first", { question: say(`beside.client.ask.${first}`) })}</strong></p>
      <p class="sst-quietly">${say("beside.client.how")}</p></section>`;
}

const closing = (say, report) => html`
  <footer><p><strong>${report.status}</strong></p>
    <p class="sst-quietly">${report.instrument} ${report.version}. ${say("score.local")}</p></footer>`;
