// What a run's card can ask for, beside being selected and removed.

import { setRule } from '../state/experiment.js';
import * as runs from '../state/runs.js';

/**
 * The acts of one run's card.
 * @param {number} index of the run
 * @param {import('../core/index.js').Core} core
 * @param {(change: (experiment: any) => any) => void} change
 * @param {boolean} isFull there is no room for another run
 */
export function runActs(index, core, change, isFull) {
  const { catalog } = core;
  const on =
    (/** @type {(e: any, ...values: any[]) => any} */ act) =>
    (/** @type {any[]} */ ...values) =>
      change((e) => act(e, ...values));
  return {
    optimizer: on((e, key) => runs.setOptimizer(e, index, key, core)),
    parseRule: (/** @type {string} */ text) => core.parseRule(text).error,
    rule: on((e, text) => setRule(e, text, core)),
    hyper: on((e, key, value) => runs.setHyper(e, index, key, value, core)),
    schedule: on((e, key) => runs.setSchedule(e, index, key, catalog)),
    scheduleParam: on((e, key, value) => runs.setScheduleParam(e, index, key, value, catalog)),
    duplicate: isFull ? undefined : on((e) => runs.duplicateRun(e, index, catalog)),
    hide: on((e) => runs.updateRun(e, index, { hidden: !e.runs[index].hidden })),
  };
}
