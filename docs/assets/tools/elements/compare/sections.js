// The comparison in words, in the order of the reveal: what you saw as strong together, what hindered, where you differ
// most, and only then figures. Twin in spirit of sst_training/sheets/comparison_sections.py.
import { clock } from "../../engine/times.js";
import { lang } from "../../words.js";
import { html, nothing } from "../tool.js";

const MOST_STRENGTHS = 5;
const LEVELS = [1, 2, 3, 4];

const percent = (share) => `${Math.round(share * 100)}%`;
const listed = (names) => new Intl.ListFormat(lang()).format(names);
const signed = (number) => {
  const shown = new Intl.NumberFormat(lang(), { maximumFractionDigits: 2, signDisplay: "exceptZero" });
  return shown.format(number).replace("-", "−");
};

/** Tells a comparison: names for skills, behaviours, levels and people, and the parts of the page. */
export class Telling {
  /**
   * @param {object} found what `compare` made
   * @param {import("../../engine/instrument.js").Instrument} instrument
   * @param {import("../../words.js").Say} say
   */
  constructor(found, instrument, say) {
    Object.assign(this, { found, instrument, say });
    this.skills = Object.fromEntries(instrument.items.map((item) => [item.id, item.text]));
    this.ticks = Object.fromEntries(instrument.items.flatMap((item) => item.ticks.map((tick) => [tick.id, tick.text])));
  }

  who(label) {
    return label === this.found.self ? this.say("web.compare.you") : label;
  }

  /** People after "by": in Dutch another word for you. */
  by = (...labels) => {
    const you = (label) => (label === this.found.self ? this.say("web.compare.you.by") : label);
    return listed(labels.map(you));
  };

  opening() {
    const raters = this.found.raters.map(({ role, label }) => this.say(`web.compare.by.${role}`, { label }));
    return this.say("web.compare.with", { label: this.found.self, raters: listed(raters) });
  }

  behaviour({ tick, item }, words) {
    return html`<li>${this.ticks[tick]} <span class="sst-chip sst-skill">${this.skills[item]}</span>
      <span class="sst-quietly">${words}</span></li>`;
  }

  strengths() {
    const { say } = this;
    const seen = this.found.strengths;
    const left = seen.slice(MOST_STRENGTHS);
    const line = (one) => this.behaviour(one, say("web.compare.seen_by", { who: this.by(...one.labels) }));
    return html`<section class="sst-strengths"><h3>${say("web.compare.strengths")}</h3>
      ${seen.length
        ? html`<ul>${seen.slice(0, MOST_STRENGTHS).map(line)}</ul>`
        : html`<p>${say("web.compare.strengths.none")}</p>`}
      ${left.length
        ? html`<details class="sst-fold"><summary>${say("web.compare.strengths.more", { count: left.length })}</summary>
            <ul>${left.map(line)}</ul></details>`
        : nothing}</section>`;
  }

  mismatches() {
    const { say } = this;
    const everyone = [this.found.self, ...this.found.raters.map((rater) => rater.label)];
    const line = (one) => {
      const others = everyone.filter((label) => !one.labels.includes(label));
      const words = { who: this.by(...one.labels), others: this.by(...others) };
      return this.behaviour(one, say("web.compare.seen_not", words));
    };
    const { harm_mismatches: found } = this.found;
    return html`<section><h3>${say("web.compare.mismatches")}</h3>
      ${found.length
        ? html`<ul>${found.map(line)}</ul>`
        : html`<p>${say("web.compare.mismatches.none")}</p>`}</section>`;
  }

  gaps() {
    const { say } = this;
    const { largest_gaps: found } = this.found;
    return html`<section><h3>${say("web.compare.gaps")}</h3>
      ${found.length
        ? html`<p class="sst-quietly">${say("web.compare.gaps.how")}</p>
            <ol class="sst-differences">${found.map((gap) => this.gap(gap))}</ol>`
        : html`<p>${say("web.compare.gaps.none")}</p>`}</section>`;
  }

  gap(gap) {
    const { say, instrument } = this;
    const { levels } = this.found.items[gap.item];
    const sides = [this.found.self, gap.label];
    const line = (label) => {
      const at = gap.at[label];
      const when = at === null ? say("web.compare.no_time") : say("web.compare.at", { time: clock(at) });
      const level = `${levels[label]} · ${instrument.levels[levels[label]]}`;
      return html`<li><strong>${this.who(label)}</strong>: ${level}, ${when}</li>`;
    };
    const badge = (label) => html`<b class=${label === this.found.self ? "sst-own" : ""}>${this.who(label)}</b>`;
    const step = (level) => html`<div><span>${instrument.levels[level]}</span>
      ${sides.filter((label) => levels[label] === level).map(badge)}</div>`;
    const eye = gap.difference > 0 ? "kinder" : "stricter";
    const words = { difference: signed(gap.difference), label: gap.label };
    return html`<li class="sst-difference"><h4>${this.skills[gap.item]}</h4>
      <div class="sst-scale-of-four" aria-hidden="true">${LEVELS.map(step)}</div>
      <ul>${sides.map(line)}</ul>
      <p class="sst-quietly">${say(`web.compare.${eye}`, words)}</p>
    </li>`;
  }

