// Drawing a role-play on the page: filter, draw, keep, draw again, share, hand the phone round, keep the time.
import { drawRoleplays } from "../engine/roleplay.js";
import { clock as clockOf, view as readerView } from "../engine/readers.js";
import { seedNumber, trimmedSeed } from "../engine/rng.js";
import { lasts, place } from "../store/place.js";
import { clockView, deRole, TalkClock } from "./play/clock.js";
import { cover } from "./play/cover.js";
import { filters, wantedOf } from "./play/filters.js";
import { marksOf, qr, sheetOf, therapistHash } from "./play/share.js";
import { SHEETS, sheetHead, skillName } from "./play/sheet.js";
import { ratePage } from "./next-step.js";
import { freshSeed } from "./seed.js";
import { html, nothing, Tool } from "./tool.js";

const KEPT = "roleplays";
const FIELDS = ["level", "skill", "setting", "context"];
const READERS = ["therapist", "client", "observer"];

export default class RolePlayTool extends Tool {
  state = { wanted: {}, seed: "", play: null, wrong: "", reader: null, open: false, share: null, kept: [], lasting: true, past: [] };

  async ready() {
    const here = await place();
    const kept = (await here.get(KEPT)) ?? [];
    Object.assign(this.state, { kept, lasting: here.lasting });
    addEventListener("hashchange", () => this.fromAddress());
    this.fromAddress(true);
  }

  /** What the address asks for: a professional's sheet, a start code with filters, or filters to draw with now. */
  fromAddress(first = false) {
    const hash = location.hash.slice(1);
    const skills = this.library.draw.instrument.items.map((item) => item.id);
    if (hash.startsWith("sheet=")) {
      const sheet = sheetOf(hash, skills, this.say);
      this.state = { ...this.state, sheet, wrong: sheet ? "" : this.say("web.play.bad_link") };
    } else {
      const asked = new URLSearchParams(hash);
      const wanted = wantedOf(asked, this.library.draw);
      const narrowed = Object.values(wanted).some((value) => value !== null);
      const seed = asked.get("seed") || (narrowed ? freshSeed() : "");
      this.state = { ...this.state, sheet: null, wanted, seed };
      if (seed) this.play(seed, wanted);
      if (seed && this.state.play) this.address(); // so that opening it anew gives the same
    }
    if (first) return;
    this.draw();
    this.focusOn(this.state.play ? ".sst-drawn h2" : "h2, .sst-wrong-line");
  }

  /** The role-play of a start code, or the sentence that says why there is none. */
  play(seed, wanted) {
    try {
      const [play] = drawRoleplays(this.library.draw, seedNumber(seed), 1, wanted);
      this.clock?.stop();
      const marks = clockOf(play, this.say).time_marks;
      this.clock = new TalkClock(play.minutes, marks, () => this.draw(), (sentence) => this.announce(sentence));
      this.state = { ...this.state, play, seed: trimmedSeed(seed), wanted, wrong: "", reader: null, open: false, share: null };
    } catch (cause) {
      if (!cause.key) throw cause;
      this.state = { ...this.state, play: null, wrong: this.say(`web.${cause.key}`) };
    }
  }

  drawNew(seed = freshSeed()) {
    const { play, wanted } = this.state;
    const past = play ? [...this.state.past, this.here] : this.state.past;
    this.play(seed, wanted);
    this.state.past = past;
    this.address();
    this.draw();
    this.focusOn(this.state.play ? ".sst-drawn h2" : ".sst-wrong-line");
  }

  /** The draw of now, as an address can hold it. */
  get here() {
    const { seed, wanted } = this.state;
    return Object.fromEntries([["seed", seed], ...FIELDS.map((name) => [name, wanted[name]])].filter(([, value]) => value));
  }

  address() {
    const address = new URL(location.href);
    address.hash = this.state.play ? new URLSearchParams(this.here).toString() : "";
    history.replaceState(null, "", address);
  }

  back() {
    const past = [...this.state.past];
    const before = past.pop();
    const asked = new URLSearchParams(before);
    this.play(before.seed, wantedOf(asked, this.library.draw));
    this.state.past = past;
    this.address();
    this.draw();
    this.focusOn(".sst-drawn h2");
  }

