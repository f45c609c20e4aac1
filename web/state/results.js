// The runs of an experiment, computed when needed and not again.

import { specFor } from './experiment.js';

/**
 * @template R
 * @typedef {{ run: R, error: null } | { run: null, error: Error }} Result run: what core.run() returned
 */

/**
 * Makes a function that computes all runs of an experiment. A run is computed anew only when its spec changed; the
 * very same Result comes back otherwise. Only the latest experiment's results are kept. What core.run() throws
 * (a programmer's mistake, or an own rule it cannot take) is that run's error and no other's.
 * @template R
 * @param {{ run: (spec: any) => R }} core
 * @param {(experiment: any, index: number) => any} [specOf] what core.run() takes for one run
 * @returns {(experiment: any) => Result<R>[]}
 */
export function createResults(core, specOf = specFor) {
  /** @type {Map<string, Result<R>>} */
  let latest = new Map();
  return (experiment) => {
    /** @type {Map<string, Result<R>>} */
    const next = new Map();
    const results = experiment.runs.map((/** @type {unknown} */ _, /** @type {number} */ index) => {
      const spec = specOf(experiment, index);
      const key = JSON.stringify(spec);
      const result = next.get(key) ?? latest.get(key) ?? compute(core, spec);
      next.set(key, result);
      return result;
    });
    latest = next;
    return results;
  };
}

/**
 * @template R
 * @param {{ run: (spec: any) => R }} core
 * @param {any} spec
 * @returns {Result<R>}
 */
function compute(core, spec) {
  try {
    return { run: core.run(spec), error: null };
  } catch (error) {
    return { run: null, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
