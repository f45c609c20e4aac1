// The picture of an experiment, as the gallery shows it and a poster can: only its lab knows what to draw.

import { readTheme } from '../charts/theme.js';
import {
  curvePicture,
  paintCanvas,
  planePicture,
  secantPicture,
  smoothingPicture,
} from '../charts/thumbnail.js';
import { createI18n } from '../i18n/index.js';
import { decodeExperiment } from '../state/decode.js';
import { createResults } from '../state/results.js';
import { quotientsOf, secantScene } from './derivative-scene.js';
import { curveScene, visibleRuns } from './descent-scene.js';
import { planeScene } from './plane-scene.js';
import { smoothAll, smoothingScene } from './smoothing-scene.js';

/**
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../charts/thumbnail.js').Paint} Paint
 */

/** A picture has no words; the scenes of the stage ask for a language all the same. */
const WORDLESS = createI18n('en');

/** @param {any} experiment @param {Core} core @returns {Paint} */
function descentPicture(experiment, core) {
  const shown = visibleRuns(experiment, createResults(core)(experiment), 0);
  return experiment.start.length === 1
    ? curvePicture(curveScene(experiment, shown, core, WORDLESS))
    : planePicture(planeScene(experiment, shown, core, WORDLESS));
}

/** @param {any} experiment @param {Core} core @returns {Paint} */
const seriesPicture = (experiment, core) =>
  smoothingPicture(smoothingScene(experiment, smoothAll(experiment, 0, core), WORDLESS));

/** @param {any} experiment @param {Core} core @returns {Paint} */
const slopePicture = (experiment, core) =>
  secantPicture(secantScene(experiment, quotientsOf(experiment, core), core, WORDLESS));

/** @type {Map<string, (experiment: any, core: Core) => Paint>} */
const PICTURES = new Map([
  ['descent', descentPicture],
  ['schedules', descentPicture],
  ['smoothing', seriesPicture],
  ['derivative', slopePicture],
]);

/**
 * What draws an experiment with all its steps taken.
 * @param {any} experiment of any lab @param {Core} core
 * @returns {Paint|undefined} undefined: its lab has no pictures
 */
export const pictureOf = (experiment, core) => PICTURES.get(experiment.lab)?.(experiment, core);

/**
 * Draws a preset on a canvas, in the page's theme.
 * @param {HTMLCanvasElement} canvas @param {string} query @param {Core} core
 */
export function drawPreset(canvas, query, core) {
  const paint = pictureOf(decodeExperiment(query, '', core).experiment, core);
  if (paint) paintCanvas(canvas, paint, readTheme(canvas));
}
