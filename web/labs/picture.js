// The picture of an experiment for the gallery and for posters: the plot that its lab exports, drawn small.

import { readTheme } from '../charts/theme.js';
import { paintCanvas } from '../charts/thumbnail.js';
import { createI18n } from '../i18n/index.js';
import { decodeExperiment } from '../state/decode.js';
import { loadScreen } from './screens.js';

/**
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../charts/thumbnail.js').Paint} Paint
 */

/** A picture has no words; the scenes of the stage ask for a language all the same. */
const WORDLESS = createI18n('en');

/**
 * What draws an experiment with all its steps taken.
 * @param {import('../state/types.js').AnyExperiment} experiment @param {Core} core
 * @returns {Promise<Paint|undefined>} undefined: its lab has no pictures
 */
export async function pictureOf(experiment, core) {
  const { plot, slowPlot } = await loadScreen(experiment.lab);
  const slow = slowPlot?.(experiment, core, WORDLESS);
  const picture = slow ? await slow : plot?.(experiment, core, WORDLESS);
  return picture?.whole ?? picture?.paint;
}

/**
 * Draws a preset on a canvas, in the page's theme.
 * @param {HTMLCanvasElement} canvas @param {string} query @param {Core} core
 */
export async function drawPreset(canvas, query, core) {
  const paint = await pictureOf(decodeExperiment(query, '', core).experiment, core);
  if (paint) paintCanvas(canvas, paint, readTheme(canvas));
}
