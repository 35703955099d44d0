// Learning to look: an acted talk on paper, filled in blind, locked, and then laid beside what its makers saw and why.
// Recommended before looking at a colleague; nothing on this site asks whether it was done.
import { agreement, beside, resultOf } from "../engine/against-gold.js";
import { faults } from "../engine/checks.js";
import { assessed, newRating } from "../engine/draft.js";
import { ratedOf } from "../engine/levels.js";
import { encoded } from "../engine/rating-file.js";
import { lasts, place } from "../store/place.js";
import { behaviours, figures, skillsBeside } from "./calibrate/result.js";
import { ticksOf } from "./calibrate/ticks.js";
import { goToTurn, transcript } from "./calibrate/transcript.js";
import { today } from "./rating/days.js";
import { download, html, nothing, Tool } from "./tool.js";

const PREFIX = "calibration:";
const TO_BEGIN_WITH = ["focus", "listen"];

/** @typedef {{rating: object, skills: string[], locked: boolean}} Done what is kept of a talk, at `calibration:<id>` */

export default class CalibrateTool extends Tool {
  static needs = ["draw", "calibration"];

  state = { step: "list", talk: null, at: 0, skills: TO_BEGIN_WITH, done: {}, wrong: "", lit: new Set(), lasting: true };

  async ready() {
    const { instrument } = this.library.draw;
    this.instrument = instrument;
    this.talks = this.library.calibration.talks;
    const here = await place();
    this.state.lasting = here.lasting;
    const entries = await here.entries();
    const mine = entries.filter(([key]) => String(key).startsWith(PREFIX));
    // Filled in with another version of the list it says nothing here.
    const sound = mine.filter(([, done]) => done?.rating && faults(done.rating, instrument).length === 0);
    this.state.done = Object.fromEntries(sound.map(([key, done]) => [key.slice(PREFIX.length), done]));
  }

  go(step, changes = {}) {
    this.set({ step, wrong: "", lit: new Set(), ...changes });
    this.focusOn("h2");
  }

  async keep(talk, done) {
    this.set({ done: { ...this.state.done, [talk.id]: done } });
    await this.write((here) => here.set(PREFIX + talk.id, done));
  }

  async forget(talk) {
    const { [talk.id]: _, ...done } = this.state.done;
    this.go("list", { done, talk: null });
    await this.write((here) => here.delete(PREFIX + talk.id));
    this.announce(this.say("web.calibrate.forgotten"));
  }

  /** The answers stay in this browser; where that fails every screen says so. */
  async write(change) {
    const lasting = await lasts(change);
    if (lasting !== this.state.lasting) this.set({ lasting });
  }

  view() {
    const note = html`<p class="sst-quietly">${this.say("web.calibrate.not_kept")}</p>`;
    return html`${this[this.state.step]()} ${this.state.lasting ? nothing : note}`;
  }

  // The talks, and how far one is with each. How well a talk went is not said.
  list() {
    const { say } = this;
    const { done } = this.state;
    const finished = this.talks.filter((talk) => done[talk.id]?.locked);
    return html`<h2>${say("web.calibrate.choose")}</h2>
      <div class="sst-lines">${this.talks.map((talk) => this.card(talk, done[talk.id]))}</div>
      <p class="sst-quietly">${say("calibrate.status")}</p>
      ${finished.length > 0 ? this.overall(finished) : nothing}`;
  }

  card(talk, done) {
    const { say } = this;
    const state = !done ? "new" : done.locked ? "done" : "begun";
    const ways = {
      new: () => this.go("choose", { talk }),
      begun: () => this.rateOn(talk),
      done: () => this.go("result", { talk }),
    };
    const name = say(`web.calibrate.open.${state}`);
    return html`<article class="sst-card sst-talk-card">
      <p class="sst-chips">
        <span class="sst-chip sst-time">${say("web.calibrate.minutes", { minutes: talk.minutes })}</span>
        <span class="sst-chip">${say(`setting.${talk.setting}`)}</span></p>
      <h3>${talk.title}</h3>
      ${talk.risk === "guided" ? html`<p class="sst-quietly">${say("web.calibrate.heavy")}</p>` : nothing}
      <p class="sst-quietly">${say(`web.calibrate.${state}`)}</p>
      <div class="sst-row">
        <button type="button" class="sst-button ${state === "done" ? "" : "sst-primary"}"
          aria-label=${`${name}: ${talk.title}`} @click=${ways[state]}>${name}</button>
        ${done
          ? html`<button type="button" class="sst-button sst-quiet"
              aria-label=${say("web.calibrate.forget_one", { title: talk.title })}
              @click=${() => this.forget(talk)}>${say("web.calibrate.forget")}</button>`
          : nothing}
      </div></article>`;
  }

