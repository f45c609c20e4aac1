// A plot under its title, with the choice of its scale.

import { html } from 'lit';

const SCALES = /** @type {const} */ (['linear', 'log']);

/** @typedef {typeof SCALES[number]} Scale */

/** @param {unknown} title @param {unknown} chart @param {unknown} [tools] at the end of the title's line */
export const plotSection = (title, chart, tools = '') =>
  html`<section class="plot"><header><h2>${title}</h2>${
    tools ? html`<span class="grow"></span>${tools}` : ''
  }</header>${chart}</section>`;

/**
 * The scale of a plot's numbers.
 * @param {Scale} chosen @param {string} name of the plot @param {(scale: Scale) => void} choose
 * @param {import('../i18n/index.js').I18n} i18n
 */
export function scaleToggle(chosen, name, choose, i18n) {
  const button = (/** @type {Scale} */ scale) =>
    html`<button type="button" aria-pressed=${scale === chosen} @click=${() => choose(scale)}>
      ${i18n.t(`series.${scale}`)}</button>`;
  const label = i18n.t('series.scale', { name });
  return html`<span class="toggle" role="group" aria-label=${label}>${SCALES.map(button)}</span>`;
}
