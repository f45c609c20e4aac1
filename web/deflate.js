// Deflates what stands in a file as base64: tighter than zlib does, and browsers inflate it as ever.

import { deflateRawSync } from 'node:zlib';
import zopfli from '@gfx/zopfli';
import { IS_QUICK } from './quick.js';

// Its runtime takes the process's errors for its own, and prints itself before them.
for (const event of ['uncaughtException', 'unhandledRejection']) process.removeAllListeners(event);

/** More rounds than these save nothing that can be seen. */
const ROUNDS = 5;

/** @param {Uint8Array} bytes @returns {Promise<string>} raw deflate, as base64 */
export async function deflated(bytes) {
  if (IS_QUICK) return deflateRawSync(bytes).toString('base64');
  const packed = await zopfli.deflateAsync(bytes, { numiterations: ROUNDS });
  return Buffer.from(packed).toString('base64');
}
