// Own-issue cards to hand out: opening lines in front, the spare card behind; and the agreements for the table, which
// are read aloud once. Nothing on a card asks for an answer. Twin of sst_training/sheets/own_issue_cards.py.

import { safeguards } from "../engine/own-issue.js";
import * as parts from "./parts.js";

/** A card of a group: what the client chooses from, and the spare card in short. */
export function ownIssueCard(prompts, fallback, say, tag) {
  const fields = ["situation", "best_hope", "enough", "resources"];
  const top = { key: fallback.id, title: say("own_issue.card"), tag, flat: say("own_issue.flat") };
  return {
    front: {
      ...top,
      prompts: prompts.map((prompt) => ({ words: prompt.text, questions: [...prompt.narrowing] })),
      close: say("own_issue.choose"),
    },
    back: {
      ...top,
      intro: say("own_issue.spare_intro"),
      opening: fallback.opening_line,
      rows: fields.map((field) => [say(`sheet.label.${field}`), fallback[field]]),
      close: say("sheet.improvise"),
    },
  };
}

/** The agreements, to lie on the table and to be read aloud. */
export const tableCard = (say) => ({
  key: "own-issue",
  over: say("print.table_card"),
  title: say("own_issue.title"),
  sub: say("own_issue.rules"),
  foot: say("print.table_card"),
  parts: [parts.rules(safeguards(say))],
  roomy: true,
});
