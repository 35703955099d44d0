// The controls of the planner's form. A refusal stands beside its control, and the two are tied together.
import { live } from "../../../vendor/lit-html/directives/live.js";
import { html, nothing } from "../tool.js";

/** The line that says what is wrong with a field; nothing for the others. */
export const wrongLine = ({ wrong }, field) =>
  wrong?.field === field
    ? html`<p class="sst-wrong-line" id="sst-wrong-${field}" role="alert">${wrong.sentence}</p>`
    : nothing;

/** Attributes that tie a control to its refusal. */
export const tied = ({ wrong }, field) =>
  wrong?.field === field ? { invalid: "true", by: `sst-wrong-${field}` } : { invalid: nothing, by: nothing };

/** Keeps what is typed, without drawing anew at each key. */
export const typed = (tool, name) => (event) =>
  (tool.state.fields = { ...tool.state.fields, [name]: event.target.value });

/** A whole number. */
export function number(tool, name, [least, most]) {
  const { invalid, by } = tied(tool.state, name);
  return html`<div class="sst-field">
    <label for="sst-day-${name}">${tool.say(`web.day.${name}`)}</label>
    <input
      id="sst-day-${name}"
      name=${name}
      type="number"
      inputmode="numeric"
      min=${least}
      max=${most}
      aria-invalid=${invalid}
      aria-describedby=${by}
      .value=${live(tool.state.fields[name])}
      @input=${typed(tool, name)}
      @change=${() => tool.draw()}
    />
    ${wrongLine(tool.state, name)}
  </div>`;
}

/** A line of text. */
export function text(tool, name, { hint = null, placeholder, most, code = false }) {
  const { invalid, by } = tied(tool.state, name);
  const hinted = hint ? `sst-hint-${name}` : nothing;
  return html`<div class="sst-field">
    <label for="sst-day-${name}">${tool.say(`web.day.${name}`)}</label>
    <input
      id="sst-day-${name}"
      name=${name}
      class=${code ? "sst-code" : nothing}
      maxlength=${most}
      autocomplete="off"
      spellcheck="false"
      placeholder=${placeholder}
      aria-invalid=${invalid}
      aria-describedby=${by === nothing ? hinted : by}
      .value=${live(tool.state.fields[name])}
      @input=${typed(tool, name)}
    />
    ${hint ? html`<span class="sst-hint" id="sst-hint-${name}">${hint}</span>` : nothing} ${wrongLine(tool.state, name)}
  </div>`;
}

/** A choice of yes or no. */
export const checkbox = (tool, name) =>
  html`<label class="sst-choice">
    <input
      type="checkbox"
      name=${name}
      .checked=${live(tool.state.fields[name])}
      @change=${(event) => tool.change({ [name]: event.target.checked })}
    />
    <span>${tool.say(`web.day.${name}`)}</span></label
  >`;

/** Puts a value in a list of the form, or takes it out. */
export const toggled = (tool, name, value) => (event) => {
  const others = tool.state.fields[name].filter((one) => one !== value);
  tool.change({ [name]: event.target.checked ? [...others, value] : others });
};

/**
 * What keeps a fold as somebody left it. The browser tells that a fold was opened only a moment later; a press is told
 * at once, so that whatever is drawn in between does not close it again.
 * @param {string} name of the state that says whether it is open
 */
export const folding = (tool, name) => ({
  toggled: (event) => (tool.state[name] = event.target.open),
  pressed: (event) => (tool.state[name] = !event.currentTarget.parentElement.open),
});
