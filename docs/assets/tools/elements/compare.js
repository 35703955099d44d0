// One's own observation beside those of others, once one's own is locked: chosen from files or from this browser, told
// in the order of a good talk, and kept nowhere but in the files themselves.
import { besideOf } from "../engine/beside.js";
import { compare } from "../engine/compare.js";
import { resolved } from "../engine/draft.js";
import { nextOf } from "../engine/gathered.js";
import { jsonBytes } from "../engine/json.js";
import { sessionLevel, tooHard } from "../engine/next-practice.js";
import { encoded } from "../engine/rating-file.js";
import { settle } from "../store/ratings.js";
import { added, fromFile, fromKept, sessions, together, withRating } from "./compare/chosen.js";
import { choose, hindrance } from "./compare/choose.js";
import { safety } from "./compare/resolve.js";
import { Telling } from "./compare/sections.js";
import { pointers } from "./next-step.js";
import { inWords, today } from "./rating/days.js";
import { download, html, nothing, Tool } from "./tool.js";

const NO_FORM = { open: null, partner: "", note: "", wrong: "" };

export default class CompareTool extends Tool {
  state = { files: [], sessions: [], found: {}, shown: false, form: NO_FORM };

  async ready() {
    this.instrument = this.library.draw.instrument;
    this.state.sessions = await sessions();
  }

  /** Other files are another comparison: it closes until it is asked for again. */
  chosen(files, shown = false) {
    const found = files.length ? together(files) : {};
    this.set({ files, found, shown: shown && Boolean(found.ratings), form: NO_FORM });
  }

  async add(list) {
    const more = await Promise.all([...list].map((file) => fromFile(file, this.instrument)));
    this.chosen(added(this.state.files, more.flat()));
    this.tell();
  }

  take(kept) {
    this.chosen(added(this.state.files, kept.map((one) => fromKept(one, this.instrument))));
    this.tell();
  }

  tell() {
    const { found, files } = this.state;
    const [line] = hindrance(found, files.length, this.say);
    this.announce(line ?? this.say("web.compare.ready"));
  }

  show() {
    this.set({ shown: true });
    this.focusOn(".sst-compared h2");
  }

  takeAway(one) {
    this.chosen(this.state.files.filter((other) => other !== one));
    this.focusOn(".sst-file input");
  }

  /** Adds to the rater's file what was agreed, and keeps it where it was kept. */
  async settle(label) {
    const { form, files } = this.state;
    const one = files.find(({ found: { rating } }) => rating?.rater.label === label && rating.rater.role !== "client");
    const agreed = { partner: form.partner.trim(), note: form.note, today: today() };
    let kept;
    let changed;
    try {
      kept = one.kept && (await settle(one.kept, agreed));
      const rating = kept ?? resolved(one.found.rating, agreed);
      changed = { ...withRating(one, rating, this.instrument), kept: kept ? one.kept : null };
    } catch (cause) {
      if (!cause.key) throw cause;
      const key = cause.why === "words" ? "web.compare.settle.empty" : cause.key;
      this.set({ form: { ...form, wrong: this.say(key, cause.words) } });
      return;
    }
    this.chosen(files.map((other) => (other === one ? changed : other)), true);
    this.announce(this.say(kept ? "web.compare.settled.kept" : "web.compare.settled"));
    this.focusOn(".sst-changed button");
  }

  view() {
    const { shown, found } = this.state;
    const panel = choose(this.state, this.say, {
      add: (list) => this.add(list),
      take: (kept) => this.take(kept),
      remove: (one) => this.takeAway(one),
      clear: () => {
        this.chosen([]);
        this.focusOn(".sst-file input");
      },
      show: () => this.show(),
    });
    if (!shown) return panel;
    const summary = html`<summary>${this.say("web.compare.other")}</summary>`;
    return html`<details class="sst-fold sst-noprint">${summary}${panel}</details>${this.compared(found)}`;
  }

