// What each lab has to hand out besides its picture: a table, a plot that can be drawn anew, a point to start from.

import { boxToShow } from '../charts/plane-geometry.js';
import { INSIDE } from '../charts/svg-picture.js';
import {
  curvePicture,
  planePicture,
  secantPicture,
  smoothingBox,
  smoothingPicture,
} from '../charts/thumbnail.js';
import { bounds, specFor } from '../state/experiment.js';
import { createResults } from '../state/results.js';
import { sampleSpecFor } from '../state/sampling-experiment.js';
import { quotientsOf, secantScene } from './derivative-scene.js';
import { curveScene, visibleRuns, withEffectiveRates } from './descent-scene.js';
import { planeScene } from './plane-scene.js';
import { lossScene } from './sampling-scene.js';
import { smoothAll, smoothingScene, tableOf } from './smoothing-scene.js';

/**
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../i18n/index.js').I18n} I18n
 * @typedef {import('../charts/svg-picture.js').Plot} Plot
 *
 * @typedef {object} LabExports
 * @property {(experiment: any, index: number, core: Core) => import('../core/index.js').Run} run what the step table shows
 * @property {(experiment: any, index: number, core: Core, i18n: I18n) => Plot} plot
 */

/** A plane's scene as a plot of its own. @param {import('../charts/plane-chart.js').PlaneScene} scene @returns {Plot} */
function planePlot(scene) {
  const { xTitle, yTitle, format } = scene;
  const box = boxToShow(scene.box, scene.mustHold ?? [], INSIDE.width, INSIDE.height);
  return { paint: planePicture(scene), box, xTitle, yTitle, format };
}

/** @type {LabExports} */
const descent = {
  run: (experiment, index, core) => withEffectiveRates(core).run(specFor(experiment, index)),
  plot(experiment, index, core, i18n) {
    const shown = visibleRuns(experiment, createResults(core)(experiment), index);
    if (experiment.start.length === 2) return planePlot(planeScene(experiment, shown, core, i18n));
    const scene = curveScene(experiment, shown, core, i18n);
    const { xRange, yRange, yTitle, format } = scene;
    return { paint: curvePicture(scene), box: [...xRange, ...yRange], xTitle: 'x', yTitle, format };
  },
};

/** @type {LabExports} */
const sampling = {
  run: (experiment, index, core) =>
    /** @type {any} */ (core.sample(sampleSpecFor(experiment, index))),
  plot(experiment, index, core, i18n) {
    const sample = { run: (/** @type {any} */ spec) => core.sample(spec) };
    const results = createResults(sample, sampleSpecFor)(experiment);
    const shown = visibleRuns(experiment, /** @type {any} */ (results), index);
    return planePlot(lossScene(experiment, shown, core, i18n));
  },
};

/** @type {LabExports} */
const smoothing = {
  run: (experiment, index, core) =>
    /** @type {any} */ (tableOf(smoothAll(experiment, index, core))),
  plot(experiment, index, core, i18n) {
    const scene = smoothingScene(experiment, smoothAll(experiment, index, core), i18n);
    const { format } = scene;
    return {
      paint: smoothingPicture(scene),
      box: smoothingBox(scene),
      xTitle: 't',
      yTitle: '',
      format,
    };
  },
};

/** @type {LabExports} */
const derivative = {
  run: (experiment, _index, core) => /** @type {any} */ (quotientsOf(experiment, core)),
  plot(experiment, _index, core, i18n) {
    const scene = secantScene(experiment, quotientsOf(experiment, core), core, i18n);
    const { xRange, yRange, format } = scene;
    return {
      paint: secantPicture(scene),
      box: [...xRange, ...yRange],
      xTitle: 'x',
      yTitle: 'f(x)',
      format,
    };
  },
};

const EXPORTS = new Map([
  ['descent', descent],
  ['schedules', descent],
  ['sampling', sampling],
  ['smoothing', smoothing],
  ['derivative', derivative],
]);

/** Of a start: more would only show how numbers are rounded. */
const DIGITS = 12;

/** @param {any} experiment of any lab @returns {LabExports|undefined} undefined: its lab has only its picture */
export const exportsOf = ({ lab }) => EXPORTS.get(lab);

/**
 * The point that a run of the descent lab has reached at the step shown, as a start may be; undefined in other labs, and
 * where no run may start.
 * @param {any} experiment @param {number} index of the run @param {Core} core
 * @returns {number[]|undefined}
 */
export function pointShown(experiment, index, core) {
  if (experiment.lab !== 'descent') return undefined;
  const { columns, rows } = core.run(specFor(experiment, index));
  const row = Math.min(experiment.t, rows - 1);
  const point = ['x', 'y'].slice(0, experiment.start.length).map((axis) => columns[axis][row]);
  const { min, max } = bounds(core.catalog).coordinate;
  const mayStart = point.every((value) => value >= min && value <= max);
  return mayStart ? point.map((value) => Number(value.toPrecision(DIGITS))) : undefined;
}
