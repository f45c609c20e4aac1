// A plot over t as it is drawn, read from the strokes that a file would have.

import { digitsIn } from '../../web/charts/geometry.js';

globalThis.Path2D ??= /** @type {any} */ (class {});

const { drawPlot } = await import('../../web/charts/series-chart.js');
const { SvgContext } = await import('../../web/charts/svg-context.js');
const { plotRange, usualScale } = await import('../../web/labs/descent/plot-range.js');
const { seriesScene } = await import('../../web/labs/descent/scene.js');
const { visibleRuns } = await import('../../web/labs/visible-runs.js');
const { runNames } = await import('../../web/labs/run-names.js');
const { DESCENTS } = await import('../../web/labs/descent/scene.js');
const { decodeExperiment } = await import('../../web/state/decode.js');
const { resultsNow } = await import('../../web/state/results.js');

const RUNS = ['#0072b2', '#c44e00', '#00795a', '#a33b7a', '#7a6a00'];
export const THEME = /** @type {any} */ ({
  ...{ ink: '#111111', soft: '#595c61', line: '#e3e3de', paper: '#ffffff', accent: '#b3261e' },
  runs: RUNS,
  font: 'sans-serif',
});
const SIZE = { width: 390, height: 150 };

/** Plot-like arithmetic of a frame. @param {any} context @param {readonly number[]} view @param {'linear'|'log'} scale */
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

/**
 * What a plot of an experiment has: its words, and the places of the line of each run.
 * @param {string} query @param {string} name a column
 * @param {import('../../web/core/index.js').Core} core @param {import('../../web/i18n/index.js').I18n} i18n
 */
export function drawnPlot(query, name, core, i18n) {
  const { experiment } = /** @type {any} */ (decodeExperiment(query, '', core));
  const scale = usualScale(name, experiment, core);
  const range = plotRange(name, scale, experiment, core) ?? [0, 1];
  const results = resultsNow(core, DESCENTS, experiment);
  const shown = visibleRuns(experiment, results, runNames(experiment, core, i18n));
  const scene = seriesScene(name, scale, experiment, shown, i18n, range);
  const context = /** @type {any} */ (new SvgContext());
  const frame = frameOf(context, [0, experiment.steps, ...range], scale);
  drawPlot(/** @type {any} */ (frame), scene, digitsIn(range) + 1);
  const paths = [...context.markup.matchAll(/<path d="([^"]+)" fill="none" stroke="(#\w+)"/g)];
  const lines = RUNS.map((colour) =>
    paths
      .filter(([, , stroke]) => stroke === colour)
      .map(([, d]) => d.slice(1).split(/[ML]/))
      .reduce((longest, each) => (each.length > longest.length ? each : longest), []),
  );
  const texts = [...context.markup.matchAll(/fill="#\w+"[^>]*>([^<]+)<\/text>/g)].map(
    ([, text]) => text,
  );
  return { texts, lines, markup: context.markup };
}
