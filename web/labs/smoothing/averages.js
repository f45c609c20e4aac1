// The averages of the smoothing lab: their values, their weights, and both as a table. No DOM.

import { runStyle } from '../../charts/run-style.js';
import { checkUnit } from '../../core/check.js';
import { valuesOf } from '../../state/series.js';
import { weightSum } from './weights.js';

/**
 * @typedef {import('./experiment.js').SmoothingExperiment} SmoothingExperiment
 * @typedef {import('./experiment.js').Curve} Curve
 * @typedef {import('../../core/catalog.js').Smoother} Smoother
 * @typedef {import('../../core/index.js').Core} Core
 *
 * @typedef {object} Average a curve with its values
 * @property {number} index its place among the curves
 * @property {boolean} hidden
 * @property {boolean} selected
 * @property {import('../../charts/run-style.js').RunStyle} style
 * @property {Smoother} smoother the record of its smoother
 * @property {{ key: string, params: Record<string, number> }} spec what the core computes
 * @property {Float64Array} values as long as the series; NaN where the average is not defined
 *
 * @typedef {object} Smoothing
 * @property {readonly number[]} values the series
 * @property {Average[]} averages all of them, in order
 * @property {Average[]} shown those to draw, the selected one last
 */

/** @param {Curve} curve @param {Core} core */
export const smootherOf = ({ smoother }, { catalog }) =>
  checkUnit('smoother', catalog.smoothers, smoother);

/** @param {SmoothingExperiment} experiment @param {Core} core @returns {Smoothing} */
export function smoothAll({ series, curves, selected }, core) {
  const values = valuesOf(series, core);
  const averages = curves.map((curve, index) => {
    const spec = { key: curve.smoother, params: { ...curve.params } };
    return {
      ...{ index, hidden: curve.hidden, selected: index === selected, style: runStyle(index) },
      ...{ smoother: smootherOf(curve, core), spec, values: core.smooth(spec, values) },
    };
  });
  const shown = averages.filter(({ hidden }) => !hidden);
  return { values, averages, shown: shown.sort((a, b) => Number(a.selected) - Number(b.selected)) };
}

/**
 * What the weights of an average come to at place t.
 * @param {Average} average @param {readonly number[]} series @param {number} t @param {Core} core
 * @returns {{ sum: number, span: number }} span: how many values count, k or 1/(1 − ρ)
 */
export function weightFacts({ spec }, series, t, core) {
  const sum = weightSum(spec, series, t, core);
  return { sum, span: core.averageFacts(spec, t).span };
}

/** What the record says of the line that assigns the average, the last one. @param {Average} average */
export const averageLine = ({ smoother: { lines } }) => lines[lines.length - 1];

/** An average's key in the table and in its CSV. @param {Average} average */
export const keyOf = ({ smoother, index }) => `${smoother.key}_${index + 1}`;

/**
 * All numbers as the step table shows them: row 0 is the place before the first value.
 * @param {Smoothing} smoothing
 */
export function tableOf({ values, averages }) {
  const column = (/** @type {ArrayLike<number>} */ from, first = Number.NaN) =>
    Float64Array.of(first, ...Array.from(from));
  /** @type {Record<string, Float64Array>} */
  const columns = { s: column(values) };
  for (const average of averages)
    columns[keyOf(average)] = column(
      average.values,
      averageLine(average).fromZero ? 0 : Number.NaN,
    );
  const dim = /** @type {const} */ (1);
  return { dim, rows: values.length + 1, names: Object.keys(columns), columns };
}
