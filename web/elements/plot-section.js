// A plot under its title, with the choice of its scale.

import { html } from 'lit';

/** @typedef {'linear'|'log'} Scale */

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
  const words = { linear: i18n.t('series.linear'), log: i18n.t('series.log') };
  return toggle(chosen, words, i18n.t('series.scale', { name }), choose);
}

/**
 * One of a few.
 * @template {string} T
 * @param {T} chosen @param {Record<T, string>} words of each @param {string} label
 * @param {(next: T) => void} choose
 */
export function toggle(chosen, words, label, choose) {
  const button = (/** @type {T} */ each) =>
    html`<button type="button" aria-pressed=${each === chosen} @click=${() => choose(each)}>
      ${words[each]}</button>`;
  const all = /** @type {T[]} */ (Object.keys(words));
  return html`<span class="toggle" role="group" aria-label=${label}>${all.map(button)}</span>`;
}
