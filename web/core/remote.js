// The core in workers, with the same API in promises, so that long computations do not block the page.
// Without workers it runs in this thread, in slices of at most 8 ms.

import { Units } from './catalog.js';
import { checkKeys, checkNumber, checkObject } from './check.js';
import { compile } from './load.js';
import { METHODS } from './methods.js';
import { workerScript } from './own-worker.js';
import { splittingOf } from './parts.js';
import { Pool } from './pool.js';
import { kindFor } from './seat.js';

/**
 * @typedef {keyof typeof METHODS} MethodName
 * @typedef {import('./index.js').Core} Core
 */

/**
 * @template [T=unknown]
 * @typedef {import('./call.js').CallOptions<T>} CallOptions
 */

/**
 * A method of the core, asked from afar: after its own arguments it takes CallOptions.
 * @template {MethodName} M
 * @typedef {(...given: [...Parameters<Core[M]>, options?: CallOptions<ReturnType<Core[M]>>]) =>
 *   Promise<ReturnType<Core[M]>>} RemoteMethod
 */

/** @typedef {RemoteCore & { [M in MethodName]: RemoteMethod<M> }} Remote */

const OPTIONS = ['channel', 'signal', 'onPartial'];
const LOADING = ['wasm', 'workers'];
/** More would not be faster, and each takes memory. */
const MOST_WORKERS = 4;
const LARGEST_POOL = 64;

const write = Float64Array.prototype.set;

/** @param {unknown} given @returns {CallOptions} */
function readOptions(given) {
  const options = checkObject('options', given ?? {});
  checkKeys('options', options, OPTIONS);
  const { channel, signal, onPartial } = options;
  if (channel !== undefined && typeof channel !== 'string')
    throw new TypeError(`channel is a ${typeof channel}; it must be a text`);
  if (signal !== undefined && !(signal instanceof AbortSignal))
    throw new TypeError('signal must be an AbortSignal');
  if (onPartial !== undefined && typeof onPartial !== 'function')
    throw new TypeError('onPartial must be a function');
  return { channel, signal, onPartial };
}

export class RemoteCore {
  #units;
  #pool;

  /** @param {Units} units @param {Pool} pool */
  constructor(units, pool) {
    this.#units = units;
    this.#pool = pool;
    /** Every unit's record, frozen. */
    this.catalog = units.catalog;
    for (const name of /** @type {MethodName[]} */ (Object.keys(METHODS)))
      Object.assign(this, {
        [name]: (/** @type {unknown[]} */ ...given) => this.#ask(name, given),
      });
  }

  /** Where the core is: "workers" of a browser, "threads" of Node, or this thread, in "slices". */
  get runsIn() {
    return this.#pool.kind;
  }

  /** Ends its workers, and all calls with an AbortError. */
  close() {
    this.#pool.close();
  }

  /** @param {MethodName} name @param {unknown[]} given */
  async #ask(name, given) {
    const { read } = /** @type {import('./inside.js').Method} */ (METHODS[name]);
    const takes = read.length - 1; // besides the units
    const { into, ...asked } = /** @type {import('./index.js').Into} */ (
      read(this.#units, ...given.slice(0, takes))
    );
    const options = readOptions(given[takes]);
    const splitting = splittingOf(name);
    const parts = splitting?.split(asked, this.#pool.most) ?? [asked];
    const whole = (/** @type {unknown[]} */ answers) =>
      splitting && parts.length > 1 ? splitting.join(answers, parts) : answers[0];
    const answer = await this.#pool.ask({ method: name, parts, join: whole }, options);
    if (!into) return answer;
    const written = /** @type {Float64Array[]} */ (answer);
    for (const [i, array] of into.entries()) write.call(array, written[i]);
  }
}

/**
 * Loads the core elsewhere: in workers of a browser, whose number goes by its processors, in Node in this
 * thread, or in as many worker_threads as are asked for. Workers are opened when there is work for them.
 * @param {{ wasm?: import('./load.js').Source, workers?: number }} [options] wasm: as in loadCore; the
 *   `module` of a core need not be compiled again; workers: at most so many; 0: none, in this thread
 * @returns {Promise<Remote>}
 * @throws {TypeError|RangeError|Error} saying what is allowed, or why there is no core
 */
export async function loadRemoteCore(options = {}) {
  checkKeys('loadRemoteCore', checkObject('what loadRemoteCore is given', options), LOADING);
  const { wasm, workers } = options;
  if (workers !== undefined)
    checkNumber('workers', workers, { min: 0, max: LARGEST_POOL, integer: true });
  const cores = Math.min(MOST_WORKERS, globalThis.navigator?.hardwareConcurrency || 1);
  const script = workers === 0 ? undefined : await workerScript();
  const core = { module: await compile(wasm), script };
  const pool = new Pool(core, kindFor(workers, script), workers ?? cores);
  const units = new Units(await pool.ready);
  return /** @type {Remote} */ (new RemoteCore(units, pool));
}
