// The report on one observation, in the order of DESIGN §5: safety, what was done, the profile, what hindered, one next
// step; what stands beside; and that the list is not validated. No mean, no pass, no rank, and level 1 is not red.
import { report as reportOf } from "../../engine/report.js";
import { score } from "../../engine/score.js";
import { faults, unfinished } from "../../engine/checks.js";
import { ungatedOf } from "../../engine/instrument.js";
import { clock } from "../../engine/times.js";
import { page, pointers } from "../next-step.js";
import { html, nothing } from "../tool.js";
import { today } from "./days.js";
import { taken } from "./files.js";
import { lockView } from "./finish.js";
import * as words from "./report-words.js";
import { resolveView } from "./resolve.js";
import { headView } from "./watch.js";

export function reportView(tool) {
  const { say, rating, state, instrument } = tool;
  if (faults(rating, instrument).length + unfinished(rating, instrument).length > 0) return brokenView(tool);
  const report = told(tool);
  return html`
    <div class="rate-watch"><div class="sst-noprint">${headView(tool)}</div>
      ${state.told ? html`<p class="rate-told sst-noprint" role="status">${state.told}</p>` : nothing}
      <article class="sst-sheet rate-report">
        ${opening(tool, report)} ${safety(tool, report)} ${did(tool, report)} ${profile(tool, report)}
        ${hindered(tool, report)} ${next(tool, report)} ${beside(tool, report)} ${closing(tool, report)}
      </article>
      <div class="sst-row sst-noprint">
        <button type="button" class="sst-button sst-primary" @click=${() => window.print()}>${say("web.rate.print")}</button>
        <button type="button" class="sst-button" @click=${() => taken(tool, rating)}>${say("web.rate.export")}</button>
        ${rating.locked ? html`<a class="sst-button" href=${page("look-back/compare/")}>${say("web.rate.compare")}</a>` : html`<button type="button" class="sst-button sst-quiet" @click=${() => tool.showPart("finish")}>${say("web.rate.back")}</button>`}
      </div>
      ${lockView(tool)}
    </div>`;
}

// A file that was locked elsewhere and lacks something: said, with the way back to the list.
const brokenView = (tool) => html`<p class="rate-told rate-bad">${tool.say("web.rate.not_scored")}</p>
  <div class="sst-row"><button type="button" class="sst-button" @click=${() => tool.toStart()}>${tool.say("web.rate.to_start")}</button></div>`;

