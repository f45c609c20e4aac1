// core.wasm inside the file that uses it, deflated: no second file can be lost by a bundler or refused by a
// host.

import { inflate } from './base64.js';

/** core.wasm, deflated, as base64: put here by the build. */
const packed = /** @type {{ CORE_WASM: string }} */ (/** @type {unknown} */ (globalThis)).CORE_WASM;

/** @returns {URL|Promise<ArrayBuffer>} its bytes */
export const ownWasm = () => inflate(packed);
