// Draws a plot over t as SVG and reads its lines and words back.

import { digitsIn } from '../../web/charts/geometry.js';

globalThis.Path2D ??= /** @type {any} */ (class {});

const { drawPlot } = await import('../../web/charts/series-chart.js');
const { curvePicture } = await import('../../web/charts/thumbnail.js');
const { SvgContext } = await import('../../web/charts/svg-context.js');
const { plotRange, usualScale } = await import('../../web/labs/descent/plot-range.js');
const { curveScene, DESCENTS, seriesScene } = await import('../../web/labs/descent/scene.js');
const { visibleRuns } = await import('../../web/labs/visible-runs.js');
const { runNames } = await import('../../web/labs/run-names.js');
const { decodeExperiment } = await import('../../web/state/decode.js');
const { resultsNow } = await import('../../web/state/results.js');

/** @typedef {import('../../web/core/index.js').Core} Core */
/** @typedef {import('../../web/i18n/index.js').I18n} I18n */

const RUNS = ['#0072b2', '#c44e00', '#00795a', '#a33b7a', '#7a6a00'];
export const THEME = /** @type {any} */ ({
  ...{ ink: '#111111', soft: '#595c61', line: '#e3e3de', paper: '#ffffff', accent: '#b3261e' },
  runs: RUNS,
  font: 'sans-serif',
});
const SIZE = { width: 390, height: 150 };

/**
 * A frame that maps data to pixels as a chart's does.
 * @param {any} context
 * @param {readonly number[]} view
 * @param {'linear'|'log'} scale
 */
function frameOf(context, view, scale) {
  const [x0, x1, y0, y1] = view;
  const bounded = (/** @type {number} */ pixel) => Math.max(-1e5, Math.min(1e5, pixel));
  const part = (/** @type {number} */ y) =>
    scale === 'log' ? Math.log(y / y0) / Math.log(y1 / y0) : (y - y0) / (y1 - y0);
  return {
    context,
    view,
    theme: THEME,
    band: { left: 0, right: SIZE.width },
    area: { left: 0, right: SIZE.width, top: 0, bottom: SIZE.height },
    px: (/** @type {number} */ x) => bounded(((x - x0) / (x1 - x0)) * SIZE.width),
    py: (/** @type {number} */ y) => bounded((1 - part(y)) * SIZE.height),
  };
}

/** The visible runs of a query's experiment. @param {string} query @param {Core} core @param {I18n} i18n */
function shownOf(query, core, i18n) {
  const { experiment } = /** @type {any} */ (decodeExperiment(query, '', core));
  const results = resultsNow(core, DESCENTS, experiment);
  return { experiment, shown: visibleRuns(experiment, results, runNames(experiment, core, i18n)) };
}

/**
 * Reads a drawing: words with their boxes, and the longest line of each colour.
 * @param {any} context
 */
function readDrawing(context) {
  const paths = [
    ...context.markup.matchAll(/<path d="([^"]+)" fill="none" stroke="(#\w+)"[^>]*>/g),
  ];
  const lines = RUNS.map((colour) =>
    paths
      .filter(([tag, , stroke]) => stroke === colour && !tag.includes('scale('))
      .map(([, d]) => d.slice(1).split(/[ML]/))
      .reduce((longest, each) => (each.length > longest.length ? each : longest), [])
      .map((/** @type {string} */ pair) => pair.split(/[ ,]+/).map(Number))
      .map((/** @type {number[]} */ [x, y]) => ({ x, y })),
  );
  const place = '<text x="([^"]+)" y="([^"]+)"';
  const look = 'font-size="([^"]+)" font-weight="([^"]+)" text-anchor="(\\w+)"[^>]*fill="#\\w+"';
  const written = context.markup.matchAll(
    new RegExp(`${place}[^>]*${look}[^>]*>([^<]+)</text>`, 'g'),
  );
  const texts = [...written].map(([, x, y, size, weight, anchor, words]) => {
    context.font = `${weight} ${size}px sans-serif`;
    const { width } = context.measureText(words);
    const left =
      Number(x) -
      /** @type {Record<string, number>} */ ({
        ...{ start: 0, middle: width / 2, end: width },
      })[anchor];
    const half = Number(size) / 2;
    const box = { left, right: left + width, top: Number(y) - half, bottom: Number(y) + half };
    return { words, box };
  });
  return { texts, lines };
}

/**
 * Draws and reads the stage of an experiment of one variable.
 * @param {string} query @param {Core} core @param {I18n} i18n
 */
export function drawnStage(query, core, i18n) {
  const { experiment, shown } = shownOf(query, core, i18n);
  const context = /** @type {any} */ (new SvgContext());
  const scene = curveScene(experiment, /** @type {any} */ (shown), core, i18n);
  curvePicture(scene)(context, { width: 640, height: 400 }, THEME);
  return readDrawing(context);
}

/**
 * Draws and reads a plot of an experiment.
 * @param {string} query @param {string} name a column @param {Core} core @param {I18n} i18n
 */
export function drawnPlot(query, name, core, i18n) {
  const { experiment, shown } = shownOf(query, core, i18n);
  const scale = usualScale(name, experiment, core);
  const range = plotRange(name, scale, experiment, core) ?? [0, 1];
  const scene = seriesScene(name, scale, experiment, /** @type {any} */ (shown), i18n, range);
  const context = /** @type {any} */ (new SvgContext());
  const frame = frameOf(context, [0, experiment.steps, ...range], scale);
  drawPlot(/** @type {any} */ (frame), scene, digitsIn(range) + 1);
  return readDrawing(context);
}
