// What the descent lab's charts are to show, worked out from the experiment and its results. No DOM.

import { chooseHeight, chooseView, pad, rangeOf } from '../../charts/geometry.js';
import { specFor } from '../../state/experiment.js';
import { drawnRuns, leavingWords, rowsToFit } from '../run-scenes.js';
import { triedAt } from '../tried.js';

/**
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {Pick<Experiment, 'objective' | 't'>} WithObjective
 * @typedef {readonly import('../visible-runs.js').VisibleRun<import('../../core/index.js').Run>[]}
 *   VisibleRuns
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 */

const SAMPLES = 800;
const FAR_ENOUGH = 1e9;

/**
 * A run with the effective rate of each coordinate as columns rate_x and rate_y, where that is not η and no
 * hyper changes in mid-run. They
 * are computed when they are first read: a drag computes many runs whose rates nobody sees.
 * @param {import('../../core/index.js').Run} run
 * @param {{ optimizer: import('../../core/spec.js').OptimizerSpec, changes?: readonly unknown[] }} spec
 * @param {Core} core
 * @returns {import('../../core/index.js').Run}
 */
function withRates(run, { optimizer, changes }, core) {
  const key = typeof optimizer === 'object' && 'key' in optimizer ? optimizer.key : optimizer;
  const unit = core.catalog.optimizers.find((each) => each.key === key);
  if (!unit?.effective || changes) return run;
  const columns = { ...run.columns };
  /** @type {Record<string, Float64Array>|null|undefined} */
  let rates;
  const layout = ['x', 'y'].slice(0, run.dim).map((axis) => {
    const name = `rate_${axis}`;
    const get = () => {
      rates ??= core.effective(optimizer, run);
      return rates?.[axis];
    };
    Object.defineProperty(columns, name, { enumerable: true, get });
    return { name, kind: /** @type {const} */ ('effective'), slot: null, axis };
  });
  const names = layout.map(({ name }) => name);
  return { ...run, names: [...run.names, ...names], layout: [...run.layout, ...layout], columns };
}

/** A formula of this many characters costs as much per step as a built-in optimizer. */
const CHARACTERS = 32;

/**
 * The runs of this lab.
 * @type {import('../../state/types.js').Kind<import('../../core/index.js').Run, ReturnType<typeof specFor>>}
 */
export const DESCENTS = {
  method: 'run',
  specOf: (/** @type {Experiment} */ experiment, index) => ({
    ...specFor(experiment, index),
    tried: true,
  }),
  costOf({ objective, optimizer }) {
    const formula = 'formula' in objective ? objective.formula : '';
    const { rule = '' } = /** @type {{ rule?: string }} */ (optimizer);
    return 1 + (formula.length + rule.length) / CHARACTERS;
  },
  dress: withRates,
};

/**
 * The landscape that is seen: of an f that changes from step to step, the one that the next step sees, on
 * which the points of the step shown lie.
 * @param {Pick<Experiment, 'objective' | 't'>} experiment @param {Core} core
 * @returns {import('../../core/types.js').ObjectiveSpec}
 */
export const objectiveSeen = ({ objective, t }, core) =>
  moves(objective, core)
    ? { .../** @type {{ formula: string }} */ (objective), t: t + 1 }
    : /** @type {import('../../core/types.js').ObjectiveSpec} */ (objective);

/**
 * Whether f changes from step to step.
 * @param {Experiment['objective']} objective @param {Core} core
 */
const moves = (objective, core) =>
  'formula' in objective && core.parseFormula(objective.formula).ast?.moves === 1;

/**
 * The objective's record, or undefined for a user's own formula.
 * @param {WithObjective} experiment @param {Core} core
 */
export const recordOf = ({ objective }, core) =>
  core.catalog.objectives.find(({ key }) => 'key' in objective && key === objective.key);

/**
 * The x range shown: the experiment's own view, or one that shows the start and what there is to see of f.
 * @param {Experiment} experiment @param {Core} core
 * @returns {[number, number]}
 */
export function xRangeOf(experiment, core) {
  if (experiment.view) return [experiment.view[0], experiment.view[1]];
  const record = recordOf(experiment, core);
  const points = core.points(objectiveSeen(experiment, core)).map(({ x }) => x);
  return chooseView({
    start: experiment.start[0],
    landmarks: [...points, ...(record?.kinks ?? [])],
    box: [record?.box[0] ?? -5, record?.box[1] ?? 5],
  });
}

/** n evenly spaced numbers. @param {[number, number]} range @param {number} n */
const spaced = ([from, to], n) =>
  Float64Array.from({ length: n }, (_, i) => from + ((to - from) * i) / (n - 1));

/**
 * What samples a curve; for the same range it returns the same samples.
 * @param {WithObjective} experiment @param {Core} core
 * @returns {import('../../charts/curve-chart.js').CurveScene['sample']}
 */
export function curveSampler(experiment, core) {
  /** @type {{ range: [number, number], curve: ReturnType<typeof sampleCurve> } | undefined} */
  let last;
  return (range) => {
    if (last?.range !== range) last = { range, curve: sampleCurve(experiment, range, core) };
    return last.curve;
  };
}

