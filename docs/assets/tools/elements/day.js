// A practice day, planned on the page: from a few numbers to who sits where, with which cards, on paper for each
// reader. Everything is made here; the start code and the choices of the last day stay on this device, and no more.
import { jsonBytes } from "../engine/json.js";
import { MOST_BYTES as MOST_OF_DAY, readDay } from "../engine/day-file.js";
import { MOST_BYTES as MOST_OF_LOG, emptyLedger, extended, readLedger } from "../engine/ledger.js";
import { trimmedSeed } from "../engine/rng.js";
import { DayPack } from "../sheets/day-pack.js";
import { skillWords } from "../sheets/role-sheets.js";
import { lasts, place } from "../store/place.js";
import { firstOpen } from "./day/absence.js";
import { addressOf, askedIn, fieldsOf, requestOf, START, startOf } from "./day/fields.js";
import { form } from "./day/form.js";
import { Maker } from "./day/maker.js";
import { setPapers } from "./day/paper.js";
import { papers } from "./day/printing.js";
import { FOLDED, refusal } from "./day/refusals.js";
import { dayOnScreen, nothingYet } from "./day/screen.js";
import { freshSeed } from "./seed.js";
import { download, html, Tool } from "./tool.js";

const KEPT = "day";

/** What a new day leaves behind: no refusal, nobody chosen as absent, nothing waited for. */
const SETTLED = { more: false, wrong: null, away: [], from: 1, pending: null, needsLog: false, printFor: "1" };

/**
 * @typedef {object} Order what a day is made from
 * @property {import("./day/fields.js").Fields} fields
 * @property {{name: string, ledger: object} | null} log
 * @property {object | null} stored a day from its file: then nothing is drawn
 */

export default class DayTool extends Tool {
  static needs = ["draw", "rotations"];

  state = {
    ...SETTLED,
    fields: START,
    log: null, // {name, ledger}: the log that was opened
    kept: null, // {asked, participants, rounds}: the last day on this device
    day: null,
    pack: null,
    made: null, // what the day was made from, as `Order` tells; the form may hold something else by now
    lasting: true, // whether that last day stays on this device
    absences: [],
    absenceOpen: false,
    paper: null, // {kind, person, agreed, count, done}: the papers that lie here
    duplex: true,
  };

  async ready() {
    this.maker = new Maker(this.library.draw, this.library.rotations);
    this.state.kept = (await (await place()).get(KEPT)) ?? null;
    addEventListener("hashchange", () => this.fromAddress("web.day.opened"));
    this.fromAddress();
  }

  /** The day that the address asks for; one that was made with a log waits for that log. */
  fromAddress(said = null) {
    const asked = askedIn(location.hash);
    if (!asked) return;
    const { fields, absences, logged } = asked;
    const needsLog = logged && !this.state.log;
    this.set({ fields, needsLog, more: needsLog || this.state.more, wrong: null, absences: [], paper: null });
    if (!needsLog) this.make({ fields, log: this.state.log, stored: null }, absences, said);
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
    const { fields, log, pending } = this.state;
    this.make({ fields, log, stored: null }, pending ?? [], "web.day.made");
  }

  /**
   * Makes a day and shows it, or says beside a field why there is none.
   * @param {Order} order
   * @param {import("./day/fields.js").Away[]} absences
   * @param {string | null} said what a screen reader hears then; the keyboard goes to the day's title
   */
  async make(order, absences, said = null) {
    const { fields, log, stored } = order;
    const request = { ...requestOf(fields), seed: fields.seed };
    const turn = (this.turn = (this.turn ?? 0) + 1);
    try {
      const day = await this.maker.make({ request, ledger: log?.ledger ?? null, stored, absences });
      if (turn !== this.turn) return;
      const pack = new DayPack(day, this.library.draw, this.say);
      this.state = { ...this.state, ...SETTLED, day, pack, made: order, absences };
      this.keep();
      this.draw();
      if (said) this.presented(said);
    } catch (cause) {
      if (turn === this.turn) this.refuse(cause, request);
    }
  }

  /** Says beside its field why something cannot be; a fault of ours is told as such. */
  refuse(cause, request) {
    if (!cause.key) console.warn(cause);
    const name = (skill) => skillWords(skill, this.library.draw.instrument);
    const fault = { field: "day", sentence: this.say("web.failed") };
    const wrong = cause.key ? refusal(cause, request, this.say, name) : fault;
    if (wrong.field === "absent" && !this.state.day) wrong.field = "participants"; // a link that asks for too much
    this.show(wrong);
  }

