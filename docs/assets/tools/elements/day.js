// A practice day, planned on the page: from a few numbers to who sits where, with which cards, on paper for each
// reader. Everything is made here; the start code and the choices of the last day stay on this device, and no more.
import { jsonBytes } from "../engine/json.js";
import { readDay } from "../engine/day-file.js";
import { emptyLedger, extended, readLedger } from "../engine/ledger.js";
import { trimmedSeed } from "../engine/rng.js";
import { DayPack } from "../sheets/day-pack.js";
import { skillWords } from "../sheets/role-sheets.js";
import { place } from "../store/place.js";
import { absence, absentNow, firstOpen } from "./day/absence.js";
import { addressOf, askedIn, fieldsOf, requestOf, START, startOf } from "./day/fields.js";
import { form } from "./day/form.js";
import { Maker } from "./day/maker.js";
import { setPapers } from "./day/paper.js";
import { choices, papers } from "./day/printing.js";
import { FOLDED, refusal } from "./day/refusals.js";
import { at, clockOf, covered, endOfDay, lines, remarks, rounds } from "./day/result.js";
import { freshSeed } from "./roleplay.js";
import { download, html, nothing, Tool } from "./tool.js";

const KEPT = "day";
const MOST_BYTES = 1 << 20;

export default class DayTool extends Tool {
  static needs = ["draw", "rotations"];

  state = {
    fields: START, more: false, wrong: null, busy: false, log: null, needsLog: false, kept: null,
    day: null, pack: null, made: null, absences: [], away: [], from: 1, absenceOpen: false,
    paper: null, duplex: true, printFor: "1",
  };

  async ready() {
    this.maker = new Maker(this.library.draw, this.library.rotations);
    this.state.kept = (await (await place()).get(KEPT)) ?? null;
    addEventListener("hashchange", () => this.fromAddress());
    this.fromAddress();
  }

  /** The day that the address asks for; one that was made with a log waits for that log. */
  fromAddress() {
    const asked = askedIn(location.hash);
    if (!asked) return;
    const { fields, absences, logged } = asked;
    const needsLog = logged && !this.state.log;
    this.set({ fields, needsLog, more: needsLog || this.state.more, wrong: null, absences: [], paper: null });
    if (!needsLog) this.make({ stored: null, absences });
    else this.set({ pending: absences, day: null });
  }

  /** Changes what the form holds. */
  change(changes) {
    this.set({ fields: { ...this.state.fields, ...changes }, wrong: null });
  }

  /** The form was sent, or another start code asked for. */
  ask({ fresh = false } = {}) {
    const typed = trimmedSeed(this.state.fields.seed);
    this.state.fields = { ...this.state.fields, seed: fresh || !typed ? freshSeed() : this.state.fields.seed };
    const absences = this.state.pending ?? [];
    this.make({ stored: null, absences, said: "web.day.made" });
  }

  /**
   * Makes a day and shows it, or says beside a field why there is none.
   * @param {{stored: object | null, absences: import("./day/fields.js").Away[], said?: string | null}} wanted
   */
  async make({ stored, absences, said = null }) {
    const { fields, log } = this.state;
    const request = { ...requestOf(fields), seed: fields.seed };
    const turn = (this.turn = (this.turn ?? 0) + 1);
    try {
      const day = await this.maker.make({ request, ledger: log?.ledger ?? null, stored, absences });
      if (turn !== this.turn) return;
      const pack = new DayPack(day, this.library.draw, this.say);
      const made = { stored, logged: Boolean(log) && !stored };
      this.state = { ...this.state, day, pack, made, absences, more: false, wrong: null, away: [], from: 1, pending: null, needsLog: false, printFor: "1" };
      this.keep();
      this.draw();
      if (said) this.presented(said);
    } catch (cause) {
      if (!cause.key) return this.failed(cause);
      if (turn === this.turn) this.refuse(cause, request);
    }
  }

  refuse(cause, request) {
    const wrong = refusal(cause, request, this.say, (skill) => skillWords(skill, this.library.draw.instrument));
    if (wrong.field === "absent" && !this.state.day) wrong.field = "participants"; // a link that asks for too much
    const folded = FOLDED.includes(wrong.field);
    this.set({ wrong, more: folded || this.state.more, absenceOpen: wrong.field === "absent" || this.state.absenceOpen });
    const line = this.querySelector(`#sst-wrong-${wrong.field}`);
    const control = this.querySelector(`[aria-describedby~="sst-wrong-${wrong.field}"]`);
    this.focusOn(control?.matches("input, select") ? `#${control.id || (control.id = `sst-at-${wrong.field}`)}` : `#${line?.id}`);
  }

