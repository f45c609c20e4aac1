// What the sampling lab's charts are to show, worked out from the experiment and its results. No DOM.

import { chooseView, decadesOf, pad, rangeOf } from '../../charts/geometry.js';
import { pointsOf } from '../../state/sampling-data.js';
import { drawnRuns, fittedBox, planeOf } from '../run-scenes.js';

/**
 * @typedef {import('./experiment.js').SamplingExperiment} SamplingExperiment
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../core/index.js').SampleRun} SampleRun
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {readonly import('../visible-runs.js').VisibleRun<SampleRun>[]} VisibleRuns
 */

/** A box whose sides differ by at most this ratio is made a square. */
const ALIKE = 4;
const USUAL = /** @type {[number, number]} */ ([-1, 1]);
/** Places on a side of the plane at which the loss is asked for. */
const GRID = 16;
const NAMES = { value: 'L', axes: /** @type {const} */ (['w', 'b']) };

/** The loss as an objective of the core. @param {SamplingExperiment} experiment */
export const lossOf = ({ data, standardise }) => ({ data: pointsOf(data), standardise });

/**
 * A run's line at a row, in the data's own units.
 * @param {SampleRun} run @param {number} row
 */
export function lineAt({ columns, scale }, row) {
  const slope = columns.w[row] / scale.deviation;
  return { slope, intercept: columns.b[row] - slope * scale.mean };
}

/**
 * What the step shown, or a shorter run's last one, saw: the points of its batch and the line before it; null
 * at the start.
 * @param {SamplingExperiment} experiment @param {number} index of the run @param {SampleRun} run
 * @param {Core} core
 */
export function batchShown(experiment, index, run, core) {
  const { seed, runs } = experiment;
  const t = Math.min(experiment.t, run.rows - 1);
  if (t < 1) return null;
  const points = pointsOf(experiment.data);
  const rows = core.batch({ n: points.x.length, batch: runs[index].batch, seed, step: t });
  const { mean, deviation } = run.scale;
  const at = (/** @type {string} */ name) => run.columns[name][t - 1];
  return {
    t,
    rows,
    numbers: {
      x: rows.map((i) => (points.x[i] - mean) / deviation),
      y: rows.map((i) => points.y[i]),
      line: { w: at('w'), b: at('b') },
      gradient: { w: at('gw'), b: at('gb') },
      rows,
      t,
    },
    before: lineAt(run, t - 1),
  };
}

/**
 * What a column of the data is called.
 * @param {SamplingExperiment} experiment @param {'x'|'y'} name @param {I18n} i18n
 */
const titleOf = ({ data }, name, i18n) =>
  'key' in data ? i18n.t(`data.${data.key}.${name}`) : name;

/**
 * @param {SamplingExperiment} experiment @param {VisibleRuns} runs
 * @param {ReturnType<typeof batchShown>} seen @param {I18n} i18n
 * @returns {import('../../charts/data-line-chart.js').DataLineScene}
 */
export function dataScene(experiment, runs, seen, i18n) {
  const { x, y } = pointsOf(experiment.data);
  return {
    x,
    y,
    xRange: pad(rangeOf(x) ?? USUAL, 0.06),
    yRange: pad(rangeOf(y) ?? USUAL, 0.1),
    lines: drawnRuns(runs, (run) => lineAt(run, Math.min(experiment.t, run.rows - 1))),
    before: seen?.before ?? null,
    batch: seen ? seen.rows : [],
    xTitle: titleOf(experiment, 'x', i18n),
    yTitle: titleOf(experiment, 'y', i18n),
    format: i18n.formatter(5),
  };
}

/**
 * What of the plane must be seen: the experiment's view, or the start and the minimum.
 * @param {SamplingExperiment} experiment @param {{ x: number, y: number }[]} points
 */
function boxOf({ view, start }, points) {
  if (view) return view;
  const range = (/** @type {'x'|'y'} */ key, /** @type {number} */ i) =>
    chooseView({
      start: start[i],
      landmarks: points.map((point) => point[key]),
      box: [start[i] - 1, start[i] + 1],
    });
  return square([...range('x', 0), ...range('y', 1)]);
}

/** A box as high as it is wide, as far as its units are alike. @param {number[]} box */
function square([x0, x1, y0, y1]) {
  const [wide, high] = [x1 - x0, y1 - y0];
  if (Math.max(wide, high) > ALIKE * Math.min(wide, high)) return [x0, x1, y0, y1];
  const more = (/** @type {number} */ each) => (Math.max(wide, high) - each) / 2;
  return [x0 - more(wide), x1 + more(wide), y0 - more(high), y1 + more(high)];
}

