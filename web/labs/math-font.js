// The font that formulas are typeset with: a subset of STIX Two Math (web/styles/math-font). It is added to
// the document, since a font face within a shadow root is not registered and a policy may refuse fonts from
// addresses.

import { bytesOfBase64 } from '../core/base64.js';
import FONT from '../styles/math-font/descent-lab-math.woff2';

const FAMILY = 'Descent Lab Math';

/** Adds the font to the document, once. Where that fails, formulas are set in a font of the reader's. */
export function addMathFont() {
  if ([...document.fonts].some(({ family }) => family.includes(FAMILY))) return;
  try {
    const face = new FontFace(FAMILY, /** @type {Uint8Array<ArrayBuffer>} */ (bytesOfBase64(FONT)));
    document.fonts.add(face);
    face.load().catch(() => document.fonts.delete(face));
  } catch {
    // Without FontFace formulas are set in the reader's own fonts.
  }
}
