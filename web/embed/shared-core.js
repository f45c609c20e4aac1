// The core of all labs of a page that were not given one.

import { loadCore } from '../core/index.js';

/** @type {Promise<import('../core/index.js').Core>|undefined} */
let shared;

/** A failure is not kept: whoever asks next tries again. */
export function sharedCore() {
  shared ??= loadCore().catch((error) => {
    shared = undefined;
    throw error;
  });
  return shared;
}
