// The course: one chapter at a time, its beats beside the one figure, which follows them; one beat at a time
// in a frame and on slides.

import { html } from 'lit';
import { define } from '../elements/lab-element.js';
import { LabView } from '../labs/lab-view.js';
import { screenOf } from '../labs/screens.js';
import { renderBeat } from './beats.js';
import { CHAPTERS } from './chapters.js';
import { numberOf, renderContents } from './contents.js';
import { alignSlider, Figure } from './figure.js';
import { Fog } from './fog.js';
import { closeNotes, showNotes } from './notes.js';
import { renderOpen } from './open-link.js';
import { chaptersAt, isOwn } from './own-chapter.js';
import { renderOwn } from './own-head.js';
import { Paper } from './paper.js';
import { told, UNASKED } from './predictions.js';
import { Reading } from './reading.js';
import { tellAnswer } from './score.js';
import { slidesOf } from './slides.js';
import { rich, textIn } from './text.js';
import { renderTurns } from './turns.js';
import { atOf, placeIn } from './where.js';

/**
 * @typedef {import('./keys.js').CourseExperiment} CourseExperiment
 * @typedef {import('./types.js').Beat} Beat
 * @typedef {import('./types.js').Chapter} Chapter
 */

/** @extends {LabView<CourseExperiment>} */
class CourseView extends LabView {
  static properties = {
    places: { state: true },
    answers: { state: true },
    handout: { state: true },
    editor: { state: true },
  };

  figure = new Figure();
  fog = new Fog(this);
  #paper = new Paper(this);
  #reading = new Reading(this, (index) => this.go(atOf(this.place.chapter, index)));
  /** the beat that was scrolled to, or shown, last */ #at = '';
  #wasPaged = false;
  #frame = 0;
  /** where the focus goes once it is shown */ #focused = '';

  constructor() {
    super();
    /** @type {Record<string, import('./predictions.js').Answer>} by beat; kept while the page is open */
    this.answers = {};
    /** @type {Record<string, number>} points chosen, by beat */
    this.places = {};
    /** the course on paper, once it was printed @type {unknown} */
    this.handout = '';
    /** of one's own course, while it is worked on @type {import('./own-editor.js').Editor|null} */
    this.editor = null;
  }

  /** The chapter and the beat shown. */
  get place() {
    return placeIn(this.chapters, this.experiment.at);
  }

  /** All that can be read here. */
  get chapters() {
    return chaptersAt(this.experiment, this.core);
  }

  /** Whether a course of somebody's own is shown. */
  get isOwn() {
    return isOwn(this.experiment.at);
  }

  /** Whether nothing comes before or after the chapter: in a frame, and of one's own. */
  get isAlone() {
    return this.experiment.embed || this.isOwn;
  }

  /** Whether the reader works on a course of their own: its form is shown. */
  get isEditing() {
    return this.editor !== null && this.isOwn && !this.isPaged;
  }

  /** Whether one beat at a time is shown. */
  get isPaged() {
    return this.experiment.embed || this.isPresenting;
  }

  get isPresenting() {
    return this.#host?.presenting.isOn ?? false;
  }

