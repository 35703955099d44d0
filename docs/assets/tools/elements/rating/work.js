// All that is needed once somebody begins: it is brought in before the first question about a talk, in one go, so that
// from then on nothing is fetched any more. The list of what is kept shows without it.
export { clientView } from "./client.js";
export { pressed } from "./keys.js";
export { partsOf } from "./parts.js";
export { Playing } from "./playing.js";
export { reportView } from "./report.js";
export { Sitting } from "./sitting.js";
export { watchView } from "./watch.js";
