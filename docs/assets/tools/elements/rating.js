// Looking back at a practice talk: what was seen becomes a profile, and one thing to practise next.
//
// This element knows which screen is shown and what is open; what is on a screen stands in rating/, a file each.
// What an observation is and may become is the engine's to say.
import { SstError } from "../engine/errors.js";
import { all, listen } from "../store/ratings.js";
import { place, SAVED } from "../store/place.js";
import { Tool } from "./tool.js";
import { newView, withAddress } from "./rating/new.js";
import { startView } from "./rating/start.js";

const SCREENS = { start: startView, new: newView };
const OPEN = "sst.rating.open";

/** Once the page is quiet for so long, what is needed later comes in too: for who goes on without a network. */
const QUIET = 2000;

export default class Rating extends Tool {
  static needs = ["draw"];

  state = { screen: "start", wrong: {}, told: null, removed: null, asking: null, keysOn: true };
  list = [];
  sitting = null;
  typing = null;
  editing = null;
  /** Keys of what was changed in this page's memory alone, and not saved as a file since. */
  unexported = new Set();

  get rating() {
    return this.sitting.rating;
  }

  /** The drawing file: the observation list, and what a next step points to. */
  get cards() {
    return this.library.draw;
  }

  get instrument() {
    return this.cards.instrument;
  }

  /** Taking away a field that has the focus makes it say so, in the middle of drawing: that is drawn after this. */
  draw() {
    this.waiting = this.drawing === true;
    if (this.waiting) return;
    this.drawing = true;
    try {
      super.draw();
    } finally {
      this.drawing = false;
    }
    if (this.waiting) this.draw();
  }

  /** Whether nothing may be changed here: locked, or another tab has it. */
  get closed() {
    return this.rating.locked || !this.sitting.mine;
  }

  async ready() {
    this.shelf = await place();
    await this.refresh();
    listen(() => this.sitting ?? this.refresh());
    document.addEventListener("keydown", (event) => this.work?.pressed(this, event));
    window.addEventListener(SAVED, () => this.unexported.clear());
    window.addEventListener("beforeunload", (event) => this.unsaved && event.preventDefault());
    const open = this.shelf.lasting ? sessionStorage.getItem(OPEN) : null;
    const asked = withAddress(this, location.hash);
    if (asked !== null) this.state = { ...this.state, ...asked };
    else if (this.list.some((kept) => kept.key === open)) await this.open(open);
    setTimeout(() => this.whole().catch(() => {}), QUIET);
  }

  /** Brings in what looking and ticking needs (rating/work.js), once. */
  async whole() {
    this.work ??= await import("./rating/work.js");
    this.playing ??= new this.work.Playing(this);
  }

  view() {
    const { screen } = this.state;
    return (SCREENS[screen] ?? this.work[`${screen}View`])(this);
  }

  /** Whether something would be lost when the page closes. */
  get unsaved() {
    return this.unexported.size > 0 || (this.sitting?.trouble ?? null) !== null;
  }

  async refresh() {
    this.list = await all();
    this.draw();
  }

  /** Shows another screen, with its heading in focus. */
  go(screen, changes = {}) {
    this.set({ screen, wrong: {}, told: null, asking: null, ...changes });
    this.focusOn("h2");
    this.scrollIntoView({ block: "start" });
  }

  /** Opens an observation that is kept here. */
  async open(key, screen = null) {
    await this.leave();
    try {
      await this.whole();
    } catch {
      return this.set({ told: this.say("web.failed") });
    }
    this.sitting = await this.work.Sitting.open(key, () => this.heard());
    if (this.sitting === null) return this.refresh();
    if (this.shelf.lasting) sessionStorage.setItem(OPEN, key);
    const { rating } = this;
    const first = rating.rater.role === "client" ? "client" : rating.locked ? "report" : "watch";
    this.nowPart = this.sitting.beside.part ?? "session";
    this.go(screen ?? first);
    return undefined;
  }

  /** Closes what is open and goes back to the list. */
  async toStart(changes = {}) {
    await this.leave();
    await this.refresh();
    this.go("start", { removed: null, ...changes });
  }

  async leave() {
    if (this.shelf.lasting) sessionStorage.removeItem(OPEN);
    this.playing?.close();
    const { sitting } = this;
    Object.assign(this, { sitting: null, typing: null, editing: null });
    this.state = { ...this.state, screen: "start" }; // from here on there is nothing to show but the list
    await sitting?.close();
  }

  /** Something is saved, or another tab changed it. */
  heard() {
    if (!this.shelf.lasting && this.sitting && !this.sitting.whole) this.unexported.add(this.sitting.key);
    if (this.sitting?.taken) this.announce(this.say("web.rate.yours"));
    if (this.sitting?.gone) this.toStart({ told: this.say("web.rate.gone") });
    else this.draw();
  }

  /** Which part of the observation is shown; one that is not there any more gives way to the first. */
  get nowPart() {
    const parts = this.work.partsOf(this);
    return parts.includes(this.shownPart) ? this.shownPart : parts[0];
  }

  set nowPart(part) {
    this.shownPart = part;
  }

  /** Shows a part of the observation. */
  showPart(part, focus = ".rate-now h2") {
    this.editing = null;
    this.typing = null;
    this.nowPart = part;
    if (this.sitting.beside.part !== part) this.sitting.note({ part });
    this.set({ screen: "watch", wrong: {}, asking: null, told: null });
    this.focusOn(focus);
  }

  /**
   * Makes a change; when it does not fit, the sentence that says so stands by its field.
   * @param {string} field
   * @param {(rating: object) => object} change
   * @returns {boolean} whether it was made
   */
  attempt(field, change) {
    return this.fits(field, () => {
      const next = change(this.rating);
      const going = this.typing?.field === field;
      if (going && this.typing.kept) this.sitting.amend(next);
      else this.sitting.change(next);
      if (going) this.typing.kept = true;
    });
  }

  /** Does something that may not fit. @returns {boolean} whether it did */
  fits(field, work) {
    try {
      work();
    } catch (cause) {
      if (!(cause instanceof SstError)) throw cause;
      this.wrong(field, this.say(cause.key, cause.words));
      return false;
    }
    if (this.state.wrong[field] !== undefined) this.wrong(field, null);
    return true;
  }

  /** Says what does not fit, or that it fits now. */
  wrong(field, sentence) {
    const { [field]: _, ...others } = this.state.wrong;
    this.set({ wrong: sentence === null ? others : { ...others, [field]: sentence } });
  }

  /** One step back, or forward again. @param {"undo" | "redo"} way */
  turnBack(way) {
    Object.assign(this, { editing: null, typing: null });
    if (this.sitting[way]()) this.announce(this.say(`web.rate.${way}.done`));
  }

  /** Somebody types: what stands in the field is shown as it is, and kept as they go when `keep` is given. */
  type(field, text, keep) {
    this.typing = { field, text, kept: this.typing?.field === field && this.typing.kept };
    if (keep !== null) keep(text);
  }

  /** Into a field that was just drawn, at once: the next key that is pressed is meant for it. */
  typeIn(selector) {
    this.querySelector(selector)?.focus();
  }

  /** Somebody leaves a field. */
  typedOut(field, keep) {
    if (this.typing?.field !== field) return;
    keep();
    if (this.state.wrong[field] === undefined) this.typing = null;
    this.draw();
  }
}
