// The runs of an experiment: added, copied, removed, changed. An experiment has 1 to limits.runs of them.

import { checkUnit } from '../core/check.js';
import { freezeDeep, runOf, setRule, withNumber } from './experiment.js';
import { withModifiers } from './modifiers.js';
import { CUSTOM, copiedRule, hypersIn, valuesKept } from './own-units.js';
import { afterInsertion, afterRemoval } from './selection.js';
import { presetsOf } from './units.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('../core/catalog.js').Param} Param
 * @typedef {import('./experiment.js').ExperimentRun} ExperimentRun
 * @typedef {import('./experiment.js').WithRuns} WithRuns an experiment of any lab that has runs
 * @typedef {import('./own-units.js').LinkCore} LinkCore
 */

/**
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {readonly ExperimentRun[]} runs
 * @param {number} [selected]
 * @returns {E}
 */
const withRuns = (experiment, runs, selected = experiment.selected) =>
  freezeDeep({ ...experiment, runs, selected });

/**
 * The optimizer worth comparing next: of the menu's first group the first of a family not yet there, then any
 * not yet there, then the first.
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {Catalog} catalog
 * @returns {string}
 */
function nextOptimizer({ runs }, { optimizers, groups }) {
  const used = optimizers.filter(({ key }) => runs.some((run) => run.optimizer === key));
  const families = new Set(used.map(({ family }) => family));
  const next =
    optimizers.find(({ group, family }) => group === groups[0] && !families.has(family)) ??
    optimizers.find((unit) => !used.includes(unit)) ??
    optimizers[0];
  return next.key;
}

/**
 * What was typed into the hypers of a run, for a run of another optimizer: the values that are not presets,
 * of hypers that have the same key and the same label there.
 * @param {ExperimentRun} run @param {readonly Param[]} hypers of its optimizer @param {readonly Param[]} next
 * @returns {Record<string, number>}
 */
function typedIn(run, hypers, next) {
  const kept = next.filter(({ key, label }) => {
    const same = hypers.find((each) => each.key === key && each.label === label);
    return same !== undefined && run.hypers[key] !== same.preset;
  });
  return Object.fromEntries(
    kept.map(({ key, min, max }) => [key, Math.min(max, Math.max(min, run.hypers[key]))]),
  );
}

/**
 * Adds a run, and selects it: with its presets, but for the constants that were typed into the selected run
 * (the rate suits one optimizer only). Nothing changes when there are limits.runs already.
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {Catalog} catalog
 * @param {string} [optimizer] the one worth comparing next when left out
 * @returns {E}
 */
export function addRun(experiment, catalog, optimizer = nextOptimizer(experiment, catalog)) {
  if (experiment.runs.length >= catalog.limits.runs) return experiment;
  const run = runOf(optimizer, catalog);
  const from = experiment.runs[experiment.selected];
  const [before, after] = [from.optimizer, optimizer].map(
    (key) => catalog.optimizers.find((unit) => unit.key === key)?.hypers ?? [],
  );
  const typed = typedIn(from, before, after.slice(1));
  const runs = [...experiment.runs, { ...run, hypers: { ...run.hypers, ...typed } }];
  return withRuns(experiment, runs, runs.length - 1);
}

/**
 * Inserts a copy of a run after it; nothing changes when there are limits.runs already.
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {number} index
 * @param {Catalog} catalog
 * @returns {E}
 */
export function duplicateRun(experiment, index, catalog) {
  const { runs } = experiment;
  if (runs.length >= catalog.limits.runs || !runs[index]) return experiment;
  const selected = afterInsertion(experiment.selected, index + 1);
  return withRuns(experiment, runs.toSpliced(index + 1, 0, runs[index]), selected);
}

/**
 * Removes a run, but never the last one.
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {number} index
 * @returns {E}
 */
export function removeRun(experiment, index) {
  const { runs } = experiment;
  if (runs.length === 1 || !runs[index]) return experiment;
  const left = runs.toSpliced(index, 1);
  return withRuns(experiment, left, afterRemoval(experiment.selected, index, left.length));
}

/**
 * Changes fields of a run; the caller answers for their values.
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {number} index
 * @param {Partial<ExperimentRun> & Record<string, unknown>} patch fields of this lab's runs
 * @returns {E}
 */
export function updateRun(experiment, index, patch) {
  const run = experiment.runs[index];
  const fields = /** @type {(keyof ExperimentRun)[]} */ (Object.keys(patch));
  if (!run || fields.every((field) => patch[field] === run[field])) return experiment;
  return withRuns(experiment, experiment.runs.with(index, { ...run, ...patch }));
}

/**
 * Sets a parameter of a run's optimizer.
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {number} index
 * @param {string} key
 * @param {number} value clamped; NaN changes nothing
 * @param {LinkCore} core
 * @returns {E}
 */