  /** Which skills to look for; what the talk is about is told first. */
  choose() {
    const { say, instrument } = this;
    const { talk, skills, wrong } = this.state;
    const turn = (id, yes) => {
      this.set({ skills: yes ? [...skills, id] : skills.filter((one) => one !== id), wrong: "" });
    };
    const every = instrument.items.map((item) => item.id);
    const all = skills.length === every.length;
    const box = (item) => html`<label class="sst-choice">
      <input type="checkbox" name="skill" value=${item.id} .checked=${skills.includes(item.id)}
        @change=${(event) => turn(item.id, event.target.checked)}><span>${item.text}</span></label>`;
    return html`<section class="sst-sheet"><h2>${talk.title}</h2>
      <p>${talk.before}</p>
      ${talk.risk === "guided"
        ? html`<p><strong>${say("calibrate.guided")}</strong></p><p>${say("calibrate.help")}</p>`
        : nothing}
      <fieldset><legend>${say("web.calibrate.which")}</legend>
        <p class="sst-quietly">${say("web.calibrate.which.how")}</p>
        <div class="sst-skill-choices">${instrument.items.map(box)}</div></fieldset>
      ${wrong ? html`<p class="sst-wrong-line" role="alert">${wrong}</p>` : nothing}
      </section>
      <div class="sst-row">
        <button type="button" class="sst-button sst-primary" @click=${() => this.start()}>
          ${say("web.calibrate.begin")}</button>
        <button type="button" class="sst-button" @click=${() => this.set({ skills: all ? TO_BEGIN_WITH : every })}>
          ${say(all ? "web.calibrate.fewer" : "web.calibrate.all")}</button>
        ${this.toList("web.calibrate.back")}
      </div>`;
  }

  async start() {
    const { talk } = this.state;
    const skills = this.instrument.items.map((item) => item.id).filter((id) => this.state.skills.includes(id));
    if (!skills.length) return this.set({ wrong: this.say("web.calibrate.none") });
    const who = { role: "peer", label: this.say("calibrate.label"), ratee: talk.gold.ratee };
    const rating = newRating(this.instrument, { session: talk.session, date: today(), ...who });
    await this.keep(talk, { rating, skills, locked: false });
    this.go("rate", { at: 0 });
    return this.focusOn(".sst-transcript"); // first of all it is read
  }

  /** Where one stopped: the first skill that has not been looked at. */
  rateOn(talk) {
    const { rating, skills } = this.state.done[talk.id];
    const at = skills.findIndex((skill) => ratedOf(rating, skill).state === "missing");
    this.go("rate", { talk, at: at < 0 ? skills.length - 1 : at });
  }

  rate() {
    const { say, instrument } = this;
    const { talk, at, wrong } = this.state;
    const done = this.state.done[talk.id];
    const item = instrument.items.find((one) => one.id === done.skills[at]);
    const last = at === done.skills.length - 1;
    const change = (rating) => {
      this.keep(talk, { ...done, rating });
      if (wrong) this.set({ wrong: "" });
    };
    return html`<div class="sst-side-by-side">
      <div>${transcript(talk, say)}</div>
      <div class="sst-panel sst-skill-panel">
        <p class="sst-quietly">${say("web.calibrate.at", { at: at + 1, of: done.skills.length })}</p>
        <h2>${item.text}</h2>
        <p class="sst-quietly">${item.seen}</p>
        ${ticksOf(item, done.rating, instrument, say, change)}
        ${wrong ? html`<p class="sst-wrong-line" role="alert">${wrong}</p>` : nothing}
        ${last ? html`<p class="sst-quietly">${say("web.calibrate.lock.how")}</p>` : nothing}
        <div class="sst-row">
          ${at > 0
            ? html`<button type="button" class="sst-button" @click=${() => this.go("rate", { at: at - 1 })}>
                ${say("web.calibrate.before")}</button>`
            : nothing}
          <button type="button" class="sst-button sst-primary" @click=${() => this.on()}>
            ${say(last ? "web.calibrate.lock" : "web.calibrate.next")}</button>
          ${this.toList("web.calibrate.pause")}
        </div>
      </div>
    </div>`;
  }

