// A tick for unsafe behaviour stands, whatever the others saw, until its rater and the practitioner talked about it.
import { inWords } from "../rating/days.js";
import { html, nothing } from "../tool.js";

/**
 * @param {import("./sections.js").Telling} telling
 * @param {object[]} ratings those that are compared
 * @param {{open: string | null, partner: string, note: string, wrong: string}} form open: the label whose form is shown
 * @param {{begin: (label: string) => void, type: (changes: object) => void, stop: () => void,
 *   settle: (label: string) => void}} does
 */
export function safety(telling, ratings, form, does) {
  const { found, say } = telling;
  if (!found.safety.length) return nothing;
  const raters = [...new Set(found.safety.map((one) => one.label))];
  const work = ratings.some((rating) => rating.session_kind === "work");
  const unresolved = found.safety.some((one) => one.open);
  return html`<section class="sst-unsafe"><h3>${say("score.safety.title")}</h3>
    ${unresolved ? html`<p><strong>${say(`score.safety.${work ? "work" : "role-play"}`)}</strong></p>` : nothing}
    ${raters.map((label) => {
      const own = found.safety.filter((one) => one.label === label);
      const { resolution, ratee } = ratings.find((rating) => rating.rater.label === label);
      return html`<ul>${own.map((one) => html`<li>${telling.ticks[one.tick]}</li>`)}</ul>
        <p>${say(`web.compare.safety.${resolution === null ? "open" : "resolved"}`, { who: telling.by(label) })}</p>
        ${resolution !== null ? settled(resolution, telling) : nothing}
        ${resolution === null && form.open === label ? settleForm(label, ratee, form, say, does) : nothing}
        ${resolution === null && form.open !== label
          ? html`<div class="sst-row"><button type="button" class="sst-button" data-settle=${label}
              @click=${() => does.begin(label)}>
              ${say("web.compare.safety.settle", { who: telling.by(label) })}</button></div>`
          : nothing}`;
    })}</section>`;
}

function settled(resolution, { say, by }) {
  const words = { partner: by(resolution.with), date: inWords(say, resolution.date) };
  const note = resolution.note ? `‘${resolution.note}’` : "";
  return html`<p class="sst-quietly">${say("web.compare.safety.note", words)} ${note}</p>`;
}

function settleForm(label, ratee, { partner, note, wrong }, say, does) {
  const own = label === ratee;
  const submit = (event) => {
    event.preventDefault();
    does.settle(label);
  };
  return html`<form class="sst-panel sst-settle sst-noprint" @submit=${submit} aria-label=${say("web.compare.settle")}>
    <p class="sst-quietly">${say(own ? "web.compare.settle.own" : "web.compare.settle.how", { label, ratee })}</p>
    <div class="sst-fields">
      <label class="sst-field">${say("web.compare.settle.with")}
        <input name="partner" maxlength="20" autocomplete="off" spellcheck="false" required .value=${partner}
          ?readonly=${!own} aria-invalid=${wrong ? "true" : nothing}
          @input=${(event) => does.type({ partner: event.target.value })}></label>
    </div>
    <label class="sst-field">${say("web.compare.settle.note")}
      <textarea name="note" maxlength="500" required .value=${note}
        @input=${(event) => does.type({ note: event.target.value })}></textarea>
      <span class="sst-hint">${say("web.compare.settle.hint")}</span></label>
    ${wrong ? html`<p class="sst-wrong-line" role="alert">${wrong}</p>` : nothing}
    <div class="sst-row">
      <button class="sst-button sst-primary">${say("web.compare.settle.do")}</button>
      <button type="button" class="sst-button sst-quiet" @click=${does.stop}>${say("web.compare.settle.not")}</button>
    </div>
  </form>`;
}
