// The experiment of the sampling lab: plain frozen data, everything that a link carries. The functions in
// experiment.js and runs.js that change a start, a rule or runs work on it too. They do not know batch
// sizes; `settle` adds them.

import { DATA_SETS } from '../../state/data-sets.js';
import { bounds as descentBounds, freezeDeep, runOf } from '../../state/experiment.js';
import { CUSTOM } from '../../state/own-units.js';
import { PLAIN_DRESS } from '../../state/page-keys.js';
import { pointsOf } from '../../state/sampling-data.js';
import { nearestAllowed } from '../../state/values.js';

/**
 * @typedef {import('../../core/catalog.js').Catalog} Catalog
 * @typedef {import('../../core/index.js').SampleRun} SampleRun
 * @typedef {import('../../core/catalog.js').Param} Param
 * @typedef {import('../../state/sampling-data.js').Data} Data
 * @typedef {import('../../state/types.js').ExperimentRun} ExperimentRun
 * @typedef {ExperimentRun & { batch: number }} SamplingRun batch: how many points a step sees, 1 to n
 *
 * @typedef {import('../../state/types.js').PageFields & SamplingFields} SamplingExperiment
 *
 * @typedef {object} SamplingFields
 * @property {string} lab
 * @property {Data} data
 * @property {boolean} standardise whether x gets mean 0 and standard deviation 1
 * @property {readonly number[]} start w and b
 * @property {readonly SamplingRun[]} runs 1 to 8
 * @property {number} selected the run shown in full: its place, from 0
 * @property {string} rule the user's own update rule, or ""
 * @property {number} epochs how often each run sees all points
 * @property {number} seed of the order in which points are seen
 * @property {number} t the step shown
 * @property {true} [check] whether the reader's own numbers are checked
 * @property {null | readonly number[]} view of the (w, b) plane: w from, w to, b from, b to; null: fitted
 */

/** The most steps of a run, whatever its epochs, so that a page full of runs is computed within a second. */
export const MOST_RUN_STEPS = 30000;
const MOST_EPOCHS = 1000;
const USUAL_BATCH = 10;

/** What the numbers may be. @param {Catalog} catalog */
export const bounds = (catalog) => ({
  coordinate: descentBounds(catalog).coordinate,
  seed: descentBounds(catalog).seed,
  epochs: { min: 1, max: MOST_EPOCHS, scale: 'integer' },
});

/** How many points there are. @param {{ data: Data }} experiment */
export const countOf = ({ data }) => pointsOf(data).x.length;

/**
 * The batch size as a parameter of a run.
 * @param {{ data: Data }} experiment
 * @returns {Param}
 */
export function batchParam(experiment) {
  const n = countOf(experiment);
  const preset = Math.min(USUAL_BATCH, n);
  const range = { min: 1, max: n, from: 1, to: n };
  return { key: 'batch', symbol: '|B|', label: 'batch size', preset, scale: 'integer', ...range };
}

/**
 * The experiment of a link that says nothing: gradient descent with 1 sample, m samples and all N samples a
 * step.
 * @param {Catalog} catalog
 * @returns {SamplingExperiment}
 */
export function defaultSampling(catalog) {
  const data = { key: DATA_SETS[0].key };
  const run = runOf(catalog.optimizers[0].key, catalog);
  const batches = [1, USUAL_BATCH, countOf({ data })];
  return freezeDeep({
    lab: 'sampling',
    data,
    standardise: true,
    start: [0, 0],
    runs: batches.map((batch) => ({ ...run, batch })),
    selected: 0,
    rule: '',
    epochs: 10,
    seed: 1,
    t: 0,
    view: null,
    ...PLAIN_DRESS,
  });
}

/**
 * How many steps of a run make an epoch, and how many the run takes.
 * @param {SamplingExperiment} experiment
 * @param {number} index
 */
