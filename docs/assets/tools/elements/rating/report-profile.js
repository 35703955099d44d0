// The profile of a report: each skill with its level and how much of the basics, and how many at each level.
import { html, nothing } from "../tool.js";
import { when } from "./buttons.js";
import * as words from "./report-words.js";

export function profileView(say, report) {
  const shown = report.rows.filter((row) => row.standing.level !== null);
  const aside = ([reason, skills]) => html`<p class="sst-quietly">${reason}: ${skills.join(", ")}</p>`;
  return html`
    <section><h3>${say("score.profile.title")}</h3>
      ${when(shown.length > 0, () => table(say, report, shown))} ${words.notAssessed(say, report).map(aside)}
      ${when(report.low, () => html`<p class="rate-low">${words.lowWords(say, report)}</p>`)}</section>`;
}

// Roles are named, for on a phone the cells are laid out as a grid and would lose theirs.
function table(say, report, shown) {
  const head = (name) => html`<th scope="col" role="columnheader">${say(`score.profile.${name}`)}</th>`;
  const level = ([name, what]) => html`<div><dt>${name}</dt><dd>${what}</dd></div>`;
  const counts = Object.entries(report.counts).map(([one, count]) => `${report.levels[one]} ${count}`);
  return html`
    <table class="rate-profile" role="table">
      <caption>● ${report.kinds.basic} · ★ ${report.kinds.advanced}</caption>
      <thead role="rowgroup"><tr role="row">${["skill", "level", "basics"].map(head)}</tr></thead>
      <tbody role="rowgroup">${shown.map((one) => row(say, report, one))}</tbody>
    </table>
    <p>${say("score.counts")}: ${counts.join(" · ")}</p>
    <dl class="rate-levels">${words.definitions(say, report).map(level)}</dl>`;
}

function row(say, report, one) {
  const apart = one.apart ? html`<small>${say("score.apart")}</small>` : nothing;
  return html`
    <tr role="row"><th scope="row" role="rowheader">${one.text} ${apart}</th>
      <td role="cell" class="rate-level">${words.levelWords(report, one.standing.level)}</td>
      <td role="cell"><span class="rate-dots" aria-hidden="true">${words.dots(one)}</span>
        ${words.basicsWords(say, one.standing)} ${words.deeperWords(say, one)}</td></tr>`;
}
