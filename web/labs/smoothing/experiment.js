// The experiment of the smoothing lab: plain frozen data, everything that a link carries. Each function
// takes an experiment and returns a new one. Values out of bounds are clamped; if nothing changes, the same
// object is returned.

import { checkUnit } from '../../core/check.js';
import { decayOf } from '../../formula/decay.js';
import { freezeDeep, withNumber } from '../../state/experiment.js';
import { PLAIN_DRESS } from '../../state/page-keys.js';
import { afterInsertion, afterRemoval } from '../../state/selection.js';
import { MOST_POINTS } from '../../state/series.js';
import { presetsOf } from '../../state/units.js';
import { FIRST } from './first.js';

/**
 * @typedef {import('../../core/catalog.js').Catalog} Catalog
 * @typedef {import('../../state/series.js').Series} Series
 *
 * @typedef {object} Curve one moving average of the series
 * @property {string} smoother a key of the catalog
 * @property {Readonly<Record<string, number>>} params all of them
 * @property {boolean} hidden
 *
 * @typedef {import('../../state/types.js').PageFields & SmoothingFields} SmoothingExperiment
 *
 * @typedef {object} SmoothingFields
 * @property {string} lab
 * @property {Series} series
 * @property {readonly Curve[]} curves 1 to 8
 * @property {number} selected the average shown in full: its place, from 0
 * @property {number} t the place shown, 0 (none) to the series' length
 * @property {string} from the query of the descent experiment whose gradients the series is, or ""
 * @property {true} [check] the reader checks numbers of their own
 */

/** How many values there are. @param {{ series: Series }} experiment */
export const lengthOf = ({ series }) => ('values' in series ? series.values.length : series.n);

/**
 * @param {string} smoother @param {Catalog} catalog @param {Record<string, number>} [params] @returns {Curve}
 */
export function curveOf(smoother, catalog, params = {}) {
  const unit = checkUnit('smoother', catalog.smoothers, smoother);
  return freezeDeep({ smoother, params: { ...presetsOf(unit.params), ...params }, hidden: false });
}

/**
 * The experiment of a link that says nothing.
 * @param {Catalog} catalog
 * @returns {SmoothingExperiment}
 */
export function defaultSmoothing(catalog) {
  return freezeDeep({
    lab: 'smoothing',
    series: { values: FIRST.values },
    curves: FIRST.curves.map(({ key, params }) => curveOf(key, catalog, params)),
    selected: 0,
    t: FIRST.values.length,
    from: '',
    ...PLAIN_DRESS,
  });
}

/**
 * Another series; its last value is shown.
 * @param {SmoothingExperiment} experiment @param {Series} series
 * @returns {SmoothingExperiment}
 */
export function withSeries(experiment, series) {
  const next = 'values' in series ? { values: series.values.slice(0, MOST_POINTS) } : { ...series };
  return freezeDeep({ ...experiment, series: next, t: lengthOf({ series: next }), from: '' });
}

/** The decay of the averages where the optimizer has none. */
const USUAL_DECAY = 0.9;

/**
 * The gradients of a run as a series: their EWA is the m of momentum, that of their squares the s of RMSProp.
 * Shown are the average from 0, as the optimizer takes it, and what it is when corrected: smoothers whose
 * recursion starts at 0.
 * @param {ArrayLike<number>} gradients at x_0, x_1, …; the last one led to no step
 * @param {1|2} power
 * @param {{ ast?: import('../../core/formula.js').Ast, hypers: Readonly<Record<string, number>> }} rule the
 *   run's, for the same decay
 * @param {string} from the query of the run's experiment @param {Catalog} catalog
 * @returns {SmoothingExperiment}
 */
export function smoothingOfRun(gradients, power, { ast, hypers }, from, catalog) {
  const values = Array.from(gradients, (g) => g ** power).slice(0, -1);
  const decay = ast && decayOf(ast, power);
  const curves = catalog.smoothers.flatMap(({ key, decayParam, lines, params }) => {
    if (decayParam === null || !lines[0].fromZero) return [];
    const given = decay === undefined ? USUAL_DECAY : hypers[decay];
    return curveOf(key, catalog, withNumber(presetsOf(params), decayParam, given, params));
  });
  const experiment = withSeries({ ...defaultSmoothing(catalog), curves }, { values });
  return freezeDeep({ ...experiment, from });
}

