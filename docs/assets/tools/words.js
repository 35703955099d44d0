// Every sentence a tool says comes from sst_training/locales, in the page's language.
import { library } from "./library.js";

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/** The sentence of a key with its {words} filled in; a key that is not there is a fault of ours. */
export function sayer(sentences) {
  return (key, values = {}) => {
    if (!(key in sentences)) throw new Error(`no sentence for ${key}`);
    return sentences[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  };
}

/** @returns {Promise<Say>} */
export const words = async () => sayer(await library("words"));

/** The language of the page: "nl" or "en". */
export const lang = () => document.documentElement.lang.slice(0, 2);
