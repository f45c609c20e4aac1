// What the plane of two variables is to show, worked out from the experiment and its results. No DOM.

import { boxWith, roundBox } from '../../charts/plane-geometry.js';
import { leavingWords, recordOf, rowsToFit } from './scene.js';

/**
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('./scene.js').VisibleRuns} VisibleRuns
 */

/** Shown of an own f. */
export const OWN_BOX = [-5, 5, -5, 5];
const FAR_ENOUGH = 1e8;

/** @param {readonly number[]} box @param {number} part @returns {number[]} widened on all sides */
function padBox([x0, x1, y0, y1], part) {
  const [byX, byY] = [(x1 - x0) * part || 1, (y1 - y0) * part || 1];
  return [x0 - byX, x1 + byX, y0 - byY, y1 + byY];
}

/**
 * @param {Experiment} experiment @param {VisibleRuns} runs @param {Core} core @param {I18n} i18n
 * @returns {import('../../charts/plane-chart.js').PlaneScene}
 */
export function planeScene(experiment, runs, core, i18n) {
  const { view, start } = experiment;
  const format = i18n.formatter(4);
  const isChosen = view?.length === 4;
  const objective = experiment.objective;
  const points = core.points(objective);
  const heights = core.evaluate(objective, {
    x: points.map(({ x }) => x),
    y: points.map(({ y }) => y),
  }).f;
  const minima = [...heights].filter((_, i) => points[i].kind.endsWith('minimum'));
  return {
    box: isChosen ? view : (recordOf(experiment, core)?.box ?? OWN_BOX),
    isChosen,
    mustHold: isChosen ? [] : [{ x: start[0], y: start[1] }],
    fieldKey: JSON.stringify(objective),
    evaluate: (x, y) => core.evaluate(objective, { x, y }),
    lowest: minima.length ? Math.min(...minima) : undefined,
    points,
    runs: runs.map(({ run, style, selected, label }) => ({
      x: run.columns.x,
      y: run.columns.y,
      f: run.columns.f,
      gx: run.columns.gx,
      gy: run.columns.gy,
      style,
      selected,
      label,
    })),
    t: experiment.t,
    start,
    xTitle: 'x',
    yTitle: 'y',
    format,
    words: leavingWords(i18n),
    readout: (x, y, f, digits) => `f(${format(x, digits)}; ${format(y, digits)}) = ${i18n.n(f, 5)}`,
  };
}

/**
 * A view that holds the paths up to the step shown, or the whole of them before the first step, as far as
 * they stay finite and near.
 * @param {{ start: readonly number[], t: number }} experiment
 * @param {readonly { run: { columns: Record<string, Float64Array> } }[]} runs
 * @returns {number[]}
 */
export function fittedBox({ start, t }, runs) {
  const [x, y] = start;
  const walked = runs.flatMap(({ run: { columns } }) =>
    Array.from(columns.x.subarray(0, rowsToFit({ t })), (each, i) => ({
      x: each,
      y: columns.y[i],
    })),
  );
  const near = walked.filter(
    (place) => Math.abs(place.x) < FAR_ENOUGH && Math.abs(place.y) < FAR_ENOUGH,
  );
  return roundBox(padBox(boxWith([x, x, y, y], near), 0.12));
}
