// The course's library, as the build wrote it beside the pages. A page with a tool carries the addresses in a
// <meta name="sst-library">: their names hold a hash of what is in them, so a file is fetched once and never stale.

const held = new Map();

/** Where a file stands, as an absolute address. */
export function address(kind) {
  const meta = document.querySelector('meta[name="sst-library"]');
  const addresses = meta ? JSON.parse(meta.content) : {};
  if (!(kind in addresses)) throw new Error(`this page has no address for ${kind}`);
  return new URL(addresses[kind], document.baseURI).href;
}

/**
 * One library file: "draw", "learn", "rotations", "words" or "calibration". Fetched once a page; a failed try is
 * forgotten, so that asking again tries again.
 */
export function library(kind) {
  if (!held.has(kind)) {
    const coming = fetch(address(kind)).then((answer) => {
      if (!answer.ok) throw new Error(`${kind}: ${answer.status}`);
      return answer.json();
    });
    coming.catch(() => held.delete(kind));
    held.set(kind, coming);
  }
  return held.get(kind);
}
