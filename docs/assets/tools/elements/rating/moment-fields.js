// The two things a moment has: when it was, and what the practitioner did or said.
import { timeIn } from "../../engine/replies.js";
import { clock } from "../../engine/times.js";
import { html } from "../tool.js";
import { quiet, when } from "./buttons.js";
import { typed } from "./fields.js";

/**
 * A time in the recording, with a way to take the one of now.
 * @param {object} tool
 * @param {string} field
 * @param {number | null} value
 * @param {(rating: object, at: number | null) => object} change
 */
export function timeField(tool, field, value, change) {
  const { say, playing } = tool;
  const read = (text, rating) => (text.trim() === "" ? null : timeIn(rating, text));
  const keep = (text) => tool.attempt(field, (rating) => change(rating, read(text, rating)));
  const now = () => tool.attempt(field, (rating) => change(rating, playing.at));
  const shown = value === null ? "" : clock(value);
  return html`<div class="rate-editor-time">
    ${typed(tool, field, { label: say("web.rate.at"), value: shown, keep, holder: "12:34" })}
    ${when(playing.there, () => quiet(say("web.rate.at.now"), now))}</div>`;
}

/**
 * Words, kept at each key, with the reminder whose words they are.
 * @param {object} tool
 * @param {string} field
 * @param {string | null} value
 * @param {(text: string) => void} keep
 * @param {string} [label]
 */
export function wordsField(tool, field, value, keep, label = "web.rate.note.label") {
  const { say } = tool;
  const hint = say("web.rate.note.hint");
  return typed(tool, field, { label: say(label), value: value ?? "", keep, early: true, lines: 2, hint });
}
