// What the smoothing lab's charts and its table are to show, worked out from the experiment. No DOM.

import { pad, rangeOf } from '../../charts/geometry.js';
import { runStyle } from '../../charts/run-style.js';
import { checkUnit } from '../../core/check.js';
import { valuesOf } from '../../state/series.js';
import { lastWeights, weightSum } from './weights.js';

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

/** Past values whose weights are drawn: earlier ones have almost no weight, or all the same. */
const MOST_WEIGHTS = 30;

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
  const unit = checkUnit('smoother', core.catalog.smoothers, smoother);
  const numbers = unit.params.flatMap(({ key, symbol, scale }) => {
    if (scale === 'switch') return params[key] === 1 ? symbol : [];
    return `${symbol} = ${i18n.n(params[key])}`;
  });
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
    averages: shown.map((average) => ({ ...average, column: keyOf(average) })),
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
export function weightsScene({ t }, { values, shown }, core, i18n) {
  const first = Math.max(1, t - MOST_WEIGHTS + 1);
  return {
    first,
    last: Math.max(t, first),
    bars: shown.map(({ curve, style, selected }) => ({
      style,
      selected,
      weights: lastWeights(specOf(curve), values, t, MOST_WEIGHTS, core),
    })),
    xTitle: i18n.t('smoothing.place'),
    format: i18n.formatter(3),
  };
}

/**
 * What the weights of an average that starts at 0 sum to by place t: 1 − ρ^t, from t = 0.
 * @param {SmoothingExperiment} experiment @param {Smoothing} smoothing @param {Core} core @param {I18n} i18n
 */
export function correctionScene({ t }, { values, shown }, core, i18n) {
  return {
    series: shown.flatMap(({ curve, style, selected }) => {
      const { known } = core.averageFacts(specOf(curve), values.length);
      return known === null ? [] : { style, selected, values: known };
    }),
    steps: values.length,
    t,
    scale: /** @type {const} */ ('linear'),
    yTitle: '',
    format: i18n.formatter(4),
  };
}

/**
 * What a curve's weights come to at place t.
 * @param {Curve} curve @param {readonly number[]} values @param {number} t @param {Core} core
 * @returns {{ sum: number, span: number }} span: how many values count, k or 1/(1 − ρ)
 */
export function weightFacts(curve, values, t, core) {
  const sum = weightSum(specOf(curve), values, t, core);
  return { sum, span: core.averageFacts(specOf(curve), t).span };
}

/** The record of a curve's smoother. @param {Curve} curve @param {Core} core */
const smootherOf = ({ smoother }, { catalog }) =>
  checkUnit('smoother', catalog.smoothers, smoother);

/** What the record says of the line that assigns the average. @param {Curve} curve @param {Core} core */
export const averageLine = (curve, core) =>
  /** @type {import('../../core/catalog.js').Smoother['lines'][0]} */ (
    smootherOf(curve, core).lines.at(-1)
  );

/** A curve's key in the table and in its CSV. @param {Average} average */
export const keyOf = ({ curve, index }) => `${curve.smoother}_${index + 1}`;

/** What the table's columns are called. @param {Smoothing} smoothing @param {Core} core @param {I18n} i18n */
export const headingsOf = ({ averages }, core, i18n) =>
  Object.fromEntries(averages.map((each) => [keyOf(each), nameOf(each.curve, core, i18n)]));

/**
 * All numbers as the step table shows them: row 0 is the place before the first value.
 * @param {Smoothing} smoothing @param {Core} core
 */
export function tableOf({ values, averages }, core) {
  const rows = values.length + 1;
  const column = (/** @type {ArrayLike<number>} */ from, first = Number.NaN) =>
    Float64Array.from({ length: rows }, (_, t) => (t ? from[t - 1] : first));
  const startOf = (/** @type {Curve} */ curve) =>
    averageLine(curve, core).fromZero ? 0 : Number.NaN;
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
