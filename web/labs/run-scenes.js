// What the scenes of all labs with runs share: the runs as charts draw them, the plane with their paths, and
// what is said of a path that leaves the view. No DOM.

import { boxWith, roundBox } from '../charts/plane-geometry.js';
import { triedAt } from './tried.js';

/**
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../i18n/index.js').I18n} I18n
 * @typedef {import('../charts/plane-chart.js').PlaneScene} PlaneScene
 * @typedef {readonly { x: Float64Array, y: Float64Array }[]} Paths
 */

const FAR_ENOUGH = 1e8;

/**
 * The runs as a chart draws them: what it draws of a run, with the run's look and label.
 * @template R
 * @template {object} T
 * @param {readonly import('./visible-runs.js').VisibleRun<R>[]} runs @param {(run: R) => T} partOf
 */
export const drawnRuns = (runs, partOf) =>
  runs.map(({ run, style, selected, label, changes }) => {
    const look = { style, selected, label, changes };
    return { ...partOf(run), ...look };
  });

/** How many rows of each path are fitted into a view. @param {number} t the step shown */
export const rowsToFit = (t) => (t > 0 ? t + 1 : Infinity);

/**
 * What is said of a path that leaves the view.
 * @param {I18n} i18n @returns {import('../charts/rim.js').Words}
 */
export const leavingWords = (i18n) => ({
  long: (t) => i18n.t('stage.leaves', { t }),
  short: (t) => i18n.t('stage.step', { t }),
});

/**
 * The scene of a plane over an objective of two variables.
 * @param {Pick<PlaneScene, 'box' | 'runs' | 'mustHold'> &
 *   { objective: import('../core/spec.js').ObjectiveSpec, shown: import('./tried.js').Shown }} plane
 * @param {{ value: string, axes: readonly [string, string] }} names "f", of "x" and "y"
 * @param {{ view: readonly number[]|null, start: readonly number[] } &
 *   import('./tried.js').Experiment} experiment
 * @param {Core} core @param {I18n} i18n
 * @returns {PlaneScene}
 */
export function planeOf({ objective, shown, ...plane }, { value, axes }, experiment, core, i18n) {
  const format = i18n.formatter(4);
  const points = core.points(objective);
  const minima = points.filter(({ kind }) => kind.endsWith('minimum'));
  const heights = core.evaluate(objective, {
    x: minima.map(({ x }) => x),
    y: minima.map(({ y }) => y),
  }).f;
  return {
    ...plane,
    isChosen: experiment.view?.length === 4,
    fieldKey: JSON.stringify(objective),
    evaluate: (x, y) => core.evaluate(objective, { x, y }),
    lowest: minima.length ? Math.min(...heights) : undefined,
    points,
    t: experiment.t,
    start: experiment.start,
    tried: triedAt(experiment, shown, core, {
      axes,
      placeOf: (places) => places.map(([x, y]) => ({ x, y })),
    }),
    xTitle: axes[0],
    yTitle: axes[1],
    format,
    words: leavingWords(i18n),
    readout: (x, y, height, digits) =>
      `${value}(${format(x, digits)}; ${format(y, digits)}) = ${i18n.n(height, 5)}`,
  };
}

/** @param {readonly number[]} box @param {number} part @returns {number[]} widened on all sides */
function padBox([x0, x1, y0, y1], part) {
  const [byX, byY] = [(x1 - x0) * part || 1, (y1 - y0) * part || 1];
  return [x0 - byX, x1 + byX, y0 - byY, y1 + byY];
}

/**
 * A view that holds the paths up to the step shown, or the whole of them before the first step, as far as
 * they stay finite and near.
 * @param {{ start: readonly number[], t: number }} experiment @param {Paths} paths
 * @returns {number[]}
 */
export function fittedBox({ start: [x, y], t }, paths) {
  const walked = paths.flatMap((path) =>
    Array.from(path.x.subarray(0, rowsToFit(t)), (each, i) => ({ x: each, y: path.y[i] })),
  );
  const near = walked.filter(
    (place) => Math.abs(place.x) < FAR_ENOUGH && Math.abs(place.y) < FAR_ENOUGH,
  );
  return roundBox(padBox(boxWith([x, x, y, y], near), 0.12));
}
