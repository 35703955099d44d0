// One rater with one observation: what it is now, what can be undone, and whether it is saved.
//
// The rating and the moments marked while watching go back and forth together. Each change is written at once; while a
// write is on its way newer changes wait for it and go in one, so that saving never falls behind.

import { back, begun, changed, forward } from "../../engine/history.js";
import { get, hold, listen, put } from "../../store/ratings.js";

/**
 * @typedef {{rating: object, marks: {at: number, note: string | null}[]}} Draft
 */

export class Sitting {
  /**
   * Opens what is kept under a key, to change it or, while another tab has it, to read along.
   * @param {string} key
   * @param {() => void} heard called whenever there is something new to show
   * @returns {Promise<Sitting | null>} null when it is not there
   */
  static async open(key, heard) {
    const held = await hold(key);
    const kept = await get(key); // after holding: as it is now that nobody else changes it
    if (kept !== undefined) return new Sitting(kept, held, heard);
    held.release();
    return null;
  }

  constructor(kept, held, heard) {
    Object.assign(this, { key: kept.key, held, heard, mine: held.mine });
    Object.assign(this, { trouble: null, writing: null, gone: false, taken: false });
    this.take(kept);
    this.deaf = listen((key) => key === this.key && this.reread());
    held.later?.then((mine) => mine && this.reread().then(() => this.becomeMine()));
  }

  take({ revision, rating, beside }) {
    const { marks = [], ...rest } = beside;
    this.history = begun({ rating, marks });
    this.beside = rest;
    this.revision = this.saved = revision;
  }

  get rating() {
    return this.history.now.rating;
  }

  get marks() {
    return this.history.now.marks;
  }

  /** Whether nothing was changed since the last save. */
  get whole() {
    return this.saved === this.revision;
  }

  /** A step that can be undone. @param {object} rating @param {object[]} [marks] */
  change(rating, marks = this.marks) {
    if (rating === this.rating && marks === this.marks) return;
    this.step(changed(this.history, { rating, marks }));
  }

  /** The same step, further: what is typed into a note is one step, however often it is saved on the way. */
  amend(rating, marks = this.marks) {
    if (rating === this.rating && marks === this.marks) return;
    this.step({ ...this.history, now: { rating, marks }, undone: [] });
  }

  undo() {
    return this.step(back(this.history));
  }

  redo() {
    return this.step(forward(this.history));
  }

  /**
   * Nothing of before can come back: after locking.
   * @returns {Promise<boolean>} whether it is written; if not, nothing is locked and all is as it was before
   */
  async seal(rating) {
    const before = this.history;
    this.history = begun({ rating, marks: [] });
    await this.write();
    if (!this.whole) this.history = before;
    return this.whole;
  }

  /** What only the page needs, such as where the rater is. */
  note(changes) {
    if (!this.mine) return;
    this.beside = { ...this.beside, ...changes };
    this.write();
  }

  step(history) {
    if (!this.mine || history.now === this.history.now) return false;
    this.history = history;
    this.write();
    return true;
  }

  /** Writes what is now. Comes back when everything up to the latest change is written, or could not be. */
  write() {
    this.revision += 1;
    this.heard();
    return this.flush();
  }

  flush() {
    this.writing ??= this.writeAll().finally(() => {
      this.writing = null;
      if (!this.whole && this.trouble === null) return this.flush(); // changed while the last write was ending
      return this.heard();
    });
    return this.writing;
  }

  async writeAll() {
    while (!this.whole) {
      const { revision, beside, rating, marks } = this;
      try {
        await put({ key: this.key, revision, rating, beside: { ...beside, marks } });
        this.trouble = null;
      } catch (cause) {
        this.trouble = cause; // the next change tries again
        return;
      }
      this.saved = revision;
    }
  }

  async reread() {
    const kept = await get(this.key);
    this.gone = kept === undefined;
    if (!this.gone && kept.revision > this.revision) this.take(kept); // also when another tool added to it
    this.heard();
  }

  becomeMine() {
    this.mine = true;
    this.taken = true; // for as long as it is told
    this.heard();
    this.taken = false;
  }

  /** Lets other tabs have it, once all is written. */
  async close() {
    this.heard = () => {};
    this.deaf();
    await this.writing;
    this.held.release();
  }
}
