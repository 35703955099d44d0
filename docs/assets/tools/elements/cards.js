// Cards to turn: choose a deck and a pile, turn a card, put it on "I know it" or "once more". The piles stay in this
// browser.
import { lasts, place } from "../store/place.js";
import { forPaper, lying } from "./cards/card.js";
import { allCards, dealt } from "./cards/deck.js";
import { freshCode } from "./seed.js";
import { html, nothing, Tool } from "./tool.js";

const KEY = "cards";
const CHOICES = {
  deck: ["all", "oneliners", "terms"],
  pile: ["all", "new", "again", "known"],
  first: ["front", "back"],
};
const WORD = { deck: "web.cards.deck", pile: "web.cards.pile", first: "web.cards.side" };

export default class CardsTool extends Tool {
  static needs = ["learn"];

  state = { deck: "all", pile: "all", first: "front", code: "", wrong: "", piles: {}, pack: [], at: 0, turned: false };

  async ready() {
    this.cards = allCards(this.library.learn);
    const here = await place();
    this.state.lasting = here.lasting;
    this.state.piles = (await here.get(KEY)) ?? {};
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const [name, values] of Object.entries(CHOICES)) {
      if (values.includes(asked.get(name))) this.state[name] = asked.get(name);
    }
    this.state.code = asked.get("code") ?? "";
    this.deal();
    this.addEventListener("keydown", (event) => this.leaf(event));
  }

  /** Lays the chosen pile ready, from its first card. */
  deal(changes = {}) {
    const state = { ...this.state, ...changes, at: 0, turned: false, wrong: "" };
    try {
      this.state = { ...state, pack: dealt(this.cards, state, state.piles) };
    } catch (cause) {
      if (!cause.key) throw cause;
      const pack = dealt(this.cards, { ...state, code: "" }, state.piles);
      this.state = { ...state, pack, wrong: this.say(`web.${cause.key}`) };
    }
    this.draw();
  }

  /** A choice of the reader: laid ready anew, and put in the address. */
  choose(changes) {
    this.deal(changes);
    const { deck, pile, first, code } = this.state;
    const all = Object.entries({ deck, pile, first, code });
    const told = all.filter(([name, value]) => value !== (CHOICES[name]?.[0] ?? ""));
    const bare = location.pathname + location.search;
    history.replaceState(null, "", told.length ? `#${new URLSearchParams(told)}` : bare);
  }

  turn() {
    this.set({ turned: !this.state.turned });
    if (this.state.turned) this.focusOn(".sst-flip-other");
  }

  go(at) {
    if (at < 0 || at > this.state.pack.length) return;
    this.set({ at, turned: false });
    this.focusOn(at < this.state.pack.length ? ".sst-flip-card" : ".sst-flip-done");
  }

  /** The arrows leaf through, the space bar turns; in a field and on a button the keys stay what they are. */
  leaf(event) {
    if (event.target.closest("input, select, button, a") || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) this.go(this.state.at + step);
    else if (event.key === " ") this.turn();
    else return;
    event.preventDefault();
  }

  /** The next card shows once this one is kept on its pile. */
  async put(card, pile) {
    const { at } = this.state;
    const piles = { ...this.state.piles, [card.id]: pile };
    this.state = { ...this.state, piles };
    this.state.lasting = await lasts((here) => here.set(KEY, piles));
    this.announce(this.say(`web.cards.${pile}`));
    this.go(at + 1);
  }

  async clear() {
    const lasting = await lasts((here) => here.delete(KEY));
    this.deal({ piles: {}, lasting });
    this.announce(this.say("web.cards.cleared"));
  }

  view() {
    return html`${this.controls()} ${this.table()} ${forPaper(this.state.pack, this.say)}`;
  }

  controls() {
    const { code, wrong } = this.state;
    const field = (name) => html`<label class="sst-field">${this.say(WORD[name])}
      <select name=${name} @change=${(event) => this.choose({ [name]: event.target.value })}>
        ${CHOICES[name].map(
          (value) => html`<option value=${value} ?selected=${this.state[name] === value}>
            ${this.say(`${WORD[name]}.${value}`)}</option>`,
        )}
      </select></label>`;
    const shuffle = (event) => {
      event.preventDefault();
      const typed = event.target.elements.code.value;
      this.choose({ code: event.submitter?.value === "in-order" ? "" : typed.trim() || freshCode() });
    };
    return html`<details class="sst-fold sst-noprint"><summary>${this.say("web.cards.choose")}</summary>
      <form @submit=${shuffle}>
      <div class="sst-fields">${Object.keys(CHOICES).map(field)}
        <label class="sst-field">${this.say("web.cards.code")}
          <input name="code" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="sst-shuffle-how"
            aria-invalid=${wrong ? "true" : nothing} .value=${code}></label>
      </div>
      <p id="sst-shuffle-how" class="sst-quietly">${this.say("web.cards.code.how")}</p>
      ${wrong ? html`<p class="sst-wrong-line" role="alert">${wrong}</p>` : nothing}
      <div class="sst-row">
        <button class="sst-button" value="shuffle">${this.say("web.cards.shuffle")}</button>
        ${code ? html`<button class="sst-button" value="in-order">${this.say("web.cards.in_order")}</button>` : nothing}
        <button type="button" class="sst-button" @click=${() => print()}>${this.say("web.cards.print")}</button>
      </div>
    </form></details>`;
  }

  table() {
    const { pack, at, piles } = this.state;
    const count = (pile) => Object.values(piles).filter((one) => one === pile).length;
    const counts = { known: count("known"), again: count("again") };
    const sums = html`<p class="sst-quietly">${this.say("web.cards.sums", counts)}
      ${Object.keys(piles).length
        ? html`<button type="button" class="sst-button sst-quiet" @click=${() => this.clear()}>
            ${this.say("web.cards.clear")}</button>`
        : nothing}
      ${this.state.lasting ? nothing : this.say("web.cards.not_kept")}</p>`;
    if (!pack.length) {
      return html`<div class="sst-cover"><p>${this.say("web.cards.none")}</p>
        <button type="button" class="sst-button" @click=${() => this.choose({ deck: "all", pile: "all" })}>
          ${this.say("web.cards.all")}</button></div>${sums}`;
    }
    if (at === pack.length) {
      return html`<div class="sst-cover sst-flip-done" tabindex="-1"><p>${this.say("web.cards.done")}</p>
        <button type="button" class="sst-button sst-primary" @click=${() => {
          this.choose({});
          this.focusOn(".sst-flip-card");
        }}>${this.say("web.cards.from_start")}</button></div>${sums}`;
    }
    return html`${this.card(pack[at])} ${sums}`;
  }

  card(card) {
    const { at, pack, turned, piles } = this.state;
    const pile = (name) => html`<button type="button" class="sst-button" aria-pressed=${piles[card.id] === name}
      @click=${() => this.put(card, name)}>${this.say(`web.cards.${name}`)}</button>`;
    const name = this.say("web.cards.at", { at: at + 1, of: pack.length });
    return html`<section class="sst-sheet sst-flip-card" tabindex="-1" aria-label=${name}>
        <p class="sst-quietly">${name}</p>
        ${lying(card, this.state, this.say)}
        <div class="sst-row">
          <button type="button" class=${turned ? "sst-button" : "sst-button sst-primary"} @click=${() => this.turn()}>
            ${this.say(turned ? "web.cards.turn_back" : "web.cards.turn")}</button>
          ${turned ? html`${pile("again")} ${pile("known")}` : nothing}
        </div>
      </section>
      <div class="sst-row sst-flip-leaf">
        <button type="button" class="sst-button" ?disabled=${at === 0} @click=${() => this.go(at - 1)}>
          ${this.say("web.cards.previous")}</button>
        <button type="button" class="sst-button" @click=${() => this.go(at + 1)}>${this.say("web.cards.next")}</button>
      </div>
      <p class="sst-quietly sst-noprint">${this.say("web.cards.help")}</p>`;
  }
}
