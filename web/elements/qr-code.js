// <lab-qr>: a text as a QR code (ISO/IEC 18004), drawn as SVG; a text that is too long for one says so.

import { correction, generate } from 'lean-qr';
import { html } from 'lit';
import { define, LabElement, UNSET } from './lab-element.js';

/** Light modules around the code: the standard asks for four. */
const QUIET = 4;
/** More modules a side than this are too fine to be photographed from a projector. */
const MOST_MODULES = 117;

/**
 * The dark modules as one SVG path, a unit a module, run after run.
 * @param {{ size: number, get: (x: number, y: number) => boolean }} code
 */
export function modulesPath({ size, get }) {
  let path = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!get(x, y)) continue;
      const from = x;
      while (get(x + 1, y)) x++;
      path += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
    }
  return path;
}

/**
 * @param {string} text
 * @returns {import('lean-qr').Bitmap2D|undefined} undefined: too long to be read off a screen
 */
function codeOf(text) {
  try {
    const code = generate(text, {
      minCorrectionLevel: correction.L,
      maxCorrectionLevel: correction.M,
    });
    return code.size <= MOST_MODULES ? code : undefined;
  } catch {
    return undefined; // longer than any QR code
  }
}

class QrCode extends LabElement {
  static properties = { text: { type: String }, i18n: { attribute: false } };

  constructor() {
    super();
    this.text = '';
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
  }

  render() {
    const { text, i18n } = this;
    const code = codeOf(text);
    if (!code) return html`<p class="note">${i18n.t('qr.long')}</p>`;
    const whole = code.size + 2 * QUIET;
    return html`<svg role="img" aria-label=${i18n.t('qr.label')}
      viewBox="${-QUIET} ${-QUIET} ${whole} ${whole}" shape-rendering="crispEdges">
      <rect x=${-QUIET} y=${-QUIET} width=${whole} height=${whole} fill="#ffffff"></rect><path
        d=${modulesPath(code)} fill="#000000"></path></svg>`;
  }
}

define('lab-qr', QrCode);