/**
 * The curve sampled in view, broken where f jumps (between the samples on both sides of a kink it jumps at).
 * @param {WithObjective} experiment @param {[number, number]} range @param {Core} core
 */
function sampleCurve(experiment, range, core) {
  const kinks = (recordOf(experiment, core)?.kinks ?? []).filter(
    (k) => k > range[0] && k < range[1],
  );
  const width = (range[1] - range[0]) * 1e-9;
  const around = kinks.flatMap((kink) => [kink - width, kink, kink + width]);
  const x = Float64Array.from([...spaced(range, SAMPLES), ...around]).sort();
  const { f } = core.evaluate(objectiveSeen(experiment, core), { x });
  const drop = (rangeOf(f)?.[1] ?? 1) - (rangeOf(f)?.[0] ?? 0);
  for (const kink of kinks) {
    const at = x.indexOf(kink);
    if (Math.abs(f[at + 1] - f[at - 1]) > drop * 1e-6) f[at] = Number.NaN;
  }
  return { x, f };
}

/** So many steps of an f that changes are looked at for a range that holds them all. */
const SEEN = 8;

/**
 * The range of f shown.
 * @param {Experiment} experiment @param {[number, number]} range of x
 * @param {ReturnType<typeof curveSampler>} sample @param {Core} core
 */
function heightOf(experiment, range, sample, core) {
  const { f } = sample(range);
  if (!moves(experiment.objective, core)) return chooseHeight(f);
  const steps = Array.from({ length: SEEN }, (_, t) => ({ ...experiment, t }));
  return chooseHeight(
    Float64Array.from(steps.flatMap((each) => [...sampleCurve(each, range, core).f])),
  );
}

/**
 * The minima, maxima and saddles of a curve, with f there.
 * @param {WithObjective} experiment @param {Core} core
 */
export function pointsOn(experiment, core) {
  const objective = objectiveSeen(experiment, core);
  const points = core.points(objective);
  const { f } = core.evaluate(objective, { x: points.map(({ x }) => x) });
  return points.map(({ x, kind }, i) => ({ x, kind, f: f[i] }));
}

/**
 * The scene of the 1D stage.
 * @param {Experiment} experiment @param {VisibleRuns} runs @param {Core} core @param {I18n} i18n
 * @returns {import('../../charts/curve-chart.js').CurveScene}
 */
export function curveScene(experiment, runs, core, i18n) {
  const xRange = xRangeOf(experiment, core);
  const sample = curveSampler(experiment, core);
  const [, , low, high] = experiment.view ?? [];
  return {
    sample,
    xRange,
    yRange: low === undefined ? heightOf(experiment, xRange, sample, core) : [low, high],
    isChosen: experiment.view !== null,
    points: pointsOn(experiment, core),
    runs: drawnRuns(runs, ({ columns: { x, f, gx } }) => ({ x, f, gx })),
    t: experiment.t,
    start: experiment.start[0],
    tried: triedAt(experiment, runs, core, {
      axes: ['x'],
      placeOf: (places) => {
        const x = places.map(([each]) => each);
        const { f } = core.evaluate(objectiveSeen(experiment, core), { x });
        return x.map((each, i) => ({ x: each, y: f[i] }));
      },
    }),
    startHeight: core.evaluate(objectiveSeen(experiment, core), { x: experiment.start }).f[0],
    yTitle: moves(experiment.objective, core) ? `f(x, ${experiment.t + 1})` : 'f(x)',
    format: i18n.formatter(6),
    words: leavingWords(i18n),
  };
}

/**
 * A view that holds the paths up to the step shown, or the whole of them before the first step.
 * @param {Experiment} experiment @param {VisibleRuns} runs
 * @returns {readonly number[]|null}
 */
export function fittedView(experiment, runs) {
  const rows = rowsToFit(experiment.t);
  const walked = runs.flatMap(({ run }) => [...run.columns.x.subarray(0, rows)]);
  const range = rangeOf(
    [...experiment.start, ...walked].filter((x) => Math.abs(x) < FAR_ENOUGH / 2),
  );
  if (!range) return null;
  const [from, to] = pad(range, 0.15);
  const unit = 10 ** (Math.floor(Math.log10(to - from)) - 3);
  return [Math.floor(from / unit), Math.ceil(to / unit)].map((n) =>
    Number((n * unit).toPrecision(12)),
  );
}

/**
 * The scene of a plot over t.
 * @param {string} name a column @param {'linear'|'log'} scale
 * @param {Experiment} experiment @param {VisibleRuns} runs @param {I18n} i18n
 * @param {import('../../charts/geometry.js').Range} [range] of its y axis; that of the runs when left out
 * @returns {import('../../charts/series-chart.js').SeriesScene}
 */
export function seriesScene(name, scale, experiment, runs, i18n, range) {
  return {
    series: drawnRuns(
      runs.filter(({ run }) => run.columns[name]),
      ({ columns }) => ({ values: columns[name], isStepped: name === 'lr' }),
    ),
    changes: runs.flatMap(({ changes, style }) => changes.map((at) => ({ at, style }))),
    column: name,
    steps: experiment.steps,
    t: experiment.t,
    scale,
    range,
    yTitle: '',
    format: i18n.formatter(4),
  };
}
