// Asks the worker for a day. Where a browser gives no worker the page makes it itself: slower under the thumb, and the
// same day.

import { made } from "./making.js";

export class Maker {
  #worker = null;
  #waiting = new Map();
  #last = 0;

  /**
   * @param {object} library the drawing file
   * @param {import("../../engine/rotation.js").Tables} tables
   */
  constructor(library, tables) {
    this.library = library;
    this.tables = tables;
    try {
      this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      this.#worker.addEventListener("message", ({ data }) => this.#answered(data));
      this.#worker.addEventListener("error", () => this.#without());
      this.#worker.postMessage({ library, tables });
    } catch {
      this.#worker = null;
    }
  }

  /**
   * @param {import("./making.js").Wanted} wanted
   * @returns {Promise<object>} the day; fails with {key, words} when it cannot be made
   */
  make(wanted) {
    return new Promise((give, refuse) => {
      const id = (this.#last += 1);
      this.#waiting.set(id, { wanted, give, refuse });
      if (this.#worker) this.#worker.postMessage({ id, wanted });
      else this.#here(id);
    });
  }

  #here(id) {
    const { wanted, give, refuse } = this.#waiting.get(id);
    this.#waiting.delete(id);
    try {
      give(made(this.library, this.tables, wanted));
    } catch (cause) {
      refuse(cause);
    }
  }

  #answered({ id, day, refused, fault }) {
    const { give, refuse } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (day) give(day);
    else refuse(refused ?? new Error(fault));
  }

  /** The worker could not be loaded: what it was asked is made here. */
  #without() {
    this.#worker?.terminate();
    this.#worker = null;
    for (const id of [...this.#waiting.keys()]) this.#here(id);
  }
}
