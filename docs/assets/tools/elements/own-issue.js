// An own-issue round on one phone: the agreements read aloud, then for the client alone three opening lines or the
// spare card, the weight asked and answered with advice, the clock, and a way back. There is no field to write in,
// and nothing of what is chosen is kept.
import { clock as clockOf, only, paced, SPARE } from "../engine/readers.js";
import { DOMAINS, drawOwnIssue, safeguards } from "../engine/own-issue.js";
import { seedNumber, trimmedSeed } from "../engine/rng.js";
import { clockView, TalkClock } from "./play/clock.js";
import { cover } from "./play/cover.js";
import { onTheWay, spareSheet } from "./play/sheet.js";
import { freshSeed } from "./seed.js";
import { html, nothing, Tool } from "./tool.js";

const TALK = 22; // minutes of a forty-minute round
const FROM_HEAVY = 6; // intensity: with the trainer
const FROM_TOO_HEAVY = 7; // intensity: something else

export default class OwnIssueTool extends Tool {
  state = { step: "agree", domain: null, seed: "", drawn: null, wrong: "", open: false, chosen: null, weight: null, after: null };

  async ready() {
    const plain = { minutes: TALK, scenario: { risk: "none", start: "begin" } };
    const { time_marks } = clockOf(plain, this.say);
    this.clock = new TalkClock(TALK, time_marks, () => this.draw(), (sentence) => this.announce(sentence));
  }

  go(step, changes = {}) {
    this.set({ step, open: false, ...changes });
    this.focusOn("h2");
  }

  /** The talk is over: the clock waits for the next one. */
  over(step) {
    this.clock.stop();
    this.go(step);
  }

  deal(seed = freshSeed()) {
    try {
      const drawn = drawOwnIssue(this.library.draw, seedNumber(seed), 3, this.state.domain);
      this.go("lines", { drawn, seed: trimmedSeed(seed), wrong: "", chosen: null, weight: null, after: null });
    } catch (cause) {
      if (!cause.key) throw cause;
      this.set({ wrong: this.say(`web.${cause.key}`) });
    }
  }

  view() {
    return this[this.state.step]();
  }

  /** The agreements, for the whole trio; and where the lines come from. */
  agree() {
    const rules = safeguards(this.say);
    return html`<section class="sst-sheet">
        <h2>${this.say("own_issue.rules")}</h2>
        <ol class="sst-agreements">${rules.map((rule) => html`<li>${rule}</li>`)}</ol>
      </section>
      <div class="sst-panel sst-controls">
        <div class="sst-fields"><label class="sst-field">${this.say("web.own.domain")}
          <select @change=${(event) => this.set({ domain: event.target.value || null })}>
            <option value="">${this.say("web.play.any")}</option>
            ${DOMAINS.map((domain) => html`<option value=${domain} ?selected=${domain === this.state.domain}>${this.say(`web.domain.${domain}`)}</option>`)}
          </select></label></div>
        ${this.state.wrong ? html`<p class="sst-wrong-line" role="alert">${this.state.wrong}</p>` : nothing}
        <div class="sst-row"><button type="button" class="sst-button sst-primary" @click=${() => this.deal()}>${this.say("web.own.agreed")}</button></div>
      </div>`;
  }

  /** For the client alone: three lines, or the card on the back. */
  lines() {
    const { drawn, open } = this.state;
    if (!open) return this.covered();
    return html`<section class="sst-sheet">
        <h2>${this.say("web.own.choose")}</h2>
        <p>${this.say("own_issue.choose")}</p>
        <div class="sst-lines">${drawn.prompts.map(
          (prompt, i) => html`<article class="sst-card sst-line-card">
            <p class="sst-quietly">${this.say("print.own.line", { number: i + 1 })}</p>
            <blockquote>${prompt.text}</blockquote>
            <ul>${prompt.narrowing.map((question) => html`<li>${question}</li>`)}</ul>
            <button type="button" class="sst-button" @click=${() => this.go("weigh", { chosen: prompt, weight: null, open: true })}>${this.say("web.own.this_one")}</button>
          </article>`,
        )}
          <article class="sst-card sst-line-card">
            <p class="sst-quietly">${this.say("own_issue.spare")}</p>
            <p>${this.say("web.own.spare")}</p>
            <button type="button" class="sst-button" @click=${() => this.go("spare", { chosen: null, weight: null, open: true })}>${this.say("web.own.turn")}</button>
          </article></div>
      </section>
      <div class="sst-row">
        <button type="button" class="sst-button" @click=${() => this.deal()}>${this.say("web.own.others")}</button>
        <button type="button" class="sst-button sst-quiet" @click=${() => this.go("stopped")}>${this.say("web.own.stop")}</button>
      </div>
      ${this.inSight()}`;
  }

  /** Before what is for the client alone: the phone may be in other hands. */
  covered() {
    const shown = { title: this.say("web.own.cover"), how: this.say("web.own.cover.how"), button: this.say("web.cover.button"), again: this.say("web.cover.again") };
    return html`${cover(shown, () => {
      this.set({ open: true });
      this.focusOn(".sst-sheet h2");
    }, (sentence) => this.announce(sentence))}
    <div class="sst-row"><button type="button" class="sst-button sst-quiet" @click=${() => this.go("agree")}>${this.say("web.own.to_rules")}</button></div>`;
  }

