// What the selected run's method tried in the step shown. No DOM.

import { columnOf } from '../core/layout.js';

/**
 * @typedef {import('../charts/labels.js').Place} Place
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../i18n/index.js').I18n} I18n
 * @typedef {import('../core/types.js').Run | import('../core/types.js').SampleRun} AnyRun
 * @typedef {readonly { run: AnyRun, index: number, selected: boolean }[]} Shown
 * @typedef {{ t: number, runs: readonly { optimizer: string }[] }} Experiment
 */

/** So many points are told of in words. */
const MOST_TOLD = 8;

/**
 * The points, in the order in which they were asked about; null where there are none.
 * @param {Experiment} experiment @param {Shown} shown @param {readonly string[]} axes
 * @returns {number[][]|null}
 */
function pointsTried({ t }, shown, axes) {
  const { run } = shown.find(({ selected }) => selected) ?? {};
  if (!run?.tried || t < 1 || t >= run.rows) return null;
  const numbers = run.tried[t];
  const starts = numbers.flatMap((_, i) => (i % axes.length ? [] : [i]));
  return starts.length ? starts.map((i) => numbers.slice(i, i + axes.length)) : null;
}

/**
 * What a stage draws of them; undefined where there is nothing to draw.
 * @param {Experiment} experiment @param {Shown} shown @param {Core} core
 * @param {{ axes: readonly string[], placeOf: (points: number[][]) => Place[] }} stage placeOf: where points
 *   lie on it
 * @returns {import('../charts/step-marks.js').Tried|undefined}
 */
export function triedAt(experiment, shown, core, { axes, placeOf }) {
  const points = pointsTried(experiment, shown, axes);
  const { run, index } = shown.find(({ selected }) => selected) ?? {};
  if (!points || !run || index === undefined) return undefined;
  const unit = core.catalog.optimizers.find(({ key }) => key === experiment.runs[index].optimizer);
  // What a method keeps that starts at x is a point of the plane: a corner of its simplex.
  const corners = (unit?.slots ?? []).filter(({ init }) => init === 'x');
  const at = (/** @type {number} */ row, /** @type {string|null} */ slot) =>
    axes.map((axis) => {
      const kind = slot === null ? 'coordinate' : 'slot';
      return columnOf(run, kind, axis, slot)?.[row] ?? Number.NaN;
    });
  const cornersAt = (/** @type {number} */ row) => placeOf(corners.map(({ key }) => at(row, key)));
  const isLine = corners.length === 0 && axes.length > 1;
  return {
    points: placeOf(points),
    from: isLine ? placeOf([at(experiment.t - 1, null)])[0] : null,
    before: cornersAt(experiment.t - 1),
    after: cornersAt(experiment.t),
  };
}

/**
 * The same in words; "" where there is nothing to tell.
 * @param {Experiment} experiment @param {Shown} shown @param {readonly string[]} axes
 * @param {readonly { full: string }[]} names of all runs @param {I18n} i18n
 */
export function triedWords(experiment, shown, axes, names, i18n) {
  const points = pointsTried(experiment, shown, axes);
  if (!points) return '';
  const { index = 0 } = shown.find(({ selected }) => selected) ?? {};
  const told = points.slice(0, MOST_TOLD).map((point) => {
    const numbers = point.map((value) => i18n.n(value, 4));
    return numbers.length === 1 ? `${axes[0]} = ${numbers[0]}` : `(${numbers.join('; ')})`;
  });
  const more = points.length > MOST_TOLD ? ['…'] : [];
  return i18n.t('stage.tried', {
    ...{ name: names[index].full, t: experiment.t, points: [...told, ...more].join(', ') },
  });
}
