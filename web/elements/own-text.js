// The user's own formula or rule. It is used as soon as it can be read, while it is typed. If it was read as
// another text, that text is shown below the field and replaces the typed one when the field loses the focus.
// An error is explained and marked in the text; something that only looks like a mistake is remarked on.

import { html } from 'lit';
import { define, LabElement, UNSET } from './lab-element.js';

/**
 * @typedef {import('../core/formula.js').FormulaError} FormulaError
 *
 * @typedef {object} Read what came of a text
 * @property {FormulaError|null} [error]
 * @property {string} [asRead]
 * @property {FormulaError|null} [remark]
 */

/**
 * An error or a remark in the reader's language, with what was probably meant.
 * @param {FormulaError} error @param {import('../i18n/index.js').I18n} i18n
 */
function sentenceOf(error, i18n) {
  const key = `formula.${error.code}`;
  const known = i18n.t(key, { ...error });
  const english = error.sentence.replace(
    /\{(found|expected|nearest)\}/g,
    (_, /** @type {'found'|'expected'|'nearest'} */ word) => error[word],
  );
  const { nearest } = error;
  const meant = nearest ? ` ${i18n.t('formula.nearest', { nearest })}` : '';
  if (known !== key) return known + meant;
  const isName = error.sentence.startsWith('{');
  return `${isName ? english[0] : english[0].toUpperCase()}${english.slice(1)}.${meant}`;
}

class OwnText extends LabElement {
  static properties = {
    value: { type: String },
    label: { type: String },
    rows: { type: Number },
    locked: { type: Boolean },
    parse: { attribute: false },
    onText: { attribute: false },
    i18n: { attribute: false },
    text: { state: true },
    error: { state: true },
    asRead: { state: true },
    remark: { state: true },
  };

  constructor() {
    super();
    this.value = '';
    this.label = '';
    this.rows = 1;
    this.locked = false;
    /** @type {(text: string) => Read} */ this.parse = () => ({});
    /** @type {(text: string) => void} */ this.onText = () => {};
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.text = '';
    /** @type {FormulaError|null} */ this.error = null;
    /** what the text was read as, if not as it stands */ this.asRead = '';
    /** @type {FormulaError|null} */ this.remark = null;
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    const isOwn = this.value === (this.asRead || this.text).trim();
    if (!changes.has('value') || isOwn) return;
    this.text = this.value;
    this.error = null;
    this.asRead = '';
    this.remark = this.parse(this.value).remark ?? null;
  }

  /** @param {Event} event */
  #onInput(event) {
    this.text = /** @type {HTMLInputElement} */ (event.target).value;
    const { error, asRead = this.text, remark } = this.parse(this.text);
    this.error = error ?? null;
    this.remark = remark ?? null;
    this.asRead = asRead === this.text ? '' : asRead;
    if (!error) this.onText(this.text);
  }

  /** Shows the text that was read once the field has lost the focus. */
  #onLeave() {
    this.text = this.asRead || this.text;
    this.asRead = '';
  }

  #renderRead() {
    const { asRead, i18n } = this;
    if (!asRead) return '';
    return html`<p class="own-said own-read"
      role="status">${i18n.t('own.as_read')} <code>${asRead}</code></p>`;
  }

  #renderError() {
    const { error, text, i18n } = this;
    if (!error) return '';
    const { at, length } = error;
    const end = at + Math.max(1, length);
    const wrong = html`<mark>${text.slice(at, end) || ' '}</mark>`;
    return html`<div class="own-said own-error"
      role="status"><code>${text.slice(0, at)}${wrong}${text.slice(end)}</code>
      <p>${sentenceOf(error, i18n)}</p></div>`;
  }

  #renderRemark() {
    const { remark, i18n } = this;
    if (!remark) return '';
    return html`<p class="own-said own-remark" role="status">${sentenceOf(remark, i18n)}</p>`;
  }

  render() {
    const { label, rows, text, locked, error } = this;
    const field =
      rows === 1
        ? html`<input type="text" class="own" autocomplete="off" autocapitalize="off" spellcheck="false"
          maxlength="500" aria-label=${label}
            aria-invalid=${error !== null} ?disabled=${locked} .value=${text} @input=${this.#onInput}
              @change=${this.#onLeave}>`
        : html`<textarea class="own" rows=${rows} autocapitalize="off" spellcheck="false" maxlength="500"
          aria-label=${label}
            aria-invalid=${error !== null} ?disabled=${locked} .value=${text} @input=${this.#onInput}
              @change=${this.#onLeave}></textarea>`;
    return html`${field}${this.#renderError()}${this.#renderRead()}${this.#renderRemark()}`;
  }
}

define('lab-own', OwnText);