  async keep() {
    const { play } = this.state;
    const one = { ...this.here, title: this.say("sheet.person", play.person) };
    const kept = [...this.state.kept.filter((other) => JSON.stringify(other) !== JSON.stringify(one)), one].slice(-20);
    await this.keepThese(kept);
    this.announce(this.say(this.state.lasting ? "web.play.kept" : "web.play.not_kept"));
  }

  async forget(one) {
    await this.keepThese(this.state.kept.filter((other) => other !== one));
  }

  /** What was drawn and liked, on this device; where that fails the list says that it goes with the page. */
  async keepThese(kept) {
    this.set({ kept });
    this.set({ lasting: await lasts((here) => here.set(KEPT, kept)) });
  }

  view() {
    const { sheet, play, wrong } = this.state;
    if (sheet) return this.received(sheet);
    if (play && this.state.reader) return this.drawn(play);
    return html`${this.controls()} ${wrong ? html`<p class="sst-wrong-line" role="alert">${wrong}</p>` : nothing}
      ${play ? this.drawn(play) : this.nothingYet()} ${this.keptOnes()}`;
  }

  /** The professional's sheet that a link brought. */
  received(sheet) {
    const own = new URL(location.href);
    own.hash = "";
    return html`<div class="sst-sheet">${sheetHead("therapist", sheet, this.say)} ${SHEETS.therapist(sheet, this.say, this.library.draw)}</div>
      <p class="sst-quietly">${this.say("web.play.from_link")} <a href=${own.href}>${this.say("web.play.own_draw")}</a></p>`;
  }

  controls() {
    const { wanted, seed, play } = this.state;
    const change = (name, value) => this.set({ wanted: { ...wanted, [name]: value || null } });
    return html`<form class="sst-panel sst-controls" @submit=${(event) => {
      event.preventDefault();
      const typed = this.querySelector("[name=seed]").value;
      this.drawNew(typed.trim() && typed !== this.state.seed ? typed : undefined);
    }}>
      <div class="sst-fields">
        ${filters(this.library.draw, wanted, this.say, change)}
        <label class="sst-field">${this.say("web.play.seed")}
          <input name="seed" maxlength="200" autocomplete="off" spellcheck="false" .value=${seed} placeholder=${this.say("web.play.seed.empty")}>
        </label>
      </div>
      <div class="sst-row">
        <button class="sst-button sst-primary">${this.say(play ? "web.play.again" : "web.play.draw")}</button>
        ${this.state.past.length
          ? html`<button type="button" class="sst-button" @click=${() => this.back()}>${this.say("web.play.back")}</button>`
          : nothing}
      </div>
    </form>`;
  }

  nothingYet() {
    return this.state.wrong ? nothing : html`<p class="sst-cover sst-noprint">${this.say("web.play.nothing")}</p>`;
  }

  drawn(play) {
    const { reader, open } = this.state;
    const close = () => {
      const was = this.state.reader;
      this.set({ reader: null, open: false });
      this.focusOn(`[data-reader="${was}"]`);
    };
    if (reader && !open) {
      const shown = Object.fromEntries(["title", "how", "button", "again"].map((part) => [part, this.say(`web.cover.${part}`, { reader: this.say(`web.reader.${reader}`) })]));
      return html`${cover(shown, () => {
          this.set({ open: true });
          this.focusOn(".sst-sheet h2");
        }, (sentence) => this.announce(sentence))}
        <div class="sst-row"><button type="button" class="sst-button sst-quiet" @click=${close}>${this.say("web.cover.not")}</button></div>`;
    }
    if (reader) {
      const seen = readerView(play, reader, this.say);
      return html`<div class="sst-sheet">${sheetHead(reader, seen, this.say)} ${SHEETS[reader](seen, this.say, this.library.draw)}</div>
        <div class="sst-row">
          <button type="button" class="sst-button sst-primary" @click=${close}>${this.say("web.cover.done")}</button>
          <button type="button" class="sst-button" @click=${() => print()}>${this.say("web.play.print")}</button>
        </div>`;
    }
    return html`<section class="sst-sheet sst-drawn">
        <h2>${this.say("sheet.person", play.person)}</h2>
        <p class="sst-quietly">${this.say("web.play.about", {
          setting: this.say(`setting.${play.setting}`), minutes: play.minutes, level: play.level, skill: skillName(this.library.draw, play.skill),
        })}</p>
        <p>${this.say("web.play.hand_round")}</p>
        <div class="sst-row">${READERS.map((name) => html`<button type="button" class="sst-button" data-reader=${name}
          @click=${() => {
            this.set({ reader: name, open: false });
            this.focusOn(".sst-cover h2");
          }}>${this.say(`web.reader.${name}`)}</button>`)}</div>
        <div class="sst-row">
          <button type="button" class="sst-button sst-quiet" @click=${() => this.keep()}>${this.say("web.play.keep")}</button>
          <button type="button" class="sst-button sst-quiet" @click=${() => this.share()} aria-expanded=${Boolean(this.state.share)}>${this.say("web.play.share")}</button>
        </div>
        ${this.shared()}
      </section>
      ${clockView(this.clock, this.say, this.clock.name === "swap" ? this.afterwards(play) : nothing)}`;
  }

