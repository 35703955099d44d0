// The trainer switch: shows trainer notes and minutes, and remembers the choice on this device, unless it is shared.
// Without this script the notes are simply shown. Hidden is not secret; the page says so.
const KEY = "sst.trainer";
const root = document.documentElement;
const button = document.getElementById("sst-trainer-switch");
const word = document.querySelector(".sst-trainer-word");

function show(on) {
  root.classList.toggle("sst-trainer", on);
  button.setAttribute("aria-pressed", String(on));
  if (word) word.hidden = !on;
}

if (button) {
  button.hidden = false;
  show(root.classList.contains("sst-trainer"));
  button.addEventListener("click", () => {
    const on = !root.classList.contains("sst-trainer");
    show(on);
    try {
      const kept = sessionStorage.getItem("sst.shared") === "yes" ? sessionStorage : localStorage;
      kept.setItem(KEY, on ? "on" : "off");
    } catch {
      // No storage: the choice lasts as long as the page.
    }
  });
}
