// A run's line and marker, as its card and the legend show them.

import { html } from 'lit';

/**
 * @param {import('../charts/run-style.js').RunStyle} style @param {number} [width] in pixels; half as high
 */
export const renderMark = ({ dash, marker }, width = 40) =>
  html`<svg class="run-mark" viewBox="-10 -5 20 10" width=${width} height=${width / 2} aria-hidden="true">
    <line x1="-9" x2="9" y1="0" y2="0" stroke-dasharray=${dash.map((length) => length / 3).join(' ')}></line>
    <path d=${marker} transform="scale(2.9)"></path></svg>`;
