// What this site keeps on this device: seen, taken along, erased; and the switch for a device that others use too.
import { encoded } from "../engine/rating-file.js";
import { exportOf } from "../store/export.js";
import { eraseAll, MEMORY, PAGES, place, setShared, shared } from "../store/place.js";
import { lang } from "../words.js";
import { everything, forget, room } from "./device/kept.js";
import { inWords } from "./rating/days.js";
import { download, html, nothing, Tool } from "./tool.js";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];

/** A size as people read it. */
export function size(bytes) {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const shown = { style: "unit", unit: UNITS[step], maximumFractionDigits: step > 1 ? 1 : 0 };
  return new Intl.NumberFormat(lang(), shown).format(bytes / 1000 ** step);
}

export default class DeviceTool extends Tool {
  static needs = [];

  state = { kept: null, room: null, undo: null, done: "", promised: "" };

  async ready() {
    await this.look();
    for (const told of [MEMORY, PAGES]) addEventListener(told, () => this.look());
  }

  /** Reads anew what is there, so that what is shown is what is so. */
  async look(changes = {}) {
    const [kept, found] = [await everything(), await room()];
    this.set({ kept, room: found, ...changes });
  }

  get empty() {
    const { groups, pages, settings } = this.state.kept;
    return groups.length === 0 && pages.count === 0 && settings === 0;
  }

  save() {
    const entries = this.state.kept.groups.flatMap((group) => group.entries.map(({ key, value }) => [key, value]));
    const { name, content } = exportOf(entries, this.say);
    download(name, content);
    this.announce(this.say("web.device.saved"));
  }

  async wipe(group) {
    const undo = await forget(group);
    await this.look({ undo: { name: group.name, undo }, done: "" });
    this.focusOn(".sst-undo button");
  }

  async putBack() {
    await this.state.undo.undo();
    await this.look({ undo: null });
    this.focusOn("h2");
  }

  async eraseEverything() {
    const was = shared();
    await eraseAll();
    if (was) setShared(true);
    await this.look({ undo: null, promised: "" });
    this.querySelector("dialog").close();
    this.set({ done: this.say(this.empty ? "web.device.erased" : "web.device.not_erased") });
    this.focusOn(".sst-erased");
  }

  async share(yes) {
    setShared(yes);
    await place();
    await this.look({ undo: null, done: "" });
    this.announce(this.say(yes ? "web.device.shared.on" : "web.device.shared.off"));
  }

  async persist() {
    const yes = await navigator.storage.persist();
    await this.look({ promised: this.say(yes ? "web.device.promised" : "web.device.not_promised") });
  }

  view() {
    return html`${this.sharing()} ${this.list()} ${this.erasing()} ${this.space()}`;
  }

  sharing() {
    const { say } = this;
    return html`<section class="sst-panel"><h2>${say("web.device.shared")}</h2>
      <label class="sst-choice">
        <input type="checkbox" role="switch" .checked=${shared()}
          @change=${(event) => this.share(event.target.checked)}>
        <span>${say("web.device.shared.switch")}</span></label>
      <p>${say("web.device.shared.how")}</p>
      ${this.state.kept.old
        ? html`<p class="sst-wrong-line" role="status">${say("web.device.shared.old")}</p>`
        : nothing}</section>`;
  }

