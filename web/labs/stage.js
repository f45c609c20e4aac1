// What stages share whose start can be dragged and whose view can be chosen: the curve and the plane of the
// descent lab, the plane of losses of the sampling lab.

import { html } from 'lit';
import { LabElement, UNSET } from '../elements/lab-element.js';
import { resetButton } from '../elements/view-tools.js';
import { dragStart } from '../state/drag.js';

/**
 * @typedef {object} Staged what an experiment on such a stage has
 * @property {readonly number[]} start
 * @property {readonly number[]|null} view null: the usual one
 * @property {readonly string[]} lock
 */

/**
 * @template {Staged} E the lab's experiment
 * @template {{ tried?: object }} R its runs
 */
export class Stage extends LabElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = {
    core: { attribute: false },
    experiment: { attribute: false },
    shown: { attribute: false },
    i18n: { attribute: false },
    wrong: { attribute: false },
    summary: { type: String },
    theme: { type: String },
  };

  constructor() {
    super();
    /** @type {import('../core/index.js').Core} */ this.core = UNSET;
    /** @type {E} */ this.experiment = UNSET;
    /** @type {readonly import('./visible-runs.js').VisibleRun<R>[]} */ this.shown = UNSET;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** a point that the reader has wrong @type {readonly number[]|null} */ this.wrong = null;
    this.summary = '';
    this.theme = 'light';
    /** @type {(change: (experiment: E) => E) => void} */ this.change = () => {};
  }

  /**
   * Sets the start to a place on the stage, rounded to what can be told apart there.
   * @param {readonly number[]} start @param {readonly number[]} widths of the view, along each axis
   */
  setStart(start, widths) {
    this.change((e) => dragStart(e, start, widths, this.core.catalog));
  }

  /** Sets the start to a place on a plane. @param {readonly number[]} start @param {readonly number[]} box */
  setStartIn = (start, [left, right, bottom, top]) =>
    this.setStart(start, [right - left, top - bottom]);

  /** @param {readonly number[]|null} view null: the usual one */
  setView = (view) => this.change((e) => ({ ...e, view }));

  /** The coordinates of the start as they are read. */
  get startTexts() {
    return this.experiment.start.map((value) => this.i18n.n(value));
  }

  /** What is said of the handle on the start of a plane. */
  get handleWords() {
    const { i18n } = this;
    const value = `(${this.startTexts.join('; ')})`;
    return { name: i18n.t('plane.start'), value, help: i18n.t('plane.keys') };
  }

  /** What else is marked on it, as the key of marks calls it. */
  get stepMarks() {
    const { shown } = this;
    const tries = shown.some(({ run, selected }) => selected && run.tried);
    const changes = shown.some(({ changes }) => changes.length);
    return [
      ...(tries ? /** @type {const} */ (['tried']) : []),
      ...(changes ? /** @type {const} */ (['change']) : []),
    ];
  }

  /** Where a plane's start is. @param {readonly string[]} names of its coordinates */
  renderStart(names) {
    const [first, second] = this.startTexts;
    return html`<div class="start"><i>${names[0]}</i><sub>0</sub> = ${first},
      <i>${names[1]}</i><sub>0</sub> = ${second}</div>`;
  }

  /**
   * The ways to a view that holds the paths, and back to the usual one.
   * @param {string} words on the first button @param {() => readonly number[]|null} fittedView
   */
  renderViews(words, fittedView) {
    return html`<button type="button" data-act="fit"
        @click=${() => this.setView(fittedView())}>${words}</button>
      ${resetButton(this.experiment.view, this.setView, this.i18n)}`;
  }
}
