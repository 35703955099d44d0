// Observations as files: out as the very bytes the command line writes, in only when nothing is wrong with them.
import { SstError } from "../../engine/errors.js";
import { sentenceKey } from "../../engine/findings.js";
import { MOST_BYTES, encoded, inspected } from "../../engine/rating-file.js";
import { AlreadyHere, keyOf } from "../../store/ratings.js";
import { MOST_OF_ALL, unpacked } from "../../store/unpacked.js";
import { download } from "../tool.js";

/** Offers an observation as a file; its name holds the session and the role, and nobody's label. */
export function taken(tool, rating) {
  download(`${rating.session}-${rating.rater.role}.json`, encoded(rating));
  tool.unexported.delete(keyOf(rating));
  tool.announce(tool.say("web.rate.exported"));
}

/**
 * Takes a file in: one observation, or all that are in a file with everything that was kept.
 * @param {object} tool
 * @param {File} file
 * @param {(rating: object) => Promise<"new" | "same">} add
 * @returns {Promise<string>} one line: what came of it
 */
export async function brought(tool, file, add) {
  const { say, instrument } = tool;
  if (file.size > MOST_OF_ALL) return say("web.rate.too_big");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name = say("web.rate.this_file");
  const all = unpacked(bytes, instrument, name);
  if (all !== null) return all.newer === null ? many(say, all, add) : say("web.rate.newer", { format: all.newer });
  if (file.size > MOST_BYTES) return say("web.rate.too_big");
  const found = inspected(bytes, instrument, name);
  const { came, why } = await one(say, found, add);
  if (found.problems.length > 0) return `${say("web.rate.not_in")} ${why}`;
  const { rating } = found;
  return came ? say(`web.rate.brought.${came}`, { label: rating.rater.label, session: rating.session }) : why;
}

// What came of one observation: that it came, or why it did not.
async function one(say, { newer, rating, problems }, add) {
  if (newer !== null) return { why: say("web.rate.newer", { format: newer }) };
  if (problems.length > 0) {
    const first = say(sentenceKey(problems[0]), problems[0].words);
    const more = problems.length > 1 ? ` ${say("web.rate.more_wrong", { count: problems.length - 1 })}` : "";
    return { why: `${first}${more}` };
  }
  try {
    return { came: await add(rating) };
  } catch (cause) {
    if (!(cause instanceof SstError)) throw cause;
    return { why: say(cause.key, cause.words), there: cause instanceof AlreadyHere };
  }
}

// How many came in; of the others which, by what came of them.
async function many(say, { packed, others }, add) {
  let count = 0;
  const rest = new Map();
  for (const [i, { named, found }] of packed.entries()) {
    const { came, why, there } = await one(say, found, add);
    if (came === "new") count += 1;
    else {
      const what = came ? "" : there ? say("web.rate.all.there") : why;
      const who = named ? say("web.rate.named", named) : say("web.rate.all.number", { number: i + 1 });
      rest.set(what, [...(rest.get(what) ?? []), who]);
    }
  }
  const told = ([why, who]) => say(why ? "web.rate.all.not" : "web.rate.all.same", { who: who.join("; "), why });
  return [
    packed.length > 0 ? say("web.rate.all.in", { count, of: packed.length }) : say("web.rate.all.none"),
    ...[...rest].map(told),
    ...(others > 0 ? [say("web.rate.all.others")] : []),
  ].join(" ");
}