  list() {
    const { say } = this;
    const { groups, pages, settings } = this.state.kept;
    const { undo, done } = this.state;
    const row = (name, count, bytes, action = nothing) => html`<li>
      <span class="sst-kept-name">${say(`web.device.group.${name}`)}</span>
      <span class="sst-quietly">${say(`web.device.count${count === 1 ? ".one" : ""}`, { count })}${takes(bytes)}</span>
      ${action}</li>`;
    const takes = (bytes) => (bytes === null ? "" : ` · ${bytes < 1000 ? say("web.device.small") : size(bytes)}`);
    const wipe = (group) => html`<button type="button" class="sst-button sst-quiet"
      aria-label=${say("web.device.wipe_one", { name: this.named(group) })}
      @click=${() => this.wipe(group)}>${say("web.device.wipe")}</button>`;
    return html`<section class="sst-panel"><h2>${say("web.device.here")}</h2>
      ${done ? html`<p class="sst-erased" role="status"><strong>${done}</strong></p>` : nothing}
      ${this.empty ? html`<p>${say("web.device.empty")}</p>` : nothing}
      <ul class="sst-kept sst-kept-groups">
        ${groups.map((group) => row(group.name, group.count, group.size, wipe(group)))}
        ${pages.count ? row("pages", pages.count, pages.size) : nothing}
        ${settings ? row("settings", settings, null) : nothing}
      </ul>
      ${undo
        ? html`<p class="sst-undo" role="status">${say("web.device.wiped", { name: this.named(undo) })}
            <button type="button" class="sst-button" @click=${() => this.putBack()}>
              ${say("web.device.undo")}</button></p>`
        : nothing}
      ${this.observations(groups.find((group) => group.name === "observations"))}
      ${groups.length
        ? html`${this.saving("sst-primary")}<p class="sst-quietly">${say("web.device.save.how")}</p>`
        : nothing}</section>`;
  }

  named({ name }) {
    return this.say(`web.device.group.${name}`);
  }

  saving(weight = "") {
    return html`<div class="sst-row"><button type="button" class="sst-button ${weight}" @click=${() => this.save()}>
      ${this.say("web.device.save")}</button></div>`;
  }

  /** Each observation as the file other people and the program read. */
  observations(group) {
    if (!group) return nothing;
    const { say } = this;
    const file = ({ rating }) => download(`${rating.session}-${rating.rater.role}.json`, encoded(rating));
    const row = ({ value }) => {
      const { session, date, rater } = value.rating;
      const name = say(`web.device.by.${rater.role}`, { label: rater.label });
      return html`<li><span><span class="sst-code">${session}</span> · ${name}</span>
        <span class="sst-quietly">${inWords(say, date)}</span>
        <button type="button" class="sst-button" aria-label=${say("web.device.file_one", { session, name })}
          @click=${() => file(value)}>${say("web.device.file_button")}</button></li>`;
    };
    return html`<details class="sst-fold"><summary>${say("web.device.each")}</summary>
      <ul class="sst-kept">${group.entries.map(row)}</ul></details>`;
  }

  erasing() {
    const { say } = this;
    const { groups } = this.state.kept;
    const close = () => this.querySelector("dialog").close();
    return html`<section class="sst-panel"><h2>${say("web.device.erase")}</h2>
      <p>${say("web.device.erase.how")}</p>
      <div class="sst-row"><button type="button" class="sst-button sst-danger"
        @click=${() => this.querySelector("dialog").showModal()}>${say("web.device.erase.open")}</button></div>
      <dialog aria-labelledby="sst-erase-title">
        <h3 id="sst-erase-title">${say("web.device.erase.ask")}</h3>
        <p>${say("web.device.erase.what")}</p>
        ${groups.length ? html`<p>${say("web.device.erase.first")}</p>${this.saving()}` : nothing}
        <div class="sst-row sst-end">
          <button type="button" class="sst-button" autofocus @click=${close}>${say("web.device.erase.no")}</button>
          <button type="button" class="sst-button sst-danger" @click=${() => this.eraseEverything()}>
            ${say("web.device.erase.yes")}</button>
        </div>
      </dialog></section>`;
  }

  space() {
    const { say } = this;
    const { room: found, promised } = this.state;
    if (!found) return nothing;
    return html`<section class="sst-panel"><h2>${say("web.device.room")}</h2>
      <p>${say("web.device.room.how", { usage: size(found.usage), quota: size(found.quota) })}</p>
      <p>${say(found.persisted ? "web.device.room.kept" : "web.device.room.may_go")}</p>
      ${found.persisted || shared()
        ? nothing
        : html`<div class="sst-row"><button type="button" class="sst-button" @click=${() => this.persist()}>
            ${say("web.device.persist")}</button></div>`}
      <p role="status">${promised}</p></section>`;
  }
}