export function setHyper(experiment, index, key, value, core) {
  const { optimizer, hypers } = experiment.runs[index];
  const params = hypersIn(experiment, optimizer, core) ?? [];
  return updateRun(experiment, index, { hypers: withNumber(hypers, key, value, params) });
}

/**
 * Gives a run another optimizer: hypers that it had already keep the values typed. "custom" is the
 * experiment's own rule: while there is none it becomes a copy of the rule the run had, and parameters that
 * the run has already keep their values.
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {number} index
 * @param {string} optimizer
 * @param {LinkCore} core without a parser there is no own rule, and "custom" changes nothing
 * @returns {E}
 */
export function setOptimizer(experiment, index, optimizer, core) {
  if (optimizer === CUSTOM) return setOwnRule(experiment, index, core);
  const run = experiment.runs[index];
  const { hypers } = checkUnit('optimizer', core.catalog.optimizers, optimizer);
  const before = hypersIn(experiment, run.optimizer, core) ?? [];
  const kept = { ...presetsOf(hypers), ...typedIn(run, before, hypers) };
  return withRun(experiment, index, { ...run, optimizer, hypers: kept }, core);
}

/**
 * An experiment with a run of another optimizer, which keeps the modifiers that this one takes, and no
 * changes in mid-run.
 * @template {WithRuns} E
 * @param {E} experiment @param {number} index @param {ExperimentRun} run @param {LinkCore} core
 * @returns {E}
 */
function withRun(experiment, index, run, { catalog }) {
  const { changes: _, ...steady } = withModifiers(run, run.modifiers, experiment.rule, catalog);
  return withRuns(experiment, experiment.runs.with(index, steady));
}

/**
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {number} index
 * @param {LinkCore} core
 */
function setOwnRule(experiment, index, core) {
  const { optimizer, hypers } = experiment.runs[index];
  const { optimizers } = core.catalog;
  const before = optimizers.find(({ key }) => key === optimizer);
  const unit = before?.kind === 'method' ? optimizers[0] : before; // no rule says what a method searches for
  const isFirst = experiment.rule === '' && unit !== undefined;
  const ruled = isFirst
    ? setRule(experiment, copiedRule(unit, hypers, core.catalog), core)
    : experiment;
  if (ruled.rule === '') return experiment;
  const params = hypersIn(ruled, CUSTOM, core) ?? [];
  const own = { optimizer: CUSTOM, hypers: valuesKept(params, hypers) };
  return withRun(ruled, index, { ...experiment.runs[index], ...own }, core);
}

/**
 * Gives a run another schedule, with its presets.
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {number} index
 * @param {string} key
 * @param {Catalog} catalog
 * @returns {E}
 */
export function setSchedule(experiment, index, key, catalog) {
  const { params } = checkUnit('schedule', catalog.schedules, key);
  return updateRun(experiment, index, { schedule: { key, params: presetsOf(params) } });
}

/**
 * Sets a parameter of a run's schedule.
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {number} index
 * @param {string} key
 * @param {number} value clamped; NaN changes nothing
 * @param {Catalog} catalog
 * @returns {E}
 */
export function setScheduleParam(experiment, index, key, value, catalog) {
  const { schedule } = experiment.runs[index];
  const { params } = checkUnit('schedule', catalog.schedules, schedule.key);
  const next = withNumber(schedule.params, key, value, params);
  if (next === schedule.params) return experiment;
  return updateRun(experiment, index, { schedule: { ...schedule, params: next } });
}

/**
 * Switches a modifier of a run on, with its preset, or off.
 * @template {WithRuns} E
 * @param {E} experiment @param {number} index @param {string} key @param {boolean} isOn
 * @param {Catalog} catalog
 * @returns {E}
 */
export function switchModifier(experiment, index, key, isOn, catalog) {
  const run = experiment.runs[index];
  const { [key]: before, ...others } = run.modifiers ?? {};
  if ((before !== undefined) === isOn) return experiment;
  const preset = catalog.modifiers.find((modifier) => modifier.key === key)?.preset ?? 0;
  const numbers = isOn ? { ...others, [key]: preset } : others;
  const changed = withModifiers(run, numbers, experiment.rule, catalog);
  return withRuns(experiment, experiment.runs.with(index, changed));
}

/**
 * Sets the number of a modifier that is on.
 * @template {WithRuns} E
 * @param {E} experiment @param {number} index @param {string} key
 * @param {number} value clamped; NaN changes nothing
 * @param {Catalog} catalog
 * @returns {E}
 */
export function setModifier(experiment, index, key, value, catalog) {
  const run = experiment.runs[index];
  if (run.modifiers?.[key] === undefined) return experiment;
  const modifiers = withNumber(run.modifiers, key, value, catalog.modifiers);
  return updateRun(experiment, index, { modifiers });
}
