// Reads a JSON file as strictly as the command line does: nothing twice, nothing too deep, no control
// characters, no other encoding than UTF-8. Twin of the JSON half of sst_training/library/reading.py.
//
// Not JSON.parse: it takes the last of two equal keys without a word, and does not tell 1.0 from 1.

const DEPTH = 20;

/** Nested deeper than this a text is not even taken apart. */
const MOST_OPEN = 900;

/** Of a whole number; more is no number that anybody counts with. */
const MOST_DIGITS = 4300;

// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\b\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const PLAIN = /[^"\\\0-\x1f]*/y; // eslint-disable-line no-control-regex
const SPACE = /[ \t\n\r]*/y;
const ESCAPES = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const WORDS = { true: true, false: false, null: null };

/** A file that cannot be read as data; `code` and `words` make its sentence. */
export class Unreadable extends Error {
  /**
   * @param {string} code
   * @param {Object<string, string>} [words]
   * @param {number} [line] from 1
   * @param {number} [column] from 1
   */
  constructor(code, words = {}, line = 1, column = 1) {
    super(code);
    Object.assign(this, { code, words, line, column });
  }
}

/** A number that was written with a fraction or an exponent. */
export class Real {
  /** @param {number} value */
  constructor(value) {
    this.value = value;
  }
}

/**
 * Whether a piece of data is an object with fields.
 * @param {unknown} value
 * @returns {boolean}
 */
export function isFields(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof Real);
}

/**
 * The first control character of a text as `U+XXXX`, or null.
 * @param {string} text
 * @returns {string | null}
 */
export function controlSign(text) {
  const found = CONTROL.exec(text);
  return found === null ? null : signOf(found[0]);
}

/**
 * The data in the bytes of one JSON file. W101 stands for a file that is no JSON.
 * @param {Uint8Array} bytes
 * @param {number} mostBytes
 * @returns {unknown} strings, whole numbers, `Real`s, booleans, null, arrays, objects without a prototype
 * @throws {Unreadable}
 */
export function parse(bytes, mostBytes) {
  if (bytes.length > mostBytes) throw new Unreadable("C002", { most: String(Math.floor(mostBytes / 1024)) });
  const text = decoded(bytes).replace(/^\ufeff/, ""); // a mark that some editors put before the first sign
  const found = CONTROL.exec(text);
  if (found !== null) throw new Unreadable("C004", { sign: signOf(found[0]) }, ...place(text, found.index));
  if (!text.trimStart().startsWith("{")) throw new Unreadable("W101");
  const reader = new Reader(text);
  const data = reader.whole();
  if (reader.deepest > DEPTH) throw new Unreadable("C007");
  if (reader.sign !== null) throw new Unreadable("C004", { sign: reader.sign });
  return data;
}

function signOf(character) {
  return "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
}

function decoded(bytes) {
  const strict = () => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return strict().decode(bytes);
  } catch {
    throw new Unreadable("C003", {}, 1 + lineOfBadByte(bytes, strict));
  }
}

function lineOfBadByte(bytes, strict) {
  let [line, start] = [0, 0];
  for (let end = bytes.indexOf(10, start); end !== -1; end = bytes.indexOf(10, start)) {
    try {
      strict().decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    [line, start] = [line + 1, end + 1];
  }
  return line;
}

// Line and column (from 1, in code points) of an offset.
function place(text, offset) {
  const before = text.slice(0, offset).split("\n");
  return [before.length, [...before.at(-1)].length + 1];
}

class Reader {
  constructor(text) {
    Object.assign(this, { text, at: 0, deepest: 0, sign: null });
  }

  // The sentences are those of Python's own reader, so that both programs say the same of one file.
  refuse(reason, at = this.at) {
    throw new Unreadable("C001", { reason }, ...place(this.text, at));
  }

  take(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  // The sign after any space, still to be read; empty at the end.
  next() {
    this.take(SPACE);
    return this.text[this.at] ?? "";
  }

  whole() {
    this.next();
    const data = this.value(1);
    if (this.next() !== "") this.refuse("Extra data");
    return data;
  }

  value(level) {
    if (level > MOST_OPEN) throw new Unreadable("C007");
    this.deepest = Math.max(this.deepest, level);
    const sign = this.text[this.at] ?? "";
    if (sign === "{") return this.fields(level);
    if (sign === "[") return this.list(level);
    if (sign === '"') return this.words();
    for (const [word, value] of Object.entries(WORDS)) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    const constant = /(?:NaN|-?Infinity)/y;
    constant.lastIndex = this.at;
    const found = constant.exec(this.text);
    if (found !== null) this.refuse(found[0]);
    return this.number();
  }

  number() {
    const found = this.take(NUMBER);
    if (found === null) this.refuse("Expecting value");
    const number = Number(found[0]);
    if (found[1] !== undefined || found[2] !== undefined) return new Real(number);
    if (found[0].length > MOST_DIGITS) throw new Unreadable("C007");
    return number + 0;
  }

  list(level) {
    const found = [];
    this.at += 1;
    if (this.next() !== "]") {
      for (;;) {
        this.next();
        found.push(this.value(level + 1));
        const sign = this.next();
        if (sign === "]") break;
        if (sign !== ",") this.refuse("Expecting ',' delimiter");
        this.at += 1;
      }
    }
    this.at += 1;
    return found;
  }

  fields(level) {
    const found = Object.create(null);
    const nameless = "Expecting property name enclosed in double quotes";
    this.at += 1;
    if (this.next() !== "}") {
      for (;;) {
        if (this.next() !== '"') this.refuse(nameless);
        const [start, key] = [this.at, this.words()];
        if (key in found) throw new Unreadable("C005", { key }, ...place(this.text, start));
        if (this.next() !== ":") this.refuse("Expecting ':' delimiter");
        this.at += 1;
        this.next();
        found[key] = this.value(level + 1);
        const sign = this.next();
        if (sign === "}") break;
        if (sign !== ",") this.refuse("Expecting ',' delimiter");
        this.at += 1;
      }
    }
    this.at += 1;
    return found;
  }

  words() {
    const start = this.at;
    let found = "";
    this.at += 1;
    for (;;) {
      found += this.take(PLAIN)[0];
      const sign = this.text[this.at];
      if (sign === undefined) this.refuse("Unterminated string starting at", start);
      if (sign === '"') break;
      if (sign !== "\\") this.refuse("Invalid control character at");
      found += this.escaped(start);
    }
    this.at += 1;
    this.sign ??= controlSign(found);
    return found;
  }

  escaped(start) {
    const sign = this.text[this.at + 1];
    if (sign === undefined) this.refuse("Unterminated string starting at", start);
    if (sign === "u") {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.refuse("Invalid \\uXXXX escape", this.at + 1);
      this.at += 6;
      return String.fromCharCode(parseInt(digits, 16));
    }
    if (!Object.hasOwn(ESCAPES, sign)) this.refuse("Invalid \\escape");
    this.at += 2;
    return ESCAPES[sign];
  }
}
