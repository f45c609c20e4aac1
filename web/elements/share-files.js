// <lab-share-files>: the experiment as files, and an experiment from a file.

import { html } from 'lit';
import { noticeSentence } from '../i18n/sentences.js';
import { MOST_FILE } from '../state/file.js';
import { download } from './download.js';
import { define, LabElement, UNSET } from './lab-element.js';

const KINDS = /** @type {const} */ ([
  { key: 'png', ending: '.png', type: 'image/png' },
  { key: 'svg', ending: '.svg', type: 'image/svg+xml' },
  { key: 'csv', ending: '.csv', type: 'text/csv' },
  { key: 'json', ending: '.json', type: 'application/json' },
]);
/** The largest file that is read, in bytes: a character has four at most. */
const MOST_BYTES = 4 * MOST_FILE;

class ShareFiles extends LabElement {
  static properties = {
    subject: { attribute: false },
    i18n: { attribute: false },
    problems: { state: true },
  };

  constructor() {
    super();
    /** @type {import('./share-dialog.js').Shareable} */ this.subject = UNSET;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** Called when an experiment was opened without a fault. */
    this.onShown = () => {};
    /** @type {readonly string[]} what was wrong with a file, one sentence each */
    this.problems = [];
  }

  /** @param {typeof KINDS[number]} kind */
  async #save({ key, ending, type }) {
    const { subject } = this;
    const content = await subject[key]?.();
    const stem = key === 'csv' ? subject.tableStem : subject.stem;
    if (content) download(new Blob([content], { type }), stem + ending);
  }

  /** @param {File} file */
  async #open(file) {
    const { i18n, subject } = this;
    const isTooLong = file.size > MOST_BYTES;
    const read = isTooLong
      ? { flaw: /** @type {const} */ ({ code: 'too_long', key: '' }) }
      : subject.read(await file.text());
    if ('flaw' in read) {
      const { code, key } = read.flaw;
      this.problems = [
        i18n.t(`file.${code}`, { name: file.name, key, most: i18n.n(MOST_FILE, 9) }),
      ];
      return;
    }
    const { lang, theme } = subject.experiment;
    subject.show({ ...read.experiment, lang, theme }, read.notices);
    this.problems = read.notices.map((notice) => noticeSentence(notice, i18n));
    if (!read.notices.length) this.onShown();
  }

  /** @param {Event} event */
  #onFile(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    if (file) this.#open(file);
    input.value = ''; // the same file can be chosen again
  }

  render() {
    const { subject, i18n, problems } = this;
    const kinds = KINDS.filter(({ key }) => subject[key]);
    return html`<ul class="files">${kinds.map(
      (kind) => html`<li><button type="button" data-file=${kind.key}
        @click=${() => this.#save(kind)}>${kind.key.toUpperCase()}</button>
        <span>${i18n.t(`file.${kind.key}`)}</span></li>`,
    )}</ul>
      <label class="open-file"><span>${i18n.t('file.open')}</span>
        <input type="file" class="hidden-text" accept=".json,application/json"
          @change=${this.#onFile}></label>
      <div class="own-error" role="status">${problems.map((problem) => html`<p>${problem}</p>`)}</div>`;
  }
}

define('lab-share-files', ShareFiles);
