// A line over the lab's lower edge that offers the way back, where what was on the screen may have been lost.

import { html } from 'lit';
import { icon } from './icons.js';
import { define, LabElement, UNSET } from './lab-element.js';

class UndoOffer extends LabElement {
  static properties = {
    what: { type: String },
    i18n: { attribute: false },
  };

  constructor() {
    super();
    /** @type {''|'opened'|'removed'} what happened; "" for nothing to take back */ this.what = '';
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.onUndo = () => {};
    this.onClose = () => {};
  }

  render() {
    const { what, i18n } = this;
    return html`<div role="status">${
      what &&
      html`<div class="offer"><span>${i18n.t(`undo.${what}`)}</span>
        <button type="button" data-act="undo" title=${i18n.t('undo.keys')}
          @click=${this.onUndo}>${i18n.t('undo.act')}</button>
        <button type="button" class="icon" aria-label=${i18n.t('notices.close')}
          @click=${this.onClose}>${icon('remove')}</button></div>`
    }</div>`;
  }
}

define('lab-offer', UndoOffer);
