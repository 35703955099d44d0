// One card: the side that is up, the side that is down, and both of them side by side for paper.
import { html, nothing } from "../tool.js";

function front(card, say, both) {
  return html`<p class="sst-flip-word">${both ? nothing : say(`web.cards.ask.${card.kind}`)}</p>
    <p class=${card.kind === "term" ? "sst-flip-term" : "sst-flip-line"}>${card.front}</p>`;
}

function back(card, say) {
  return html`<p class=${card.kind === "term" ? "sst-flip-line" : "sst-flip-term"}>${card.back}</p>
    ${card.role ? html`<p class="sst-quietly">${card.role}</p>` : nothing}
    ${card.lesson ? html`<p><strong>${say("web.cards.lesson")}:</strong> ${card.lesson}</p>` : nothing}
    ${card.see?.length ? html`<p class="sst-quietly">${say("web.cards.see")}: ${card.see.join(", ")}</p>` : nothing}`;
}

/** The source belongs with the retold line, whichever side it is read on. */
function source(card, say) {
  return card.refs ? html`<p class="sst-quietly">${say("web.cards.retold", { refs: card.refs })}</p>` : nothing;
}

/**
 * The card as it lies: the first side, and below it the other once it is turned.
 *
 * @param {import("./deck.js").Card} card
 * @param {{turned: boolean, first: "front" | "back"}} state
 */
export function lying(card, { turned, first }, say) {
  const sides = { front: front(card, say, turned), back: back(card, say) };
  const other = first === "front" ? "back" : "front";
  return html`<div class="sst-flip-side"><h2 class="sst-said">${say(`web.cards.${first}`)}</h2>${sides[first]}</div>
    ${turned
      ? html`<div class="sst-flip-side sst-flip-other"><h2 class="sst-said">${say(`web.cards.${other}`)}</h2>
          ${sides[other]} ${source(card, say)}</div>`
      : nothing}`;
}

/** The whole pile for paper: front and back beside each other, to cut out and fold. */
export function forPaper(cards, say) {
  return html`<div class="sst-flip-papers">${cards.map(
    (card) => html`<div class="sst-flip-paper"><div>${front(card, say, false)}</div>
      <div>${back(card, say)} ${source(card, say)}</div></div>`,
  )}</div>`;
}
