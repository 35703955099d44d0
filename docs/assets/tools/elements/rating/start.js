// The first screen: what is kept here, a new observation, and a file from elsewhere.
import { faults, unfinished } from "../../engine/checks.js";
import { skillsOf } from "../../engine/instrument.js";
import { ratedOf } from "../../engine/levels.js";
import { add, put, remove } from "../../store/ratings.js";
import { SstError } from "../../engine/errors.js";
import { page } from "../next-step.js";
import { html } from "../tool.js";
import { button, primary, quiet, told, when } from "./buttons.js";
import { inWords } from "./days.js";
import { brought, taken } from "./files.js";
import { freshForm } from "./new.js";

export function startView(tool) {
  const { say, list, state } = tool;
  return html`
    <div class="sst-row">
      ${primary(say("web.rate.new"), () => begin(tool))}
      ${button(say("web.rate.client.link"), () => begin(tool, "client"))}
      <label class="sst-button sst-file">${say("web.rate.import")}
        <input type="file" accept=".json,application/json" class="sst-said" @change=${(event) => bring(tool, event)}>
      </label>
    </div>
    ${when(state.told, () => told(state.told, { role: "status" }))}
    ${when(state.removed, () => removedLine(tool))}
    <section aria-labelledby="rate-kept">
      <h2 id="rate-kept">${say("web.rate.kept")}</h2>
      ${when(list.length === 0, () => html`<p class="sst-quietly">${say("web.rate.kept.none")}</p>`)}
      <ul class="rate-kept">${list.map((kept) => entry(tool, kept))}</ul>
    </section>
    ${when(tool.shelf.lasting, () => html`<p class="sst-quietly">${say("web.rate.where")}
      <a href=${page("about/this-device/")}>${say("web.rate.where.more")}</a></p>`)}
  `;
}

function entry(tool, kept) {
  const { say } = tool;
  const { rating } = kept;
  const { role, label } = rating.rater;
  const state = stateOf(tool, rating);
  const opens = rating.locked || role === "client" ? "look" : "go_on";
  const named = say("web.rate.named", { label, session: rating.session });
  const does = (key, press, make = quiet) => make(say(key), press, { named: `${say(key)}: ${named}` });
  const kind = `${say(`score.kind.${rating.session_kind}`)} ${rating.scenario ?? ""}`.trim();
  return html`
    <li>
      <p><strong>${role === "self" ? label : say("web.rate.about", { label, ratee: rating.ratee })}</strong>
        <span class="sst-chip sst-skill">${say(`web.rate.role.${role}`)}</span>
        <span class="sst-chip ${state}">${stateWords(tool, rating, state)}</span></p>
      <p class="sst-quietly">${inWords(say, rating.date)} · ${kind} ·
        <span class="sst-code">${rating.session}</span></p>
      <div class="sst-row">
        ${when(state !== "other", () => does(`web.rate.${opens}`, () => tool.open(kept.key), button))}
        ${when(role !== "client" || rating.voice, () => does("web.rate.export", () => taken(tool, rating)))}
        ${does("web.rate.remove", () => away(tool, kept))}
      </div>
    </li>`;
}

function stateOf({ instrument }, rating) {
  if (rating.instrument !== instrument.id || rating.version !== instrument.version) return "other";
  if (rating.locked) return "locked";
  if (rating.rater.role === "client") return rating.voice ? "whole" : "busy";
  return faults(rating, instrument).length + unfinished(rating, instrument).length === 0 ? "whole" : "busy";
}

function stateWords({ say, instrument }, rating, state) {
  const { version, rater } = rating;
  if (state !== "busy" || rater.role === "client") return say(`web.rate.state.${state}`, { version });
  const skills = skillsOf(instrument).map((skill) => ratedOf(rating, skill));
  const looked = skills.filter((one) => one.reason !== "not_in_this_exercise");
  const done = looked.filter((one) => one.state !== "missing").length;
  return say("web.rate.state.of", { done, of: looked.length });
}

function begin(tool, role = "self") {
  tool.whole().catch(() => {}); // while the form is filled in; opening says it if it does not come
  tool.go("new", { form: freshForm(tool, { role }) });
}

async function bring(tool, event) {
  const [file] = event.target.files;
  event.target.value = "";
  if (!file) return;
  const sentence = await brought(tool, file, add);
  await tool.refresh();
  tool.set({ told: sentence, removed: null });
}

// Gone at once, and back again for as long as the list is on the screen.
async function away(tool, { key }) {
  try {
    const removed = await remove(key);
    tool.unexported.delete(key);
    tool.set({ removed, told: null });
  } catch (cause) {
    if (!(cause instanceof SstError)) throw cause;
    tool.set({ told: tool.say(cause.key, cause.words) });
  }
  await tool.refresh();
  tool.focusOn(tool.state.removed ? ".rate-removed button" : "h2");
}

function removedLine(tool) {
  const { rating } = tool.state.removed;
  const back = async () => {
    const wrong = await put(tool.state.removed).then(() => null, (cause) => tool.say(cause.key));
    tool.set({ removed: null, told: wrong });
    await tool.refresh();
    tool.focusOn("#rate-kept");
  };
  const named = tool.say("web.rate.named", { label: rating.rater.label, session: rating.session });
  return html`
    <p class="rate-removed" role="status">${tool.say("web.rate.removed", { what: named })}
      ${button(tool.say("web.rate.undo"), back)}</p>`;
}
