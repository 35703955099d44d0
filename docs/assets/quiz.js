// The quiz of a module: marks what was chosen first, shows once more what was missed, and keeps it in this browser.
// Without this script every answer still opens its own feedback.
import { lasts, place } from "./tools/store/place.js";

const quiz = document.querySelector(".sst-quiz[data-module]");

/** One question on the page: its folds, and the mark that says how it went. */
function question(section) {
  const heading = section.querySelector("h3");
  const mark = document.createElement("span");
  mark.className = "sst-chip sst-went";
  mark.hidden = true;
  heading.append(" ", mark);
  return { section, mark, id: heading.id, folds: [...section.querySelectorAll(".sst-option")] };
}

function button(words, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "sst-button";
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
}

async function start() {
  const say = JSON.parse(quiz.dataset.say);
  const key = `quiz/${quiz.dataset.module}`;
  const here = await place();
  const questions = [...quiz.querySelectorAll(".sst-question")].map(question);
  /** Question → "known" or "missed": how its first answer went. */
  let went = (await here.get(key)) ?? {};
  let round = questions.map((one) => one.id);
  const fresh = new Set();

  const foot = document.createElement("div");
  foot.className = "sst-quiz-foot";
  const sum = document.createElement("p");
  sum.setAttribute("role", "status");
  const again = button("", review);
  const all = button(say.all, () => play(questions.map((one) => one.id)));
  const clear = button(say.clear, forget);
  const row = document.createElement("p");
  row.className = "sst-row";
  row.append(again, all, clear);
  foot.append(sum, row);
  const note = document.createElement("p");
  note.className = "sst-quietly";
  note.textContent = say.not_kept;
  note.hidden = here.lasting;
  foot.append(note);
  quiz.after(foot);

  const keep = async (write) => (note.hidden = await lasts(write));

  function show(said) {
    for (const { section, mark, id } of questions) {
      section.hidden = !round.includes(id);
      mark.hidden = !went[id];
      mark.textContent = went[id] ? say[went[id]] : "";
      mark.classList.toggle("sst-known", went[id] === "known");
    }
    const done = questions.filter((one) => went[one.id]);
    const missed = done.filter((one) => went[one.id] === "missed");
    const counts = { done: done.length, all: questions.length, known: done.length - missed.length };
    sum.textContent = said ?? (done.length ? filled(say.done, counts) : say.none);
    again.textContent = filled(say.again, { missed: missed.length });
    again.hidden = !missed.length;
    all.hidden = round.length === questions.length;
    clear.hidden = !done.length;
  }

  function answer(one, fold) {
    if (fold.open || fresh.has(one.id)) return; // closing it again, or a second answer: only the first one counts
    fresh.add(one.id);
    went = { ...went, [one.id]: fold.classList.contains("sst-right") ? "known" : "missed" };
    keep((there) => there.set(key, went));
    show();
  }

  function play(ids) {
    round = ids;
    fresh.clear();
    for (const { folds } of questions) for (const fold of folds) fold.open = false;
    show();
    const first = questions.find((one) => ids.includes(one.id)).section.querySelector("h3");
    first.tabIndex = -1;
    first.focus();
  }

  function review() {
    play(questions.filter((one) => went[one.id] === "missed").map((one) => one.id));
  }

  function forget() {
    went = {};
    keep((there) => there.delete(key));
    play(questions.map((one) => one.id));
    show(say.cleared);
  }

  for (const one of questions) {
    for (const fold of one.folds) fold.querySelector("summary").addEventListener("click", () => answer(one, fold));
  }
  show();
}

const filled = (sentence, words) => sentence.replace(/\{(\w+)\}/g, (_, name) => words[name]);

if (quiz) start();
