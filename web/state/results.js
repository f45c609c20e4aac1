// The results of an experiment's runs, computed once. Short runs are computed at once. A long run would
// stall the page: its first rows are computed at once, and a worker computes the whole run, which then
// replaces them.

/**
 * @template R
 * @typedef {{ run: R, error: null, isPending: boolean } | { run: null, error: Error, isPending: false }}
 *   Result isPending: `run` is the beginning of a longer run that is still being computed
 */

/**
 * @template R
 * @typedef {import('./types.js').Kind<R>} Kind
 */

/**
 * @typedef {import('./types.js').Runner} Runner
 * @typedef {import('./types.js').RemoteRunner} RemoteRunner
 * @typedef {{ steps: number }} Spec what a method takes for one run
 * @typedef {{ runs: readonly unknown[] }} WithRuns
 */

/**
 * As many steps as take about 10 ms. All runs of an experiment together may cost so much before they go
 * elsewhere.
 */
const SHORT = 40_000;
/** So many steps all of them together take at once where they cost more: what is seen while one drags. */
const FIRST = 10_000;
/** So many long runs are kept for each core: those of one experiment, and of the one before it. */
const MOST_KEPT = 16;

/** @type {WeakMap<Runner, Map<string, Result<unknown>>>} the long runs of each core, the latest last */
const kept = new WeakMap();

/** @param {Runner} core @param {string} key @param {Result<unknown>} result */
function keep(core, key, result) {
  const long = kept.get(core) ?? new Map();
  kept.set(core, long.set(key, result));
  const [oldest] = long.keys();
  if (long.size > MOST_KEPT) long.delete(oldest);
}

/** @template R @param {Runner} core @param {string} key @returns {Result<R>|undefined} */
const keptOf = (core, key) => /** @type {Result<R>|undefined} */ (kept.get(core)?.get(key));

/** @param {unknown} error @returns {{ run: null, error: Error, isPending: false }} */
const failed = (error) => ({
  run: null,
  error: error instanceof Error ? error : new Error(String(error)),
  isPending: false,
});

/** @template R @param {Runner} core @param {Kind<R>} kind @param {Spec} spec @returns {Result<R>} */
function compute(core, { method, dress = (run) => run }, spec) {
  try {
    const run = /** @type {R} */ (core[method](spec));
    return { run: dress(run, spec, core), error: null, isPending: false };
  } catch (error) {
    return failed(error);
  }
}

/** @param {{ method: string }} kind @param {Spec} spec */
const keyOf = ({ method }, spec) => method + JSON.stringify(spec);

/**
 * The whole of one run, at once. What the core throws (an own rule it cannot take) is the result's error.
 * @template R
 * @param {Runner} core @param {Kind<R>} kind @param {WithRuns} experiment @param {number} index
 * @returns {Result<R>}
 */
export function resultNow(core, kind, experiment, index) {
  const spec = kind.specOf(experiment, index);
  return keptOf(core, keyOf(kind, spec)) ?? compute(core, kind, spec);
}

/**
 * The selected run, at once.
 * @template R
 * @param {Runner} core @param {Kind<R>} kind @param {WithRuns & { selected: number }} experiment
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
 * @param {Runner} core @param {Kind<R>} kind @param {WithRuns} experiment
 */
export const resultsNow = (core, kind, experiment) =>
  experiment.runs.map((_, index) => resultNow(core, kind, experiment, index));

/**
 * The results of the experiment that a view shows. A run is computed again only when its spec changed; the
 * very same Result comes back otherwise.
 * @template {{ rows: number }} R
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
   * @param {Runner} core @param {Kind<R>} kind
   * @param {() => Promise<RemoteRunner>} elsewhere the same core in a worker
   * @param {() => void} onNews a result that was pending is there
   */
  constructor(core, kind, elsewhere, onNews) {
    this.#core = core;
    this.#kind = kind;
    this.#elsewhere = elsewhere;
    this.#onNews = onNews;
  }

  /** @param {WithRuns} experiment @returns {Result<R>[]} */
  of(experiment) {
    const specs = experiment.runs.map((_, index) => this.#kind.specOf(experiment, index));
    const wanted = new Map(specs.map((spec) => [keyOf(this.#kind, spec), spec]));
    for (const [key, { abort }] of this.#pending) if (!wanted.has(key)) this.#drop(key, abort);
    const before = this.#latest;
    /** @type {(key: string) => Result<R>|undefined} */
    const known = (key) => before.get(key) ?? keptOf(this.#core, key);
    const fresh = [...wanted].filter(([key]) => !known(key));
    const costs = fresh.reduce((sum, [, spec]) => sum + spec.steps * this.#kind.costOf(spec), 0);
    this.#latest = new Map();
    for (const [key, spec] of wanted) {
      const result =
        known(key) ?? (costs > SHORT ? this.#begin(key, spec, fresh.length) : undefined);
      this.#latest.set(key, result ?? compute(this.#core, this.#kind, spec));
    }
    return specs.map(
      (spec) => /** @type {Result<R>} */ (this.#latest.get(keyOf(this.#kind, spec))),
    );
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
   * @param {string} key @param {Spec} spec @param {number} count of the runs that begin together
   * @returns {Result<R>}
   */
  #begin(key, spec, count) {
    const steps = Math.max(1, Math.floor(FIRST / count / this.#kind.costOf(spec)));
    if (steps >= spec.steps) return compute(this.#core, this.#kind, spec);
    const result = compute(this.#core, this.#kind, { ...spec, steps });
    // A run that has ended is whole.
    const { run } = result;
    if (!run || run.rows <= steps) return result;
    const abort = new AbortController();
    this.#pending.set(key, { abort, whole: this.#finish(key, spec, abort) });
    return { run, error: null, isPending: true };
  }

  /** @param {string} key @param {Spec} spec @param {AbortController} abort */
  async #finish(key, spec, { signal }) {
    const { method, dress = (run) => run } = this.#kind;
    /** @type {Result<R>} */
    let result;
    try {
      const remote = await this.#elsewhere();
      const run = /** @type {R} */ (await remote[method](spec, { signal }));
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
