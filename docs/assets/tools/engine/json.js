// Plain data as the command line writes it with `--json`: one line, fields in the order they were made in.
//
// JSON.stringify escapes what msgspec escapes; what it would leave out or change in silence is refused here.

function checked(key, value) {
  if (value === undefined || typeof value === "function" || (typeof value === "number" && !Number.isFinite(value))) {
    throw new TypeError(`${key || "value"} is nothing that JSON can hold`);
  }
  return value;
}

/** The line, without the line end behind it. */
export const jsonLine = (data) => JSON.stringify(data, checked);

/** The bytes of a file, or of what `sst … --json` prints: the line and its end, in UTF-8. */
export const jsonBytes = (data) => new TextEncoder().encode(`${jsonLine(data)}\n`);