/** A run's path in the plane of w and b. @param {SampleRun} run */
const pathOf = ({ columns: { w, b, gw, gb } }) => ({ x: w, y: b, gx: gw, gy: gb });

/**
 * The loss over w and b, with the paths of the runs.
 * @param {SamplingExperiment} experiment @param {VisibleRuns} runs @param {Core} core @param {I18n} i18n
 * @returns {import('../../charts/plane-chart.js').PlaneScene}
 */
export function lossScene(experiment, runs, core, i18n) {
  const objective = lossOf(experiment);
  const box = boxOf(experiment, core.points(objective));
  const plane = { objective, box, runs: drawnRuns(runs, pathOf), shown: runs };
  return planeOf(plane, NAMES, experiment, core, i18n);
}

/** A view that holds the paths. @param {SamplingExperiment} experiment @param {VisibleRuns} runs */
export const fittedLoss = (experiment, runs) =>
  fittedBox(
    experiment,
    runs.map(({ run }) => pathOf(run)),
  );

/** @type {{ key: string, ends: [number, number] }|undefined} both plots ask for the same */
let surveyed;

/**
 * The least loss, and the larger of two: the loss at the start, and the median loss on the plane, which runs
 * with small batches reach wherever they start.
 * @param {SamplingExperiment} experiment @param {Core} core
 */
function lossEnds(experiment, core) {
  const loss = lossOf(experiment);
  const key = JSON.stringify([loss, experiment.start, experiment.view]);
  if (surveyed?.key === key) return surveyed.ends;
  const points = core.points(loss);
  const [x0, x1, y0, y1] = boxOf(experiment, points);
  const grid = Array.from({ length: GRID * GRID }, (_, i) => ({
    x: x0 + ((x1 - x0) * (i % GRID)) / (GRID - 1),
    y: y0 + ((y1 - y0) * Math.floor(i / GRID)) / (GRID - 1),
  }));
  const [w, b] = experiment.start;
  const places = [{ x: w, y: b }, ...points.slice(0, 1), ...grid];
  const values = core.evaluate(loss, {
    x: places.map(({ x }) => x),
    y: places.map(({ y }) => y),
  }).f;
  const middle = values.slice(places.length - grid.length).sort()[grid.length / 2];
  const least = points.length ? values[1] : 0;
  surveyed = { key, ends: [least, Math.max(values[0], middle)] };
  return surveyed.ends;
}

/**
 * The range of the plots of the loss: it stays the same while η changes.
 * @param {'linear'|'log'} scale @param {SamplingExperiment} experiment @param {Core} core
 */
export function lossRange(scale, experiment, core) {
  const [least, most] = lossEnds(experiment, core);
  if (scale === 'log') return decadesOf(least, most);
  const [low, high] = pad([least, most], 0.06);
  return /** @type {[number, number]} */ ([Math.max(0, low), high]);
}

/**
 * The loss of all points over steps or over epochs.
 * @param {'steps'|'epochs'} clock @param {'linear'|'log'} scale @param {number} steps of the longest run
 * @param {SamplingExperiment} experiment @param {VisibleRuns} runs @param {Core} core @param {I18n} i18n
 * @returns {import('../../charts/series-chart.js').SeriesScene}
 */
export function lossSeries(clock, scale, steps, experiment, runs, core, i18n) {
  const isEpochs = clock === 'epochs';
  return {
    series: drawnRuns(runs, ({ columns, inEpoch }) => ({
      values: columns.loss,
      per: isEpochs ? inEpoch : 1,
    })),
    column: 'loss',
    steps: isEpochs ? experiment.epochs : steps,
    t: experiment.t,
    scale,
    range: lossRange(scale, experiment, core),
    xTitle: i18n.t(`sampling.${clock}`),
    yTitle: '',
    format: i18n.formatter(4),
  };
}

/**
 * How a run ended, beside the least loss a line can have.
 * @param {SampleRun} run @param {number} least
 * @returns {{ first: number, mean: number, excess: number }} the loss at the start, its mean over the last
 *   epoch, and by what part of the least that is above it
 */
export function lossFacts({ columns: { loss }, rows, inEpoch }, least) {
  const last = loss.subarray(Math.max(0, rows - inEpoch));
  const mean = last.reduce((sum, value) => sum + value, 0) / last.length;
  return { first: loss[0], mean, excess: mean / least - 1 };
}
