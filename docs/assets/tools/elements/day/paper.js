// Papers on the screen, and from there to the printer: one kind at a time, so that no two readers' pages meet. Leaf by
// leaf, so that the page stays at hand; each side in the largest letter in which it fits one page.
import { render } from "../../../vendor/lit-html/lit-html.js";
import { html } from "../tool.js";
import { leaves } from "./leaves.js";

const AT_A_TIME = 2;
const LONGEST = 16; // milliseconds of work before the page gets its turn
const SIZES = [11, 10.5, 10, 9.5, 9, 8.5, 8]; // points, from the one we like to the smallest that reads well
const LARGE = [17, 16, 15, 14, 13, 12, 11, 10, 9, 8];
const MILLIMETRE = 96 / 25.4;
const PAGE = 245 * MILLIMETRE; // what both A4 and Letter hold between our margins, with some to spare
const HALF = 118 * MILLIMETRE;

/** Lets the page do what else it has to do. */
const pause = () => new Promise((go) => setTimeout(go));

/** A leaf, drawn outside the page. */
function node({ sides, flows }) {
  const holder = document.createElement("div");
  render(html`<div class="sst-leaf ${flows ? "sst-leaf-flows" : ""}">${sides}</div>`, holder);
  return holder.firstElementChild;
}

/** How many pages a side takes at the letter it has; what sticks out to the side is too much as well. */
function pagesOf(side) {
  if (side.scrollWidth > side.clientWidth + 1) return 2;
  const halves = [...side.querySelectorAll(".sst-half")].map((half) => half.scrollHeight / HALF);
  return Math.max(side.scrollHeight / PAGE, ...halves);
}

/** Gives each side its letter, and each leaf with an odd number of pages an empty one behind it. */
function fit(nodes) {
  const open = nodes.flatMap((node) => [...node.querySelectorAll(".sst-side:not(.sst-flows, .sst-sign)")]);
  const size = (side, step) => {
    const sizes = side.closest(".sst-large") ? LARGE : SIZES;
    side.style.setProperty("--sst-pt", sizes[Math.min(step, sizes.length - 1)]);
  };
  let left = open;
  for (let step = 0; left.length && step < LARGE.length; step += 1) {
    for (const side of left) size(side, step);
    left = left.filter((side) => pagesOf(side) > 1);
  }
  const pages = (side) => (side.matches(".sst-sign") ? 1 : Math.max(1, Math.ceil(pagesOf(side))));
  const odd = nodes.filter((leaf) => {
    const counted = [...leaf.querySelectorAll(".sst-side")].map(pages);
    return !leaf.matches(".sst-leaf-flows") && counted.reduce((one, other) => one + other) % 2;
  });
  for (const leaf of odd) leaf.classList.add("sst-odd");
}

/**
 * Sets the papers of a kind, some at a time, in `place`.
 * @param {import("../../sheets/day-pack.js").DayPack} pack
 * @param {string} kind
 * @param {number} person
 * @param {Element} measure a hidden element as wide as paper, in which letters are fitted
 * @param {Element} place where the leaves go
 * @param {(count: number) => boolean} told how many there are; false when they are no longer wanted
 * @returns {Promise<boolean>} whether all are there
 */
export async function setPapers(pack, kind, person, measure, place, told) {
  const coming = leaves(pack, kind, person);
  const next = () =>
    Array.from({ length: AT_A_TIME }, () => coming.next().value)
      .filter(Boolean)
      .map(node);
  let count = 0;
  let since = performance.now();
  for (let nodes = next(); nodes.length; nodes = next()) {
    measure.replaceChildren(...nodes);
    fit(nodes);
    place.append(...nodes);
    count += nodes.length;
    if (performance.now() - since < LONGEST) continue;
    if (!told(count)) return false;
    await pause();
    since = performance.now();
  }
  told(count);
  return true;
}
