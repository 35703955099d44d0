// The parts a sheet is made of, as plain data: a label and what stands beside it. Twin of sst_training/sheets/parts.py;
// elements/day/part-views.js shows them.

/** A line to say aloud, word for word. */
export const said = (label, text) => ({ kind: "said", label, text });

/** A label and its text. */
export const text = (label, words) => ({ kind: "text", label, text: words });

/** A list without order. */
export const points = (label, items) => ({ kind: "points", label, points: [...items] });

/** A list in order. */
export const steps = (label, items) => ({ kind: "steps", label, points: [...items] });

/** Texts that each begin with a few words in bold. */
export const told = (label, pairs) => ({ kind: "told", label, pairs });

/** Minutes with what to look at by then. */
export const marks = (label, pairs) => ({ kind: "marks", label, pairs });

/** Boxes to tick; a second text says how it sounds. */
export const checks = (label, rows) => ({ kind: "checks", label, rows });

/** A place on 0-10. */
export const scale = (label, value) => ({ kind: "scale", label, value });

/** Something to count, with boxes to stroke it in: a row, a row for each name, or for one unit a box for a figure. */
export const tally = (label, words, rows = [], boxes = 10) => ({ kind: "tally", label, text: words, rows, boxes });

/** Lines to write on by hand. */
export const write = (label, words, lines) => ({ kind: "write", label, text: words, lines });

/** Short facts in two columns. */
export const facts = (label, rows) => ({ kind: "facts", label, rows });

/** The stop signal, marked so that it is found at once. */
export const stop = (label, words) => ({ kind: "stop", label, text: words });

/** A line without a label. */
export const note = (words) => ({ kind: "note", text: words });

/** A text in a frame. */
export const box = (words) => ({ kind: "box", text: words });

/** The beginning of a new part of a long sheet. */
export const heading = (label) => ({ kind: "heading", label });

/** The same part, set off from what stands above it. */
export const apart = (part) => ({ ...part, apart: true });

/** An opening line to something of one's own, with the questions that make it smaller. */
export const prompt = (label, words, questions) => ({ kind: "prompt", label, text: words, points: [...questions] });

/** Numbered agreements over the full width. */
export const rules = (items) => ({ kind: "rules", points: [...items] });
