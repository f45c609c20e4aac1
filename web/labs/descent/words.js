// What is said of the runs of the descent lab: their names, what each did, and what the stage shows.

import { diagnosisSentence, endSentence, theorySentence } from '../../i18n/sentences.js';
import { CUSTOM } from '../../state/own-units.js';
import { runNames } from '../run-names.js';

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
 * The largest stable rate of a run on this quadratic; NaN without a minimum, or for a rate that changes.
 * @param {ExperimentRun} run @param {import('../../core/index.js').Diagnosis} diagnosis @param {Core} core
 */
function stableRate({ optimizer, hypers, schedule }, { curvature, flattest }, core) {
  const isConstant = schedule.key === core.catalog.schedules[0].key;
  if (optimizer === CUSTOM || !isConstant || !(flattest > 0)) return Number.NaN;
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
  return {
    words: diagnosisSentence(diagnosis, i18n),
    theory: theorySentence(run.hypers.lr, stableRate(run, diagnosis, core), i18n),
    end: endSentence(done, i18n),
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
