// How many values and gradients runs have asked for: the clock by which methods, which ask several times a
// step, compare with rules. No DOM.

import { columnOf } from '../../core/layout.js';
import { CUSTOM, readingOf } from '../../state/own-units.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../core/index.js').Run} Run
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('./scene.js').VisibleRuns} VisibleRuns
 */

/** The columns that are added up. */
const COUNTS = /** @type {const} */ (['evals_f', 'evals_g']);

/** Whether a run counts what it asks for. @param {Run} run */
const counts = (run) => COUNTS.some((kind) => columnOf(run, kind));

/** Whether a plot over evaluations tells more than one over steps. @param {VisibleRuns} shown */
export const haveCounts = (shown) => shown.some(({ run }) => counts(run));

/**
 * What each row of a run has cost so far: a method counts it, and a rule asks for the same in every step.
 * @param {Run} run @param {number} index in the experiment @param {Experiment} experiment @param {Core} core
 * @returns {Float64Array} a number a row
 */
function evaluationsOf(run, index, experiment, core) {
  if (counts(run)) {
    const columns = COUNTS.flatMap((kind) => columnOf(run, kind) ?? []);
    return Float64Array.from({ length: run.rows }, (_, t) =>
      columns.reduce((sum, column) => sum + column[t], 0),
    );
  }
  const { optimizer } = experiment.runs[index];
  const cost = core.catalog.optimizers.find(({ key }) => key === optimizer)?.cost;
  const isOwnWithValue = () =>
    core.parseRule(experiment.rule, readingOf(experiment)).ast?.asks?.includes('f');
  const each =
    optimizer === CUSTOM ? 1 + Number(isOwnWithValue() ?? false) : (cost?.f ?? 0) + (cost?.g ?? 1);
  return Float64Array.from({ length: run.rows }, (_, t) => t * each);
}

/**
 * The plot of a column that every run has, over evaluations instead of steps.
 * @param {import('../../charts/series-chart.js').SeriesScene} scene over steps
 * @param {Experiment} experiment @param {VisibleRuns} shown @param {Core} core
 * @param {import('../../i18n/index.js').I18n} i18n
 * @returns {import('../../charts/series-chart.js').SeriesScene}
 */
export function overEvaluations(scene, experiment, shown, core, i18n) {
  const clocks = shown.map(({ run, index }) => evaluationsOf(run, index, experiment, core));
  return {
    ...scene,
    series: scene.series.map((series, i) => ({ ...series, at: clocks[i] })),
    changes: shown.flatMap(({ changes, style }, i) =>
      changes.flatMap((row) => (row < clocks[i].length ? [{ at: clocks[i][row], style }] : [])),
    ),
    steps: Math.max(...clocks.map((clock) => clock[clock.length - 1])),
    xTitle: i18n.t('series.evaluations'),
  };
}
