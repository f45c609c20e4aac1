// What is said of the runs of the descent lab: their names, what each did, and what the stage shows.

import { diagnosisSentence, endSentence, theorySentence } from '../../i18n/sentences.js';
import { CUSTOM } from '../../state/own-units.js';
import { runNames } from '../run-names.js';
import { inOrder } from '../visible-runs.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../core/index.js').Run} Run
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('../../state/experiment.js').ExperimentRun} ExperimentRun
 * @typedef {import('../runs-view.js').Outcome} Outcome
 */

/** What the runs are called: by their optimizers. @type {import('../run-names.js').Namer} */
export const optimizerNames = (experiment, core, i18n) => runNames(experiment, core, i18n);

/**
 * The largest stable rate of a run on this quadratic; NaN without a minimum, with modifiers, or for a rate
 * that changes.
 * @param {ExperimentRun} run @param {import('../../core/index.js').Diagnosis} diagnosis @param {Core} core
 */
export function stableRate(run, { curvature, flattest }, core) {
  const { optimizer, hypers, schedule, modifiers, changes } = run;
  const isPlain = schedule.key === core.catalog.schedules[0].key && !modifiers && !changes;
  if (optimizer === CUSTOM || !isPlain || !(flattest > 0)) return Number.NaN;
  return core.stableRate({ key: optimizer, hypers }, curvature);
}

/**
 * What a run did.
 * @param {import('../../state/results.js').Result<Run>} result @param {ExperimentRun} run @param {Core} core
 * @param {I18n} i18n
 * @returns {Outcome}
 */
export function outcomeOf({ run: done, error, isPending }, run, core, i18n) {
  if (!done) return { words: error.message, theory: '', end: '' };
  if (isPending) return { words: i18n.t('runs.computing'), theory: '', end: '' };
  const { diagnosis } = done;
  const stable = stableRate(run, diagnosis, core);
  return {
    words: diagnosisSentence(diagnosis, i18n),
    theory: theorySentence(run.hypers.lr, stable, i18n),
    end: endSentence(done, i18n),
    stable,
  };
}

/**
 * The stage in words: where the runs start, and what those drawn did.
 * @param {Experiment} experiment @param {readonly import('../../state/results.js').Result<Run>[]} results
 * @param {import('../run-names.js').Namer} namesOf @param {Core} core @param {I18n} i18n
 */
export function stageSummary(experiment, results, namesOf, core, i18n) {
  const names = namesOf(experiment, core, i18n);
  const numbers = experiment.start.map((value) => i18n.n(value));
  const start = numbers.length === 1 ? numbers[0] : `(${numbers.join('; ')})`;
  const runs = results.flatMap((result, index) => {
    const run = experiment.runs[index];
    if (!result.run || run.hidden) return [];
    const { words, end } = outcomeOf(result, run, core, i18n);
    return [`${names[index].full}: ${[words, end].filter(Boolean).join(', ')}`];
  });
  return i18n.t('stage.summary', { start, runs: runs.join('; ') });
}

/**
 * Where the runs drawn are at the step shown, in words; "" at the start.
 * @param {Experiment} experiment @param {import('./scene.js').VisibleRuns} shown
 * @param {readonly import('../run-names.js').RunName[]} names of all runs @param {I18n} i18n
 */
export function stageNow({ t, start }, shown, names, i18n) {
  if (t === 0) return '';
  const runs = inOrder(shown).map(({ run, index }) => {
    const row = Math.min(t, run.rows - 1);
    const at = ['x', 'y'].slice(0, start.length).map((axis) => i18n.n(run.columns[axis][row], 4));
    const place = at.length === 1 ? `x = ${at[0]}` : `(${at.join('; ')})`;
    return `${names[index].full} ${place}, f = ${i18n.n(run.columns.f[row], 4)}`;
  });
  return i18n.t('stage.now', { t, runs: runs.join('; ') });
}
