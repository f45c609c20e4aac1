// The form in which somebody writes a course of their own, beside its figure: beats with texts and questions,
// their order, and the file. Every change is one of the experiment's, so that it can be undone.

import { html, nothing } from 'lit';
import { download } from '../elements/download.js';
import { fieldOf } from '../elements/lab-element.js';
import { encodeExperiment } from '../state/encode.js';
import { PLAIN_DRESS } from '../state/page-keys.js';
import { hasPage, scormPackage } from '../state/scorm-package.js';
import { askToStay, fitsLink, lengthInLink, MOST_IN_LINK, OWN_KEY, unsaved } from './keys.js';
import {
  checkOwn,
  FEWEST_OPTIONS,
  LIMITS,
  readOwn,
  readOwnFile,
  writeOwn,
  writeOwnFile,
} from './own-course.js';
import { faultSentence } from './own-head.js';
import { WORDS } from './own-words.js';
import { numberIn } from './question.js';
import { atOf } from './where.js';

/**
 * @typedef {import('./own-course.js').OwnBeat} OwnBeat
 * @typedef {import('./own-course.js').OwnCourse} OwnCourse
 * @typedef {import('./own-course.js').OwnPredict} OwnPredict
 *
 * @typedef {object} View what is asked of the course
 * @property {import('../core/index.js').Core} core @property {import('../i18n/index.js').I18n} i18n
 * @property {import('./keys.js').CourseExperiment} experiment
 * @property {ReturnType<typeof import('./where.js').placeIn>} place
 * @property {import('./figure.js').Figure} figure
 * @property {(at: string) => void} go
 * @property {(at: string, focused?: string, more?: { own: string }) => void} turn
 * @property {(isOn: boolean) => void} edit
 * @property {() => void} requestUpdate
 */

/** What a question is before anything is said of it. */
const UNSAID = { ask: '', after: '', then: '', answer: 0 };
/** What only questions of a kind have, before anything is said of it. */
const UNSAID_OF = {
  number: { digits: 2 },
  choice: { options: ['1', '2'] },
  place: { within: 0.1 },
};
const KINDS = /** @type {const} */ (['number', 'choice', 'place']);
const FILE_NAME = 'descent-lab-course.json';
const PACKAGE_NAME = 'descent-lab-course-scorm.zip';

export class Editor {
  #view;
  /** what was wrong last @type {readonly string[]} */ #said = [];

  /** @param {View} view */
  constructor(view) {
    this.#view = view;
  }

  get #words() {
    const { lang } = this.#view.i18n;
    /** @type {Record<string, string>} */
    const words = { ...(WORDS[lang] ?? WORDS.en), notes: this.#view.i18n.t('course.notes') };
    return words;
  }

