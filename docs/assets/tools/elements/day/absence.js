// Somebody is absent: who, and from which round on; the rest is made anew for those present, and can be had back.
import { live } from "../../../vendor/lit-html/directives/live.js";
import { html, nothing } from "../tool.js";
import { folding, wrongLine } from "./controls.js";

/** Who is away from some round on, as the day has it. */
export const awayIn = (day) => new Set((day.absences ?? []).flatMap((absence) => absence.participants));

/** The first round that may still be made anew: what was settled for an earlier absence stays. */
export const firstOpen = (day) => Math.max(1, ...(day.absences ?? []).map((absence) => absence.from_round));

/**
 * @param {import("../day.js").default} tool
 */
export function absence(tool) {
  const { state, say } = tool;
  const { day, absences, away, from } = state;
  const gone = awayIn(day);
  const present = Array.from({ length: day.participants }, (_, i) => i + 1).filter((person) => !gone.has(person));
  const first = firstOpen(day);
  const open = day.clock.map(({ round }) => round).filter((round) => round >= first);
  const choice = (round) =>
    html`<option value=${round} ?selected=${round === Math.max(from, first)}>${say("print.round", { round })}</option>`;
  const toggle = (person) => (event) =>
    tool.set({ away: event.target.checked ? [...away, person] : away.filter((one) => one !== person), wrong: null });
  const fold = folding(tool, "absenceOpen");
  return html`<details
    class="sst-fold sst-noprint sst-day-absence"
    .open=${live(state.absenceOpen)}
    @toggle=${fold.toggled}
  >
    <summary @click=${fold.pressed}>${say("web.day.absent")}</summary>
    <p class="sst-hint">${say("web.day.absent.how")}</p>
    <fieldset>
      <legend>${say("web.day.absent.who")}</legend>
      <div class="sst-choices sst-day-numbers">
        ${present.map(
          (person) =>
            html`<label class="sst-step"
              ><input
                type="checkbox"
                name="away"
                value=${person}
                aria-label=${say("print.participant.title", { participant: person })}
                .checked=${live(away.includes(person))}
                @change=${toggle(person)}
              /><span>${person}</span></label
            >`,
        )}
      </div>
    </fieldset>
    <div class="sst-fields">
      <label class="sst-field"
        >${say("web.day.absent.from")}
        <select name="from" @change=${(event) => tool.set({ from: Number(event.target.value) })}>
          ${open.map(choice)}
        </select></label
      >
    </div>
    ${wrongLine(state, "absent")}
    <div class="sst-row">
      <button type="button" class="sst-button sst-primary" @click=${() => tool.leaveOut()}>
        ${say("web.day.absent.make")}
      </button>
      ${absences.length ? undo(tool) : nothing}
    </div>
  </details>`;
}

const undo = (tool) =>
  html`<button type="button" class="sst-button" @click=${() => tool.undo()}>
    ${tool.say("web.day.absent.undo")}
  </button>`;

/** Who is away, in sight above the rounds, with the way back. */
export function absentNow(tool) {
  const { day, absences } = tool.state;
  const { say } = tool;
  if (!day.absences?.length) return nothing;
  return html`<p class="sst-day-away">
    ${day.absences.map(
      (one) =>
        html`<span>${say("web.day.absent.now", { who: one.participants.join(", "), round: one.from_round })}</span> `,
    )}${absences.length ? undo(tool) : nothing}
  </p>`;
}
