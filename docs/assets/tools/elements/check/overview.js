// The end of the knowledge check: what was answered otherwise, each with the heading that teaches it; and what was
// skipped, without giving the answer away.
import { html, nothing } from "../tool.js";
import { taughtLine } from "./question.js";

/** A question answered otherwise: what was chosen, what is right and why, and where it stands. */
function missed(tool, asked) {
  const { say } = tool;
  const card = tool.cards.get(asked.id);
  const chosen = card.options[tool.state.first[asked.id]];
  const right = card.options.find((option) => option.correct);
  return html`<li class="sst-check-missed">
    <p class="sst-stem">${card.stem}</p>
    <p><strong>${say("web.check.chosen")}:</strong> ${chosen.text}</p>
    <p><strong>${say("web.check.answer")}:</strong> ${right.text}</p>
    <p>${right.feedback}</p>
    ${taughtLine(tool, card)}
  </li>`;
}

/** The skipped questions in a fold, each with the place where its answer stands. */
function skipped(tool, asked) {
  if (!asked.length) return nothing;
  const cards = asked.map(({ id }) => tool.cards.get(id));
  return html`<details class="sst-fold">
    <summary>${tool.say("web.check.unanswered", { count: asked.length })}</summary>
    <ol>${cards.map((card) => html`<li><p>${card.stem}</p>${taughtLine(tool, card)}</li>`)}</ol>
  </details>`;
}

/** @param {import("../check.js").default} tool */
export function overview(tool) {
  const { say, state } = tool;
  const gaps = tool.missed;
  const open = state.asked.filter(({ id }) => state.first[id] === undefined);
  const quiet = (name, press) =>
    html`<button type="button" class="sst-button" @click=${press}>${say(`web.check.${name}`)}</button>`;
  return html`<section class="sst-check-over">
    <h2>${say("web.check.over")}</h2>
    <p>${say(gaps.length ? "web.check.over.how" : "web.check.nothing")}</p>
    <p class="sst-quietly">${say("web.check.code")}: <span class="sst-code">${state.seed}</span></p>
    <div class="sst-row">
      ${gaps.length
        ? html`<button type="button" class="sst-button sst-primary" @click=${() => tool.again()}>
            ${say("web.check.again", { count: gaps.length })}
          </button>`
        : nothing}
      ${open.length ? quiet("to_question", () => tool.show(tool.unanswered)) : nothing}
      ${gaps.length ? quiet("print", () => print()) : nothing} ${quiet("other", () => tool.other())}
      <button type="button" class="sst-button sst-quiet" @click=${() => tool.clear()}>${say("web.check.clear")}</button>
    </div>
    ${gaps.length ? html`<ol class="sst-check-gaps">${gaps.map((asked) => missed(tool, asked))}</ol>` : nothing}
    ${skipped(tool, open)}
  </section>`;
}
