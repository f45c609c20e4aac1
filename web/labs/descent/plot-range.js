// The ranges of the plots over t. They follow the start and the landscape, as the stage does: while η changes
// they stay, and the rim names a run that leaves.

import { chooseHeight, decadesOf, pad, rangeOf } from '../../charts/geometry.js';
import { boxWith } from '../../charts/plane-geometry.js';
import { OWN_BOX } from './plane-scene.js';
import { curveSampler, recordOf, xRangeOf } from './scene.js';

/**
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../charts/geometry.js').Range} Range
 *
 * @typedef {object} Landscape what there is to see of f
 * @property {readonly number[]} box x from and to; of two variables y from and to
 * @property {Range} f @property {Range} gnorm @property {number} lowest f at its lowest
 */

/** Points of a landscape of two variables on a side. */
const GRID = 24;
/** A start outside the box keeps this part of it from the edge. */
const EDGE = 0.06;

/** The part of the plane shown. @param {Experiment} experiment @param {Core} core */
function boxOf(experiment, core) {
  const { view, start } = experiment;
  if (view?.length === 4) return view;
  const box = recordOf(experiment, core)?.box ?? OWN_BOX;
  const grown = boxWith([...box], [{ x: start[0], y: start[1] }]);
  if (grown.every((end, i) => end === box[i])) return box;
  const sides = /** @type {Range[]} */ ([grown.slice(0, 2), grown.slice(2)]);
  return sides.flatMap((side) => pad(side, EDGE));
}

/** A grid over a box. @param {readonly number[]} box */
function gridOf([x0, x1, y0, y1]) {
  const [x, y] = [new Float64Array(GRID * GRID), new Float64Array(GRID * GRID)];
  for (let i = 0; i < x.length; i++) {
    x[i] = x0 + ((x1 - x0) * (i % GRID)) / (GRID - 1);
    y[i] = y0 + ((y1 - y0) * Math.floor(i / GRID)) / (GRID - 1);
  }
  return { x, y };
}

/** @param {ArrayLike<number>} values @param {number} start the value there @returns {Range} */
const heightWith = (values, start) => rangeOf([...chooseHeight(values), start]) ?? [-1, 1];

/** @param {Experiment} experiment @param {Core} core @returns {Landscape} */
function surveyOf(experiment, core) {
  const objective = experiment.objective;
  const isCurve = experiment.start.length === 1;
  const places = core.points(objective);
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const known = core.evaluate(objective, isCurve ? { x: xs } : { x: xs, y: ys }).f;
  const [x, y] = experiment.start.map((each) => [each]);
  const start = core.evaluate(objective, isCurve ? { x } : { x, y });
  if (isCurve) {
    const box = xRangeOf(experiment, core);
    const { f } = curveSampler(experiment, core)(box);
    const lowest = rangeOf([...f, ...known, start.f[0]])?.[0] ?? 0;
    const [, , low, high] = experiment.view ?? [];
    const range =
      low === undefined ? heightWith(f, start.f[0]) : /** @type {Range} */ ([low, high]);
    return { box, f: range, gnorm: [0, Math.abs(start.gx[0])], lowest };
  }
  const box = boxOf(experiment, core);
  const { f, gx, gy } = core.evaluate(objective, gridOf(box));
  const slopes = Array.from(gx, (each, i) => Math.hypot(each, gy[i]));
  const lowest = rangeOf([...f, ...known, start.f[0]])?.[0] ?? 0;
  const steep = heightWith(slopes, Math.hypot(start.gx[0], start.gy?.[0] ?? 0));
  return { box, f: heightWith(f, start.f[0]), gnorm: [0, steep[1]], lowest };
}

/** @type {{ key: string, landscape: Landscape }|undefined} all plots of an experiment ask for the same one */
let last;

/** @param {Experiment} experiment @param {Core} core */
function landscapeOf(experiment, core) {
  const { objective, start, view } = experiment;
  const key = JSON.stringify([objective, start, view]);
  if (last?.key !== key) last = { key, landscape: surveyOf(experiment, core) };
  return last.landscape;
}

/**
 * The scale that a plot starts with: logarithmic for values that are nowhere below 0.
 * @param {string} name a column @param {Experiment} experiment @param {Core} core
 * @returns {'linear'|'log'}
 */
export function usualScale(name, experiment, core) {
  if (name === 'gnorm') return 'log';
  return name === 'f' && landscapeOf(experiment, core).lowest >= 0 ? 'log' : 'linear';
}

/**
 * The range of the plot of a column; undefined for effective rates, whose range comes from the runs.
 * @param {string} name @param {'linear'|'log'} scale @param {Experiment} experiment @param {Core} core
 * @returns {Range|undefined}
 */
export function plotRange(name, scale, experiment, core) {
  const { box, f, gnorm, lowest } = landscapeOf(experiment, core);
  const axis = ['x', 'y'].indexOf(name);
  if (axis >= 0)
    return scale === 'log'
      ? decadesOf(0, Math.max(...box.slice(2 * axis, 2 * axis + 2).map(Math.abs)))
      : /** @type {Range} */ (box.slice(2 * axis, 2 * axis + 2));
  if (name !== 'f' && name !== 'gnorm') return undefined;
  const range = name === 'f' ? f : gnorm;
  return scale === 'log' ? decadesOf(name === 'f' ? lowest : 0, range[1]) : range;
}
