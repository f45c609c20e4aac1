// The arithmetic of a map's picture, as pure functions: which part of a side is seen, and how fine the
// picture is.

/**
 * A range moved into the bounds of its numbers, or all of them if it is wider.
 * @param {readonly number[]} range @param {{ min: number, max: number }} bounds
 * @returns {[number, number]}
 */
export function clampedRange([from, to], { min, max }) {
  const width = Math.min(to - from, max - min);
  const low = Math.min(Math.max(from, min), max - width);
  return [low, low + width];
}

/** Lane steps that are taken within a picture's time by one worker, and within the longest wait. */
const [AT_ONCE, AT_MOST] = [1.2e6, 1e8];
const FEWEST = 900; // pixels of the coarsest picture
/** The finest picture has a pixel for each CSS pixel, of so many along a side. */
const MOST = 480;
/** A picture has at most so many times the pixels of the one before. */
const FINER = 16;

/**
 * The pictures to make, one after the other, each finer than the one before: pixels across and up.
 * @param {number} width @param {number} height of the plot, in CSS pixels
 * @param {number} cost of a pixel, in steps of lanes @param {number} most pixels that a side may have
 * @returns {[number, number][]}
 */
export function picturesOf(width, height, cost, most) {
  const whole = Math.min(MOST, width) * Math.min(MOST, height);
  const finest = Math.max(FEWEST, Math.min(whole, AT_MOST / cost));
  let cells = Math.min(finest, Math.max(FEWEST, AT_ONCE / cost));
  const counts = [cells];
  while (cells < finest) {
    cells =
      cells * FINER * FINER > finest && cells * FINER < finest
        ? Math.sqrt(cells * finest)
        : Math.min(finest, cells * FINER);
    counts.push(cells);
  }
  const shape = Math.sqrt(width / height);
  return counts.map((n) => {
    const across = Math.max(1, Math.round(Math.sqrt(n) * shape));
    return [Math.min(most, across), Math.max(1, Math.min(most, Math.round(n / across)))];
  });
}
