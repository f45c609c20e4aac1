// An experiment: plain frozen data, everything that a link carries. Each function takes an experiment and
// returns a new one. Values out of bounds are clamped; if nothing changes, the same object is returned.

import { checkUnit } from '../core/check.js';
import { LARGEST_SEED, LARGEST_SIGMA } from '../core/spec.js';
import { withModifiers } from './modifiers.js';
import { CUSTOM, checkFormula, checkRule, readingOf, valuesKept } from './own-units.js';
import { PLAIN_DRESS } from './page-keys.js';
import { presetsOf } from './units.js';
import { nearestAllowed } from './values.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('../core/catalog.js').Param} Param
 * @typedef {import('./own-units.js').LinkCore} LinkCore
 * @typedef {import('./types.js').Numbers} Numbers
 * @typedef {import('./types.js').Experiment} Experiment
 * @typedef {import('./types.js').ExperimentRun} ExperimentRun
 * @typedef {import('./types.js').KeyedUnit} KeyedUnit
 * @typedef {import('./types.js').OwnFormula} OwnFormula
 * @typedef {import('./types.js').WithRuns} WithRuns
 */

/** Coordinates of the start and of the view lie within this distance of 0. */
export const FARTHEST = 1e9;
const INITIAL_STEPS = 30;

/**
 * What the numbers of an experiment may be, besides its units' parameters.
 * @param {Catalog} catalog
 */
export const bounds = ({ limits }) => ({
  coordinate: { min: -FARTHEST, max: FARTHEST },
  steps: { min: 1, max: limits.steps, scale: 'integer' },
  sigma: { min: 0, max: LARGEST_SIGMA },
  seed: { min: 0, max: LARGEST_SEED, scale: 'integer' },
});

/**
 * Freezes plain data through and through.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function freezeDeep(value) {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(freezeDeep);
    Object.freeze(value);
  }
  return value;
}

/**
 * A run of an optimizer as the catalog presets it.
 * @param {string} optimizer
 * @param {Catalog} catalog
 * @returns {ExperimentRun}
 */
export function runOf(optimizer, catalog) {
  const { hypers } = checkUnit('optimizer', catalog.optimizers, optimizer);
  const [schedule] = catalog.schedules;
  return freezeDeep({
    optimizer,
    hypers: presetsOf(hypers),
    schedule: { key: schedule.key, params: presetsOf(schedule.params) },
    hidden: false,
  });
}

/**
 * The experiment of a link that says nothing: the catalog's first objective from its first start, one run of
 * the first optimizer.
 * @param {Catalog} catalog
 * @returns {Experiment}
 */
export function defaultExperiment(catalog) {
  const [objective] = catalog.objectives;
  return freezeDeep({
    lab: 'descent',
    objective: { key: objective.key, params: presetsOf(objective.params) },
    start: [...objective.starts[0]],
    runs: [runOf(catalog.optimizers[0].key, catalog)],
    selected: 0,
    rule: '',
    steps: INITIAL_STEPS,
    noise: { sigma: 0, seed: 1 },
    t: 0,
    view: null,
    surface: null,
    ...PLAIN_DRESS,
  });
}

/**
 * Where an objective starts when nothing else is said: its record's first start; 1 in each coordinate of an
 * own formula.
 * @param {KeyedUnit | OwnFormula} objective
 * @param {number} dim
 * @param {Catalog} catalog
 * @returns {number[]}
 */
export function firstStart(objective, dim, catalog) {
  if ('formula' in objective) return Array(dim).fill(1);
  return [...checkUnit('objective', catalog.objectives, objective.key).starts[0]];
}

/**
 * The objective's key; "own" for an own formula.
 * @param {{ objective: KeyedUnit | OwnFormula }} experiment
 */
export const keyOfObjective = ({ objective }) => ('key' in objective ? objective.key : 'own');

/**
 * Another objective, from its first start; the runs stay.
 * @param {Experiment} experiment
 * @param {string} key
 * @param {Catalog} catalog
 * @returns {Experiment}
 */
export function withObjective(experiment, key, catalog) {
  const { params, dim } = checkUnit('objective', catalog.objectives, key);
  const objective = { key, params: presetsOf(params) };
  return freezeDeep({
    ...experiment,
    objective,
    start: firstStart(objective, dim, catalog),
    t: 0,
    view: null,
  });
}

/**
 * The user's own objective. A text the core cannot read changes nothing (see checkFormula for why it cannot);
 * the start stays when the dimension does.
 * @param {Experiment} experiment
 * @param {string} text
 * @param {LinkCore} core
 * @returns {Experiment}
 */
export function withFormula(experiment, text, core) {
  const { formula, dim, flaw } = checkFormula(text, core);
  if (flaw) return experiment;
  const objective = { formula };
  const same = experiment.start.length === dim;
  const start = same ? experiment.start : firstStart(objective, dim, core.catalog);
  return freezeDeep({ ...experiment, objective, start, t: 0, view: same ? experiment.view : null });
}

