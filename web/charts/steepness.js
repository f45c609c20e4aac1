// Computes the length of an arrow that shows −∇f. It depends on how steep f is at the point, compared with
// the rest of the view.

/** The view is sampled on a grid with this many points along each side. */
const GRID = 24;
/** The quantile of those slopes that counts as steep. */
const STEEP = 0.9;
/** The longest arrow, and the shortest that is drawn, in pixels. */
export const [LONGEST, SHORTEST] = [52, 3];

/**
 * The slope that counts as steep in a box: a tenth of the box is steeper. 0 if f is constant or not a number.
 * @param {Pick<import('./plane-chart.js').PlaneScene, 'evaluate'>} scene @param {readonly number[]} box
 */
export function steepOf({ evaluate }, [x0, x1, y0, y1]) {
  const [x, y] = [new Float64Array(GRID * GRID), new Float64Array(GRID * GRID)];
  for (let i = 0; i < x.length; i++) {
    x[i] = x0 + ((x1 - x0) * (i % GRID)) / (GRID - 1);
    y[i] = y0 + ((y1 - y0) * Math.floor(i / GRID)) / (GRID - 1);
  }
  const { gx, gy } = evaluate(x, y);
  const slopes = Array.from(gx, (each, i) => Math.hypot(each, gy[i]))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return slopes[Math.round(STEEP * (slopes.length - 1))] ?? 0;
}

/**
 * How long the arrow is: it grows with the root of the slope, to LONGEST where f is steep; 0 where it would
 * be no more than a dot, and where there is no slope.
 * @param {number} slope |∇f| @param {number} steep a slope that counts as steep here
 */
export function arrowLength(slope, steep) {
  if (!(slope > 0)) return 0;
  const long = LONGEST * Math.sqrt(Math.min(1, slope / steep));
  return long >= SHORTEST ? long : 0;
}
