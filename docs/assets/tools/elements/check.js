// The closing knowledge check: thirty questions of a start code, one at a time; at the end what can be read again.
// There is no pass and no fail. The answers stay in this browser.
import { knowledgeCheck } from "../engine/knowledge-check.js";
import { address } from "../library.js";
import { lasts, place } from "../store/place.js";
import { overview } from "./check/overview.js";
import { questionView } from "./check/question.js";
import { startView } from "./check/start.js";
import { freshCode } from "./seed.js";
import { html, nothing, Tool } from "./tool.js";

const KEY = "check";

export default class KnowledgeCheckTool extends Tool {
  static needs = ["learn"];

  state = { screen: "start", seed: "", typed: "", wrong: "", asked: [], round: [], at: 0, first: {}, opened: {}, lasting: true };

  async ready() {
    const { questions, modules } = this.library.learn;
    this.cards = new Map(questions.map((card) => [card.id, card]));
    this.modules = new Map(modules.map((module) => [module.id, module]));
    this.root = new URL("../../", address("learn"));
    const here = await place();
    const kept = await here.get(KEY);
    this.state.lasting = here.lasting;
    const typed = new URLSearchParams(location.hash.slice(1)).get("code") ?? "";
    if (kept) this.deal(kept.seed, kept.first);
    this.state.typed = typed;
  }

  /** Deals a start code's questions; answers to questions that it does not ask (any more) are left out. */
  deal(seed, first = {}) {
    try {
      const check = knowledgeCheck(this.library.learn.questions, seed);
      const asked = check.questions;
      const held = asked.filter(({ id, options }) => options.includes(first[id]));
      const answers = Object.fromEntries(held.map(({ id }) => [id, first[id]]));
      this.state = { ...this.state, seed: check.seed, asked, round: asked, first: answers, opened: {}, wrong: "" };
    } catch (cause) {
      if (!cause.key) throw cause;
      this.state = { ...this.state, wrong: this.say(`web.${cause.key}`) };
    }
  }

  /** The answers stay in this browser; where that fails every screen says so. */
  async keep(write) {
    const lasting = await lasts(write);
    if (lasting !== this.state.lasting) this.set({ lasting });
  }

  /** Where to go on: the first question of this round without an answer, or the last one. */
  get unanswered() {
    const at = this.state.round.findIndex(({ id }) => this.state.first[id] === undefined);
    return at < 0 ? this.state.round.length - 1 : at;
  }

  get begun() {
    return Object.keys(this.state.first).length > 0;
  }

  /** The questions whose first answer was not the right one. */
  get missed() {
    const { asked, first } = this.state;
    return asked.filter(({ id }) => first[id] !== undefined && !this.cards.get(id).options[first[id]].correct);
  }

  startWith(typed) {
    this.state.typed = typed;
    this.deal(typed.trim() || freshCode());
    if (this.state.wrong) {
      this.draw();
      return this.focusOn(".sst-wrong-line");
    }
    this.keep((here) => here.delete(KEY));
    history.replaceState(null, "", `#${new URLSearchParams({ code: this.state.seed })}`);
    return this.show(0);
  }

  /** Shows one question of the round. */
  show(at) {
    this.set({ screen: "question", at });
    this.focusOn(".sst-check-asked h2");
  }

  choose(asked, option) {
    const { first, opened } = this.state;
    const answered = first[asked.id] === undefined ? { ...first, [asked.id]: option } : first;
    this.set({ first: answered, opened: { ...opened, [asked.id]: [...(opened[asked.id] ?? []), option] } });
    this.keep((here) => here.set(KEY, { seed: this.state.seed, first: answered }));
    const { correct, feedback } = this.cards.get(asked.id).options[option];
    this.announce(`${this.say(correct ? "web.check.right" : "web.check.wrong")} ${feedback}`);
  }

  finish() {
    this.set({ screen: "over", round: this.state.asked });
    this.focusOn(".sst-check-over h2");
  }

  /** The missed questions once more; what was answered to them before is let go. */
  again() {
    const round = this.missed;
    const others = Object.entries(this.state.first).filter(([id]) => !round.some((one) => one.id === id));
    const first = Object.fromEntries(others);
    this.state = { ...this.state, round, first, opened: {} };
    this.show(0);
  }

  /** Back to the first screen, with other questions to choose. */
  other() {
    this.set({ screen: "start", typed: "" });
    this.focusOn("input");
  }

  clear() {
    this.keep((here) => here.delete(KEY));
    history.replaceState(null, "", location.pathname + location.search);
    this.set({ screen: "start", seed: "", typed: "", asked: [], round: [], first: {}, opened: {} });
    this.announce(this.say("web.check.cleared"));
    this.focusOn("input");
  }

  view() {
    const { screen } = this.state;
    const note = this.state.lasting ? nothing : html`<p class="sst-quietly">${this.say("web.check.not_kept")}</p>`;
    if (screen === "question") return html`${questionView(this)} ${note}`;
    if (screen === "over") return html`${overview(this)} ${note}`;
    return html`${startView(this)} ${note}`;
  }

  /** A module in words: its number and its title. */
  moduleName(id) {
    return this.say("web.check.module", { number: Number(id.slice(1)), title: this.modules.get(id).title });
  }

  /** The heading that teaches a question's answer, with its whole address; null while the page is not there. */
  taught(card) {
    const module = this.modules.get(card.module);
    const section = module.sections[card.section - 1];
    if (!section || module.address === null) return null;
    return { title: section.title, href: new URL(`${module.address}#${section.anchor}`, this.root).href };
  }
}