/**
 * @param {Numbers} numbers
 * @param {string} key
 * @param {number} value
 * @param {readonly Param[]} params
 * @returns {Numbers} the very same when `value` is NaN or there already
 */
export function withNumber(numbers, key, value, params) {
  const fitting = nearestAllowed(checkUnit('parameter', params, key), value);
  return fitting === undefined || fitting === numbers[key]
    ? numbers
    : { ...numbers, [key]: fitting };
}

/**
 * Sets a parameter of a built-in objective.
 * @param {Experiment} experiment
 * @param {string} key
 * @param {number} value clamped; NaN changes nothing
 * @param {Catalog} catalog
 * @returns {Experiment}
 */
export function setParam(experiment, key, value, catalog) {
  const { objective } = experiment;
  if ('formula' in objective) return experiment;
  const unit = checkUnit('objective', catalog.objectives, objective.key);
  const params = withNumber(objective.params, key, value, unit.params);
  if (params === objective.params) return experiment;
  return freezeDeep({ ...experiment, objective: { ...objective, params } });
}

/**
 * Moves the start.
 * @template {{ start: readonly number[] }} E an experiment of any lab that has one
 * @param {E} experiment
 * @param {readonly number[]} start clamped; a NaN keeps that coordinate
 * @param {Catalog} catalog
 * @returns {E}
 */
export function setStart(experiment, start, catalog) {
  const allowed = bounds(catalog).coordinate;
  const next = experiment.start.map(
    (old, i) => nearestAllowed(allowed, start[i] ?? Number.NaN) ?? old,
  );
  if (next.every((value, i) => value === experiment.start[i])) return experiment;
  return freezeDeep({ ...experiment, start: next });
}

/**
 * Sets the number of steps; the step shown stays within it.
 * @param {Experiment} experiment
 * @param {number} value clamped; NaN changes nothing
 * @param {Catalog} catalog
 * @returns {Experiment}
 */
export function setSteps(experiment, value, catalog) {
  const steps = nearestAllowed(bounds(catalog).steps, value) ?? experiment.steps;
  if (steps === experiment.steps) return experiment;
  return freezeDeep({ ...experiment, steps, t: Math.min(experiment.t, steps) });
}

/**
 * Sets the gradient noise.
 * @param {Experiment} experiment
 * @param {{ sigma?: number, seed?: number }} noise clamped; NaN changes nothing
 * @param {Catalog} catalog
 * @returns {Experiment}
 */
export function setNoise(experiment, noise, catalog) {
  const allowed = bounds(catalog);
  const old = experiment.noise;
  const sigma = nearestAllowed(allowed.sigma, noise.sigma ?? old.sigma) ?? old.sigma;
  const seed = nearestAllowed(allowed.seed, noise.seed ?? old.seed) ?? old.seed;
  if (sigma === old.sigma && seed === old.seed) return experiment;
  return freezeDeep({ ...experiment, noise: { sigma, seed } });
}

/**
 * The user's own rule. A text the core cannot read changes nothing (see checkRule for why it cannot). Runs
 * that use the rule keep the values of the parameters that are still there; without a rule they become the
 * default run.
 * @template {WithRuns} E
 * @param {E} experiment
 * @param {string} text
 * @param {LinkCore} core
 * @returns {E}
 */
export function setRule(experiment, text, core) {
  const { rule, params, flaw } = checkRule(text, core, readingOf(experiment));
  if (flaw || rule === experiment.rule) return experiment;
  const runs = experiment.runs.map((run) => {
    if (run.optimizer !== CUSTOM) return run;
    if (rule === '')
      return { ...runOf(core.catalog.optimizers[0].key, core.catalog), hidden: run.hidden };
    const kept = { ...run, hypers: valuesKept(params, run.hypers) };
    return withModifiers(steady(kept), run.modifiers, rule, core.catalog);
  });
  return freezeDeep({ ...experiment, rule, runs });
}

/**
 * A run without the changes of hypers that it no longer has.
 * @param {ExperimentRun} run @returns {ExperimentRun}
 */
function steady({ changes = [], ...run }) {
  const left = changes.map(({ from, hypers }) => {
    const known = Object.entries(hypers).filter(([key]) => Object.hasOwn(run.hypers, key));
    return { from, hypers: Object.fromEntries(known) };
  });
  const kept = left.filter(({ hypers }) => Object.keys(hypers).length);
  return kept.length ? { ...run, changes: kept } : run;
}

/**
 * The argument of core.run() for one run.
 * @param {Experiment} experiment
 * @param {number} index
 */
export function specFor(experiment, index) {
  const { objective, start, steps, noise, rule, runs, precision } = experiment;
  const { optimizer, hypers, schedule, modifiers, changes } = runs[index];
  return {
    objective,
    start,
    optimizer: optimizer === CUSTOM ? { rule, hypers } : { key: optimizer, hypers },
    schedule,
    ...(modifiers && { modifiers }),
    ...(changes && { changes }),
    steps,
    noise,
    ...(precision && { precision: { ...precision, seed: noise.seed } }),
  };
}
