// How many digits two numbers need to be told apart.

const MOST = 17; // tell any two doubles apart
const SEEN = 0.05; // a difference is seen when no more of it is off

/**
 * The fewest significant digits with which two printed numbers differ as much as the numbers do.
 * @param {number} one @param {number} other
 * @param {number} least digits they are printed with anyway
 * @param {number} [part] of their difference that may be off
 */
export function digitsToTell(one, other, least, part = SEEN) {
  const difference = other - one;
  if (!Number.isFinite(difference) || difference === 0) return least;
  const printed = (/** @type {number} */ value, /** @type {number} */ digits) =>
    Number(value.toPrecision(digits));
  for (let digits = least; digits < MOST; digits++) {
    const off = printed(other, digits) - printed(one, digits) - difference;
    if (Math.abs(off) <= part * Math.abs(difference)) return digits;
  }
  return Math.max(least, MOST);
}
