// Links that hold a draw behind the #, where no server sees it: the trainer's holds the start code, the
// professional's only what that sheet shows, as text.
import { MARKS } from "../../engine/readers.js";
import { SETTINGS } from "../../engine/settings.js";

const MARK_NAMES = [...new Set(Object.values(MARKS).flat().map(([, name]) => name))];
export const MOST = 800; // bytes of a professional's link behind its #

const pack = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const unpack = (code) =>
  new TextDecoder("utf-8", { fatal: true }).decode(
    Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0)),
  );

/** What stands behind the # of a professional's link. */
export function therapistHash(seen, marks) {
  const { setting, skill, minutes, person, scenario } = seen;
  const fields = [1, setting, skill, minutes, person.name, person.age, scenario.door_note, scenario.so_far ?? "", marks];
  const hash = `sheet=${pack(JSON.stringify(fields))}`;
  if (hash.length > MOST) throw new Error(`a link of ${hash.length} bytes`);
  return hash;
}

const text = (value, most) => typeof value === "string" && value.length <= most && !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(value);
const whole = (value, from, to) => Number.isInteger(value) && value >= from && value <= to;

/**
 * The professional's sheet of a link, each field looked at; null when anything in it is not what it should be.
 *
 * @param {string} hash
 * @param {string[]} skills that exist
 * @param {(key: string) => string} say
 */
export function sheetOf(hash, skills, say) {
  const code = /^#?sheet=([A-Za-z0-9_-]{1,800})$/.exec(hash)?.[1];
  if (!code) return null;
  let fields;
  try {
    fields = JSON.parse(unpack(code));
  } catch {
    return null;
  }
  if (!Array.isArray(fields) || fields.length !== 9) return null;
  const [version, setting, skill, minutes, name, age, doorNote, soFar, marks] = fields;
  const right =
    version === 1 && SETTINGS.includes(setting) && skills.includes(skill) && whole(minutes, 5, 90) &&
    text(name, 40) && whole(age, 1, 120) && text(doorNote, 500) && text(soFar, 500) && Array.isArray(marks) &&
    marks.length <= 6 &&
    marks.every((mark) => Array.isArray(mark) && mark.length === 2 && whole(mark[0], 1, 90) && MARK_NAMES.includes(mark[1]));
  if (!right) return null;
  return {
    setting, skill, minutes, person: { name, age }, scenario: { door_note: doorNote, so_far: soFar },
    time_marks: marks.map(([minute, mark]) => ({ minute, text: say(`sheet.mark.${mark}`) })), stop: say("sheet.stop"),
  };
}

/** The marks of a talk as a link holds them: [minute, name]. */
export function marksOf(play) {
  const marks = MARKS[play.scenario.risk === "guided" ? "guided" : play.scenario.start];
  return marks.map(([twentieths, name]) => [Math.max(1, Math.floor((play.minutes * twentieths) / 20)), name]);
}

/** An address as a QR code: an SVG path of its dark squares. Fetched only when asked for. */
export async function qr(address) {
  const { default: qrcode } = await import("../../../vendor/qrcode-generator/qrcode.js");
  const code = qrcode(0, "L");
  code.addData(address, "Byte");
  code.make();
  const size = code.getModuleCount();
  let path = "";
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`;
  }
  return { size, path };
}