  /** A day came: the screen reader hears it, the keyboard goes to its title. */
  presented(said) {
    const { participants, rounds: count } = this.state.day;
    this.announce(this.say(said, { participants, rounds: count }));
    this.focusOn(".sst-day-made h2");
  }

  /** The start code and the choices go into the address and stay on this device; those of a day from a file do not. */
  async keep() {
    const { fields, absences, made, day } = this.state;
    const asked = made.stored ? "" : addressOf({ ...fields, seed: day.seed }, absences, made.logged);
    this.address(asked);
    if (!asked) return;
    const kept = { asked, participants: day.participants, rounds: day.rounds };
    this.state.kept = kept;
    await (await place()).set(KEPT, kept);
  }

  async forget() {
    this.set({ kept: null });
    await (await place()).delete(KEPT);
    this.announce(this.say("web.day.kept.gone"));
    this.focusOn(".sst-day-form input");
  }

  address(asked) {
    const address = new URL(location.href);
    address.hash = asked;
    history.replaceState(null, "", address);
    this.asked = asked;
  }

  // Files ---------------------------------------------------------------------------------------------------

  /** The text of a chosen file; null when it is far too big to be ours. */
  async textOf(input) {
    const [file] = input.files;
    input.value = "";
    return file && { name: file.name, content: file.size > MOST_BYTES ? "" : await file.text() };
  }

  async openLog(input) {
    const file = await this.textOf(input);
    if (!file) return;
    try {
      this.set({ log: { name: file.name, ledger: readLedger(file.content, file.name) }, wrong: null, needsLog: false });
      this.announce(this.say("web.day.log.read", { name: file.name, count: this.state.log.ledger.days.length }));
    } catch (cause) {
      if (!cause.key) throw cause;
      this.refuse(cause, {});
    }
  }

  closeLog() {
    this.set({ log: null });
    this.focusOn("#sst-day-log");
  }

  async openStored(input) {
    const file = await this.textOf(input);
    if (!file) return;
    try {
      const stored = readDay(file.content, file.name);
      this.state.fields = fieldsOf(stored, this.state.fields.start);
      await this.make({ stored, absences: [], said: "web.day.opened" });
    } catch (cause) {
      if (!cause.key) throw cause;
      this.refuse(cause, {});
    }
  }

  /** The log with this day in it: the one that was opened, or a new one. */
  saveLog() {
    const { log, day } = this.state;
    download(log?.name ?? this.say("web.day.log.file"), jsonBytes(extended(log?.ledger ?? emptyLedger(), day)));
  }

  async copy(address) {
    try {
      await navigator.clipboard.writeText(address);
      this.announce(this.say("web.share.copied"));
    } catch {
      this.announce(this.say("web.share.not_copied"));
    }
  }

  // Absence -------------------------------------------------------------------------------------------------

  leaveOut() {
    const { away, absences, day, made } = this.state;
    if (!away.length) {
      this.set({ wrong: { field: "absent", sentence: this.say("web.day.wrong.absent") } });
      return;
    }
    const from = Math.max(this.state.from, firstOpen(day));
    const who = [...away].sort((one, other) => one - other);
    this.make({ stored: made.stored, absences: [...absences, { who, from }], said: "web.day.absent.made" });
  }

  undo() {
    const { absences, made } = this.state;
    this.make({ stored: made.stored, absences: absences.slice(0, -1), said: "web.day.absent.undone" });
  }

  // Paper ---------------------------------------------------------------------------------------------------

  /** Lays the papers of a kind on the page; those of more readers together only when that is agreed to. */
  async lay(kind, agreed = false) {
    const mixed = ["people", "later"].includes(kind);
    const paper = { kind, person: Number(this.state.printFor), agreed: agreed || !mixed, count: 0, done: false };
    if (location.hash) history.replaceState(null, "", location.pathname + location.search);
    this.set({ paper });
    this.focusOn("h2");
    if (!paper.agreed) return;
    const wanted = () => this.state.paper?.kind === kind && this.isConnected;
    const told = (count) => wanted() && (this.set({ paper: { ...this.state.paper, count } }), true);
    const [measure, leaves] = [this.querySelector(".sst-measure"), this.querySelector(".sst-paper")];
    const all = await setPapers(this.state.pack, kind, paper.person, measure, leaves, told);
    if (all) this.set({ paper: { ...this.state.paper, done: true } });
  }

