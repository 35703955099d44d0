// A start code nobody has to think up, short enough to read out to a group.

/** Four digits from the browser's own chance, never beginning with a nought. */
export const freshCode = () => String(1000 + (crypto.getRandomValues(new Uint32Array(1))[0] % 9000));
