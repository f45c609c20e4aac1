// What is said of the runs of the descent lab: their names, what each did, and what the stage shows.

import { diagnosisSentence, endSentence, theorySentence } from '../../i18n/sentences.js';
import { CUSTOM, hypersOf } from '../../state/own-units.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../core/index.js').Run} Run
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('../../state/experiment.js').ExperimentRun} ExperimentRun
 * @typedef {import('../runs-view.js').Outcome} Outcome
 *
 * @typedef {(experiment: Experiment, index: number, core: Core, i18n: I18n) => string} RunName
 */

/**
 * The name of a run's optimizer.
 * @param {{ runs: readonly ExperimentRun[] }} experiment @param {number} index @param {Core} core @param {I18n} i18n
 */
export function optimizerName({ runs }, index, core, i18n) {
  const unit = core.catalog.optimizers.find(({ key }) => key === runs[index].optimizer);
  return unit ? i18n.name('optimizers', unit) : i18n.t('runs.own');
}

/**
 * A run's name, and where others have the same, what differs: "Gradient descent, η = 0.8".
 * @param {Experiment} experiment @param {number} index @param {RunName} nameOf @param {Core} core @param {I18n} i18n
 */
export function fullName(experiment, index, nameOf, core, i18n) {
  const name = nameOf(experiment, index, core, i18n);
  const run = experiment.runs[index];
  const twins = experiment.runs.filter(
    (_, other) => nameOf(experiment, other, core, i18n) === name,
  );
  const params = hypersOf(run.optimizer, experiment.rule, core) ?? [];
  const differs = params.filter(({ key }) =>
    twins.some(({ hypers }) => hypers[key] !== run.hypers[key]),
  );
  const values = differs.map(
    ({ key, symbol }) => `${symbol.replace('_', '')} = ${i18n.n(run.hypers[key])}`,
  );
  return [name, ...values].join(', ');
}

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
export function outcomeOf({ run: done, error }, run, core, i18n) {
  if (!done) return { words: error.message, theory: '', end: '' };
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
 * @param {RunName} nameOf @param {Core} core @param {I18n} i18n
 */
export function stageSummary(experiment, results, nameOf, core, i18n) {
  const numbers = experiment.start.map((value) => i18n.n(value));
  const start = numbers.length === 1 ? numbers[0] : `(${numbers.join('; ')})`;
  const runs = results.flatMap((result, index) => {
    const run = experiment.runs[index];
    if (!result.run || run.hidden) return [];
    const { words, end } = outcomeOf(result, run, core, i18n);
    const name = fullName(experiment, index, nameOf, core, i18n);
    return [`${name}: ${[words, end].filter(Boolean).join(', ')}`];
  });
  return i18n.t('stage.summary', { start, runs: runs.join('; ') });
}