  /** Takes the papers away, and shows the day again. */
  clear() {
    const { kind } = this.state.paper;
    this.set({ paper: null });
    if (this.asked) this.address(this.asked);
    this.focusOn(`[data-print="${kind}"]`);
  }

  // View ----------------------------------------------------------------------------------------------------

  /** Another time to begin changes only what the clock says. */
  retime() {
    this.draw();
    if (this.state.day) this.keep();
  }

  view() {
    const { paper, day } = this.state;
    if (paper) return papers(this);
    return html`${form(this)} ${day ? this.day() : this.nothingYet()}`;
  }

  nothingYet() {
    const { kept, wrong } = this.state;
    if (!kept) return wrong ? nothing : html`<p class="sst-cover sst-noprint">${this.say("web.day.nothing")}</p>`;
    const size = { participants: kept.participants, rounds: kept.rounds };
    return html`<section class="sst-panel sst-noprint sst-day-kept"><h2>${this.say("web.day.kept")}</h2>
      <p>${this.say("print.day.size", size)}</p>
      <div class="sst-row"><a class="sst-button" href="#${kept.asked}">${this.say("web.day.kept.open")}</a>
        <button type="button" class="sst-button sst-quiet" @click=${() => this.forget()}>${this.say("web.day.kept.forget")}</button></div></section>`;
  }

  day() {
    const { day, pack, fields } = this.state;
    const { say } = this;
    const start = startOf(fields);
    const fold = (name, content) => html`<details class="sst-fold"><summary>${say(name)}</summary>${content}</details>`;
    return html`<section class="sst-day-made">
      <h2>${say("print.day.size", { participants: day.participants, rounds: day.rounds })}</h2>
      <p>${at(0, start)}–${at(endOfDay(day), start)} · ${say("print.day.seed")} <span class="sst-code">${day.seed}</span></p>
      ${absentNow(this)} ${remarks(day, say)}
      ${rounds(pack.cards, start, say)}
      ${fold("web.day.lines", lines(day, say))} ${fold("print.day.clock", clockOf(day, start, say))} ${fold("print.day.coverage", covered(pack.cards, say))}
      ${absence(this)} ${choices(this)} ${this.taking()}
    </section>`;
  }

  /** Taking the day along: the file, the log, the link, the calendar. */
  taking() {
    const { made, fields, day, log, kept } = this.state;
    const { say } = this;
    const start = fields.start && startOf(fields) !== null ? fields.start : "09:30";
    const link = new URL(location.href);
    link.hash = this.asked;
    return html`<section class="sst-panel sst-noprint sst-day-taking"><h3>${say("web.day.take")}</h3>
      <div class="sst-row"><button type="button" class="sst-button" data-save="day" @click=${() => download("day.json", jsonBytes(day))}>${say("web.day.save")}</button>
        <button type="button" class="sst-button" data-save="log" @click=${() => this.saveLog()}>${say(log ? "web.day.log.extend" : "web.day.log.begin")}</button></div>
      <p class="sst-quietly">${say("web.day.save.how")}</p><p class="sst-quietly">${say("web.day.log.save.how")}</p>
      ${made.stored
        ? nothing
        : html`<h4>${say("web.day.link")}</h4><p class="sst-quietly">${say(made.logged ? "web.day.link.log" : "web.day.link.how")}</p>
            <div class="sst-row"><input class="sst-link" readonly aria-label=${say("web.day.link")} .value=${link.href} @focus=${(event) => event.target.select()}>
              <button type="button" class="sst-button" @click=${() => this.copy(link.href)}>${say("web.share.copy")}</button></div>`}
      <h4>${say("web.day.calendar")}</h4><p class="sst-quietly">${say("web.day.calendar.how")}</p>
      <p><code>sst day --replay day.json --ics day.ics --start 2026-12-05T${start}</code></p>
      ${kept && !made.stored
        ? html`<p class="sst-quietly">${say("web.day.kept.how")}
            <button type="button" class="sst-button sst-quiet" @click=${() => this.forget()}>${say("web.day.kept.forget")}</button></p>`
        : nothing}</section>`;
  }
}

