// What is said of the runs of the sampling lab: their names, what each did, and what the stage shows.

import { diagnosisSentence, theorySentence } from '../../i18n/sentences.js';
import { stableRate } from '../descent/words.js';
import { runNames } from '../run-names.js';
import { triedWords } from '../tried.js';
import { inOrder } from '../visible-runs.js';
import { countOf, lengthOf } from './experiment.js';
import { lossFacts, lossOf } from './scene.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../core/index.js').SampleRun} SampleRun
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('./experiment.js').SamplingExperiment} SamplingExperiment
 */

/** Beyond this many times the least loss, the excess says no more than the loss itself. */
const MOST_EXCESS = 1e4;

/**
 * "1-sample", "10-sample", "N-sample".
 * @param {SamplingExperiment} experiment @param {number} index @param {I18n} i18n
 */
function batchName(experiment, index, i18n) {
  const { batch } = experiment.runs[index];
  if (batch === countOf(experiment)) return i18n.t('batch.all');
  return i18n.t('batch.size', { size: i18n.n(batch) });
}

/**
 * What the runs are called: by their optimizers and their batches.
 * @type {import('../run-names.js').Namer<SamplingExperiment>}
 */
export const sampleNames = (experiment, core, i18n) =>
  runNames(experiment, core, i18n, 'optimizer', (_run, index) =>
    batchName(experiment, index, i18n),
  );

/**
 * The least loss a line can have; NaN where no line is the best.
 * @param {SamplingExperiment} experiment @param {Core} core
 */
function leastLoss(experiment, core) {
  const loss = lossOf(experiment);
  const [best] = core.points(loss);
  return best ? core.evaluate(loss, { x: [best.x], y: [best.y] }).f[0] : Number.NaN;
}

/**
 * What a run did.
 * @param {SampleRun} run @param {number} index @param {SamplingExperiment} experiment @param {Core} core
 * @param {I18n} i18n
 */
function runWords(run, index, experiment, core, i18n) {
  const isAll = experiment.runs[index].batch === countOf(experiment);
  if (isAll || run.diagnosis.kind === 'left') return diagnosisSentence(run.diagnosis, i18n);
  const { first, mean, excess } = lossFacts(run, leastLoss(experiment, core));
  if (mean > first) return i18n.t('sampling.grows');
  const words = { mean: i18n.n(mean, 3), percent: i18n.n(100 * excess, 2) };
  return i18n.t(excess < MOST_EXCESS ? 'sampling.above' : 'sampling.mean', words);
}

/**
 * What a run did that is drawn.
 * @param {import('../visible-runs.js').VisibleRun<SampleRun>} shown @param {SamplingExperiment} experiment
 * @param {Core} core @param {I18n} i18n
 */
export const shownWords = ({ run, index, isPending }, experiment, core, i18n) =>
  isPending ? i18n.t('runs.computing') : runWords(run, index, experiment, core, i18n);

/**
 * The largest stable rate of a run that sees all points; NaN for the others.
 * @param {SampleRun} done @param {number} index @param {SamplingExperiment} experiment @param {Core} core
 */
function mostStable({ diagnosis }, index, experiment, core) {
  const run = experiment.runs[index];
  return run.batch < countOf(experiment) ? Number.NaN : stableRate(run, diagnosis, core);
}

/**
 * What a run's card says.
 * @param {import('../../state/results.js').Result<SampleRun>} result @param {number} index
 * @param {SamplingExperiment} experiment @param {Core} core @param {I18n} i18n
 * @returns {import('../runs-view.js').Outcome}
 */
export function outcomeOf({ run, error, isPending }, index, experiment, core, i18n) {
  if (!run) return { words: error.message, theory: '', end: '' };
  if (isPending) return { words: i18n.t('runs.computing'), theory: '', end: '' };
  const { isCut, inEpoch, steps } = lengthOf(experiment, index);
  const { w, b, loss } = run.columns;
  const last = run.diagnosis.kind === 'left' ? Math.max(0, run.rows - 2) : run.rows - 1;
  const end = { w: i18n.n(w[last]), b: i18n.n(b[last]), loss: i18n.n(loss[last]) };
  const pace = { count: i18n.n(inEpoch), steps: i18n.n(steps, 9) };
  const length = i18n.t(isCut ? 'sampling.cut' : 'sampling.pace', pace);
  const stable = mostStable(run, index, experiment, core);
  const stability = theorySentence(experiment.runs[index].hypers.lr, stable, i18n);
  const words = runWords(run, index, experiment, core, i18n);
  return {
    words: `${batchName(experiment, index, i18n)}: ${words}`,
    theory: [length, stability].filter(Boolean).join('; '),
    end: i18n.t('sampling.end', end),
    stable,
  };
}

/** The data in words. @param {SamplingExperiment} experiment @param {I18n} i18n */
export const dataSummary = (experiment, i18n) =>
  i18n.t('sampling.dataSummary', { count: countOf(experiment), t: experiment.t });

/**
 * The plane in words: where the runs start, and what those drawn did.
 * @param {SamplingExperiment} experiment
 * @param {readonly import('../visible-runs.js').VisibleRun<SampleRun>[]} shown @param {Core} core
 * @param {I18n} i18n
 */
export function planeSummary(experiment, shown, core, i18n) {
  const start = `(${experiment.start.map((value) => i18n.n(value)).join('; ')})`;
  const names = sampleNames(experiment, core, i18n);
  const runs = inOrder(shown).map(
    (each) => `${names[each.index].full}: ${shownWords(each, experiment, core, i18n)}`,
  );
  const summary = i18n.t('stage.summary', { start, runs: runs.join('; ') });
  const tried = triedWords(experiment, shown, ['w', 'b'], names, i18n);
  return [summary, tried].filter(Boolean).join('. ');
}
