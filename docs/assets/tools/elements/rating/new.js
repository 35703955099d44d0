// A new observation: who looks, whose talk it was, and the code that ties the observations of one session together.
import { newRating, lookingAt } from "../../engine/draft.js";
import { SstError } from "../../engine/errors.js";
import { isDay } from "../../engine/days.js";
import { newCode } from "../../engine/rating-file.js";
import { fits } from "../../engine/rating-shape.js";
import { add, get, keyOf } from "../../store/ratings.js";
import { html, nothing } from "../tool.js";
import { button, quiet } from "./buttons.js";
import { today } from "./days.js";
import { choice, typed, wrongLine } from "./fields.js";

const ROLES = ["self", "peer", "trainer"];

/** A form as it begins. Whoever looks at somebody else's talk has a code already. */
export const freshForm = (tool, { role = "self", skills = [], scenario = null } = {}) => ({
  ...{ role, skills, scenario, label: "", ratee: "", typed: "", code: code(), date: today(), own: role === "self" },
});

/** The system's own randomness. */
const code = () => newCode(() => crypto.getRandomValues(new Uint8Array(1))[0]);

/** What an address asks for: `#skills=focus,listen`, with `&scenario=sc-017` or not, or `#client`; null for nothing. */
export function withAddress(tool, hash) {
  if (hash === "#client") return { screen: "new", form: freshForm(tool, { role: "client" }) };
  const wanted = new URLSearchParams(hash.slice(1));
  const asked = (wanted.get("skills") ?? "").split(",");
  const scenario = tool.cards.scenarios.find((card) => card.id === wanted.get("scenario"))?.id ?? null;
  const skills = tool.instrument.items.filter((item) => asked.includes(item.id) && !item.gated).map((item) => item.id);
  return skills.length === 0 ? null : { screen: "new", form: freshForm(tool, { skills, scenario }) };
}

export function newView(tool) {
  const { say } = tool;
  const { form } = tool.state;
  const client = form.role === "client";
  const change = (changes) => tool.set({ form: { ...form, ...changes } });
  const line = (field, label, more = {}) => {
    const keep = (text) => keepTyped(tool, field, text);
    return typed(tool, field, { label, value: form[field], keep, early: true, ...more });
  };
  const own = say(client ? "web.rate.label.client" : "web.rate.label");
  return html`
    <form class="sst-sheet rate-ask" novalidate @submit=${(event) => made(tool, event)}>
      <h2>${say(client ? "web.rate.client.title" : "web.rate.new")}</h2>
      ${client
        ? html`<p>${say("web.rate.client.intro")}</p>`
        : choice(tool, "role", {
            ...{ legend: say("rate.ask.role"), value: form.role },
            pick: (role) => change({ role, own: role === "self" }),
            options: ROLES.map((role) => ({ value: role, text: say(`web.rate.role.${role}`) })),
          })}
      <div class="sst-fields">
        ${line("label", own, { hint: say("web.rate.label.hint"), holder: "P3" })}
        ${form.role === "self" ? nothing : line("ratee", say("web.rate.ratee"), { holder: "P3" })}
      </div>
      ${choice(tool, "own", {
        ...{ legend: say("web.rate.code"), value: form.own, pick: (own) => change({ own }), rows: true },
        options: [
          { value: true, text: say("web.rate.code.new"), hint: say("web.rate.code.new.hint") },
          { value: false, text: say("web.rate.code.typed"), hint: say("web.rate.code.typed.hint") },
        ],
      })}
      ${form.own
        ? html`<p>${say("web.rate.code.is")} <span class="sst-code">${form.code}</span></p>`
        : html`<div class="sst-fields">${line("typed", say("web.rate.code.field"), { holder: "k7q2m9xt" })}</div>`}
      <div class="sst-fields">${line("date", say("web.rate.date"), { type: "date" })}</div>
      ${wrongLine(tool, "all")}
      ${tool.state.there ? thereLine(tool) : nothing}
      <div class="sst-row">
        <button class="sst-button sst-primary">${say("web.rate.on")}</button>
        ${quiet(say("web.rate.cancel"), () => tool.toStart())}
      </div>
    </form>
  `;
}

const thereLine = (tool) => html`
  <p>${button(tool.say("web.rate.open_it"), () => tool.open(tool.state.there))}</p>`;

function keepTyped(tool, field, text) {
  tool.set({ form: { ...tool.state.form, [field]: text }, there: null });
  if (tool.state.wrong[field]) tool.wrong(field, wrongOf(tool, field, text));
}

function wrongOf({ say }, field, text) {
  const asked = text.trim();
  if (field === "label" || field === "ratee") {
    return fits.label(asked) && /[0-9]/.test(asked) ? null : say("rate.unfit.label");
  }
  if (field === "typed") return fits.session(asked.toLowerCase()) ? null : say("web.rate.unfit.code");
  return isDay(asked) ? null : say("rate.unfit.date");
}

async function made(tool, event) {
  event.preventDefault();
  const { form } = tool.state;
  const asked = ["label", ...(form.role === "self" ? [] : ["ratee"]), ...(form.own ? [] : ["typed"]), "date"];
  const wrong = Object.fromEntries(
    asked.map((field) => [field, wrongOf(tool, field, form[field])]).filter(([, sentence]) => sentence !== null),
  );
  tool.set({ wrong });
  if (Object.keys(wrong).length > 0) return tool.focusOn("[aria-invalid=true]");
  const { role, date } = form;
  const label = form.label.trim();
  const ratee = role === "self" ? label : form.ratee.trim();
  const session = form.own ? form.code : form.typed.trim().toLowerCase();
  const rating = newRating(tool.instrument, { session, date, ratee, role, label, scenario: form.scenario });
  return begun(tool, role === "client" ? rating : lookingAt(rating, tool.instrument, form.skills));
}

async function begun(tool, rating) {
  const key = keyOf(rating);
  try {
    if (await get(key)) {
      return tool.set({ wrong: { all: tool.say("web.store.already_here", words(rating)) }, there: key });
    }
    await add(rating);
  } catch (cause) {
    if (!(cause instanceof SstError)) throw cause;
    return tool.set({ wrong: { all: tool.say(cause.key, cause.words) } });
  }
  history.replaceState(null, "", location.pathname); // what was asked for is done
  return tool.open(key);
}

const words = ({ session, rater }) => ({ session, label: rater.label });
