// A lab with a card for each run, or average: one of them is selected, and the focus stays when one is removed.

import { LabView } from './lab-view.js';

export class CardsView extends LabView {
  static properties = {
    ...LabView.properties,
    selected: { state: true },
  };

  /** @type {number|undefined} the place of a card that was removed, until the focus has gone there */
  #focusNext;

  constructor() {
    super();
    this.selected = 0;
  }

  /** The selected run stays selected, in whatever place another experiment has it. @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!changes.has('experiment') || changes.has('selected')) return;
    const cards = (/** @type {any} */ shown) => shown?.runs ?? shown?.curves ?? [];
    const at = cards(this.experiment).indexOf(cards(changes.get('experiment'))[this.selected]);
    if (at >= 0) this.selected = at;
  }

  /** The focus goes to the card in a removed one's place: its button may be gone. @param {Map<string, unknown>} changes */
  updated(changes) {
    if (this.#focusNext === undefined || !changes.has('experiment')) return;
    const marks = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('.runs .mark')]);
    (marks[this.#focusNext] ?? marks.at(-1))?.focus();
    this.#focusNext = undefined;
  }

  /** One of so many cards is selected, whatever experiment came. @param {number} count */
  selectWithin(count) {
    this.selected = Math.min(this.selected, count - 1);
  }

  /** What every card can ask for. @param {number} index @param {() => void} remove takes its run away */
  cardActs(index, remove) {
    return {
      select: () => {
        this.selected = index;
      },
      remove: () => {
        this.#focusNext = index;
        remove();
      },
    };
  }
}
