// A new start code, where nobody gives one.

/** A start code nobody has to think up: ten digits from the browser's own chance. */
export const freshSeed = () => String(crypto.getRandomValues(new Uint32Array(1))[0]).padStart(10, "1");
