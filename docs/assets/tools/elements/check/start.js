// The first screen of the knowledge check: a start code, and going on with what was begun.
import { html, nothing } from "../tool.js";

function goOn(tool) {
  const { say, state } = tool;
  const done = Object.keys(state.first).length === state.asked.length;
  return html`<p>${say("web.check.kept", { seed: state.seed })}</p>
    <div class="sst-row">
      ${done
        ? html`<button type="button" class="sst-button sst-primary" @click=${() => tool.finish()}>
            ${say("web.check.finish")}</button>`
        : html`<button type="button" class="sst-button sst-primary" @click=${() => tool.show(tool.unanswered)}>
            ${say("web.check.go_on", { at: tool.unanswered + 1 })}
          </button>`}
      <button type="button" class="sst-button sst-quiet" @click=${() => tool.clear()}>${say("web.check.clear")}</button>
    </div>`;
}

/** @param {import("../check.js").default} tool */
export function startView(tool) {
  const { say, state } = tool;
  const submit = (event) => {
    event.preventDefault();
    tool.startWith(event.target.elements.code.value);
  };
  return html`<div class="sst-panel">
    ${tool.begun ? goOn(tool) : nothing}
    <form @submit=${submit}>
      <div class="sst-fields">
        <label class="sst-field">
          ${say("web.check.code")}
          <input name="code" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="sst-code-how"
            aria-invalid=${state.wrong ? "true" : nothing} .value=${state.typed}>
        </label>
      </div>
      <p id="sst-code-how" class="sst-quietly">${say("web.check.code.how")}</p>
      ${state.wrong ? html`<p class="sst-wrong-line" role="alert">${state.wrong}</p>` : nothing}
      <div class="sst-row">
        <button class=${tool.begun ? "sst-button" : "sst-button sst-primary"}>${say("web.check.begin")}</button>
      </div>
    </form>
  </div>`;
}
