// <lab-share>: hands the experiment on, as a link with its QR code, as a frame for another page, and as
// files. Nothing is made before it is opened.

import { html } from 'lit';
import './copy-text.js';
import './qr-code.js';
import './share-files.js';
import { LANGUAGES, THEMES } from '../state/schema.js';
import { experimentToShare, FRAME, linkTo } from '../state/share.js';
import { icon } from './icons.js';
import { define, fieldOf, LabElement, UNSET } from './lab-element.js';
import { renderFrame } from './share-frame.js';

/**
 * @typedef {import('../state/notices.js').Notice} Notice
 * @typedef {import('../state/types.js').AnyExperiment} AnyExperiment
 *
 * @typedef {object} Shareable
 * @property {import('../core/index.js').Core} core @property {AnyExperiment} experiment
 * @property {readonly string[]} parts that can be hidden
 * @property {readonly string[]} locks that hold something here
 * @property {string} title @property {string} stem of files @property {string} tableStem of the table's
 * @property {() => Promise<unknown>} [maker] reads what makes exercises, where there are any
 * @property {string} base the page's address
 * @property {boolean} isLocal whether it works on this computer only
 * @property {number[]} [point] the one shown, where a run can start from it
 * @property {() => Promise<number>} [keep] takes it into the reader's own course, as the beat of that number
 * @property {() => Promise<Blob|null>} png @property {() => string} json
 * @property {() => Promise<string>} [svg] @property {() => string} [csv] missing where the lab has none
 * @property {(text: string) => ReturnType<typeof import('../state/file.js').readFile>} read
 * @property {(experiment: AnyExperiment, notices: readonly Notice[]) => void} show
 *
 * @typedef {import('../state/share.js').Sharing & { width: string, height: string }} Choices
 */

const TABS = /** @type {const} */ (['link', 'frame', 'files', 'exercise']);

class ShareDialog extends LabElement {
  static properties = {
    i18n: { attribute: false },
    of: { attribute: false },
    subject: { state: true },
    tab: { state: true },
    choices: { state: true },
    kept: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** What is there to share. @type {() => Shareable} */ this.of = UNSET;
    /** what is shared while the dialog is open @type {Shareable|null} */ this.subject = null;
    /** @type {typeof TABS[number]} */ this.tab = 'link';
    /** @type {Choices} */ this.choices = UNSET;
    /** the beat that it has become; 0: there was no room; −1: nobody asked */ this.kept = -1;
  }

  /** Shows the dialog; Escape and the close button end it. */
  async open() {
    this.subject = this.of();
    const { lang, theme, hide, lock, t = 0 } = this.subject.experiment;
    const opens = t > 0 ? 'step' : 'start';
    this.choices = { opens, lang, theme, hide, lock, ...FRAME };
    this.tab = 'link';
    this.kept = -1;
    await this.updateComplete;
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
    if (!dialog.open) dialog.showModal();
  }

