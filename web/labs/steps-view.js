// A lab that steps through something. It renders the lab's parts in the order in which they are read, and
// leaves out those that a link hides.

import { html } from 'lit';
import '../elements/announcer.js';
import '../elements/legend.js';
import '../elements/player.js';
import { needsLegend } from '../elements/legend.js';
import { painted, task } from '../elements/turns.js';
import { setShown, stepsOf } from '../state/steps.js';
import { LabView } from './lab-view.js';
import { Ties } from './ties.js';

/** The parts that come after the stage, in the order in which they come. */
const LATER = ['runs', 'worked', 'plots', 'table'];

/**
 * @typedef {import('../state/types.js').AnyExperiment & { t: number }} Stepped what every experiment with
 *   steps has
 *
 * @typedef {{ index: number, name: string, words: string }} LegendItem index of the run, for its look
 */

/**
 * @template {Stepped} E
 * @template D what is worked out from the experiment once for all parts
 * @extends {LabView<E>}
 */
export class StepsView extends LabView {
  ties = new Ties(this);

  /** How many of the parts beside and below the stage are there: first the stage, then they, one a task. */
  #filled = 0;

  /** Fulfilled once all parts are there. @type {Promise<void>|undefined} */
  #filling;

  /**
   * Reads the code of a part that comes later, where the stage does without.
   * @type {Readonly<Record<string, () => Promise<unknown>>>}
   */
  code = {};

  async #fill() {
    await painted();
    while (this.#filled < LATER.length) {
      // Formulas come in their font: later it would move them.
      if (LATER[this.#filled] === 'worked') await (await import('./math-font.js')).addMathFont();
      await this.code[LATER[this.#filled]]?.();
      this.#filled++;
      this.requestUpdate();
      await super.getUpdateComplete();
      await task();
    }
  }

  /** It shows an experiment once all its parts do. */
  async getUpdateComplete() {
    await super.getUpdateComplete();
    await this.#filling;
    return true;
  }

  firstUpdated() {
    this.#filling = this.#fill();
  }

  /** Shows another step. @param {number} t */
  seek = (t) => this.change((experiment) => setShown(experiment, t));

  /** @returns {D} */
  compute() {
    throw new Error('a lab with steps works out what its parts show');
  }

  /** @param {D} _done @returns {unknown} */
  renderControls(_done) {
    return '';
  }

  /** @param {D} _done @returns {unknown} */
  renderStage(_done) {
    return '';
  }

  /** @param {D} _done @returns {unknown} */
  renderWorked(_done) {
    return '';
  }

  /** @param {D} _done @returns {unknown} */
  renderCards(_done) {
    return '';
  }

  /** @param {D} _done @returns {readonly LegendItem[]} */
  legend(_done) {
    return [];
  }

  /** What its runs came to, to be said aloud once; "" while that is not known. @param {D} _done */
  resultOf(_done) {
    return '';
  }

  /** @param {D} _done @returns {unknown} */
  renderPlots(_done) {
    return '';
  }

  /** @param {D} _done @returns {unknown} */
  renderTable(_done) {
    return '';
  }

  /**
   * Numbers of the reader's own: not hidden with the table, which would give them away.
   * @param {D} _done @returns {unknown}
   */
  renderCheck(_done) {
    return '';
  }

  render() {
    const { experiment, i18n } = this;
    const done = this.compute();
    const isThere = (/** @type {string} */ part) => {
      const place = LATER.indexOf(part);
      return place < this.#filled && !experiment.hide.includes(part);
    };
    const unlessHidden = (
      /** @type {string} */ part,
      /** @type {(done: D) => unknown} */ render,
    ) => (isThere(part) ? render.call(this, done) : '');
    const items = needsLegend(experiment) ? this.legend(done) : [];
    return html`
      ${unlessHidden('controls', this.renderControls)}
      ${this.renderStage(done)}
      <lab-player ?hidden=${experiment.hide.includes('player')} .t=${experiment.t}
        .steps=${stepsOf(experiment)} .i18n=${i18n} .onSeek=${this.seek}></lab-player>
      ${unlessHidden('worked', this.renderWorked)}
      ${unlessHidden('runs', this.renderCards)}
      ${items.length ? html`<lab-legend class="runs" .items=${items}></lab-legend>` : ''}
      ${this.renderCheck(done)}
      ${unlessHidden('plots', this.renderPlots)}
      ${unlessHidden('table', this.renderTable)}
      <lab-announcer .result=${this.resultOf(done)}
        .isEnd=${experiment.t >= stepsOf(experiment)}></lab-announcer>`;
  }
}
