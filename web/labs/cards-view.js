// A lab with a card for each run, or average: one of them is selected, and the focus stays when one is
// removed.

import { html } from 'lit';
import { icon } from '../elements/icons.js';
import { labOf } from '../state/labs.js';
import { select } from '../state/selection.js';
import { StepsView } from './steps-view.js';

/** @typedef {import('./steps-view.js').Stepped & { selected: number }} Selecting */

/**
 * @template {Selecting} E
 * @template D
 * @extends {StepsView<E, D>}
 */
export class CardsView extends StepsView {
  /** keys of the list's sentences in i18n */
  words = { title: 'runs.title', add: 'runs.add', full: 'runs.full' };

  /** @type {number|undefined} the place of a card that was removed, until the focus has gone there */
  #focusNext;

  /**
   * Moves the focus to the card that took the place of a removed one: the button that had it is gone.
   * @param {Map<string, unknown>} changes
   */
  updated(changes) {
    if (this.#focusNext === undefined || !changes.has('experiment')) return;
    const marks = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('.runs .mark')]);
    (marks[this.#focusNext] ?? marks.at(-1))?.focus();
    this.#focusNext = undefined;
  }

  /** The experiment with one card more, selected. @param {E} experiment @returns {E} */
  withCard(experiment) {
    return experiment;
  }

  /** @param {number} _index @param {D} _done @param {boolean} _isFull @returns {unknown} */
  renderCard(_index, _done, _isFull) {
    return '';
  }

  /** @param {D} done @returns {unknown} */
  renderCards(done) {
    const { experiment, core, i18n, words } = this;
    const { length } = labOf(experiment.lab).cards(experiment);
    const isFull = length >= core.catalog.limits.runs;
    const cards = Array.from({ length }, (_, index) => this.renderCard(index, done, isFull));
    const add = () => !isFull && this.change((e) => this.withCard(e));
    return html`<section class="runs"><h2>${i18n.t(words.title)}</h2>${cards}
      <button type="button" class="add" data-act="add" ?disabled=${experiment.lock.includes('runs')}
        aria-disabled=${isFull} @click=${add}>${icon('plus')}
        ${i18n.t(isFull ? words.full : words.add)}</button></section>`;
  }

  /**
   * The actions that every card has.
   * @param {number} index @param {(experiment: E) => E} remove the experiment without it
   */
  cardActs(index, remove) {
    return {
      select: () => this.change((experiment) => select(experiment, index)),
      remove: () => {
        this.#focusNext = index;
        this.change(remove);
      },
    };
  }
}
