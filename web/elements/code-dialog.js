// One run as a program, in a dialog: choose the language, read, copy, download. Nothing is written before it
// is opened.

import { html } from 'lit';
import { exportCode, LANGUAGES } from '../formula/export/index.js';
import { toClipboard } from './clipboard.js';
import { download } from './download.js';
import { icon } from './icons.js';
import { define, LabElement, UNSET } from './lab-element.js';

class CodeDialog extends LabElement {
  static properties = {
    core: { attribute: false },
    experiment: { attribute: false },
    index: { type: Number },
    i18n: { attribute: false },
    linkOf: { attribute: false },
    language: { state: true },
    isOpen: { state: true },
    said: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/index.js').Core} */ this.core = UNSET;
    /** @type {import('../state/experiment.js').Experiment} */ this.experiment = UNSET;
    this.index = 0;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.language = LANGUAGES[0].key;
    /**
     * @type {(experiment: import('../state/types.js').Experiment) => string} where it is shown; stands in the
     *   program’s head
     */
    this.linkOf = () => '';
    this.isOpen = false;
    this.said = '';
  }

  /** Shows the run's code; Escape and the close button end it. */
  async open() {
    this.isOpen = true;
    this.said = '';
    await this.updateComplete;
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
    if (!dialog.open) dialog.showModal();
  }

  /** @param {string} text */
  async #copy(text) {
    const isCopied = await toClipboard(text);
    if (!isCopied) {
      const code = /** @type {HTMLElement} */ (this.querySelector('pre'));
      code.focus();
      getSelection()?.selectAllChildren(code);
    }
    this.said = this.i18n.t(isCopied ? 'code.copied' : 'code.refused');
  }

  #renderLanguages() {
    return html`<span class="toggle" role="group" aria-label=${this.i18n.t('code.language')}>${LANGUAGES.map(
      ({
        key,
        name,
      }) => html`<button type="button" data-language=${key} aria-pressed=${key === this.language}
        ?autofocus=${key === this.language}
        @click=${() => {
          this.language = key;
          this.said = '';
        }}>${name}</button>`,
    )}</span>`;
  }

  #renderCode() {
    const { core, experiment, index, language, i18n, said } = this;
    const { text, fileName, isExact, isWritten } = exportCode(
      language,
      experiment,
      index,
      core,
      this.linkOf(experiment),
    );
    const save = () => download(new Blob([text], { type: 'text/plain' }), fileName);
    return html`<header><h2 id="code-title">${i18n.t('code.title')}</h2><span class="grow"></span>
        <button type="button" class="icon" data-act="close" aria-label=${i18n.t('code.close')}
          @click=${() => this.querySelector('dialog')?.close()}>${icon('remove')}</button></header>
      <p class="note">${i18n.t(isWritten ? 'code.about' : 'code.none')}
        ${isExact || !isWritten ? '' : i18n.t('code.noise')}</p>
      <div class="code-tools">${this.#renderLanguages()}<span class="grow"></span>
        <span class="tools"><button type="button" data-act="copy"
          @click=${() => this.#copy(text)}>${i18n.t('code.copy')}</button>
        <button type="button" data-act="download" title=${fileName}
          @click=${save}>${i18n.t('code.download')}</button></span></div>
      <pre tabindex="0" role="region" aria-label=${fileName} translate="no">${text}</pre>
      <p class="soft" role="status">${said}</p>`;
  }

  render() {
    return html`<dialog class="code-dialog" aria-labelledby="code-title" @close=${() => {
      this.isOpen = false;
    }}>${this.isOpen ? this.#renderCode() : ''}</dialog>`;
  }
}

define('lab-code', CodeDialog);