/**
 * Another length, noise or seed of a made series; the place shown stays where it can.
 * @param {SmoothingExperiment} experiment @param {Series} series
 */
export function setRecipe(experiment, series) {
  const next = withSeries(experiment, series);
  return freezeDeep({ ...next, t: Math.min(experiment.t, lengthOf(next)) });
}

/**
 * Sets one value; a made series becomes an own one.
 * @param {SmoothingExperiment} experiment @param {number} t 1 to the length @param {number} value
 * @param {readonly number[]} values those shown now
 * @returns {SmoothingExperiment}
 */
export function setValue(experiment, t, value, values) {
  if (t < 1 || t > values.length || Object.is(values[t - 1], value)) return experiment;
  return freezeDeep({ ...experiment, series: { values: values.with(t - 1, value) }, t, from: '' });
}

/**
 * @param {SmoothingExperiment} experiment @param {readonly Curve[]} curves @param {number} [selected]
 * @returns {SmoothingExperiment}
 */
const withCurves = (experiment, curves, selected = experiment.selected) =>
  freezeDeep({ ...experiment, curves, selected });

/**
 * The next smoother that is not there yet, selected.
 * @param {SmoothingExperiment} experiment @param {Catalog} catalog
 */
export function addCurve(experiment, catalog) {
  const { curves } = experiment;
  if (curves.length >= catalog.limits.runs) return experiment;
  const isThere = (/** @type {{ key: string }} */ { key }) =>
    curves.some(({ smoother }) => smoother === key);
  const next = catalog.smoothers.find((unit) => !isThere(unit)) ?? catalog.smoothers[0];
  return withCurves(experiment, [...curves, curveOf(next.key, catalog)], curves.length);
}

/** @param {SmoothingExperiment} experiment @param {number} index @param {Catalog} catalog */
export function duplicateCurve(experiment, index, catalog) {
  const { curves } = experiment;
  if (curves.length >= catalog.limits.runs) return experiment;
  const selected = afterInsertion(experiment.selected, index + 1);
  return withCurves(experiment, curves.toSpliced(index + 1, 0, curves[index]), selected);
}

/** Removes a curve, but never the last one. @param {SmoothingExperiment} experiment @param {number} index */
export function removeCurve(experiment, index) {
  const { curves } = experiment;
  if (curves.length === 1) return experiment;
  const left = curves.toSpliced(index, 1);
  return withCurves(experiment, left, afterRemoval(experiment.selected, index, left.length));
}

/** @param {SmoothingExperiment} experiment @param {number} index @param {Partial<Curve>} patch */
export function updateCurve(experiment, index, patch) {
  const curve = { ...experiment.curves[index], ...patch };
  return withCurves(experiment, experiment.curves.with(index, curve));
}

/**
 * Another smoother for a curve; parameters with the same names keep their values.
 * @param {SmoothingExperiment} experiment @param {number} index @param {string} key @param {Catalog} catalog
 */
export function setSmoother(experiment, index, key, catalog) {
  const { params: before } = experiment.curves[index];
  const { params } = checkUnit('smoother', catalog.smoothers, key);
  const kept = params.map((param) => [param.key, before[param.key] ?? param.preset]);
  return updateCurve(experiment, index, { smoother: key, params: Object.fromEntries(kept) });
}

/**
 * @param {SmoothingExperiment} experiment @param {number} index @param {string} key
 * @param {number} value clamped @param {Catalog} catalog
 */
export function setCurveParam(experiment, index, key, value, catalog) {
  const { smoother, params } = experiment.curves[index];
  const unit = checkUnit('smoother', catalog.smoothers, smoother);
  const next = withNumber(params, key, value, unit.params);
  return next === params ? experiment : updateCurve(experiment, index, { params: next });
}
