// Choosing what to print, and the papers themselves. While papers lie here, nothing else of the day is in the page:
// what the printer gets is one kind, and the address, which a browser may print above a page, holds no start code.
import { live } from "../../../vendor/lit-html/directives/live.js";
import { html, nothing } from "../tool.js";
import { kindsOf } from "./leaves.js";

/** What can be printed, a button each. @param {import("../day.js").default} tool */
export function choices(tool) {
  const { state, say } = tool;
  const { day, pack, printFor } = state;
  const people = Array.from({ length: day.participants }, (_, i) => String(i + 1));
  const button = (kind) =>
    html`<button type="button" class="sst-button" data-print=${kind} @click=${() => tool.lay(kind)}>
      ${say(`web.day.print.${kind}`)}
    </button>`;
  const row = (kind) =>
    html`<li>
      ${
        kind === "person"
          ? html`<span class="sst-day-whom"
              >${button(kind)}
              <label class="sst-field"
                ><span class="sst-said">${say("print.day.participant")}</span>
                <select name="printFor" @change=${(event) => (state.printFor = event.target.value)}>
                  ${people.map((one) => html`<option value=${one} ?selected=${one === printFor}>${one}</option>`)}
                </select></label
              ></span
            >`
          : button(kind)
      } <span class="sst-quietly">${say(`web.day.print.${kind}.how`)}</span>
    </li>`;
  return html`<section class="sst-panel sst-noprint sst-day-printing">
    <h3>${say("web.day.print")}</h3>
    <p class="sst-hint">${say("web.day.print.how")}</p>
    <ul class="sst-day-kinds">
      ${kindsOf(day, pack).map(([kind]) => row(kind))}
    </ul>
  </section>`;
}

/** The title of the papers that lie here. */
const titleOf = ({ kind, person }, say) =>
  kind === "person" ? say("print.participant.title", { participant: person }) : say(`web.day.print.${kind}`);

/** The papers of one kind, or first the question whether more readers' pages may come together. */
export function papers(tool) {
  const { say } = tool;
  const { paper, duplex } = tool.state;
  const back = html`<button type="button" class="sst-button" @click=${() => tool.clear()}>
    ${say("web.day.print.back")}
  </button>`;
  if (!paper.agreed) {
    return html`<section class="sst-panel sst-day-warning">
      <h2>${titleOf(paper, say)}</h2>
      <p role="alert">${say(`web.day.print.${paper.kind}.warning`)}</p>
      <div class="sst-row">
        <button type="button" class="sst-button sst-danger" @click=${() => tool.lay(paper.kind, true)}>
          ${say("web.day.print.together")}</button
        >${back}
      </div>
    </section>`;
  }
  const { count, done } = paper;
  const said = done
    ? say(count === 1 ? "web.day.print.one" : "web.day.print.many", { count })
    : say("web.day.print.coming", { count });
  return html`<div class="sst-panel sst-controls sst-noprint">
      <h2>${titleOf(paper, say)}</h2>
      <p role="status">${said}</p>
      ${
        paper.kind === "trainer"
          ? nothing
          : html`<label class="sst-choice"
              ><input
                type="checkbox"
                name="duplex"
                .checked=${live(duplex)}
                @change=${(event) => tool.set({ duplex: event.target.checked })}
              />
              <span>${say("web.day.print.duplex")}</span></label
            >`
      }
      <div class="sst-row">
        <button type="button" class="sst-button sst-primary" ?disabled=${!done} @click=${() => print()}>
          ${say("web.play.print")}</button
        >${back}
      </div>
    </div>
    <div class="sst-measure" aria-hidden="true"></div>
    <div class="sst-paper ${duplex ? "sst-duplex" : ""}"></div>`;
}
