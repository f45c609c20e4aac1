// The core that all labs of a page share unless they were given one.

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
