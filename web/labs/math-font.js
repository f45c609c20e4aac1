// The font that formulas are typeset with: a subset of STIX Two Math (web/styles/math-font). It is added to
// the document, since a font face within a shadow root is not registered and a policy may refuse fonts from
// addresses.

import { bytesOfBase64 } from '../core/base64.js';
import FONT from '../styles/math-font/descent-lab-math.woff2';

const FAMILY = 'Descent Lab Math';

/** @type {Promise<void>|undefined} */
let added;

/**
 * Adds the font to the document, once; fulfilled when formulas can be set in it. Where that fails, they are
 * set in a font of the reader's.
 */
export function addMathFont() {
  added ??= load().catch(() => {});
  return added;
}

async function load() {
  const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (bytesOfBase64(FONT));
  const face = await new FontFace(FAMILY, bytes).load();
  document.fonts.add(face);
}