  /** To the next skill, or past the last one to the comparison. A skill without a tick was looked at too. */
  async on() {
    const { talk, at } = this.state;
    const done = this.state.done[talk.id];
    const item = this.instrument.items.find((one) => one.id === done.skills[at]);
    const { state } = ratedOf(done.rating, item.id);
    if (item.gated && state === "missing") return this.set({ wrong: this.say("web.calibrate.answer_first") });
    const rating = state === "missing" ? assessed(done.rating, this.instrument, item.id) : done.rating;
    const last = at === done.skills.length - 1;
    await this.keep(talk, { ...done, rating, locked: last });
    return last ? this.go("result") : this.go("rate", { at: at + 1 });
  }

  beside(talk) {
    return beside(this.state.done[talk.id].rating, talk.gold, this.instrument);
  }

  result() {
    const { say } = this;
    const { talk, lit } = this.state;
    const { rating, skills } = this.state.done[talk.id];
    const found = resultOf(talk, this.beside(talk), this.library.calibration.mixups);
    const compared = new Set(found.skills.map((one) => one.skill));
    const left = talk.aside.filter((one) => skills.includes(one.skill) && !compared.has(one.skill));
    const name = (skill) => this.instrument.items.find((item) => item.id === skill).text;
    const go = (turn) => {
      this.set({ lit: new Set([turn]) });
      goToTurn(this, turn);
    };
    const finished = this.talks.filter((one) => this.state.done[one.id]?.locked);
    return html`<h2>${say("calibrate.result", { title: talk.title })}</h2>
      <p class="sst-quietly">${say("calibrate.status")}</p>
      <div class="sst-side-by-side sst-result">
        <div>${transcript(talk, say, lit)}</div>
        <div>${skillsBeside(found, { instrument: this.instrument, whys: talk.whys }, say, go)}
          ${left.length
            ? html`<section class="sst-panel"><h3>${say("calibrate.aside")}</h3>
                <ul>${left.map((one) => html`<li>${name(one.skill)}: ${one.text}</li>`)}</ul></section>`
            : nothing}
        </div>
      </div>
      ${found.agreement.of ? figures(found.agreement, say("calibrate.talk"), say, behaviours(this.beside(talk))) : nothing}
      ${this.overall(finished)}
      ${talk.risk === "guided" ? html`<p>${say("calibrate.help")}</p>` : nothing}
      <div class="sst-row">
        ${this.toList("web.calibrate.another", "sst-primary")}
        <button type="button" class="sst-button" @click=${() => download(`${talk.session}-peer.json`, encoded(rating))}>
          ${say("web.calibrate.save")}</button>
        <button type="button" class="sst-button sst-quiet" @click=${() => this.forget(talk)}>
          ${say("web.calibrate.forget")}</button>
      </div>`;
  }

  toList(key, weight = "sst-quiet") {
    return html`<button type="button" class="sst-button ${weight}" @click=${() => this.go("list", { talk: null })}>
      ${this.say(key)}</button>`;
  }

  /** Over all talks done so far; one talk says little, and says so. */
  overall(finished) {
    const { say } = this;
    if (finished.length < 2) return html`<p>${say("calibrate.more")}</p>`;
    const skills = finished.flatMap((talk) => this.beside(talk));
    return figures(agreement(skills), say("calibrate.overall", { talks: finished.length }), say, behaviours(skills));
  }
}