  /** @param {Partial<Choices>} patch */
  #choose = (patch) => {
    this.choices = { ...this.choices, ...patch };
  };

  /** @param {import('../state/share.js').Sharing['opens']} opens @param {string} words */
  #renderOpening(opens, words) {
    return html`<label class="choice"><input type="radio" name="opens" value=${opens}
      .checked=${this.choices.opens === opens}
      @change=${() => this.#choose({ opens })}><span>${words}</span></label>`;
  }

  /** Where the link opens. @param {Shareable} subject */
  #renderOpenings({ experiment, point }) {
    const { i18n } = this;
    const { t = 0 } = experiment;
    if (!(t > 0)) return '';
    const words = (point ?? []).map((value) => i18n.n(value, 5)).join('; ');
    const place = point?.length === 2 ? `(${words})` : words;
    return html`<fieldset><legend>${i18n.t('share.opens')}</legend>
      ${this.#renderOpening('step', i18n.t('share.atStep', { t: i18n.n(t, 9) }))}
      ${this.#renderOpening('start', i18n.t('share.atStart'))}
      ${point ? this.#renderOpening('here', i18n.t('share.here', { place })) : ''}</fieldset>`;
  }

  /** @param {'lang'|'theme'} key @param {readonly (readonly [value: string, words: string])[]} options */
  #renderSelect(key, options) {
    const { i18n, choices } = this;
    return html`<label class="choice"><span>${i18n.t(`share.${key}`)}</span><select data-choice=${key}
      @change=${(/** @type {Event} */ event) => this.#choose({ [key]: fieldOf(event).value })}>
      ${[['', i18n.t('share.reader')], ...options].map(
        ([value, words]) => html`<option value=${value}
        ?selected=${choices[key] === value}>${words}</option>`,
      )}
      </select></label>`;
  }

  #renderLook() {
    const { i18n } = this;
    const names = /** @type {Record<string, string>} */ ({ en: 'English', vi: 'Tiếng Việt' });
    return html`<div class="share-look">
      ${this.#renderSelect(
        'lang',
        LANGUAGES.map((lang) => [lang, names[lang]]),
      )}
      ${this.#renderSelect(
        'theme',
        THEMES.map((theme) => [theme, i18n.t(`theme.${theme}`)]),
      )}</div>`;
  }

  /** @param {Shareable} subject */
  #renderLink(subject) {
    const { i18n, choices } = this;
    const { experiment, point, base, isLocal, core } = subject;
    // A link hides and locks what this page does; a frame, what is chosen for it.
    const { hide, lock } = experiment;
    const shared = experimentToShare(experiment, { ...choices, hide, lock }, point);
    const link = linkTo(base, shared, core.catalog);
    const query = linkTo('', shared, core.catalog);
    return html`${this.#renderOpenings(subject)}${this.#renderLook()}
      <div class="share-link"><div>
        <lab-copy .label=${i18n.t('share.link')} .text=${link} .rows=${4} .i18n=${i18n}></lab-copy>
        ${
          isLocal
            ? html`<p class="note">${i18n.t('share.local')}</p><lab-copy .label=${i18n.t('share.query')}
              .text=${query} .rows=${3} .i18n=${i18n}></lab-copy>`
            : ''
        }</div>
        ${isLocal ? '' : html`<lab-qr .text=${link} .i18n=${i18n}></lab-qr>`}</div>
      ${this.#renderKeep(subject)}`;
  }

  /** @param {Shareable} subject */
  #renderKeep({ keep }) {
    const { i18n, kept } = this;
    if (!keep) return '';
    const press = async () => {
      this.kept = await keep();
    };
    const said = i18n.t(kept === 0 ? 'share.noRoom' : 'share.kept', { number: kept });
    return html`<p class="share-keep"><button type="button" data-act="keep" @click=${press}>${i18n.t(
      'share.keep',
    )}</button> <span class="soft" role="status">${kept < 0 ? '' : said}</span></p>`;
  }

  /** @param {Shareable} subject */
  #renderTab(subject) {
    const { i18n, choices, tab } = this;
    if (tab === 'link') return this.#renderLink(subject);
    if (tab === 'exercise') {
      subject.maker?.();
      return html`<lab-exercise-maker .subject=${subject} .i18n=${i18n}></lab-exercise-maker>`;
    }
    if (tab === 'files')
      return html`<lab-share-files .subject=${subject} .i18n=${i18n}
        .onShown=${() => this.querySelector('dialog')?.close()}></lab-share-files>`;
    const frame = renderFrame(subject, choices, i18n, this.#choose);
    return html`${this.#renderOpenings(subject)}${this.#renderLook()}${frame}`;
  }

  /** @param {Shareable} subject */
  #renderAll(subject) {
    const { i18n, tab } = this;
    // The course has places, no experiments of its own.
    const title = i18n.t('at' in subject.experiment ? 'share.place' : 'share.title');
    return html`<header><h2 id="share-title">${title}</h2><span class="grow"></span>
        <button type="button" class="icon" data-act="close" aria-label=${i18n.t('share.close')}
          @click=${() => this.querySelector('dialog')?.close()}>${icon('remove')}</button></header>
      <span class="toggle" role="group" aria-label=${title}>${TABS.filter(
        (each) => each !== 'exercise' || this.subject?.maker,
      ).map(
        (each) =>
          html`<button type="button" data-tab=${each} aria-pressed=${each === tab} ?autofocus=${each === tab}
            @click=${() => {
              this.tab = each;
            }}>${i18n.t(`share.tab.${each}`)}</button>`,
      )}</span>
      <div class="share-body">${this.#renderTab(subject)}</div>`;
  }

  render() {
    return html`<dialog class="code-dialog share" aria-labelledby="share-title" @close=${() => {
      this.subject = null;
    }}>${this.subject ? this.#renderAll(this.subject) : ''}</dialog>`;
  }
}

define('lab-share', ShareDialog);
