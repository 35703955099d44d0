// The sheets of an own-issue round. Opening lines stand on the front of the client's leaf and the spare card on its
// back, under the same title: whoever sits opposite sees the same, whichever is read. The professional's and the observer's sheets are made without either, so that no word on them can tell which
// of the two was chosen. Twin of sst_training/sheets/own_issue_sheets.py.

import { MARKS, only, paced, SPARE, TASK } from "../engine/readers.js";
import * as parts from "./parts.js";
import { onTheWay, skillWords, spareParts, watching } from "./role-sheets.js";

/** The professional's sheet: made from the skill and the clock alone. */
export function therapistSheet(skill, minutes, instrument, say, tag) {
  const found = [
    parts.text(say("print.your_skill"), skillWords(skill, instrument)),
    parts.text(say("print.own.how"), say("print.own.therapist")),
    ...clock(minutes, say),
    parts.text(say("print.own.close"), say("print.own.close.therapist")),
  ];
  return { ...head("therapist", minutes, say, tag), parts: found, roomy: true };
}

/** The observer's sheet: the behaviours to watch, and nothing to write about the issue. */
export function observerSheet(skill, minutes, task, instrument, say, tag) {
  const seen = only(task, TASK);
  const found = [
    parts.text(say("sheet.label.skill"), skillWords(skill, instrument)),
    ...watching(seen, instrument, say),
    ...clock(minutes, say),
    parts.apart(parts.text(say("print.sentences"), say("print.own.observer"))),
    parts.steps(
      say("sheet.label.feedback"),
      [1, 2, 3, 4].map((step) => say(`sheet.feedback.${step}`)),
    ),
    parts.text(say("sheet.label.debrief_question"), seen.debrief_question),
  ];
  return { ...head("observer", minutes, say, tag), parts: found };
}

/** The client's leaf: opening lines on the front, the spare card whole on the back. */
export function clientSheet(prompts, fallback, minutes, say, tag) {
  const lines = prompts.map((card, at) =>
    parts.apart(parts.prompt(say("print.own.line", { number: at + 1 }), card.text, card.narrowing)),
  );
  const front = [
    parts.note(say("own_issue.choose")),
    ...lines,
    parts.apart(parts.text(say("print.own.weight"), say("own_issue.intensity"))),
    parts.text(say("print.own.private"), say("own_issue.confidential")),
    parts.stop(say("sheet.label.stop"), say("own_issue.stop")),
    parts.text(say("print.own.close"), say("own_issue.close")),
  ];
  const plain = head("client", minutes, say, tag);
  const sub = `${plain.sub} · ${say("own_issue.flat")}`;
  const top = { ...plain, key: fallback.id, title: say("own_issue.card"), sub };
  return { ...top, parts: front, back: { ...top, parts: spare(fallback, minutes, say) } };
}

function spare(fallback, minutes, say) {
  const card = paced(only(fallback, SPARE), fallback.minutes, minutes);
  return [
    parts.note(say("own_issue.spare_intro")),
    ...spareParts(card, say),
    parts.apart(onTheWay(card.elicits, null, say)),
    parts.text(say("sheet.label.play_easier"), card.play_easier),
    parts.stop(say("sheet.label.stop"), say("own_issue.stop")),
    parts.note(say("sheet.improvise")),
  ];
}

function clock(minutes, say) {
  const pairs = MARKS.begin.map(([twentieths, name]) => [
    String(Math.max(1, Math.floor((minutes * twentieths) / 20))),
    say(`sheet.mark.${name}`),
  ]);
  return [
    parts.apart(parts.marks(say("print.minutes"), pairs)),
    parts.stop(say("sheet.label.stop"), say("own_issue.stop")),
  ];
}

function head(reader, minutes, say, tag) {
  return {
    key: "own-issue",
    over: say(`seat.${reader}`),
    tag,
    title: say("own_issue.title"),
    sub: say("sheet.minutes", { minutes }),
    foot: [say(`seat.${reader}`), tag].filter(Boolean).join(" · "),
  };
}
