// The outputs of the descent lab: title, caption, table and picture of an experiment.

import { curvePicture, wholeOf } from '../../charts/thumbnail.js';
import { bounds } from '../../state/experiment.js';
import { resultNow, resultsNow, runNow } from '../../state/results.js';
import { objectiveTitle, planePlot } from '../outputs.js';
import { visibleRuns } from '../visible-runs.js';
import { planeScene } from './plane-scene.js';
import { curveScene, DESCENTS } from './scene.js';
import { optimizerNames, stageSummary } from './words.js';

/** @typedef {import('../../state/types.js').Experiment} Experiment */

/** The digits of a start: more would only show rounding. */
const DIGITS = 12;

/**
 * The point that the selected run has reached at the step shown, as a start may be; undefined where no run
 * may start.
 * @param {Experiment} experiment @param {import('../../core/index.js').Core} core
 * @returns {number[]|undefined}
 */
export function pointShown(experiment, core) {
  const { run } = resultNow(core, DESCENTS, experiment, experiment.selected);
  if (!run) return undefined;
  const { columns, rows } = run;
  const row = Math.min(experiment.t, rows - 1);
  const point = ['x', 'y'].slice(0, experiment.start.length).map((axis) => columns[axis][row]);
  const { min, max } = bounds(core.catalog).coordinate;
  const mayStart = point.every((value) => value >= min && value <= max);
  return mayStart ? point.map((value) => Number(value.toPrecision(DIGITS))) : undefined;
}

/**
 * The stage in words.
 * @param {import('../run-names.js').Namer} namesOf
 * @returns {import('../types.js').Outputs<Experiment>['caption']}
 */
export const captionWith = (namesOf) => (experiment, core, i18n) => {
  if (experiment.exercise) return ''; // it would tell what is asked
  const results = resultsNow(core, DESCENTS, experiment);
  return stageSummary(experiment, results, namesOf, core, i18n);
};

/**
 * The stage as a plot.
 * @param {import('../run-names.js').Namer} namesOf
 * @returns {import('../types.js').Outputs<Experiment>['plot']}
 */
export function plotWith(namesOf) {
  return (experiment, core, i18n) => {
    const results = resultsNow(core, DESCENTS, experiment);
    const shown = visibleRuns(experiment, results, namesOf(experiment, core, i18n));
    if (experiment.start.length === 2) return planePlot(planeScene(experiment, shown, core, i18n));
    const scene = curveScene(experiment, shown, core, i18n);
    const { xRange, yRange, yTitle, format } = scene;
    const [paint, whole] = [scene, wholeOf(scene)].map(curvePicture);
    return { paint, whole, box: [...xRange, ...yRange], xTitle: 'x', yTitle, format };
  };
}

/** @type {import('../types.js').Outputs<Experiment>} */
export const outputs = {
  title: objectiveTitle,
  caption: captionWith(optimizerNames),
  table: (experiment, core) => runNow(core, DESCENTS, experiment),
  plot: plotWith(optimizerNames),
  slowPlot: (experiment, core, i18n) =>
    experiment.map && import('./map-stage.js').then((part) => part.mapPlot(experiment, core, i18n)),
};