  /** Out of one's role, and then on to looking back, if there is a recording. */
  afterwards(play) {
    return html`${deRole(this.say)}
      <p><a href=${ratePage(play)}>${this.say("web.play.look_back")}</a></p>`;
  }

  async share() {
    if (this.state.share) return this.set({ share: null });
    const { play } = this.state;
    const page = new URL(location.href);
    page.hash = new URLSearchParams(this.here).toString();
    const trainer = page.href;
    page.hash = therapistHash(readerView(play, "therapist", this.say), marksOf(play));
    this.set({ share: { trainer, therapist: page.href, qr: null } });
    return this.focusOn(".sst-share h3");
  }

  shared() {
    const { share } = this.state;
    if (!share) return nothing;
    const row = (kind) => html`<h3>${this.say(`web.share.${kind}`)}</h3>
      <p class="sst-quietly">${this.say(`web.share.${kind}.how`)}</p>
      <div class="sst-row">
        <input class="sst-link" readonly aria-label=${this.say(`web.share.${kind}`)} .value=${share[kind]} @focus=${(event) => event.target.select()}>
        <button type="button" class="sst-button" @click=${() => this.copy(share[kind])}>${this.say("web.share.copy")}</button>
        <button type="button" class="sst-button" @click=${async () => this.set({ share: { ...share, qr: { kind, ...(await qr(share[kind])) } } })}>${this.say("web.share.qr")}</button>
      </div>
      ${share.qr?.kind === kind
        ? html`<svg class="sst-qr" role="img" aria-label=${this.say("web.share.qr.alt")} viewBox="-4 -4 ${share.qr.size + 8} ${share.qr.size + 8}" shape-rendering="crispEdges">
            <rect x="-4" y="-4" width="100%" height="100%" fill="#fff"></rect><path fill="#000" d=${share.qr.path}></path></svg>`
        : nothing}`;
    return html`<div class="sst-panel sst-share">${row("therapist")} ${row("trainer")}</div>`;
  }

  async copy(address) {
    try {
      await navigator.clipboard.writeText(address);
      this.announce(this.say("web.share.copied"));
    } catch {
      this.announce(this.say("web.share.not_copied"));
    }
  }

  keptOnes() {
    const { kept } = this.state;
    if (!kept.length) return nothing;
    return html`<section class="sst-panel sst-noprint"><h2>${this.say("web.play.kept_ones")}</h2><ul class="sst-kept">${kept.map(
      (one) => html`<li><a href="#${new URLSearchParams(Object.entries(one).filter(([name]) => name !== "title")).toString()}">${one.title}</a>
        <span class="sst-quietly">${this.say("web.play.code", { seed: one.seed })}</span>
        <button type="button" class="sst-button sst-quiet" aria-label=${this.say("web.play.forget_one", { title: one.title })} @click=${() => this.forget(one)}>${this.say("web.play.forget")}</button></li>`,
    )}</ul>${this.state.lasting ? nothing : html`<p class="sst-quietly">${this.say("web.play.not_kept")}</p>`}</section>`;
  }
}