  get #course() {
    const { experiment, core } = this.#view;
    return readOwn(experiment.own, core).course;
  }

  /** @param {readonly string[]} sentences */
  #say(sentences) {
    this.#said = sentences;
    this.#view.requestUpdate();
  }

  /**
   * @param {Partial<OwnCourse>} patch @param {number} [index] of the beat that is shown then
   * @param {string} [focused] a selector
   */
  #set(patch, index = this.#view.place.index, focused = '') {
    this.#said = [];
    const { course } = checkOwn({ ...this.#course, ...patch }, this.#view.core);
    const shown = Math.max(0, Math.min(index, course.beats.length - 1));
    unsaved.own = writeOwn(course);
    addEventListener('beforeunload', askToStay);
    this.#view.turn(atOf({ key: OWN_KEY }, shown), focused, { own: unsaved.own });
  }

  /** @param {number} index @param {Partial<OwnBeat>} patch */
  #change(index, patch) {
    const { beats } = this.#course;
    this.#set({ beats: beats.with(index, { ...beats[index], ...patch }) }, index);
  }

  /** Uses the figure as it is now, if it is short enough. @param {(query: string) => void} use */
  #take(use) {
    const { figure, core, i18n } = this.#view;
    const query = figure.query(core);
    if (query.length > LIMITS.query || this.#course.beats.length >= LIMITS.beats)
      this.#say([i18n.t('share.noRoom')]);
    else use(query);
  }

  #add() {
    const { beats } = this.#course;
    const after = beats.length ? this.#view.place.index + 1 : 0;
    const beat = { text: '', controls: '', notes: '' };
    this.#take((query) =>
      this.#set({ beats: beats.toSpliced(after, 0, { ...beat, query }) }, after, textOf(after)),
    );
  }

  /** @param {number} index @param {-1|1} by */
  #move(index, by) {
    const { beats } = this.#course;
    const to = index + by;
    const moved = beats.with(index, beats[to]).with(to, beats[index]);
    this.#set({ beats: moved }, to, `[data-beat="${to}"] [data-act=${by < 0 ? 'up' : 'down'}]`);
  }

  /** @param {number} index */
  #remove(index) {
    const { beats } = this.#course;
    const next = Math.min(index, beats.length - 2);
    this.#set(
      { beats: beats.toSpliced(index, 1) },
      next,
      next < 0 ? '[data-act=add]' : textOf(next),
    );
  }

  /** @param {File} file */
  async #open(file) {
    const { core, i18n } = this.#view;
    const read = readOwnFile(file.size > 4 * LIMITS.file ? '' : await file.text(), core);
    if ('flaw' in read) {
      const flaw = file.size > LIMITS.file ? 'too_long' : read.flaw;
      this.#say([
        i18n.t(`file.${flaw}`, { name: file.name, key: '', most: i18n.n(LIMITS.file, 9) }),
      ]);
      return;
    }
    this.#set(read.course, 0);
    unsaved.inFile = unsaved.own;
    this.#say(read.faults.map((fault) => faultSentence(fault, i18n)));
  }

  /**
   * @param {string} key of its words @param {string} value
   * @param {(value: string, field: HTMLInputElement) => void} set
   * @param {number} [most] characters @param {boolean} [isLong] a place for lines
   */
  #field(key, value, set, most = 20, isLong = false) {
    const change = (/** @type {Event} */ event) => set(fieldOf(event).value, fieldOf(event));
    const words = this.#words[key];
    return html`<label><span>${words}</span>${
      isLong
        ? html`<textarea data-field=${key} rows="3" maxlength=${most} .value=${value}
            @change=${change}></textarea>`
        : html`<input type="text" data-field=${key} maxlength=${most} .value=${value} @change=${change}>`
    }</label>`;
  }

  /**
   * @param {string} key of its words @param {string|number} value
   * @param {readonly (string|number)[][]} options values and words @param {(value: string) => void} set
   */
  #select(key, value, options, set) {
    return html`<label><span>${this.#words[key]}</span><select data-field=${key}
      @change=${(/** @type {Event} */ event) => set(fieldOf(event).value)}>${options.map(
        ([each, words]) =>
          html`<option value=${each} ?selected=${each === value}>${words}</option>`,
      )}</select></label>`;
  }

  /** @param {string} act @param {() => void} press @param {boolean} [isOff] @param {boolean} [isOn] */
  #button(act, press, isOff = false, isOn = false) {
    return html`<button type="button" data-act=${act} aria-disabled=${isOff} aria-pressed=${isOn || nothing}
      @click=${() => !isOff && press()}>${this.#words[act]}</button>`;
  }

  /** @param {OwnPredict} predict @param {number} index */
  #renderAsked(predict, index) {
    const { i18n } = this.#view;
    const { kind, then, answer, options = [] } = predict;
    const set = (/** @type {Partial<OwnPredict>} */ patch) =>
      this.#change(index, { predict: { ...predict, ...patch } });
    const text = (/** @type {'ask'|'after'} */ key) =>
      this.#field(key, predict[key], (given) => set({ [key]: given }), LIMITS[key]);
    // What is no number leaves what was there.
    const number = (/** @type {'answer'|'digits'|'within'} */ key) =>
      this.#field(key, i18n.field(predict[key] ?? 0), (_given, field) => {
        const value = numberIn(field);
        if (Number.isNaN(value)) this.#say([i18n.t('course.noNumber')]);
        else set({ [key]: value });
      });
    const setOptions = (/** @type {string} */ given) => {
      const lines = given.split('\n').filter((line) => line.trim());
      if (lines.length >= FEWEST_OPTIONS)
        set({ options: lines, answer: Math.min(answer, lines.length - 1) });
    };
    const choice = [
      this.#field('options', options.join('\n'), setOptions, LIMITS.options * LIMITS.option, true),
      this.#select('answer', answer, [...options.entries()], (given) => set({ answer: +given })),
    ];
    const turn = () => (then ? set({ then: '' }) : this.#take((query) => set({ then: query })));
    return html`${text('ask')}
      ${kind === 'choice' ? choice : [number('answer'), number(kind === 'place' ? 'within' : 'digits')]}
      ${text('after')}${this.#button('then', turn, false, then !== '')}`;
  }

  /** @param {OwnBeat} beat @param {number} index */
  #renderBeat(beat, index) {
    const { i18n, place } = this.#view;
    const { length } = this.#course.beats;
    const { predict } = beat;
    const isHere = index === place.index;
    const choose = (/** @type {string} */ given) => {
      const kind = KINDS.find((each) => each === given);
      this.#change(index, { predict: kind && { kind, ...UNSAID, ...UNSAID_OF[kind] } });
    };
    const field = (/** @type {'text'|'controls'|'notes'} */ key) =>
      this.#field(
        ...[key, beat[key], (/** @type {string} */ given) => this.#change(index, { [key]: given })],
        ...[LIMITS[key], key === 'text'],
      );
    const kinds = ['none', ...KINDS].map((kind) => [kind, this.#words[kind]]);
    return html`<section class="beat ${isHere ? 'is-here' : ''}" data-beat=${index}
      aria-label=${i18n.t('course.beat', { number: index + 1, count: length })}
      @focusin=${() => !isHere && this.#view.go(atOf({ key: OWN_KEY }, index))}>
      <p class="own-acts"><b>${index + 1}</b>${this.#button('up', () => this.#move(index, -1), index === 0)}
        ${this.#button('down', () => this.#move(index, 1), index === length - 1)}
        ${this.#button('remove', () => this.#remove(index))}</p>
      ${field('text')}
      ${this.#button('take', () => this.#take((query) => this.#change(index, { query })))}
      ${this.#select('question', predict?.kind ?? 'none', kinds, choose)}
      ${predict ? this.#renderAsked(predict, index) : ''}${field('controls')}${field('notes')}</section>`;
  }

  render() {
    const { experiment, core, i18n } = this.#view;
    const { own } = experiment;
    const { title, beats } = this.#course;
    const words = this.#words;
    const save = () => {
      unsaved.inFile = writeOwn(this.#course);
      download(new Blob([writeOwnFile(this.#course)]), FILE_NAME);
    };
    const pack = () => {
      const whole = { ...experiment, ...PLAIN_DRESS, at: `${OWN_KEY}.1` };
      const query = encodeExperiment(whole, core.catalog, true); // as in a file, however long it is
      download(new Blob(scormPackage(query, title || words.title)), PACKAGE_NAME);
    };
    const load = (/** @type {Event} */ event) => {
      const input = fieldOf(event);
      const file = input.files?.[0];
      if (file) this.#open(file);
      input.value = ''; // the same file can be chosen again
    };
    return html`<div class="own-form">
      ${this.#field('title', title, (given) => this.#set({ title: given }), LIMITS.title)}
      ${beats.map((beat, i) => this.#renderBeat(beat, i))}
      <p class="own-acts">${this.#button('add', () => this.#add())}
        ${this.#button('save', save)}
        ${hasPage() ? html`<button type="button" data-act="scorm" @click=${pack}>SCORM 1.2</button>` : ''}
        <label class="open-file"><span>${words.load}</span><input type="file" class="hidden-text"
          accept=".json,application/json" @change=${load}></label></p>
      <p class="soft">${words.link} ${i18n.n(lengthInLink(own), 9)} / ${i18n.n(MOST_IN_LINK, 9)}.
        ${fitsLink(own) ? '' : words.long}</p>
      <div role="status">${this.#said.map((sentence) => html`<p>${sentence}</p>`)}</div></div>`;
  }
}

/** Where a beat's text is written. @param {number} index */
const textOf = (index) => `[data-beat="${index}"] textarea`;