export function lengthOf(experiment, index) {
  const inEpoch = Math.ceil(countOf(experiment) / experiment.runs[index].batch);
  const wanted = experiment.epochs * inEpoch;
  return { inEpoch, steps: Math.min(wanted, MOST_RUN_STEPS), isCut: wanted > MOST_RUN_STEPS };
}

/** The steps of the longest run. @param {SamplingExperiment} experiment */
export const stepsOf = (experiment) =>
  Math.max(...experiment.runs.map((_, index) => lengthOf(experiment, index).steps));

/**
 * The experiment with a batch size for every run, and a step shown that exists. The functions that change
 * runs in all labs know no batch sizes, so a run that they add has none.
 * @param {Omit<SamplingExperiment, 'runs'> & { runs: readonly (ExperimentRun & { batch?: number })[] }}
 *   experiment
 * @returns {SamplingExperiment} the same object when there is nothing to correct
 */
export function settle(experiment) {
  const param = batchParam(experiment);
  const fitting = (/** @type {number|undefined} */ batch) =>
    nearestAllowed(param, batch ?? param.preset) ?? param.preset;
  const isRight = experiment.runs.every(({ batch }) => batch === fitting(batch));
  const runs = experiment.runs.map((run) => ({ ...run, batch: fitting(run.batch) }));
  const settled = isRight
    ? /** @type {SamplingExperiment} */ (experiment)
    : { ...experiment, runs };
  const t = Math.min(experiment.t, stepsOf(settled));
  return freezeDeep(t === experiment.t ? settled : { ...settled, t });
}

/**
 * Changes the data. A run that sees all points in each step goes on to see all of them.
 * @param {SamplingExperiment} experiment
 * @param {Data} data
 * @returns {SamplingExperiment}
 */
export function withData(experiment, data) {
  const before = countOf(experiment);
  const after = countOf({ data });
  const runs = experiment.runs.map((run) =>
    run.batch === before
      ? { ...run, batch: after }
      : { ...run, batch: Math.min(run.batch, after - 1) },
  );
  return settle({ ...experiment, data, runs, t: 0, view: null });
}

/** @param {SamplingExperiment} experiment @param {boolean} standardise @returns {SamplingExperiment} */
export const setStandardise = (experiment, standardise) =>
  freezeDeep({ ...experiment, standardise, view: null });

/**
 * Sets the epochs or the seed.
 * @param {SamplingExperiment} experiment
 * @param {'epochs'|'seed'} field
 * @param {number} value clamped; NaN changes nothing
 * @param {Catalog} catalog
 * @returns {SamplingExperiment}
 */
export function setNumber(experiment, field, value, catalog) {
  const next = nearestAllowed(bounds(catalog)[field], value) ?? experiment[field];
  return next === experiment[field] ? experiment : settle({ ...experiment, [field]: next });
}

/**
 * The argument of core.sample() for one run.
 * @param {SamplingExperiment} experiment
 * @param {number} index
 */
export function sampleSpecFor(experiment, index) {
  const { data, standardise, start, seed, rule, runs } = experiment;
  const { optimizer, hypers, schedule, batch, modifiers, changes } = runs[index];
  return {
    data: pointsOf(data),
    standardise,
    start,
    optimizer: optimizer === CUSTOM ? { rule, hypers } : { key: optimizer, hypers },
    schedule,
    ...(modifiers && { modifiers }),
    ...(changes && { changes }),
    batch,
    steps: lengthOf(experiment, index).steps,
    seed,
  };
}

/** This many points of a data set cost as much per step as a built-in optimizer. */
const POINTS = 16;

/**
 * The runs of this lab.
 * @type {import('../../state/types.js').Kind<SampleRun, ReturnType<typeof sampleSpecFor>>}
 */
export const SAMPLES = {
  method: 'sample',
  specOf: (/** @type {SamplingExperiment} */ experiment, index) => ({
    ...sampleSpecFor(experiment, index),
    tried: true,
  }),
  costOf: ({ data }) => 1 + data.x.length / POINTS,
};