  /** The lab that this is shown in; null while it is in none. */
  get #host() {
    const root = this.getRootNode();
    if (!(root instanceof ShadowRoot)) return null;
    return /** @type {import('../labs/descent-lab.js').DescentLab} */ (root.host);
  }

  /** What a lecturer's keys do. */
  slides = slidesOf(this);

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
    this.addEventListener('keydown', this.#onKey, true);
    this.#paper.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#reading.stop();
    this.removeEventListener('keydown', this.#onKey, true);
    this.#paper.stop();
  }

  /** The figure leaves the keys of presenting to the course. @param {KeyboardEvent} event */
  #onKey = (event) => {
    const isOfFigure = event.target === this.figure.lab;
    if (isOfFigure && !event.ctrlKey && !event.metaKey && !event.altKey)
      this.#host?.presenting.key(event);
  };

  /** What is printed: the course, whichever chapter is shown. */
  get printed() {
    return this.isOwn ? [this.place.chapter] : CHAPTERS;
  }

  /** Shows the form of one's own course, or what readers see. @param {boolean} isOn */
  async edit(isOn) {
    const { Editor } = await import('./own-editor.js');
    this.answers = this.places = {};
    this.editor = isOn ? new Editor(this) : null;
    if (!isOn) this.#at = ' '; // what was long is short now: the beat is scrolled to
  }

  /** Prints the course as a booklet. */
  print = () => this.#paper.print();

  /** Goes to a beat, as scrolling does: nothing scrolls. @param {string} at */
  go(at) {
    if (at === this.experiment.at || !this.isConnected) return;
    this.#at = at;
    this.change((experiment) => ({ ...experiment, at }));
  }

  /**
   * Goes to a beat, and to where it stands.
   * @param {string} at @param {string} [focused] a selector @param {{ own?: string }} [more] changed, too
   */
  turn(at, focused = '', more = {}) {
    this.#focused = focused;
    this.change((experiment) => ({ ...experiment, ...more, at }));
  }

  /** @param {string} at */
  answerAt = (at) => this.answers[at] ?? UNASKED;

  /** Whether a beat's question is open. @param {Beat} beat @param {string} at */
  isAsked = (beat, at) => !this.isEditing && Boolean(beat.predict) && !this.answerAt(at).isDone;

  /** @param {string} at @param {import('./predictions.js').Answer} answer */
  set(at, answer) {
    this.answers = { ...this.answers, [at]: answer };
    if (this.#host) tellAnswer(this, at, this.#host);
    const { beat, chapter, index } = this.place;
    if (!answer.isDone || at !== atOf(chapter, index) || beat.predict?.then) return;
    this.updateComplete.then(() => this.figure.walk());
  }

  /** Tells the answer of the beat shown. @returns {boolean} false: there was none to tell */
  tell() {
    const { beat, chapter, index } = this.place;
    const at = atOf(chapter, index);
    if (!this.isAsked(beat, at)) return false;
    this.set(at, told(this.answerAt(at)));
    return true;
  }

  willUpdate() {
    const { beat, chapter, index } = this.place;
    const at = atOf(chapter, index);
    const isAsked = this.isAsked(beat, at);
    const { then } = beat.predict ?? {};
    const query = !isAsked && then ? then : beat.query;
    const page = { lang: this.i18n.lang, theme: this.experiment.theme };
    this.figure.show({ ...beat, query }, isAsked, page, this.core);
    this.figure.element(this.core).isEnlarged = this.isPresenting;
  }

  updated() {
    const { chapter, index } = this.place;
    const at = atOf(chapter, index);
    const isOpened = this.#at === '' && index === 0;
    const isElsewhere = this.#at !== at || this.#wasPaged;
    if (isElsewhere && !this.isPaged && !isOpened)
      this.#reading.showBeat(index, this.figure.element(this.core).settled());
    this.#at = at;
    this.#wasPaged = this.isPaged;
    if (this.isPresenting) showNotes(this);
    else closeNotes();
    if (this.#focused)
      /** @type {HTMLElement|null} */ (this.querySelector(this.#focused))?.focus({
        preventScroll: true,
      });
    this.#focused = '';
    this.#placeAxis();
  }

  /** Keeps the slider on which a point is placed along the figure's axis, wherever that goes. */
  #placeAxis = () => {
    cancelAnimationFrame(this.#frame);
    const box = /** @type {HTMLElement|null} */ (this.querySelector('.place'));
    if (!box || !this.isConnected) return;
    this.#frame = requestAnimationFrame(this.#placeAxis);
    if (this.figure.axis) alignSlider(box, this.figure.axis);
  };

  render() {
    const { chapter, order } = this.place;
    const { i18n, isPaged } = this;
    const number = numberOf(order, i18n);
    const place = isPaged
      ? html`<p class="soft">${number}</p>`
      : renderContents(number, chapter, this.#linkTo, i18n);
    const looks = `${isPaged ? 'is-paged' : ''} ${this.isOwn ? 'is-own' : ''}`;
    return html`<article class="chapter ${looks}" aria-labelledby="chapter-title">
        <header>${place}
          <h2 id="chapter-title" tabindex="-1">${textIn(chapter.title, i18n.lang)}</h2>
          <p class="idea">${rich(textIn(chapter.idea, i18n.lang))}</p>
          ${this.isOwn ? renderOwn(this) : ''}</header>
        ${this.#renderFigure()}
        <div class="beats">${
          this.isEditing
            ? this.editor?.render()
            : chapter.beats.map((beat, i) => renderBeat(this, chapter, beat, i))
        }</div>
        ${renderTurns(this, this.#linkTo)}</article>${this.handout}`;
  }

  /**
   * A way to a chapter, which has an address of its own.
   * @type {import('./contents.js').LinkTo}
   */
  #linkTo = (chapter, words, isHere = false) => {
    const at = atOf(chapter, 0);
    const open = (/** @type {MouseEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.querySelector('.contents details')?.removeAttribute('open');
      this.turn(at, '#chapter-title');
    };
    return html`<a href="?lab=course&amp;at=${at}" aria-current=${isHere ? 'true' : 'false'}
      @click=${open}>${words}</a>`;
  };

  #renderFigure() {
    const { core, i18n, figure, place } = this;
    const { beat, chapter, index } = place;
    const at = atOf(chapter, index);
    const { predict } = beat;
    const placed = predict?.kind === 'place' && this.isAsked(beat, at) ? predict : null;
    const lab = figure.element(core);
    const outputs = lab.experiment && screenOf(lab.experiment.lab);
    const said =
      outputs && !this.isAsked(beat, at) ? outputs.caption(lab.experiment, core, i18n) : '';
    const move = (/** @type {Event} */ event) => {
      const { value } = /** @type {HTMLInputElement} */ (event.target);
      const { axis } = this.figure;
      const step = axis ? 10 ** Math.floor(Math.log10((axis.to - axis.from) / 100)) : 1;
      const rounded = Number((Math.round(Number(value) / step) * step).toPrecision(12));
      this.places = { ...this.places, [at]: rounded };
    };
    return html`<div class="figure">${lab}${
      placed
        ? html`<div class="place">${placed.looks ? this.fog.renderSeen(at) : ''}<span></span><input
            type="range" step="any" data-value=${this.places[at] ?? ''}
            aria-label=${textIn(placed.ask, i18n.lang)} @input=${move}></div>`
        : ''
    }<p class="hidden-text" aria-live="polite">${said}</p>
      <p class="figure-foot">${renderOpen(this, beat)}</p></div>`;
  }
}

define('lab-course', CourseView);
