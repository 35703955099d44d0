// The shape of data that comes from a file: read strictly, with its fields in their own order. What msgspec does for
// the structs of sst_training/model: an unknown field is refused, a number has its bounds, a text its pattern.
//
// A shape is a function (value, path) → the value as it is kept; it throws Misshapen.

/** A value that does not fit; `path` is where it stands, such as `$.slots[3].seats`. */
export class Misshapen extends Error {
  constructor(path) {
    super(path);
    this.path = path;
  }
}

const HALF_A_CHARACTER = /\p{Surrogate}/u;

const check = (fits, value, path) => {
  if (!fits) throw new Misshapen(path);
  return value;
};

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** A whole number within bounds. */
export const integer = (least = -Infinity, most = Infinity) => (value, path) =>
  check(Number.isInteger(value) && value >= least && value <= most, value, path);

export const truth = (value, path) => check(typeof value === "boolean", value, path);

/** A text, by its pattern or its length in characters. */
export const text = ({ pattern = /^/, least = 0, most = Infinity } = {}) => (value, path) => {
  check(typeof value === "string" && pattern.test(value) && !HALF_A_CHARACTER.test(value), value, path);
  const length = [...value].length;
  return check(length >= least && length <= most, value, path);
};

export const oneOf = (...values) => (value, path) => check(values.includes(value), value, path);

/** The shape, or null. */
export const maybe = (shape) => (value, path) => (value === null ? null : shape(value, path));

export const list = (shape, least = 0, most = Infinity) => (value, path) => {
  check(Array.isArray(value) && value.length >= least && value.length <= most, value, path);
  return value.map((part, at) => shape(part, `${path}[${at}]`));
};

/** Names and values, in the order they stand in. */
export const map = (key, shape) => (value, path) => {
  check(isMap(value), value, path);
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([name, part]) => [key(name, path), shape(part, `${path}.${name}`)]));
};

/** Anything that JSON holds. */
export const anything = (value) => value;

/** A field that need not be there: `instead` is what it then is, or undefined to leave it out. */
export const optional = (shape, instead) =>
  Object.assign((value, path) => shape(value, path), { optional: true, instead });

/** Fields by name, in this order; another name is refused. */
export const record = (fields) => (value, path) => {
  check(isMap(value), value, path);
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  check(unknown === undefined, value, `${path}.${unknown}`);
  const kept = Object.entries(fields).map(([name, shape]) => {
    if (Object.hasOwn(value, name)) return [name, shape(value[name], `${path}.${name}`)];
    check(shape.optional, value, `${path}.${name}`);
    return [name, structuredClone(shape.instead)];
  });
  return Object.fromEntries(kept.filter(([, part]) => part !== undefined));
};

/** A record in which an optional field that is empty (null, or a list or map without anything) is left out. */
export const sparse = (fields) => {
  const whole = record(fields);
  const told = ([name, part]) => !fields[name].optional || !empty(part);
  return (value, path) => Object.fromEntries(Object.entries(whole(value, path)).filter(told));
};

const empty = (value) => value === null || (typeof value === "object" && !Object.keys(value).length);
