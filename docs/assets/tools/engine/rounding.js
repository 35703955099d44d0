// Means and shares as people and files get them: half up to two decimals, in integer arithmetic.
// Twin of sst_training/rating/rounding.py.

/**
 * The hundredths of a fraction, half up (towards plus infinity).
 * @param {number} above whole
 * @param {number} below whole and positive
 * @returns {number}
 */
export function hundredths(above, below) {
  const doubled = 2 * below;
  const sum = 200 * above + below;
  const rest = ((sum % doubled) + doubled) % doubled;
  return (sum - rest) / doubled;
}

/**
 * A fraction with at most two decimals; a whole number has no fraction.
 * @param {number} above whole
 * @param {number} below whole and positive
 * @returns {number}
 */
export function twoDecimals(above, below) {
  return hundredths(above, below) / 100;
}
