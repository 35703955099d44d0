// Cards: filter them (the choice stands in the address), open the one an address points at, print one alone.
// Everything shows without this script.

const form = document.querySelector(".sst-filter");
const cards = [...document.querySelectorAll(".sst-cards > .sst-card")];
const fits = {
  any: (held, wanted) => held.split(" ").includes(wanted),
  most: (held, wanted) => Number(held) <= Number(wanted),
};

function apply() {
  const asked = [...form.querySelectorAll("select")].filter((select) => select.value);
  let shown = 0;
  for (const card of cards) {
    const fit = asked.every((select) => fits[select.dataset.mode ?? "any"](card.dataset[select.name], select.value));
    card.hidden = !fit;
    shown += fit;
  }
  for (const group of document.querySelectorAll(".sst-cards")) {
    const empty = !group.querySelector(":scope > .sst-card:not([hidden])");
    group.hidden = empty;
    const heading = group.previousElementSibling;
    if (heading?.tagName === "H2") heading.hidden = empty;
  }
  const count = form.querySelector(".sst-filter-count");
  count.textContent = shown
    ? count.dataset.many.replace("{shown}", shown).replace("{all}", cards.length)
    : count.dataset.none;
  return asked;
}

function remember(asked) {
  const address = new URL(location.href);
  const wanted = new URLSearchParams(asked.map((select) => [select.name, select.value]));
  const basket = address.searchParams.get("basket");
  if (basket) wanted.set("basket", basket);
  address.search = wanted.toString().replaceAll("%2C", ",");
  history.replaceState(null, "", address);
}

function restore() {
  const wanted = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) {
    const value = wanted.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
  }
  apply();
}

function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const card = target && target.closest(".sst-card");
  if (!card) return;
  if (card.hidden) {
    form.reset();
    remember([]);
    apply();
  }
  const fold = card.querySelector("details");
  if (fold) fold.open = true;
  target.scrollIntoView();
}

function printOne(card) {
  const root = document.documentElement;
  const fold = card.querySelector("details");
  const was = fold?.open;
  if (fold) fold.open = true;
  root.classList.add("sst-print-one");
  card.classList.add("sst-printing");
  addEventListener(
    "afterprint",
    () => {
      root.classList.remove("sst-print-one");
      card.classList.remove("sst-printing");
      if (fold) fold.open = was;
    },
    { once: true },
  );
  print();
}

if (form) {
  form.hidden = false;
  restore();
  form.addEventListener("change", () => remember(apply()));
  form.addEventListener("reset", () => setTimeout(() => remember(apply())));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", openTarget);
  openTarget();
}
for (const button of document.querySelectorAll(".sst-print")) {
  button.hidden = false;
  button.addEventListener("click", () => printOne(button.closest(".sst-card")));
}
