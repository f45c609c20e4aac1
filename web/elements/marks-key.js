// What the marks on a stage mean: a small key that opens when asked for.

import { html, svg } from 'lit';

const ARROW = 'M-11,0H8M8,0L2,-3.5V3.5Z';
/** Shapes in a box of ±12 by ±8: red ones are about the slope, those of the run have its colour. */
const SHAPES = {
  start: svg`<circle r="6.5" stroke-width="2"/>`,
  now: svg`<circle r="4.5" class="of-run" fill="currentColor"/>`,
  ahead: svg`<circle r="3.5" class="of-run"/>`,
  tangent: svg`<path class="of-slope" d="M-11,5L11,-5" stroke-width="2"/>`,
  downhill: svg`<path class="of-slope" d=${ARROW} stroke-width="2"/>`,
  next: svg`<path class="of-run" d=${ARROW} stroke-width="2.5"/>`,
  leaves: svg`<path class="of-run" d="M-11,6L8,-4M8,-4L1,-3.5L3.5,1.5Z" stroke-width="2.5"/>`,
  tried: svg`<path class="of-run" d="M-11,5L10,-5M3,-4L9,-1M8,-5L4,0M-6,0L0,3M-1,-1L-5,4"/>`,
  change: svg`<path class="of-run" d="M0,-5L5,5H-5Z"/>`,
  minimum: svg`<circle r="4"/>`,
  maximum: svg`<rect x="-3.5" y="-3.5" width="7" height="7"/>`,
};

/** @typedef {keyof typeof SHAPES} Mark */

/** @param {readonly Mark[]} marks @param {import('../i18n/index.js').I18n} i18n */
export const renderMarks = (marks, i18n) =>
  html`<details class="marks"><summary>${i18n.t('marks.title')}</summary><ul>${marks.map(
    (
      mark,
    ) => html`<li><svg viewBox="-12 -8 24 16" width="24" height="16" aria-hidden="true" fill="none"
      stroke="currentColor" stroke-width="1.5"
        stroke-linejoin="round">${SHAPES[mark]}</svg>${i18n.t(`marks.${mark}`)}</li>`,
  )}</ul></details>`;
