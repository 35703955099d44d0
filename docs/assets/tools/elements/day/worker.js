// Makes days beside the page: a big one takes long enough that a phone would feel it under a thumb.

import { made } from "./making.js";

let library;
let tables;

function answer(wanted) {
  try {
    return { day: made(library, tables, wanted) };
  } catch (cause) {
    return cause.key ? { refused: { key: cause.key, words: cause.words } } : { fault: String(cause) };
  }
}

addEventListener("message", ({ data }) => {
  if (data.library) ({ library, tables } = data);
  else postMessage({ id: data.id, ...answer(data.wanted) });
});