  compared({ ratings: beside, clients, unlocked }) {
    const found = compare(beside, this.instrument);
    const telling = new Telling(found, this.instrument, this.say);
    const mine = beside.find((rating) => rating.rater.role === "self");
    const forms = besideOf(mine, clients).clients;
    const date = inWords(this.say, mine.date);
    return html`<article class="sst-sheet sst-compared">
        <h2>${this.say("web.compare.title")}</h2>
        <p>${telling.opening()}</p>
        <p class="sst-quietly">${this.say("web.compare.session", { session: found.session, date })}</p>
        ${unlocked.map((label) => html`<p class="sst-quietly">${this.say("web.compare.unlocked", { label })}</p>`)}
        ${safety(telling, beside, this.state.form, {
          begin: (label) => this.beginForm(label, beside),
          type: (changes) => (this.state.form = { ...this.state.form, ...changes }),
          stop: () => {
            const label = this.state.form.open;
            this.set({ form: NO_FORM });
            this.focusOn(`[data-settle="${label}"]`);
          },
          settle: (label) => this.settle(label),
        })}
        ${this.changedFiles()} ${telling.talk(forms)} ${telling.strengths()} ${telling.mismatches()} ${telling.gaps()}
        ${forms.map((form) => telling.client(form))} ${telling.levels()} ${telling.figures()}
        ${this.next(beside, telling)}
        <p class="sst-quietly">${this.instrument.status}</p>
      </article>
      <div class="sst-row">
        <button type="button" class="sst-button sst-primary" @click=${() => print()}>
          ${this.say("web.compare.print")}</button>
        <button type="button" class="sst-button"
          @click=${() => download(this.say("web.compare.file", { session: found.session }), jsonBytes(found))}>
          ${this.say("web.compare.json")}</button>
      </div>`;
  }

  beginForm(label, beside) {
    const { ratee } = beside[0];
    this.set({ form: { ...NO_FORM, open: label, partner: label === ratee ? "" : ratee } });
    this.focusOn(label === ratee ? ".sst-settle input" : ".sst-settle textarea");
  }

  /** Files that were changed here, to be saved in the place of the old ones. */
  changedFiles() {
    const changed = this.state.files.filter((one) => one.changed);
    if (!changed.length) return nothing;
    return html`<div class="sst-panel sst-changed sst-noprint"><p>${this.say("web.compare.changed")}</p>
      <div class="sst-row">${changed.map((one) => {
        const { rating } = one.found;
        const name = one.kept || one.packed ? `${rating.session}-${rating.rater.role}.json` : one.name;
        return html`<button type="button" class="sst-button sst-primary"
          @click=${() => download(name, encoded(rating))}>${this.say("web.compare.save", { name })}</button>`;
      })}</div></div>`;
  }

  /** One step, by the trainer's eyes before a peer's before one's own; while an unsafe tick is open the talk first. */
  next(beside, telling) {
    const found = nextOf(beside, this.library.draw);
    if (found === null) return nothing;
    const { step, by } = found;
    const rating = beside.find((one) => one.rater.label === by);
    const own = beside.find((one) => one.rater.role === "self").challenge;
    const eased = step.roleplay !== null && tooHard(rating, own);
    const lower = eased && step.roleplay.level < sessionLevel(rating, this.library.draw);
    return html`<section class="sst-compared-next"><h3>${this.say("score.next.title")}</h3>
      ${step.why === "safety"
        ? html`<p>${this.say("score.next.safety")}</p>`
        : html`<p><strong>${telling.skills[step.skill]}</strong>
            ${this.say("web.compare.next.by", { who: telling.by(by) })}</p>`}
      ${eased ? html`<p>${this.say(lower ? "score.next.eased" : "score.next.eased.lowest")}</p>` : nothing}
      ${pointers(step, this.library.draw, this.say)}
      <p class="sst-quietly">${this.say("score.next.proposal.html")}</p></section>`;
  }
}
