// Gathers the problems of one rating file. Twin of sst_training/rating/findings.py; as a JSON file's parts have
// no line of their own, every problem stands at the first, and names its place in words.

/** @typedef {{path: string, line: number, column: number, code: string, words: Object<string, string>}} Problem */

/**
 * One problem.
 * @param {string} path
 * @param {string} code
 * @param {(string|number)[]} where
 * @param {Object<string, unknown>} [words]
 * @returns {Problem}
 */
export function problemAt(path, code, where, words = {}) {
  const said = Object.fromEntries(Object.entries(words).map(([name, value]) => [name, String(value)]));
  return { path, line: 1, column: 1, code, words: { ...said, at: where.join(".") } };
}

/**
 * The problems of a file by their place, then by code; the order they were found in settles the rest.
 * @param {Problem[]} problems
 * @returns {Problem[]}
 */
export function inOrder(problems) {
  return [...problems].sort(
    (one, other) =>
      one.line - other.line || one.column - other.column || (one.code < other.code ? -1 : Number(one.code > other.code))
  );
}

/**
 * The key of the sentence that says what a problem is: `rating.<code>`, as `sst check` has it, or the browser's own.
 * @param {Problem} problem
 * @returns {string}
 */
export function sentenceKey(problem) {
  const family = { R: "rating", C: "check", W: "web.read" }[problem.code[0]];
  return `${family}.${problem.code}`;
}

/** Problems as they are found. */
export class Findings {
  /** @param {string} path */
  constructor(path) {
    this.path = path;
    /** @type {Problem[]} */
    this.problems = [];
  }

  /**
   * Notes a problem.
   * @param {string} code
   * @param {(string|number)[]} where
   * @param {Object<string, unknown>} [words]
   */
  add(code, where, words = {}) {
    this.problems.push(problemAt(this.path, code, where, words));
  }
}
