// What the smoothing lab's charts and its table are to show, worked out from the experiment. No DOM.

import { pad, rangeOf } from '../../charts/geometry.js';
import { runStyle } from '../../charts/run-style.js';
import { valuesOf } from '../../state/series.js';

/**
 * @typedef {import('./experiment.js').SmoothingExperiment} SmoothingExperiment
 * @typedef {import('./experiment.js').Curve} Curve
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 *
 * @typedef {object} Average a curve with its values
 * @property {Curve} curve @property {number} index
 * @property {import('../../charts/run-style.js').RunStyle} style @property {boolean} selected
 * @property {Float64Array} values as long as the series; NaN where it is not defined
 *
 * @typedef {object} Smoothing
 * @property {readonly number[]} values the series
 * @property {Average[]} averages all of them, in order
 * @property {Average[]} shown those to draw, the selected one last
 */

/** Past values whose weights are drawn: those before count as good as nothing, or alike. */
export const MOST_WEIGHTS = 30;

/** @param {Curve} curve */
export const specOf = ({ smoother, params }) => ({ key: smoother, params: { ...params } });

/** @param {SmoothingExperiment} experiment @param {Core} core @returns {Smoothing} */
export function smoothAll(experiment, core) {
  const values = valuesOf(experiment.series, core);
  const averages = experiment.curves.map((curve, index) => ({
    curve,
    index,
    style: runStyle(index),
    selected: index === experiment.selected,
    values: core.smooth(specOf(curve), values),
  }));
  const shown = averages.filter(({ curve }) => !curve.hidden);
  return { values, averages, shown: shown.sort((a, b) => Number(a.selected) - Number(b.selected)) };
}

/** "EWA, ρ = 0.9" @param {Curve} curve @param {Core} core @param {I18n} i18n */
export function nameOf({ smoother, params }, core, i18n) {
  const unit = /** @type {any} */ (core.catalog.smoothers.find(({ key }) => key === smoother));
  const numbers = unit.params.map(
    (/** @type {any} */ { key, symbol }) => `${symbol} = ${i18n.n(params[key])}`,
  );
  return `${i18n.t(`smoothing.short.${smoother}`)}, ${numbers.join(', ')}`;
}

/**
 * @param {SmoothingExperiment} experiment @param {Smoothing} smoothing @param {I18n} i18n
 * @returns {import('../../charts/smoothing-chart.js').SmoothingScene}
 */
export function smoothingScene(experiment, { values, shown }, i18n) {
  const drawn = [values, ...shown.map((average) => average.values)].flatMap(
    (column) => rangeOf(column) ?? [],
  );
  return {
    values,
    averages: shown,
    t: experiment.t,
    yRange: pad(rangeOf(drawn) ?? [-1, 1], 0.08),
    isFixed: experiment.lock.includes('f'),
    format: i18n.formatter(5),
    missing: values.filter((value) => !Number.isFinite(value)).length,
  };
}

/**
 * How much each past value counts in the averages at the place shown.
 * @param {SmoothingExperiment} experiment @param {Smoothing} smoothing @param {Core} core @param {I18n} i18n
 * @returns {import('../../charts/weights-chart.js').WeightsScene}
 */
export function weightsScene({ t }, { shown }, core, i18n) {
  const first = Math.max(1, t - MOST_WEIGHTS + 1);
  return {
    first,
    last: Math.max(t, first),
    bars: shown.map(({ curve, style, selected }) => ({
      style,
      selected,
      weights: core.weights(specOf(curve), t).subarray(first - 1),
    })),
    xTitle: i18n.t('smoothing.place'),
    format: i18n.formatter(3),
  };
}

/** What part of a corrected or uncorrected EWA is known by place t: 1 − ρ^t, from t = 0. @param {SmoothingExperiment} experiment @param {Smoothing} smoothing @param {I18n} i18n */
export function correctionScene({ t }, { values, shown }, i18n) {
  return {
    series: shown
      .filter(({ curve }) => 'rho' in curve.params)
      .map(({ curve, style, selected }) => ({
        style,
        selected,
        values: Float64Array.from(
          { length: values.length + 1 },
          (_, i) => 1 - curve.params.rho ** i,
        ),
      })),
    steps: values.length,
    t,
    scale: /** @type {const} */ ('linear'),
    yTitle: '',
    format: i18n.formatter(4),
  };
}

/**
 * What a curve's weights come to at place t.
 * @param {Curve} curve @param {number} t @param {Core} core
 * @returns {{ sum: number, window: number }} window: how many values count, k or 1/(1 − ρ)
 */
export function weightFacts(curve, t, core) {
  const sum = core.weights(specOf(curve), t).reduce((total, weight) => total + weight, 0);
  const { rho, window } = curve.params;
  return { sum, window: rho === undefined ? window : 1 / (1 - rho) };
}

/** A curve's key in the table and in its CSV. @param {Average} average */
const keyOf = ({ curve, index }) => `${curve.smoother}_${index + 1}`;

/** What the table's columns are called. @param {Smoothing} smoothing @param {Core} core @param {I18n} i18n */
export const headingsOf = ({ averages }, core, i18n) =>
  Object.fromEntries(averages.map((each) => [keyOf(each), nameOf(each.curve, core, i18n)]));

/**
 * All numbers as the step table shows them: row 0 is the place before the first value.
 * @param {Smoothing} smoothing
 */
export function tableOf({ values, averages }) {
  const rows = values.length + 1;
  const column = (/** @type {ArrayLike<number>} */ from, first = Number.NaN) =>
    Float64Array.from({ length: rows }, (_, t) => (t ? from[t - 1] : first));
  const startOf = (/** @type {Curve} */ { smoother }) => (smoother === 'ewa' ? 0 : Number.NaN);
  return {
    dim: /** @type {const} */ (1),
    rows,
    names: ['s', ...averages.map(keyOf)],
    columns: Object.fromEntries([
      ['s', column(values)],
      ...averages.map((average) => [
        keyOf(average),
        column(average.values, startOf(average.curve)),
      ]),
    ]),
  };
}
