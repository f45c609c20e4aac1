// The experiment of the schedules lab: that of the descent lab, with runs that differ in their schedules.

import { defaultExperiment, freezeDeep, runOf, withObjective } from '../../state/experiment.js';
import { presetsOf } from '../../state/units.js';
import { descentBase } from '../descent/keys.js';

/**
 * @typedef {import('../../core/catalog.js').Catalog} Catalog
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('../../state/experiment.js').ExperimentRun} ExperimentRun
 */

/** The lecture's 2.1: a constant rate hops over the minimum for ever, with a decay it settles. */
const LECTURE = { objective: 'wavy', start: [-1.5], lr: 0.2, steps: 60 };
const SCHEDULES = ['constant', 'step', 'exponential'];

/**
 * A run with the preset of a schedule.
 * @param {ExperimentRun} run @param {import('../../core/catalog.js').Plain} schedule @returns {ExperimentRun}
 */
const withSchedule = (run, { key, params }) => ({
  ...run,
  schedule: { key, params: presetsOf(params) },
  hidden: false,
});

/** @param {Catalog} catalog @returns {Experiment} */
export function defaultSchedules(catalog) {
  const { objective, start, lr, steps } = LECTURE;
  const base = withObjective(defaultExperiment(catalog), objective, catalog);
  const run = { ...runOf(catalog.optimizers[0].key, catalog), hypers: { lr } };
  const schedules = SCHEDULES.flatMap(
    (key) => catalog.schedules.find((unit) => unit.key === key) ?? [],
  );
  const runs = schedules.map((schedule) => withSchedule(run, schedule));
  return freezeDeep({ ...base, lab: 'schedules', start, steps, runs });
}

/** @param {Experiment} experiment @param {Catalog} catalog @returns {Experiment} */
export const schedulesBase = (experiment, catalog) => ({
  ...defaultSchedules(catalog),
  start: descentBase(experiment, catalog).start,
});

/**
 * A copy of the last run with the next schedule that is not there yet, selected.
 * @param {Experiment} experiment @param {Catalog} catalog @returns {Experiment}
 */
export function addSchedule(experiment, { schedules, limits }) {
  const { runs } = experiment;
  if (runs.length >= limits.runs) return experiment;
  const used = new Set(runs.map(({ schedule }) => schedule.key));
  const next = schedules.find(({ key }) => !used.has(key)) ?? schedules[0];
  const added = withSchedule(runs[runs.length - 1], next);
  return freezeDeep({ ...experiment, runs: [...runs, added], selected: runs.length });
}
