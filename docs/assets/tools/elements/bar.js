// The slim line above a tool that says when nothing outlives this page: on a shared device, and where the browser gives
// no place to keep things. It offers what was entered as a file, and asks before the page is left without one.
import { exportOf } from "../store/export.js";
import { MEMORY, PLACE, place, SAVED, shared, tabs } from "../store/place.js";
import { words } from "../words.js";
import { download, html, nothing } from "./tool.js";
import { render } from "../../vendor/lit-html/lit-html.js";

/** Observations are asked after by the tool they are made with: it knows which of them were saved as a file. */
const OBSERVATION = "rating:";

const state = { why: null, filled: false, saved: true };

let bar = null;
let say = null;

/** Shows the line whenever it holds, on any page with a tool; main.js calls this once. */
export function watch() {
  addEventListener(PLACE, ({ detail }) => change({ why: detail.why, filled: false, saved: true }));
  addEventListener(MEMORY, async () => {
    const keys = (await (await place()).entries()).map(([key]) => String(key));
    change({ filled: keys.length > 0, saved: keys.every((key) => key.startsWith(OBSERVATION)) });
  });
  addEventListener("beforeunload", (event) => {
    if (state.why !== null && !state.saved) event.preventDefault();
  });
  // Everything was erased in another tab: nothing may come back from this one.
  tabs?.addEventListener("message", ({ data }) => {
    if (data !== "erased") return;
    state.saved = true;
    location.reload();
  });
  if (shared()) place();
}

async function change(changes) {
  Object.assign(state, changes);
  if (state.why === null && bar === null) return;
  say ??= await words();
  bar ??= standing();
  render(view(), bar);
  bar.hidden = state.why === null;
}

function standing() {
  const line = document.createElement("aside");
  line.className = "sst-not-kept";
  line.setAttribute("aria-label", say("web.bar.name"));
  document.querySelector("article")?.prepend(line);
  return line;
}

function view() {
  if (state.why === null) return nothing;
  const about = new URL("../../../about/this-device/", import.meta.url).href;
  return html`<p><strong>${say(`web.bar.${state.why}`)}</strong> ${say("web.bar.gone")}</p>
    <p class="sst-not-kept-do">
      ${state.filled
        ? html`<button type="button" class="sst-button" @click=${save}>${say("web.bar.save")}</button>`
        : nothing}
      <a class="sst-not-kept-link" href=${about}>${say("web.bar.about")}</a>
    </p>`;
}

async function save() {
  const { name, content } = exportOf(await (await place()).entries(), say);
  download(name, content);
  dispatchEvent(new Event(SAVED));
  change({ saved: true });
}
