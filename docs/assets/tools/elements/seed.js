// A new start code, where nobody gives one: nobody has to think one up.

/** Four digits from the browser's own chance, never beginning with a nought: short enough to read out to a group. */
export const freshCode = () => String(1000 + (crypto.getRandomValues(new Uint32Array(1))[0] % 9000));

/** Ten digits from the browser's own chance. */
export const freshSeed = () => String(crypto.getRandomValues(new Uint32Array(1))[0]).padStart(10, "1");
