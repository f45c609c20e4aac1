// The experiment of the schedules lab: that of the descent lab, with runs that differ in their schedules.

import { defaultExperiment, freezeDeep, runOf, withObjective } from '../../state/experiment.js';
import { presetsOf } from '../../state/units.js';
import { descentBase } from '../descent/keys.js';
import { FIRST } from './first.js';

/**
 * @typedef {import('../../core/catalog.js').Catalog} Catalog
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('../../state/experiment.js').ExperimentRun} ExperimentRun
 */

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
  const { objective, start, lr, steps } = FIRST;
  const base = withObjective(defaultExperiment(catalog), objective, catalog);
  const run = { ...runOf(catalog.optimizers[0].key, catalog), hypers: { lr } };
  const schedules = FIRST.schedules.flatMap(
    (key) => catalog.schedules.find((unit) => unit.key === key) ?? [],
  );
  const runs = schedules.map((schedule) => withSchedule(run, schedule));
  return freezeDeep({ ...base, lab: 'schedules', start, steps, runs });
}

/** @param {Experiment} experiment @param {Catalog} catalog @returns {Experiment} */
export function schedulesBase(experiment, catalog) {
  const { start, map } = descentBase(experiment, catalog);
  return { ...defaultSchedules(catalog), start, ...(map && { map }) };
}

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
