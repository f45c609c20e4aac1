// The tools of a view that several labs have.

import { html } from 'lit';
import { icon } from './icons.js';

/**
 * The button back to the usual view. It stays, and keeps the focus, while the view is the usual one.
 * @param {unknown} view null: the usual one @param {(view: null) => void} setView
 * @param {import('../i18n/index.js').I18n} i18n
 */
export function resetButton(view, setView, i18n) {
  const words = i18n.t('stage.reset');
  return html`<button type="button" class="reset" data-act="reset-view" title=${words}
    aria-disabled=${view === null}
    @click=${() => view !== null && setView(null)}>${icon('frame')}<span>${words}</span></button>`;
}
