// A step worked as on a blackboard: lines of math under a heading.

import { html } from 'lit';
import { mathLine } from './mathml.js';

/**
 * @param {{ label: string, linesLabel?: string, heading: unknown }} about
 *   linesLabel: the name of the lines, where it is not the label
 * @param {unknown} lines
 */
export const workedSection = ({ label, linesLabel = label, heading }, lines) =>
  html`<section class="worked" aria-label=${label}>
    <header>${heading}</header>
    <div class="worked-lines" tabindex="0" role="group"
      aria-label=${linesLabel}>${lines}</div></section>`;

/**
 * @param {readonly import('../formula/math.js').MathNode[]} lines
 * @param {(index: number) => boolean} isResult whether a line is a result
 */
export const workedLines = (lines, isResult) =>
  lines.map((line, i) => html`<p class=${isResult(i) ? 'is-result' : ''}>${mathLine(line)}</p>`);

/**
 * The choice of all digits.
 * @param {{ isExact: boolean, i18n: import('../i18n/index.js').I18n }} part isExact: a property of its state
 */
export const exactButton = (part) =>
  html`<button type="button" data-act="exact" aria-pressed=${part.isExact} @click=${() => {
    part.isExact = !part.isExact;
  }}>${part.i18n.t('worked.exact')}</button>`;
