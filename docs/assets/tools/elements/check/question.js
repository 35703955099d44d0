// One question of the knowledge check: its stem, its answers, and what each answer teaches once it is opened.
import { html, nothing } from "../tool.js";

/** An answer: a button; once chosen also whether it is right, and why. The first choice of all says so. */
function answer(tool, asked, option) {
  const { say, state } = tool;
  const { text, correct, feedback } = tool.cards.get(asked.id).options[option];
  const first = state.first[asked.id];
  const open = option === first || (state.opened[asked.id] ?? []).includes(option);
  const verdict = correct ? "right" : "wrong";
  return html`<li class=${open ? `sst-check-answer sst-${verdict}` : "sst-check-answer"}>
    <button type="button" aria-expanded=${open} @click=${() => open || tool.choose(asked, option)}>
      <span class="sst-check-sign" aria-hidden="true">${open ? (correct ? "✓" : "✗") : ""}</span>${text}
    </button>
    ${open
      ? html`<p><strong>${say(`web.check.${verdict}`)}</strong> ${feedback}
          ${option === first && !correct ? html`<em>${say("web.check.first")}</em>` : nothing}</p>`
      : nothing}
  </li>`;
}

/** The link to the heading that teaches the answer. */
export function taughtLine(tool, card) {
  const place = tool.taught(card);
  if (!place) return nothing;
  return html`<p class="sst-where">${tool.say("web.check.where")} <a href=${place.href}>${place.title}</a>
    <span class="sst-quietly">(${tool.moduleName(card.module)})</span></p>`;
}

/** @param {import("../check.js").default} tool */
export function questionView(tool) {
  const { say, state } = tool;
  const asked = state.round[state.at];
  const card = tool.cards.get(asked.id);
  const answered = state.first[asked.id] !== undefined;
  const last = state.at === state.round.length - 1;
  const onward = () => (last ? tool.finish() : tool.show(state.at + 1));
  const name = last ? "finish" : answered ? "next" : "skip";
  return html`<section class="sst-sheet sst-check-asked">
      <h2>${say("web.check.question", { at: state.at + 1, of: state.round.length })}</h2>
      <p class="sst-quietly">${tool.moduleName(card.module)}</p>
      <p class="sst-stem">${card.stem}</p>
      <ol class="sst-check-answers">${asked.options.map((option) => answer(tool, asked, option))}</ol>
      ${answered ? taughtLine(tool, card) : html`<p class="sst-quietly">${say("web.check.choose")}</p>`}
      <div class="sst-row">
        <button type="button" class=${answered ? "sst-button sst-primary" : "sst-button"} @click=${onward}>
          ${say(`web.check.${name}`)}
        </button>
        ${state.at
          ? html`<button type="button" class="sst-button" @click=${() => tool.show(state.at - 1)}>
              ${say("web.check.back")}</button>`
          : nothing}
      </div>
    </section>
    <div class="sst-row">
      ${last
        ? nothing
        : html`<button type="button" class="sst-button sst-quiet" @click=${() => tool.finish()}>
            ${say("web.check.stop")}</button>`}
      <button type="button" class="sst-button sst-quiet" @click=${() => print()}>${say("web.check.worksheet")}</button>
    </div>
    ${worksheet(tool)}`;
}

/** All questions of the start code for paper, with a box before each answer; the screen does not show it. */
function worksheet(tool) {
  return html`<ol class="sst-check-worksheet">${tool.state.asked.map((asked) => {
    const { stem, options } = tool.cards.get(asked.id);
    const boxes = asked.options.map((at) => html`<li>${options[at].text}</li>`);
    return html`<li><p class="sst-stem">${stem}</p><ul>${boxes}</ul></li>`;
  })}</ol>`;
}
