// Observations as files: out as the very bytes the command line writes, in only when nothing is wrong with them.
import { SstError } from "../../engine/errors.js";
import { sentenceKey } from "../../engine/findings.js";
import { MOST_BYTES, encoded, inspected } from "../../engine/rating-file.js";
import { keyOf } from "../../store/ratings.js";
import { download } from "../tool.js";

/** Offers an observation as a file; its name holds the session and the role, and nobody's label. */
export function taken(tool, rating) {
  download(`${rating.session}-${rating.rater.role}.json`, encoded(rating));
  tool.unexported.delete(keyOf(rating));
  tool.announce(tool.say("web.rate.exported"));
}

/**
 * Takes a file in.
 * @param {object} tool
 * @param {File} file
 * @param {(rating: object) => Promise<"new" | "same">} add
 * @returns {Promise<string>} one sentence: what came of it
 */
export async function brought(tool, file, add) {
  const { say } = tool;
  const name = say("web.rate.this_file");
  if (file.size > MOST_BYTES) return say("web.rate.too_big");
  const { newer, rating, problems } = inspected(new Uint8Array(await file.arrayBuffer()), tool.instrument, name);
  if (newer !== null) return say("web.rate.newer", { format: newer });
  if (problems.length > 0) {
    const first = say(sentenceKey(problems[0]), problems[0].words);
    const more = problems.length > 1 ? ` ${say("web.rate.more_wrong", { count: problems.length - 1 })}` : "";
    return `${say("web.rate.not_in")} ${first}${more}`;
  }
  try {
    const came = await add(rating);
    return say(`web.rate.brought.${came}`, { label: rating.rater.label, session: rating.session });
  } catch (cause) {
    if (!(cause instanceof SstError)) throw cause;
    return say(cause.key, cause.words);
  }
}
