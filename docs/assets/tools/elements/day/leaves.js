// The papers of a day as leaves: each leaf has one side or two, and belongs to one reader.
import { html } from "../tool.js";
import { people } from "../../sheets/day-pack.js";
import { head, side, table } from "./part-views.js";
import { ON_A_PAGE } from "./result.js";

/**
 * @typedef {object} Leaf
 * @property {import("../../../vendor/lit-html/lit-html.js").TemplateResult[]} sides
 * @property {boolean} [flows] may run over several pages: for one reader alone, who keeps them together
 */

/** What can be printed of a day: [kind, whether the pages of more readers come together]. @param {object} day */
export function kindsOf(day, pack) {
  const own = day.slots.some((slot) => slot.mode === "own-issue");
  const later = [...pack.held().values()].some((rounds) => rounds.size);
  return [
    ["trainer", false],
    ["therapist", false],
    ["client", false],
    ["observer", false],
    ...(own ? [["own-issue", false]] : []),
    ["room", false],
    ["person", false],
    ["people", true],
    ...(later ? [["later", true]] : []),
  ];
}

const leafOf = (sheet) => ({
  sides: sheet.back ? [side(sheet), side({ ...sheet.back, foot: sheet.foot })] : [side(sheet)],
});

/**
 * The leaves of one kind, made one by one as they are asked for.
 * @param {import("../../sheets/day-pack.js").DayPack} pack
 * @param {string} kind
 * @param {number} person whose, when the kind is "person"
 * @returns {Generator<Leaf>}
 */
export function* leaves(pack, kind, person) {
  if (kind === "trainer") yield* trainer(pack);
  else if (kind === "room") yield* room(pack.room());
  else if (kind === "own-issue") yield* cards([...pack.ownIssue()]);
  else if (kind === "later") for (const sheet of pack.later()) yield leafOf(sheet);
  else if (kind === "person") for (const sheet of pack.person(person)) yield leafOf(sheet);
  else if (kind === "people")
    for (const one of people(pack.day)) for (const sheet of pack.person(one)) yield leafOf(sheet);
  else for (const sheet of pack.reader(kind)) yield leafOf(sheet);
}

/** A table that may be wider than a phone: then it moves under the thumb, and by key. */
const wide = (title, content) =>
  html`<div class="sst-day-wide" role="region" tabindex="0" aria-label=${title}>${table(content)}</div>`;

const flowing = (content) => ({ flows: true, sides: [html`<article class="sst-side sst-flows">${content}</article>`] });

function* trainer(pack) {
  const data = pack.trainer(true, ON_A_PAGE);
  const titled = ([title, content, below = ""]) =>
    html`<h4>${title}</h4>
      ${wide(title, content)}
      <p class="sst-quietly">${below}</p>`;
  const [notesTitle, notes] = data.notes;
  yield flowing(
    html`${head({ over: data.over, title: data.heading, sub: data.sub })}
      <dl class="sst-day-facts">
        ${data.facts.map(
          ([name, words]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${words}</dd>
            </div>`,
        )}
      </dl>
      ${
        notes.length
          ? html`<h4>${notesTitle}</h4>
              <ul>
                ${notes.map((line) => html`<li>${line}</li>`)}
              </ul>`
          : ""
      }
      <div class=${pack.day.rounds > 8 ? "sst-crowded" : ""}>${titled(data.schedule)}</div>
      ${[data.clock, data.coverage, data.practised].map(titled)}`,
  );
  for (const round of data.rounds) {
    const rows = round.groups.map(({ group, seats, cards: lines, missing }) => [
      group,
      seats.map(([letter, who]) => html`<span class="sst-row-line">${letter} <b>${who}</b></span>`),
      lines.map((line, i) => html`<span class="sst-row-line">${i ? line : html`<b>${line}</b>`}</span>`),
      missing.map(([who, words]) => html`<span class="sst-row-line"><b>${who}:</b> ${words}</span>`),
    ]);
    yield flowing(
      html`${head({ over: data.over, title: round.heading, sub: round.sub })}
        ${wide(`${round.heading}, ${data.clock[0]}`, round.clock)}
        ${round.hints.map((hint) => html`<p class="sst-quietly">${hint}</p>`)}
        ${round.how.length ? html`<ol>${round.how.map((line) => html`<li>${line}</li>`)}</ol>` : ""}
        <div class="sst-master">${wide(round.heading, { head: round.head, rows })}</div>`,
    );
  }
  for (const sheet of data.sheets) yield { flows: true, sides: [side(sheet)] };
}

function* room(data) {
  const large = (content) => ({
    sides: [
      html`<article class="sst-side sst-large">
        ${content}
        <p class="sst-side-foot">${data.foot}</p>
      </article>`,
    ],
  });
  for (const { heading, sub, table: places } of data.walls) {
    yield large(
      html`${head({ over: data.over, title: heading, sub })}
        <div class="sst-wall">${table(places)}</div>
        <p>${data.legend}</p>`,
    );
  }
  const { heading, sub, skills, table: clock } = data.rounds;
  yield large(
    html`${head({ over: data.over, title: heading, sub })}
      <dl class="sst-day-facts">
        ${skills.map(
          ([round, words]) =>
            html`<div>
              <dt>${round}</dt>
              <dd>${words}</dd>
            </div>`,
        )}
      </dl>
      <div class="sst-times">${table(clock)}</div>`,
  );
  for (const { number, words } of data.signs) {
    const half = html`<p>${words}<b>${number}</b></p>`;
    yield {
      sides: [
        html`<article class="sst-side sst-sign">
          <div aria-hidden="true">${half}</div>
          <div>${half}</div>
        </article>`,
      ],
    };
  }
  for (const sheet of data.sheets) yield { sides: [html`<div class="sst-large">${side(sheet)}</div>`] };
}

/** Small cards, two on a leaf: what is behind a card is its own spare card, also after the cut. */
function* cards(all) {
  for (let at = 0; at < all.length; at += 2) {
    const both = all.slice(at, at + 2);
    const halves = (content) =>
      html`<article class="sst-side sst-halves">
        ${both.map((card) => html`<section class="sst-half">${content(card)}</section>`)}
      </article>`;
    yield { sides: [halves(({ front }) => cardFront(front)), halves(({ back }) => cardBack(back))] };
  }
}

const cardHead = ({ title, tag, flat }) =>
  html`<header>
    <p class="sst-side-over"><span></span><span>${tag}</span></p>
    <h3>${title}</h3>
    <p class="sst-side-sub">${flat}</p>
  </header>`;

const cardFront = (card) =>
  html`${cardHead(card)}
    <div class="sst-card-lines">
      ${card.prompts.map(
        ({ words, questions }) =>
          html`<div>
            <p class="sst-said-aloud">${words}</p>
            <ul>
              ${questions.map((one) => html`<li>${one}</li>`)}
            </ul>
          </div>`,
      )}
    </div>
    <p class="sst-part-stop">${card.close}</p>`;

const cardBack = (card) =>
  html`${cardHead(card)}
    <p>${card.intro}</p>
    <p class="sst-said-aloud">${card.opening}</p>
    <div class="sst-card-rows">
      ${card.rows.map(
        ([name, words]) =>
          html`<div>
            <h4>${name}</h4>
            <p>${words}</p>
          </div>`,
      )}
    </div>
    <p class="sst-part-note">${card.close}</p>`;
