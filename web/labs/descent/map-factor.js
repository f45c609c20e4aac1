// Lines of equal factor over a map of rates: how much of the distance a step leaves on a quadratic, once it
// has left the start behind: the spectral radius of the step's matrix on its slowest direction. Optimizers
// whose record has a largest stable rate take x and their slot to a matrix times them, in which η and the
// curvature occur as their product only.

import { contours } from 'd3-contour';

/**
 * @typedef {import('./map-scene.js').Shown} Shown
 * @typedef {import('../../charts/map-chart.js').Factors} Factors
 */

const LEVELS = [0.5, 0.7, 0.8, 0.9, 0.95, 0.99];
const NODES = 88; // of the grid, along each side, and one more beyond each end
const [LOOK, LOOKS] = [8, 15]; // the best is looked for on grids of so many cells, each half as large

/** The largest absolute eigenvalue of a matrix, row by row. @param {number[]} matrix */
function radius([xx, xs, sx, ss]) {
  const [half, det] = [(xx + ss) / 2, xx * ss - xs * sx];
  const rest = half * half - det;
  return rest < 0 ? Math.sqrt(det) : Math.abs(half) + Math.sqrt(rest);
}

/** The number of a side at a place, as far as it is allowed. @param {Shown} side @param {number} at */
export const numberAt = ({ isLog, side: { param } }, at) =>
  Math.min(param.max, Math.max(param.min, isLog ? 10 ** at : at));

/**
 * The factor of a step over the sides of a map, by place; null where a step is no such matrix.
 * @param {import('../../state/types.js').ExperimentRun} run @param {readonly Shown[]} sides
 * @param {readonly number[]} curvatures @param {import('../../core/index.js').Core} core
 */
export function factorOf({ optimizer, hypers }, sides, curvatures, core) {
  const unit = core.catalog.optimizers.find(({ key }) => key === optimizer);
  const rate = sides.findIndex(({ side }) => side.what === 'hyper' && side.index === 0);
  if (!unit || rate < 0 || unit.slots.length > 1 || unit.slots.some(({ perPoint }) => perPoint))
    return null;
  const other = sides[1 - rate];
  /** Of x = (1, 0) and slot = (0, 1), on x²/2. @param {number} lr @param {object} own */
  const matrixOf = (lr, own) => {
    const [x, g] = [Float64Array.of(1, 0), Float64Array.of(1, 0)];
    const slots = unit.slots.length ? Float64Array.of(0, 1) : new Float64Array(0);
    const all = { ...hypers, ...own, [unit.hypers[0].key]: lr };
    core.step(unit.key, { x, g, slots, hypers: all, t: 1, lanes: 2 });
    return [...x, slots[0] ?? 0, slots[1] ?? 0];
  };
  /** @type {Map<number, number[][]>} */
  const known = new Map();
  return (/** @type {readonly number[]} */ place) => {
    const at = numberAt(other, place[1 - rate]);
    const own = other.side.what === 'hyper' ? { [other.side.of]: at } : {};
    const [one, two] = known.get(at) ?? [1, 2].map((lr) => matrixOf(lr, own));
    known.set(at, [one, two]);
    const lr = sides[rate].isLog ? 10 ** place[rate] : place[rate];
    const of = (/** @type {number} */ curvature) =>
      radius(one.map((value, i) => value + (lr * curvature - 1) * (two[i] - value)));
    return Math.max(...curvatures.map(of));
  };
}

/**
 * @param {(place: readonly number[]) => number} factor @param {readonly Shown[]} sides
 * @returns {Factors}
 */
export function factorLines(factor, sides) {
  const [{ range: across }, { range: up }] = sides;
  const at = (/** @type {readonly number[]} */ [from, to], /** @type {number} */ i) =>
    from + ((to - from) * (i - 1)) / (NODES - 1);
  const size = NODES + 2;
  const values = Array.from({ length: size * size }, (_, p) =>
    factor([at(across, p % size), at(up, Math.floor(p / size))]),
  );
  const trace = contours().size([size, size]);
  const lines = LEVELS.map((level) => ({
    level,
    rings: trace
      .contour(values, level)
      .coordinates.flat()
      .map((ring) => ring.map(([i, j]) => [at(across, i - 0.5), at(up, j - 0.5)])),
  }));
  if (sides.some(({ side }) => side.what !== 'hyper')) return { lines, best: null };
  let best = [across, up].map(([from, to]) => (from + to) / 2);
  let sizes = [across, up].map(([from, to]) => to - from);
  for (let look = 0; look < LOOKS; look++) {
    const middle = best;
    for (let p = 0; p < (LOOK + 1) ** 2; p++) {
      const place = [p % (LOOK + 1), Math.floor(p / (LOOK + 1))].map((i, k) => {
        const [from, to] = k ? up : across;
        return Math.min(to, Math.max(from, middle[k] + (i / LOOK - 0.5) * sizes[k]));
      });
      if (factor(place) < factor(best)) best = place;
    }
    sizes = sizes.map((each) => each / 2);
  }
  return { lines, best: { x: best[0], y: best[1], factor: factor(best) } };
}