// The report, with what else is known of the session and of the practitioner.
function told(tool) {
  const { rating, cards, sitting, list } = tool;
  const others = list.filter((kept) => kept.key !== sitting.key);
  const same = others.map((kept) => kept.rating).filter((one) => one.session === rating.session && one.ratee === rating.ratee);
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

function opening({ say }, report) {
  const [watched, session] = words.origin(say, report);
  return html`<header><h2>${say("score.title", { ratee: report.ratee })}</h2><p>${watched}<br>${session}</p>
    ${words.caveats(say, report).map((line) => html`<p class="sst-quietly">${line}</p>`)}</header>`;
}

function safety(tool, report) {
  if (report.unsafe.length === 0) return nothing;
  const { say, rating } = tool;
  return html`<section class="rate-safety"><h3>${say("score.safety.title")}</h3><p>${words.openSafety(say, rating)}</p>
    ${moments(report.unsafe)} ${resolveView(tool)}</section>`;
}

function did({ say }, report) {
  const { keep, strengths } = report;
  return html`<section><h3>${say("score.did.title")}</h3>
    ${keep ? html`<p class="rate-keep"><strong>${say("score.did.keep")}</strong> ${keep.at === null ? nothing : html`<time>${clock(keep.at)}</time> `}${keep.note ?? ""}</p>` : nothing}
    ${strengths.length > 0 ? moments(strengths) : keep ? nothing : html`<p>${say("score.did.none")}</p>`}</section>`;
}

const moments = (seen) => html`<ul class="rate-moments">${seen.map(
  ({ text, skill, moment }) => html`<li>${moment?.at == null ? html`<span aria-hidden="true">·</span>` : html`<time>${clock(moment.at)}</time>`}
    <div>${text} <span class="sst-quietly">${skill}</span>${moment?.note ? html`<q>${moment.note.trim()}</q>` : nothing}</div></li>`,
)}</ul>`;

function profile({ say }, report) {
  const shown = report.rows.filter((row) => row.standing.level !== null);
  const row = (one) => html`
    <tr role="row"><th scope="row" role="rowheader">${one.text}${one.apart ? html` <small>${say("score.apart")}</small>` : nothing}</th>
      <td role="cell" class="rate-level">${words.levelWords(report, one.standing.level)}</td>
      <td role="cell"><span class="rate-dots" aria-hidden="true">${words.dots(one)}</span> ${words.basicsWords(say, one.standing)} ${words.deeperWords(say, one)}</td></tr>`;
  const head = ["skill", "level", "basics"].map((name) => html`<th scope="col" role="columnheader">${say(`score.profile.${name}`)}</th>`);
  const counts = Object.entries(report.counts).map(([level, count]) => `${report.levels[level]} ${count}`).join(" · ");
  return html`<section><h3>${say("score.profile.title")}</h3>
    ${shown.length === 0
      ? nothing
      : html`<table class="rate-profile" role="table"><caption>● ${report.kinds.basic} · ★ ${report.kinds.advanced}</caption>
          <thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${shown.map(row)}</tbody></table>
          <p>${say("score.counts")}: ${counts}</p>
          <dl class="rate-levels">${words.definitions(say, report).map(([name, what]) => html`<div><dt>${name}</dt><dd>${what}</dd></div>`)}</dl>`}
    ${words.notAssessed(say, report).map(([reason, skills]) => html`<p class="sst-quietly">${reason}: ${skills.join(", ")}</p>`)}
    ${report.low ? html`<p class="rate-low">${words.lowWords(say, report)}</p>` : nothing}</section>`;
}

function hindered({ say }, report) {
  const resolved = words.resolvedWords(say, report);
  if (report.hindered.length === 0) return nothing;
  return html`<section><h3>${say("score.hindered.title")}</h3>${moments(report.hindered)}
    ${resolved ? html`<p class="sst-quietly">${resolved}</p>` : nothing}</section>`;
}

function next(tool, report) {
  const { say, cards } = tool;
  const step = report.next;
  const title = html`<h3>${say("score.next.title")}</h3>`;
  if (step === null) return html`<section class="rate-next">${title}<p>${say("score.next.none.html")}</p>${chooser(tool, null)}</section>`;
  const [lead, texts] = words.aims(say, step);
  const calm = step.why !== "safety";
  const lines = [calm && step.guided ? say("score.next.guided") : "", words.lastChoice(say, step), calm ? say("score.next.proposal.html") : ""];
  const where = { skill: step.skill, exercise: step.exercise?.[0] ?? null, module: step.module?.[0] ?? null, roleplay: step.roleplay };
  return html`<section class="rate-next">${title}<h4>${step.text}</h4><p>${words.reasons(say, step).join(" ")}</p>
    ${texts.length > 0 ? html`<p>${lead}</p><ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>` : nothing}
    ${pointers(where, cards, say)}
    ${lines.filter(Boolean).map((line) => html`<p class="sst-quietly">${line}</p>`)}
    ${calm ? chooser(tool, step) : nothing}</section>`;
}

// It is a proposal. What is chosen instead is kept beside the observation, and told the next time.
function chooser(tool, step) {
  const { say, instrument, sitting } = tool;
  if (!sitting.mine) return nothing;
  const skills = ungatedOf(instrument);
  const pick = ({ target }) => {
    sitting.note({ chosen: target.value === "" ? null : { skill: target.value, date: today() } });
    tool.announce(say("web.rate.chosen"));
  };
  const name = (skill) => instrument.items.find((item) => item.id === skill).text;
  const now = step?.chosen ? step.skill : "";
  return html`<div class="sst-field sst-noprint rate-choose"><label for="in-choose">${say("web.rate.choose")}</label>
    <select id="in-choose" @change=${pick}><option value="" .selected=${now === ""}>${say("web.rate.choose.none")}</option>
      ${skills.map((skill) => html`<option value=${skill} .selected=${skill === now}>${name(skill)}</option>`)}</select></div>`;
}

function beside({ say }, report) {
  const rows = words.besideRows(say, report.beside);
  const facts = (pairs) => html`<dl class="rate-facts">${pairs.map(([name, what]) => html`<div><dt>${name}</dt><dd>${what}</dd></div>`)}</dl>`;
  const form = ({ label, voice, first }) => html`<section><h3>${say("beside.client.title", { label })}</h3>
    ${facts(["topic", "understood", "forward"].map((name) => [say(`beside.client.${name}`), say("beside.client.of", { mark: voice[name] })]))}
    ${voice.wished ? html`<p>${say("beside.client.wished")} <q>${voice.wished}</q></p>` : nothing}
    <p><strong>${say("beside.client.first", { question: say(`beside.client.ask.${first}`) })}</strong></p>
    <p class="sst-quietly">${say("beside.client.how")}</p></section>`;
  return html`${rows.length > 0 ? html`<section><h3>${say("beside.title")}</h3>${facts(rows)}</section>` : nothing} ${report.beside.clients.map(form)}`;
}

const closing = ({ say }, report) => html`<footer><p><strong>${report.status}</strong></p>
  <p class="sst-quietly">${report.instrument} ${report.version}. ${say("score.local")}</p></footer>`;
