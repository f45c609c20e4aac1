// A second core, in workers, for computations that would stall the page. It is loaded when it is first
// needed.

import { loadRemoteCore } from '../core/remote.js';

/** @typedef {import('../core/index.js').Core} Core @typedef {import('../core/remote.js').Remote} Remote */

/** @type {WeakMap<Core, Promise<Remote>>} */
const remotes = new WeakMap();

/** @param {Core} core @returns {Promise<Remote>} */
export function elsewhere(core) {
  const known = remotes.get(core) ?? loadRemoteCore({ wasm: core.module });
  remotes.set(core, known);
  return known;
}