  /** Puts a sentence beside its field, and the keyboard there. @param {{field: string, sentence: string}} wrong */
  show(wrong) {
    const folded = FOLDED.includes(wrong.field);
    const absenceOpen = wrong.field === "absent" || this.state.absenceOpen;
    this.set({ wrong, more: folded || this.state.more, absenceOpen });
    const line = this.querySelector(`#sst-wrong-${wrong.field}`);
    const control = this.querySelector(`:is(input, select)[aria-describedby~="${line?.id}"]`);
    if (control) control.focus();
    else this.focusOn(`#${line?.id}`);
  }

  /** A day came: the screen reader hears it, the keyboard goes to its title. */
  presented(said) {
    const { participants, rounds: count } = this.state.day;
    this.announce(this.say(said, { participants, rounds: count }));
    this.focusOn(".sst-day-made h2");
  }

  /** The start code and the choices go into the address and stay on this device; those of a day from a file do not. */
  async keep() {
    const { absences, made, day, fields } = this.state;
    const settled = { ...made.fields, seed: day.seed, start: fields.start };
    const asked = made.stored ? "" : addressOf(settled, absences, Boolean(made.log));
    this.address(asked);
    if (!asked) return;
    const kept = { asked, participants: day.participants, rounds: day.rounds };
    this.state.kept = kept;
    this.set({ lasting: await lasts((here) => here.set(KEPT, kept)) });
  }

  async forget() {
    this.set({ kept: null });
    await lasts((here) => here.delete(KEPT));
    this.announce(this.say("web.day.kept.gone"));
    this.focusOn(".sst-day-form input");
  }

  /** Puts a day behind the #, without a step back in the browser. */
  address(asked) {
    const address = new URL(location.href);
    address.hash = asked;
    history.replaceState(null, "", address);
    this.asked = asked;
  }

  // Files ---------------------------------------------------------------------------------------------------

  /** The text of a chosen file; null when there is none, or when it is far too big to be ours: then that is said. */
  async textOf(input, most) {
    const [file] = input.files;
    input.value = "";
    if (!file) return null;
    if (file.size <= most) return { name: file.name, content: await file.text() };
    const { name: field } = input;
    const sentence = this.say(`web.day.wrong.too_big.${field}`, { path: file.name, most: most >> 20 });
    this.show({ field, sentence });
    return null;
  }

  async openLog(input) {
    const file = await this.textOf(input, MOST_OF_LOG);
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
    const file = await this.textOf(input, MOST_OF_DAY);
    if (!file) return;
    try {
      const stored = readDay(file.content, file.name);
      const fields = fieldsOf(stored, this.state.fields.start);
      this.state.fields = fields;
      await this.make({ fields, log: null, stored }, [], "web.day.opened");
    } catch (cause) {
      if (!cause.key) throw cause;
      this.refuse(cause, {});
    }
  }

  saveDay() {
    download("day.json", jsonBytes(this.state.day));
  }

  /** The log this day goes into: the one it was made with; for a day from its file, the one that is open. */
  get logOfDay() {
    const { made, log } = this.state;
    return made.stored ? log : made.log;
  }

  /** The log with this day in it: the one that was opened, or a new one. */
  saveLog() {
    const { day } = this.state;
    const log = this.logOfDay;
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
    this.make(made, [...absences, { who, from }], "web.day.absent.made");
  }

  undo() {
    const { absences, made } = this.state;
    this.make(made, absences.slice(0, -1), "web.day.absent.undone");
  }

  /** Goes to a part further down, which a long day puts far below. */
  jump(part) {
    if (part === "absence") this.set({ absenceOpen: true });
    this.focusOn(`.sst-day-${part} :is(summary, h3)`);
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
    const turn = (this.turn += 1);
    const wanted = () => this.state.paper && turn === this.turn && this.isConnected;
    const told = (count) => wanted() && (this.set({ paper: { ...this.state.paper, count } }), true);
    const [measure, leaves] = [this.querySelector(".sst-measure"), this.querySelector(".sst-paper")];
    this.state.pack.start = startOf(this.state.fields);
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
    return html`${form(this)} ${day ? dayOnScreen(this) : nothingYet(this)}`;
  }
}
