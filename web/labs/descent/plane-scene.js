// What the plane of two variables is to show, worked out from the experiment and its results. No DOM.

import { drawnRuns, fittedBox, planeOf } from '../run-scenes.js';
import { objectiveSeen, recordOf } from './scene.js';

/**
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('./scene.js').VisibleRuns} VisibleRuns
 */

/** Shown of an own f. */
export const OWN_BOX = [-5, 5, -5, 5];

const NAMES = { value: 'f', axes: /** @type {const} */ (['x', 'y']) };

/** What a plane draws of a run; the surface has f as well. @param {import('../../core/index.js').Run} run */
const pathOf = ({ columns: { x, y, f, gx, gy } }) => ({ x, y, f, gx, gy });

/**
 * @param {Experiment} experiment @param {VisibleRuns} runs @param {Core} core @param {I18n} i18n
 * @returns {import('../../charts/plane-chart.js').PlaneScene}
 */
export function planeScene(experiment, runs, core, i18n) {
  const { view, start } = experiment;
  const isChosen = view?.length === 4;
  const plane = {
    objective: objectiveSeen(experiment, core),
    box: isChosen ? view : (recordOf(experiment, core)?.box ?? OWN_BOX),
    mustHold: isChosen ? [] : [{ x: start[0], y: start[1] }],
    runs: drawnRuns(runs, pathOf),
    shown: runs,
  };
  return planeOf(plane, NAMES, experiment, core, i18n);
}

/** A view that holds the paths. @param {Experiment} experiment @param {VisibleRuns} runs */
export const fittedPlane = (experiment, runs) =>
  fittedBox(
    experiment,
    runs.map(({ run }) => pathOf(run)),
  );
