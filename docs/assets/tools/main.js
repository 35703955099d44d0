// Brings in the tools that stand on this page, and no others; above them a line where nothing is kept.
import { watch } from "./elements/bar.js";
import { trouble } from "./elements/trouble.js";

const TOOLS = {
  "sst-roleplay": "./elements/roleplay.js",
  "sst-own-issue": "./elements/own-issue.js",
  "sst-day": "./elements/day.js",
  "sst-rating": "./elements/rating.js",
  "sst-compare": "./elements/compare.js",
  "sst-calibrate": "./elements/calibrate.js",
  "sst-cards": "./elements/cards.js",
  "sst-check": "./elements/check.js",
  "sst-device": "./elements/device.js",
  "sst-offline": "./elements/offline.js",
};

watch();
for (const [name, source] of Object.entries(TOOLS)) {
  const place = document.querySelector(name);
  if (!place) continue;
  import(source).then(
    (module) => customElements.define(name, module.default),
    () => place.prepend(trouble(undefined, "failed", () => location.reload())),
  );
}
