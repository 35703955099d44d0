// What its rater agreed about an unsafe tick: with whom, and a line. The tick stays; this is the one change that a
// locked observation takes.
import { resolved } from "../../engine/draft.js";
import { html, nothing } from "../tool.js";
import { button, quiet, when } from "./buttons.js";
import { today } from "./days.js";
import { typed, wrongLine } from "./fields.js";
import { wordsField } from "./moment-fields.js";

export function resolveView(tool) {
  const { say, rating, sitting, state } = tool;
  if (!sitting.mine) return nothing;
  const ask = (asking) => () => tool.set({ asking, settling: null });
  if (state.asking !== "resolve") {
    return html`<p class="sst-noprint">${button(`${say("web.rate.resolve")} …`, ask("resolve"))}</p>`;
  }
  const own = rating.rater.label === rating.ratee;
  const form = { partner: own ? "" : rating.ratee, note: "", ...state.settling };
  const change = (name) => (text) => tool.set({ settling: { ...form, [name]: text } });
  const partner = { label: say(own ? "web.rate.resolve.with" : "web.rate.ratee"), holder: "T1", early: true };
  const submit = (event) => {
    event.preventDefault();
    settle(tool, form);
  };
  return html`
    <form class="sst-panel sst-noprint" novalidate @submit=${submit}>
      <p>${say("web.rate.resolve.how")}</p>
      <div class="sst-fields">
        ${typed(tool, "partner", { ...partner, value: form.partner, keep: change("partner") })}</div>
      ${when(rating.session_kind !== "own-issue", () =>
        wordsField(tool, "settled", form.note, change("note"), "web.rate.resolve.note"),
      )}
      ${wrongLine(tool, "resolve")}
      <div class="sst-row"><button class="sst-button sst-primary">${say("web.rate.resolve.save")}</button>
        ${quiet(say("web.rate.cancel"), ask(null))}</div>
    </form>`;
}

function settle(tool, { partner, note }) {
  const { rating, sitting, say } = tool;
  if (note.trim() === "" && rating.session_kind !== "own-issue") {
    return tool.wrong("resolve", say("web.rate.resolve.words"));
  }
  const asked = { partner: partner.trim(), note, today: today() };
  if (!tool.fits("resolve", () => sitting.change(resolved(rating, asked)))) return undefined;
  tool.set({ settling: null, asking: null });
  tool.focusOn(".rate-report h2");
  return undefined;
}
