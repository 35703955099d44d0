// A tool that is not there: one sentence, and what may help. It comes also where the words of the tools did not.
import { lang } from "../words.js";

const WITHOUT_WORDS = {
  nl: {
    "web.failed": "Dit onderdeel kon niet worden geladen. Ben je zonder netwerk, open de pagina dan eerst een keer mét.",
    "web.again": "Probeer opnieuw",
  },
  en: {
    "web.failed": "This part could not be loaded. If you are without a network, open the page once with one first.",
    "web.again": "Try again",
  },
};

/**
 * @param {import("../words.js").Say | undefined} say
 * @param {"failed" | "broken"} what it could not be loaded, or it stopped working
 * @param {() => void} press
 */
export function trouble(say, what, press) {
  const said = say ?? ((key) => WITHOUT_WORDS[lang()][key]);
  const [note, again] = [document.createElement("p"), document.createElement("button")];
  note.className = "sst-tool-failed";
  note.setAttribute("role", "alert");
  again.type = "button";
  again.className = "sst-button";
  again.textContent = said(what === "broken" ? "web.reload" : "web.again");
  again.addEventListener("click", press);
  note.append(`${said(`web.${what}`)} `, again);
  return note;
}