  /** How much it affects whoever brings it, and what that means; asked, never kept. */
  weigh() {
    const { chosen, weight } = this.state;
    const advice = weight === null ? null : weight >= FROM_TOO_HEAVY ? "other" : weight >= FROM_HEAVY ? "trainer" : weight < 2 ? "light" : "good";
    return html`<section class="sst-sheet">
        <h2>${this.say("web.own.weight")}</h2>
        <blockquote>${chosen.text}</blockquote>
        ${this.scale("weight", weight)}
        <p class="sst-advice" role="status">${advice ? this.say(`web.own.weight.${advice}`) : this.say("web.own.weight.how")}</p>
      </section>
      <div class="sst-row">
        ${advice && advice !== "other"
          ? html`<button type="button" class="sst-button sst-primary" @click=${() => this.go("talk")}>${this.say("web.own.ready")}</button>`
          : nothing}
        <button type="button" class="sst-button" @click=${() => this.go("lines", { open: true })}>${this.say("web.own.back")}</button>
        <button type="button" class="sst-button" @click=${() => this.go("spare", { chosen: null, weight: null, open: true })}>${this.say("web.own.turn")}</button>
        <button type="button" class="sst-button sst-quiet" @click=${() => this.go("stopped")}>${this.say("web.own.stop")}</button>
      </div>
      ${this.inSight()}`;
  }

  scale(name, value) {
    const steps = Array.from({ length: 10 }, (_, i) => i + 1);
    return html`<fieldset class="sst-scale"><legend>${this.say("web.own.scale")}</legend><div class="sst-choices">${steps.map(
      (step) => html`<label class="sst-step"><input type="radio" name=${name} value=${step} .checked=${value === step} @change=${() => this.set({ [name]: step })}><span>${step}</span></label>`,
    )}</div></fieldset>`;
  }

  /** The spare card, to read in full before the phone goes back. */
  spare() {
    const { fallback } = this.state.drawn;
    if (!this.state.open) return this.covered();
    const card = paced(only(fallback, SPARE), fallback.minutes, TALK);
    return html`<section class="sst-sheet">
        <h2>${this.say("own_issue.spare")}</h2>
        <p>${this.say("own_issue.spare_intro")}</p>
        ${spareSheet(card, this.say)} ${onTheWay(card, null, this.say)}
        <h3>${this.say("sheet.label.play_easier")}</h3><p>${card.play_easier}</p>
        <h3>${this.say("sheet.label.stop")}</h3><p>${this.say("own_issue.stop")}</p>
        <p class="sst-quietly">${this.say("sheet.improvise")}</p>
      </section>
      <div class="sst-row">
        <button type="button" class="sst-button sst-primary" @click=${() => this.go("talk")}>${this.say("web.own.ready")}</button>
        <button type="button" class="sst-button" @click=${() => this.go("lines", { open: true })}>${this.say("web.own.back")}</button>
        <button type="button" class="sst-button sst-quiet" @click=${() => this.go("stopped")}>${this.say("web.own.stop")}</button>
      </div>`;
  }

  /** The trio again: nothing on this screen tells what was chosen. */
  talk() {
    const check = this.clock.name === "swap";
    return html`${clockView(this.clock, this.say, check ? html`<p>${this.say("own_issue.close")}</p><p>${this.say("print.derole.own")}</p>` : nothing)}
      <div class="sst-row">
        <button type="button" class="sst-button" @click=${() => this.over("close")}>${this.say("web.own.to_close")}</button>
        <button type="button" class="sst-button sst-quiet" @click=${() => this.over("stopped")}>${this.say("web.own.stop")}</button>
      </div>
      ${this.inSight()}`;
  }

  /** Afterwards, for whoever brought it: heavier than before is a reason to talk to the trainer. */
  close() {
    const { weight, after } = this.state;
    const heavier = after !== null && (after >= FROM_HEAVY || (weight !== null && after > weight));
    return html`<section class="sst-sheet">
        <h2>${this.say("web.own.close")}</h2>
        <p>${this.say("own_issue.close")}</p>
        ${this.scale("after", after)}
        <p class="sst-advice" role="status">${after === null ? "" : this.say(heavier ? "web.own.after.heavier" : "web.own.after.fine")}</p>
        <p>${this.say("print.derole.own")}</p>
        <p>${this.say("own_issue.help")}</p>
      </section>
      <div class="sst-row"><button type="button" class="sst-button sst-primary" @click=${() => this.go("agree", { drawn: null, chosen: null, weight: null, after: null })}>${this.say("web.own.clear")}</button></div>`;
  }

  stopped() {
    return html`<section class="sst-sheet">
        <h2>${this.say("web.own.stopped")}</h2>
        <p>${this.say("web.own.stopped.how")}</p>
        <p>${this.say("own_issue.help")}</p>
      </section>
      <div class="sst-row">
        <button type="button" class="sst-button" @click=${() => this.deal()}>${this.say("web.own.others")}</button>
        <button type="button" class="sst-button" @click=${() => this.go("spare", { chosen: null, weight: null })}>${this.say("web.own.turn")}</button>
        <button type="button" class="sst-button sst-primary" @click=${() => this.go("agree", { drawn: null, chosen: null, weight: null, after: null })}>${this.say("web.own.clear")}</button>
      </div>`;
  }

  /** The agreements stay in sight at every step. */
  inSight() {
    return html`<details class="sst-fold" open><summary>${this.say("own_issue.rules")}</summary>
      <ol class="sst-agreements">${safeguards(this.say).map((rule) => html`<li>${rule}</li>`)}</ol></details>`;
  }
}
