// What its rater agreed about an unsafe tick: with whom, and a line. The tick stays; this is the one change that a locked
// observation takes.
import { resolved } from "../../engine/draft.js";
import { html, nothing } from "../tool.js";
import { today } from "./days.js";
import { typed, wrongLine } from "./fields.js";

export function resolveView(tool) {
  const { say, rating, sitting, state } = tool;
  if (!sitting.mine) return nothing;
  const own = rating.rater.label === rating.ratee;
  const form = { partner: own ? "" : rating.ratee, note: "", ...state.settling };
  const change = (name) => (text) => tool.set({ settling: { ...form, [name]: text } });
  const submit = (event) => {
    event.preventDefault();
    const asked = { partner: form.partner.trim(), note: form.note, today: today() };
    if (asked.note.trim() === "" && rating.session_kind !== "own-issue") return tool.wrong("resolve", say("web.rate.resolve.words"));
    const done = tool.fits("resolve", () => sitting.change(resolved(rating, asked)));
    if (done) tool.set({ settling: null, asking: null });
    if (done) tool.focusOn(".rate-report h2");
    return undefined;
  };
  if (state.asking !== "resolve") {
    return html`<p class="sst-noprint"><button type="button" class="sst-button" @click=${() => tool.set({ asking: "resolve" })}>${say("web.rate.resolve")} …</button></p>`;
  }
  return html`
    <form class="sst-panel sst-noprint" novalidate @submit=${submit}>
      <p>${say("web.rate.resolve.how")}</p>
      <div class="sst-fields">${typed(tool, "partner", { label: say(own ? "web.rate.resolve.with" : "web.rate.ratee"), value: form.partner, keep: change("partner"), early: true, holder: "T1" })}</div>
      ${rating.session_kind === "own-issue" ? nothing : typed(tool, "settled", { label: say("web.rate.resolve.note"), value: form.note, keep: change("note"), early: true, lines: 3, hint: say("web.rate.note.hint") })}
      ${wrongLine(tool, "resolve")}
      <div class="sst-row"><button class="sst-button sst-primary">${say("web.rate.resolve.save")}</button>
        <button type="button" class="sst-button sst-quiet" @click=${() => tool.set({ asking: null, settling: null })}>${say("web.rate.cancel")}</button></div>
    </form>`;
}
