// SSTRNG-1: the one source of chance. The twin of sst_training/rng.py; both read tests/vectors/rng.json.
//
// SplitMix64 over BigInt, seeds by FNV-1a-64, one named stream a purpose, bounded integers by modulo rejection,
// Durstenfeld's shuffle. A seed's number is a BigInt: JavaScript's Number cannot hold it.

import { BadSeed } from "./errors.js";

export const ALGORITHM = "SSTRNG-1";
export const SEED_LENGTH = 200;

const SPACE = 1n << 64n;
const MASK = SPACE - 1n;
const ENDS = /^[ \t\r\n]+|[ \t\r\n]+$/g;
const DIGITS = /^(0|[1-9][0-9]*)$/;
const HALF_A_CHARACTER = /\p{Surrogate}/u;

const ascending = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** ASCII order for ids, size for numbers; never the reader's locale. */
export const sorted = (values) => [...values].sort(ascending);

/** A generator over 64-bit whole numbers; its whole state is `state`. */
export class SplitMix64 {
  /** @param {bigint} state */
  constructor(state) {
    this.state = BigInt.asUintN(64, state);
  }

  /** The next number, 0 to 2⁶⁴−1, each equally likely. */
  next() {
    this.state = BigInt.asUintN(64, this.state + 0x9e3779b97f4a7c15n);
    let z = this.state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  }

  /**
   * A whole number 0 to n−1, each exactly equally likely (draws again above the last multiple of n).
   *
   * @template {number | bigint} N
   * @param {N} n
   * @returns {N} a BigInt for a BigInt
   */
  below(n) {
    const size = BigInt(n);
    const limit = SPACE - (SPACE % size);
    let number = this.next();
    while (number >= limit) number = this.next();
    const rest = number % size;
    return typeof n === "bigint" ? rest : Number(rest);
  }

  /** One of the ids, uniform; their order going in does not matter. */
  choose(ids) {
    const ordered = sorted(ids);
    return ordered[this.below(ordered.length)];
  }

  /** The ids in a random order (Durstenfeld 1964), starting from ASCII order. */
  shuffle(ids) {
    const deck = sorted(ids);
    for (let i = deck.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1);
      [deck[i], deck[j]] = [deck[j], deck[i]];
    }
    return deck;
  }
}

/** Fowler-Noll-Vo 1a, 64 bits, of a text's UTF-8. */
export function fnv1a64(text) {
  let number = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    number = BigInt.asUintN(64, (number ^ BigInt(byte)) * 0x100000001b3n);
  }
  return number;
}

/** A seed as it is shown: without space, tab, CR or LF at its ends. */
export const trimmedSeed = (text) => text.replace(ENDS, "");

/**
 * The 64-bit number a seed stands for: such a number in digits, or else a hash of the text.
 *
 * @param {string} text
 * @returns {bigint}
 * @throws {BadSeed} when nothing is left, it is too long, or it holds half a character
 */
export function seedNumber(text) {
  const trimmed = trimmedSeed(text);
  const length = [...trimmed].length;
  if (length === 0 || length > SEED_LENGTH || HALF_A_CHARACTER.test(trimmed)) {
    throw new BadSeed({ length, most: SEED_LENGTH });
  }
  if (DIGITS.test(trimmed)) {
    const number = BigInt(trimmed);
    if (number <= MASK) return number;
  }
  return fnv1a64(trimmed.normalize("NFC"));
}

/**
 * The generator for one purpose of one draw; labels never name a language.
 *
 * @param {bigint} seed
 * @param {string} label
 */
export const stream = (seed, label) => new SplitMix64(new SplitMix64(seed ^ fnv1a64(label)).next());
