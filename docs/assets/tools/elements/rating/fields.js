// Questions on a form, in one hand: a choice of few, a line to type, and what does not fit said beside it.
import { live } from "../../../vendor/lit-html/directives/live.js";
import { html, nothing } from "../tool.js";

/** What does not fit, beside its field. */
export function wrongLine(tool, field) {
  const sentence = tool.state.wrong[field];
  return sentence ? html`<p class="sst-wrong-line" id="wrong-${field}" role="alert">${sentence}</p>` : nothing;
}

/**
 * A choice of few, of which one holds.
 * @param {object} tool
 * @param {string} field
 * @param {{legend: string, value: unknown, options: {value: unknown, text: string, hint?: string, off?: boolean}[],
 *   pick: (value: unknown) => void, hint?: string, rows?: boolean}} asked rows: each on a line of its own
 */
export function choice(tool, field, { legend, value, options, pick, hint, rows = false }) {
  const one = (option) => html`
    <label class="sst-choice">
      <input type="radio" name=${field} .checked=${live(option.value === value)} ?disabled=${option.off ?? false}
        @change=${() => pick(option.value)}>
      <span>${option.text}${option.hint ? html`<small>${option.hint}</small>` : nothing}</span>
    </label>`;
  return html`
    <fieldset class="rate-question" id="ask-${field}">
      <legend>${legend}</legend>
      ${hint ? html`<p class="sst-quietly">${hint}</p>` : nothing}
      <div class=${rows ? "rate-choice-rows" : "sst-choices"}>${options.map(one)}</div>
      ${wrongLine(tool, field)}
    </fieldset>`;
}

/** Yes or no. */
export function yesNo(tool, field, { legend, value, pick, hint }) {
  const options = [
    { value: true, text: tool.say("web.rate.yes") },
    { value: false, text: tool.say("web.rate.no") },
  ];
  return choice(tool, field, { legend, value, options, pick, hint });
}

/**
 * A line or some lines to type. What is typed stays as typed until one leaves it; what is kept may be trimmed.
 * @param {object} tool
 * @param {string} field
 * @param {{label: string, value: string, keep: (typed: string) => void, hint?: string, lines?: number, type?: string,
 *   early?: boolean, holder?: string}} asked early: kept at each key, not only when one leaves it
 */
export function typed(tool, field, asked) {
  const { label, value, keep, hint, lines = 1, type = "text", early = false, holder } = asked;
  const now = tool.typing?.field === field ? tool.typing.text : value;
  const type_ = (event) => tool.type(field, event.target.value, early ? keep : null);
  const leave = (event) => tool.typedOut(field, () => keep(event.target.value));
  const wrong = tool.state.wrong[field] !== undefined;
  const told = [wrong ? `wrong-${field}` : "", hint ? `hint-${field}` : ""].join(" ").trim();
  const shared = (part) => html`
    <div class="sst-field" id="ask-${field}">
      <label for="in-${field}">${label}</label>${part}
      ${hint ? html`<span class="sst-hint" id="hint-${field}">${hint}</span>` : nothing}
      ${wrongLine(tool, field)}
    </div>`;
  if (lines > 1) {
    return shared(html`
      <textarea id="in-${field}" rows=${lines} .value=${live(now)} @input=${type_} @change=${leave} @blur=${leave}
        aria-invalid=${wrong} aria-describedby=${told || nothing}></textarea>`);
  }
  return shared(html`
    <input id="in-${field}" type=${type} .value=${live(now)} @input=${type_} @change=${leave} @blur=${leave}
      autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=${holder ?? nothing}
      aria-invalid=${wrong} aria-describedby=${told || nothing}>`);
}

/** Words that can be opened, closed until then. */
export const fold = (summary, content, open = false) => html`
  <details class="sst-fold" ?open=${open}><summary>${summary}</summary><div>${content}</div></details>`;
