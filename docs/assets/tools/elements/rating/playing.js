// The recording on the screen: the player, where it is, and the file as it comes in.
import { clock } from "../../engine/times.js";
import { Player, Unplayable } from "./player.js";

export class Playing {
  player = null;
  busy = false;

  constructor(tool) {
    this.tool = tool;
    // Moved by hand, many times a second: drawing the whole screen for it would be a waste.
    this.head = document.createElement("i");
    this.head.className = "rate-line-head";
    this.clock = document.createElement("span");
    this.clock.className = "rate-clock";
  }

  get there() {
    return this.player !== null;
  }

  /** Where the recording is now; null without one that plays here. */
  get at() {
    if (!this.there) return null;
    return Math.min(this.player.at, this.tool.rating.recording?.seconds ?? Infinity);
  }

  /** The moment that something was just seen; null before it ever played and once it has ended. */
  get now() {
    return this.there && this.player.media.currentTime > 0 && !this.player.media.ended ? this.at : null;
  }

  /**
   * Opens a file.
   * @param {File} file
   * @returns {Promise<boolean>} false when the browser cannot play it
   */
  async open(file) {
    this.close();
    this.busy = true;
    this.tool.draw();
    const { sitting } = this.tool;
    try {
      const player = await Player.open(file, (one, what) => one === this.player && this.heard(what));
      if (sitting === this.tool.sitting) this.player = player;
      else player.close(); // somebody left in the meantime
      return this.there;
    } catch (cause) {
      if (!(cause instanceof Unplayable)) throw cause;
      return false;
    } finally {
      this.busy = false;
      this.moved();
      this.tool.draw();
    }
  }

  close() {
    this.player?.close();
    this.player = null;
  }

  heard(what) {
    this.moved();
    if (what !== "moved") this.tool.draw();
  }

  moved() {
    if (!this.there) return;
    const length = this.player.seconds;
    this.head.style.left = `${(100 * Math.min(this.player.media.currentTime, length)) / length}%`;
    const text = `${clock(this.player.at)} / ${clock(length)}`;
    if (this.clock.textContent !== text) this.clock.textContent = text;
  }
}
