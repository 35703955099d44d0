// The parts of a sheet as they look on a page and on paper. Texts stand in text parts only.
import { html, nothing } from "../tool.js";

const paragraphs = (text) =>
  text
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((words) => html`<p>${words}</p>`);
const list = (items) =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;
const upTo = (count) => Array.from({ length: count }, (_, at) => at);

const told = ([lead, words]) => html`<li>${lead ? html`<b>${lead}</b> ` : nothing}${words}</li>`;

/** A text with a box before it: how it sounds stands below. */
const check = ([behaviour, sound]) => html`<li>${behaviour}${sound ? html`<small>${sound}</small>` : nothing}</li>`;

const strokes = (boxes) =>
  html`<div class="sst-tally" aria-hidden="true">${upTo(boxes).map(() => html`<i></i>`)}</div>`;

const place = (step, here) => (here ? html`<b>${step}</b> ` : html`<span aria-hidden="true">${step}</span> `);

/** What stands beside a label, by the kind of part. */
const BESIDE = {
  said: ({ text }) => html`<p class="sst-said-aloud">${text}</p>`,
  text: ({ text }) => paragraphs(text),
  points: ({ points }) => list(points),
  steps: ({ points }) =>
    html`<ol>
      ${points.map((point) => html`<li>${point}</li>`)}
    </ol>`,
  told: ({ pairs }) =>
    html`<ul>
      ${pairs.map(told)}
    </ul>`,
  marks: ({ pairs }) =>
    html`<ul class="sst-marks">
      ${pairs.map(([minute, words]) => html`<li><b>${minute}′</b> ${words}</li>`)}
    </ul>`,
  checks: ({ rows }) =>
    html`<ul class="sst-ticks">
      ${rows.map(check)}
    </ul>`,
  scale: ({ value }) => html`<p class="sst-scale-now">${upTo(11).map((step) => place(step, step === value))}</p>`,
  tally: ({ text, rows, boxes }) =>
    html`${paragraphs(text)}
    ${
      rows.length === 1
        ? html`<p class="sst-one-box"><i aria-hidden="true"></i> ${rows[0]}</p>`
        : (rows.length ? rows : [""]).map((name) => html`${name}${strokes(boxes)}`)
    }`,
  write: ({ text, lines }) =>
    html`${paragraphs(text)}
      <div class="sst-write" aria-hidden="true">${upTo(lines).map(() => html`<i></i>`)}</div>`,
  prompt: ({ text, points }) =>
    html`<p class="sst-said-aloud">${text}</p>
      ${list(points)}`,
  facts: ({ rows }) => html`<p>${rows.map(([name, words]) => html`${name}: ${words} `)}</p>`,
};

/** Parts that take the whole width. */
const WHOLE = {
  stop: ({ label, text }) => html`<p class="sst-part-stop"><b>${label}</b> ${text}</p>`,
  note: ({ text }) => html`<p class="sst-part-note">${text}</p>`,
  box: ({ text }) => html`<p class="sst-part-box">${text}</p>`,
  heading: ({ label }) => html`<h4 class="sst-part-heading">${label}</h4>`,
  rules: ({ points }) =>
    html`<ol class="sst-part-rules">
      ${points.map((point) => html`<li>${point}</li>`)}
    </ol>`,
};

/** One part; `deep` when it stands below a heading inside the sheet. */
function view(part, deep) {
  if (WHOLE[part.kind]) return WHOLE[part.kind](part);
  const label = deep ? html`<h5>${part.label}</h5>` : html`<h4>${part.label}</h4>`;
  return html`<div class="sst-beside sst-is-${part.kind} ${part.apart ? "sst-apart" : ""}">
    ${label}
    <div>${BESIDE[part.kind](part)}</div>
  </div>`;
}

/** The parts of a sheet, in their order. */
export const partsOf = (parts, deep = false) => parts.map((part) => view(part, deep));

/** The head of a sheet. */
export const head = ({ over, tag = "", title, sub = null }) =>
  html`<header>
    <p class="sst-side-over"><span>${over}</span><span>${tag}</span></p>
    <h3>${title}</h3>
    ${sub ? html`<p class="sst-side-sub">${sub}</p>` : nothing}
  </header>`;

/** One side of a sheet. What is for afterwards stands at the foot, upside down on paper. */
export const side = (sheet) =>
  html`<article class="sst-side ${sheet.roomy ? "sst-roomy" : ""} ${sheet.flows ? "sst-flows" : ""}">
    ${head(sheet)}
    ${partsOf(
      sheet.parts,
      sheet.parts.some(({ kind }) => kind === "heading"),
    )}
    ${
      sheet.after
        ? html`<p class="sst-side-fold">${sheet.after.fold}</p>
            <div class="sst-side-after">${partsOf(sheet.after.parts)}</div>`
        : nothing
    }
    <p class="sst-side-foot">${sheet.foot}</p>
  </article>`;

/** A table of plain texts; the first of a row names it. */
export const table = ({ head: heads, rows }) =>
  html`<table class="sst-day-table">
    <thead>
      <tr>
        ${heads.map((cell) => html`<th scope="col">${cell}</th>`)}
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
