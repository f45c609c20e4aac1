// A panel is one quiet line. The rest of it, notes and what is seldom changed (class .rest), shows when asked
// for.

import { html } from 'lit';

/**
 * The button, in one box with the field before it: it never stands alone in a row.
 * @param {{ isWhole: boolean, i18n: import('../i18n/index.js').I18n }} panel isWhole: a property of its state
 * @param {unknown} field
 */
export const withRest = (panel, field) =>
  html`<span class="with-rest">${field}<button type="button" class="rest-button" data-act="rest"
    aria-expanded=${panel.isWhole} @click=${() => {
      panel.isWhole = !panel.isWhole;
    }}>${panel.i18n.t(panel.isWhole ? 'panel.less' : 'panel.more')}</button></span>`;
