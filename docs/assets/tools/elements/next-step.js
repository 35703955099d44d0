// What trains a skill, as links into the course: one exercise, one module, and a role-play drawn for it.
import { html, nothing } from "./tool.js";

const root = new URL("../../../", import.meta.url);

/** A page of this language's site. */
export const page = (path) => new URL(path, root).href;

/** The address of a role-play's page that is set to a skill and level. */
export const roleplayPage = ({ skill, level }) => page(`practice/roleplay/#${new URLSearchParams({ skill, level })}`);

/** The address where one looks back at a role-play that was recorded. */
export const ratePage = ({ skill, scenario }) =>
  page(`look-back/rate/#${new URLSearchParams({ skills: skill, scenario: scenario.id })}`);

/**
 * @param {import("../engine/next-practice.js").NextPractice} step
 * @param {object} library the drawing file
 * @param {import("../words.js").Say} say
 */
export function pointers(step, library, say) {
  const exercise = library.exercises.find((card) => card.id === step.exercise);
  const module = library.modules.find((one) => one.id === step.module);
  const row = (name, address, text) => html`<li>
    <strong>${say(`score.next.${name}`)}:</strong> ${address ? html`<a href=${address}>${text}</a>` : text}</li>`;
  return html`<ul class="sst-pointers">
    ${exercise ? row("exercise", page(`exercises/#${exercise.id}`), exercise.title) : nothing}
    ${module ? row("module", module.address && page(module.address), module.title) : nothing}
    ${step.roleplay
      ? row("roleplay", roleplayPage(step.roleplay), say("score.next.level", { level: step.roleplay.level }))
      : nothing}
  </ul>`;
}
