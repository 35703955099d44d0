// A recording that plays in the page: an address for the file in this page's memory; never a copy of it, nor its name.

/** The browser cannot play it. */
export class Unplayable extends Error {}

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
const PRE_ROLL = 5;
const PATIENCE = 20_000;

export class Player {
  /**
   * @param {File} file
   * @param {(player: Player) => void} heard called when it plays, pauses or has come further
   * @returns {Promise<Player>}
   * @throws {Unplayable}
   */
  static async open(file, heard) {
    const player = new Player(file, heard);
    try {
      await player.ready();
      return player;
    } catch (cause) {
      player.close();
      throw cause;
    }
  }

  constructor(file, heard) {
    this.media = document.createElement(file.type.startsWith("audio/") ? "audio" : "video");
    this.media.controls = true;
    this.media.playsInline = true;
    this.media.preload = "metadata";
    this.media.setAttribute("controlslist", "nodownload noremoteplayback");
    this.media.disableRemotePlayback = true;
    this.address = URL.createObjectURL(file);
    this.paused = false; // by us, while a note is typed
    for (const name of ["play", "pause", "ratechange"]) this.media.addEventListener(name, () => heard(this, name));
    for (const name of ["timeupdate", "seeking"]) this.media.addEventListener(name, () => heard(this, "moved"));
  }

  // Until the length is known. A recording made in a browser tells it only after a look at its end.
  async ready() {
    await this.until("loadedmetadata", () => (this.media.src = this.address));
    if (this.media.duration === Infinity) {
      await this.until("durationchange", () => (this.media.currentTime = Number.MAX_SAFE_INTEGER));
      this.media.currentTime = 0;
    }
    if (!(this.media.duration > 0 && this.media.duration < Infinity)) throw new Unplayable();
    this.media.classList.toggle("rate-no-picture", !this.media.videoWidth);
  }

  until(name, start) {
    return new Promise((come, fail) => {
      const wrong = () => fail(new Unplayable());
      const waiting = setTimeout(wrong, PATIENCE);
      const settle = (call) => () => {
        clearTimeout(waiting);
        call();
      };
      this.media.addEventListener(name, settle(come), { once: true });
      this.media.addEventListener("error", settle(wrong), { once: true });
      start();
    });
  }

  /** Its length in whole seconds, as the command line rounds it. */
  get seconds() {
    return Math.max(1, Math.round(this.media.duration));
  }

  /** Where it is now, in whole seconds. */
  get at() {
    return Math.floor(this.media.currentTime);
  }

  get playing() {
    return !this.media.paused && !this.media.ended;
  }

  toggle() {
    if (this.playing) this.media.pause();
    else this.play();
  }

  play() {
    this.paused = false;
    this.media.play().catch(() => {}); // refused or cut short: the button of the player shows it
  }

  /** Pauses for as long as something is typed. */
  hush() {
    if (!this.playing) return;
    this.paused = true;
    this.media.pause();
  }

  /** Goes on, if it was paused for typing. */
  resume() {
    if (this.paused) this.play();
  }

  seek(at) {
    this.media.currentTime = Math.min(Math.max(at, 0), this.media.duration);
  }

  skip(seconds) {
    this.seek(this.media.currentTime + seconds);
  }

  /** Plays a moment, with what led to it. */
  replay(at) {
    this.seek(at - PRE_ROLL);
    this.play();
  }

  /** One step faster (1) or slower (-1). @returns {number} the speed of now */
  faster(step) {
    const now = SPEEDS.indexOf(this.media.playbackRate);
    const next = Math.min(Math.max((now < 0 ? SPEEDS.indexOf(1) : now) + step, 0), SPEEDS.length - 1);
    return (this.media.playbackRate = SPEEDS[next]);
  }

  close() {
    this.media.pause();
    this.media.removeAttribute("src");
    this.media.load(); // lets go of the file
    URL.revokeObjectURL(this.address);
  }
}