  /** Every skill that anyone assessed, a column a rater, with the signed difference. */
  levels() {
    const { say, instrument } = this;
    const { self, raters, items } = this.found;
    const columns = [self, ...raters.map((rater) => rater.label)];
    const rows = Object.entries(items).filter(([, item]) => Object.values(item.levels).some((level) => level !== null));
    const cell = (item) => (label) => {
      if (item.levels[label] === null) return html`<td>·</td>`;
      const apart = Object.hasOwn(item.difference, label) ? ` (${signed(item.difference[label])})` : "";
      return html`<td>${item.levels[label]}<span class="sst-quietly">${apart}</span></td>`;
    };
    const legend = LEVELS.map((level) => `${level} ${instrument.levels[level]}`).join(" · ");
    return html`<section><h3>${say("web.compare.levels")}</h3>
      <table class="sst-level-table"><thead><tr><th scope="col">${say("score.profile.skill")}</th>
        ${columns.map((label) => html`<th scope="col">${this.who(label)}</th>`)}</tr></thead>
      <tbody>${rows.map(([skill, item]) => html`<tr><th scope="row">${this.skills[skill]}</th>
        ${columns.map(cell(item))}</tr>`)}</tbody></table>
      <p class="sst-quietly">${legend}</p></section>`;
  }

  figures() {
    const { say, found } = this;
    const line = ({ label }) => {
      if (found.exact[label] === null) {
        const why = found.not_blind.some((one) => one === label || one === found.self) ? "not_blind" : "nothing";
        return html`<li>${say(`web.compare.figures.${why}`, { label })}</li>`;
      }
      const shares = { exact: percent(found.exact[label]), within: percent(found.within_one[label]) };
      const words = { label, count: found.compared[label], ...shares, bias: signed(found.bias[label]) };
      return html`<li>${say("web.compare.figures.line", words)}</li>`;
    };
    return html`<section><h3>${say("web.compare.figures")}</h3><ul>${found.raters.map(line)}</ul>
      <p class="sst-quietly">${say("web.compare.figures.bias")}</p>
      <p class="sst-quietly">${say("web.compare.figures.no_coefficient")}</p></section>`;
  }

  /** Who begins, and what comes then: strengths first. */
  talk(clients) {
    const { say, found } = this;
    const others = found.raters.map((rater) => rater.label);
    const steps = [
      say("web.compare.talk.own", { label: found.self }),
      say(`web.compare.talk.${others.length === 1 ? "other" : "others"}`, { labels: listed(others) }),
      ...clients.map(({ first }) => say("web.compare.talk.client", { question: say(`web.compare.ask.${first}`) })),
      ...(found.harm_mismatches.length ? [say("web.compare.talk.hindered")] : []),
      ...(found.largest_gaps.length ? [say("web.compare.talk.gaps")] : []),
      say("web.compare.talk.step", { label: found.self }),
    ];
    return html`<section class="sst-talk-order"><h3>${say("web.compare.talk")}</h3>
      <ol>${steps.map((step) => html`<li>${step}</li>`)}</ol></section>`;
  }

  /** The client's after-form: three marks of their own, the lowest first. */
  client({ label, voice, first }) {
    const { say } = this;
    const marks = [first, ...["topic", "understood", "forward"].filter((name) => name !== first)];
    const row = (name) => html`<div class=${name === first ? "sst-voice-first" : ""}>
      <dt>${say(`web.compare.client.${name}`)}</dt>
      <dd>${say("web.compare.client.of", { mark: voice[name] })}</dd></div>`;
    return html`<section class="sst-client"><h3>${say("web.compare.client", { label })}</h3>
      <p><strong>${say("web.compare.client.first", { question: say(`web.compare.ask.${first}`) })}</strong></p>
      <dl class="sst-voices">${marks.map(row)}</dl>
      ${voice.wished ? html`<p>${say("web.compare.client.wished")} ‘${voice.wished}’</p>` : nothing}
      <p class="sst-quietly">${say("web.compare.client.how")}</p></section>`;
  }
}
