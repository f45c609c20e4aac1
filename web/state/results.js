// The runs of an experiment, computed when needed and not again. Short runs are computed at once. Long ones would stall
// the page: their first rows are computed at once, the whole elsewhere, and it takes their place when it comes.

/**
 * @template R
 * @typedef {{ run: R, error: null, isPending: boolean } | { run: null, error: Error, isPending: false }} Result
 *   isPending: `run` is the beginning of a longer run that is still being computed
 */

/**
 * What a lab computes.
 * @template R
 * @typedef {object} Kind
 * @property {'run'|'sample'} method of the core
 * @property {(experiment: any, index: number) => any} specOf what the method takes for one run
 * @property {(spec: any) => number} costOf a step, in steps of a built-in optimizer on a built-in objective
 * @property {(run: R, spec: any, core: any) => R} [dress] what else the lab wants to know of a run
 */

/** As many steps as take about 10 ms. All runs of an experiment together may cost so much before they go elsewhere. */
const SHORT = 40_000;
/** So many long runs are kept for each core: those of one experiment, and of the one before it. */
const MOST_KEPT = 16;

/** @type {WeakMap<object, Map<string, Result<any>>>} the long runs of each core, the latest last */
const kept = new WeakMap();

/** @param {object} core @param {string} key @param {Result<any>} result */
function keep(core, key, result) {
  const long = kept.get(core) ?? new Map();
  kept.set(core, long.set(key, result));
  if (long.size > MOST_KEPT) long.delete(long.keys().next().value);
}

/** @param {unknown} error @returns {Result<any>} */
const failed = (error) => ({
  run: null,
  error: error instanceof Error ? error : new Error(String(error)),
  isPending: false,
});

/** @template R @param {any} core @param {Kind<R>} kind @param {any} spec @returns {Result<R>} */
function compute(core, { method, dress = (run) => run }, spec) {
  try {
    return { run: dress(core[method](spec), spec, core), error: null, isPending: false };
  } catch (error) {
    return failed(error);
  }
}

/** @param {Kind<any>} kind @param {any} spec */
const keyOf = ({ method }, spec) => method + JSON.stringify(spec);

/**
 * The whole of one run, at once. What the core throws (an own rule it cannot take) is the result's error.
 * @template R
 * @param {any} core @param {Kind<R>} kind @param {any} experiment @param {number} index
 * @returns {Result<R>}
 */
export function resultNow(core, kind, experiment, index) {
  const spec = kind.specOf(experiment, index);
  return kept.get(core)?.get(keyOf(kind, spec)) ?? compute(core, kind, spec);
}

/**
 * The selected run, at once.
 * @template R
 * @param {any} core @param {Kind<R>} kind @param {{ selected: number }} experiment
 * @returns {R}
 * @throws what the core throws
 */
export function runNow(core, kind, experiment) {
  const { run, error } = resultNow(core, kind, experiment, experiment.selected);
  if (error) throw error;
  return run;
}

/**
 * The whole of all runs, at once.
 * @template R
 * @param {any} core @param {Kind<R>} kind @param {{ runs: readonly unknown[] }} experiment
 */
export const resultsNow = (core, kind, experiment) =>
  experiment.runs.map((_, index) => resultNow(core, kind, experiment, index));

/**
 * The results of the experiment that a view shows. A run is computed anew only when its spec changed; the very same
 * Result comes back otherwise.
 * @template R
 */
export class Results {
  #core;
  #kind;
  #elsewhere;
  #onNews;
  /** @type {Map<string, Result<R>>} of the latest experiment */
  #latest = new Map();
  /** @type {Map<string, { abort: AbortController, whole: Promise<void> }>} what is computed elsewhere */
  #pending = new Map();

  /**
   * @param {any} core @param {Kind<R>} kind
   * @param {() => Promise<any>} elsewhere the same core in a worker
   * @param {() => void} onNews a result that was pending is there
   */
  constructor(core, kind, elsewhere, onNews) {
    this.#core = core;
    this.#kind = kind;
    this.#elsewhere = elsewhere;
    this.#onNews = onNews;
  }

  /** @template {{ runs: readonly unknown[] }} E @param {E} experiment @returns {Result<R>[]} */
  of(experiment) {
    const specs = experiment.runs.map((_, index) => this.#kind.specOf(experiment, index));
    const wanted = new Map(specs.map((spec) => [keyOf(this.#kind, spec), spec]));
    for (const [key, { abort }] of this.#pending) if (!wanted.has(key)) this.#drop(key, abort);
    const long = kept.get(this.#core);
    const before = this.#latest;
    const known = (/** @type {string} */ key) => before.get(key) ?? long?.get(key);
    const fresh = [...wanted].filter(([key]) => !known(key));
    const costs = fresh.reduce((sum, [, spec]) => sum + spec.steps * this.#kind.costOf(spec), 0);
    this.#latest = new Map();
    for (const [key, spec] of wanted) {
      const result =
        known(key) ?? (costs > SHORT ? this.#begin(key, spec, fresh.length) : undefined);
      this.#latest.set(key, result ?? compute(this.#core, this.#kind, spec));
    }
    return specs.map((spec) => /** @type {any} */ (this.#latest.get(keyOf(this.#kind, spec))));
  }

  /** Once every result is whole. */
  async settled() {
    while (this.#pending.size) await Promise.all([...this.#pending.values()].map((p) => p.whole));
  }

  /** @param {string} key @param {AbortController} abort */
  #drop(key, abort) {
    this.#pending.delete(key);
    abort.abort();
  }

  /**
   * Computes the first steps of a run here, and has all of it computed elsewhere.
   * @param {string} key @param {any} spec @param {number} count so many runs begin with it
   * @returns {Result<R>}
   */
  #begin(key, spec, count) {
    const steps = Math.max(1, Math.floor(SHORT / count / this.#kind.costOf(spec)));
    if (steps >= spec.steps) return compute(this.#core, this.#kind, spec);
    const result = compute(this.#core, this.#kind, { ...spec, steps });
    // A run that has ended is whole.
    const { run } = result;
    if (!run || /** @type {any} */ (run).rows <= steps) return result;
    const abort = new AbortController();
    this.#pending.set(key, { abort, whole: this.#finish(key, spec, abort) });
    return { run, error: null, isPending: true };
  }

  /** @param {string} key @param {any} spec @param {AbortController} abort */
  async #finish(key, spec, { signal }) {
    const { method, dress = (run) => run } = this.#kind;
    /** @type {Result<R>} */
    let result;
    try {
      const run = await (await this.#elsewhere())[method](spec, { signal });
      result = { run: dress(run, spec, this.#core), error: null, isPending: false };
    } catch (error) {
      result = failed(error);
    }
    if (signal.aborted) return;
    this.#pending.delete(key);
    if (result.run) keep(this.#core, key, result);
    this.#latest.set(key, result);
    this.#onNews();
  }
}
