// Choosing what to compare: files, what this browser keeps, what was chosen, and in one line what still stands between.
import { sentenceKey } from "../../engine/findings.js";
import { inWords } from "../rating/days.js";
import { html, nothing } from "../tool.js";

const MOST_PROBLEMS = 5;

/** What an observation says it is. */
function about(one, say) {
  const { rating } = one.found;
  if (one.found.newer !== null) return say("web.compare.file.newer");
  if (rating === null) return say("web.compare.file.unread");
  const { role, label } = rating.rater;
  const what = say(`web.compare.file.${role}`, { label, session: rating.session });
  const state = say(rating.locked ? "web.compare.file.locked" : "web.compare.file.open");
  return role === "client" ? what : `${what} · ${state}`;
}

/** The files as chosen, each to be taken away again. */
function chosenList(files, say, remove) {
  if (!files.length) return html`<p class="sst-quietly">${say("web.compare.chosen.none")}</p>`;
  return html`<ul class="sst-kept sst-chosen">${files.map((one) => html`<li>
    <span class="sst-chosen-name">${one.name}</span>
    <span class="sst-quietly">${about(one, say)}</span>
    <button type="button" class="sst-button sst-quiet" aria-label=${say("web.compare.remove_one", { name: one.name })}
      @click=${() => remove(one)}>${say("web.compare.remove")}</button>
  </li>`)}</ul>`;
}

/**
 * Why nothing is shown yet, in the words of the page; empty when nothing is chosen or nothing is wrong.
 * @returns {string[]} the line, and what it is about
 */
export function hindrance(found, count, say) {
  if (count === 0 || found.ratings) return [];
  if (found.newer) return [say("web.compare.newer", { name: found.newer })];
  if (found.refusal) {
    const { why, what } = found.refusal;
    const field = why === "differs" ? say(`web.compare.field.${what}`) : what;
    return [say(`web.compare.refused.${why}`, { what: field })];
  }
  const told = (problem) => `${problem.path}: ${say(sentenceKey(problem), problem.words)}`;
  const lines = found.problems.slice(0, MOST_PROBLEMS).map(told);
  const more = found.problems.length - lines.length;
  return [say("web.compare.wrong"), ...lines, ...(more > 0 ? [say("web.compare.wrong.more", { count: more })] : [])];
}

/** Sessions kept in this browser, each to be chosen at once. */
function keptSessions(sessions, say, take) {
  if (!sessions.length) return nothing;
  return html`<h3>${say("web.compare.kept")}</h3>
    <ul class="sst-kept">${sessions.map(({ session, date, kept }) => html`<li>
      <span><span class="sst-code">${session}</span> · ${inWords(say, date)}</span>
      <span class="sst-quietly">
        ${say(`web.compare.kept.${kept.length > 1 ? "many" : "one"}`, { count: kept.length })}</span>
      <button type="button" class="sst-button" aria-label=${say("web.compare.take_one", { session })}
        @click=${() => take(kept)}>${say("web.compare.take")}</button>
    </li>`)}</ul>`;
}

/**
 * @param {{files: object[], sessions: object[], found: object}} state
 * @param {{add: (files: FileList) => void, take: (kept: object[]) => void, remove: (one: object) => void,
 *   clear: () => void, show: () => void}} does
 */
export function choose({ files, sessions, found }, say, does) {
  const [line, ...lines] = hindrance(found, files.length, say);
  const drop = (event) => {
    event.preventDefault();
    does.add(event.dataTransfer.files);
  };
  const picked = (event) => {
    does.add([...event.target.files]);
    event.target.value = "";
  };
  return html`<section class="sst-panel sst-controls" @dragover=${(event) => event.preventDefault()} @drop=${drop}>
    <h2>${say("web.compare.choose")}</h2>
    <p>${say("web.compare.choose.how")}</p>
    <div class="sst-row">
      <label class="sst-button sst-file">${say("web.compare.files")}
        <input type="file" class="sst-said" multiple accept=".json,application/json" @change=${picked}></label>
      <span class="sst-quietly">${say("web.compare.files.how")}</span>
    </div>
    ${keptSessions(sessions, say, does.take)}
    <h3>${say("web.compare.chosen")}</h3>
    ${chosenList(files, say, does.remove)}
    <div role="status">
      ${line ? html`<p class="sst-wrong-line">${line}</p>` : nothing}
      ${lines.length ? html`<ul class="sst-quietly">${lines.map((one) => html`<li>${one}</li>`)}</ul>` : nothing}
      ${found.ratings ? html`<p>${say("web.compare.ready")}</p>` : nothing}
    </div>
    <div class="sst-row">
      <button type="button" class="sst-button sst-primary" ?disabled=${!found.ratings} @click=${does.show}>
        ${say("web.compare.show")}</button>
      ${files.length
        ? html`<button type="button" class="sst-button sst-quiet" @click=${does.clear}>
            ${say("web.compare.clear")}</button>`
        : nothing}
    </div>
  </section>`;
}
