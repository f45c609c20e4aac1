// <lab-copy>: a text to copy: a field, a button, and a sentence where the browser refuses.

import { html } from 'lit';
import { toClipboard } from './clipboard.js';
import { define, fieldOf, LabElement, UNSET } from './lab-element.js';

class CopyText extends LabElement {
  static properties = {
    text: { type: String },
    label: { type: String },
    rows: { type: Number },
    i18n: { attribute: false },
    said: { state: true },
  };

  constructor() {
    super();
    this.text = '';
    this.label = '';
    this.rows = 3;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.said = '';
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (changes.has('text')) this.said = '';
  }

  async #copy() {
    const isCopied = await toClipboard(this.text);
    if (!isCopied) {
      const field = /** @type {HTMLTextAreaElement} */ (this.querySelector('textarea'));
      field.focus();
      field.select();
    }
    this.said = this.i18n.t(isCopied ? 'copy.done' : 'copy.refused');
  }

  render() {
    const { text, label, rows, i18n, said } = this;
    return html`<label><span>${label}</span>
        <textarea readonly rows=${rows} spellcheck="false" translate="no" .value=${text}
          @focus=${(/** @type {Event} */ event) => fieldOf(event).select()}></textarea></label>
      <div class="copy-tools"><button type="button" class="primary" data-act="copy"
        @click=${this.#copy}>${i18n.t('copy.act')}</button>
        <span class="soft" role="status">${said}</span></div>`;
  }
}

define('lab-copy', CopyText);
