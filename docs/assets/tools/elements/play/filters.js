// The choices that narrow a draw, as fields; and the same read back from an address.
import { SETTINGS } from "../../engine/settings.js";
import { html } from "../tool.js";

/** What can be chosen: [name, [[value, text] …]] in the order of the form. */
function choices(library, say) {
  const skills = library.instrument.items.filter((item) => !item.gated);
  return [
    ["skill", skills.map((item) => [item.id, item.text])],
    ["level", [1, 2, 3].map((level) => [String(level), say(`web.level.${level}`)])],
    ["setting", SETTINGS.map((setting) => [setting, say(`setting.${setting}`)])],
    ["context", Object.entries(library.words.contexts)],
  ];
}

/** A field for each choice. */
export function filters(library, wanted, say, change) {
  return choices(library, say).map(
    ([name, options]) => html`<label class="sst-field">${say(`web.play.${name}`)}
      <select name=${name} @change=${(event) => change(name, name === "level" ? Number(event.target.value) : event.target.value)}>
        <option value="" ?selected=${!wanted[name]}>${say("web.play.any")}</option>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${String(wanted[name]) === value}>${text}</option>`)}
      </select></label>`,
  );
}

/** What an address asks for; a value that does not exist counts as not asked. */
export function wantedOf(asked, library) {
  const options = Object.fromEntries(choices(library, (key) => key).map(([name, found]) => [name, found.map(([value]) => value)]));
  const value = (name) => (options[name].includes(asked.get(name)) ? asked.get(name) : null);
  return { level: value("level") ? Number(value("level")) : null, skill: value("skill"), setting: value("setting"), context: value("context") };
}
