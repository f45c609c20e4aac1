// Ties the numbers of the worked step to the cells of the step table that they come from, and to their marks
// on the charts: pointing at one highlights all three. Screen readers are not told, because the table says
// better where a number stands.

import { runStyle } from '../charts/run-style.js';
import { cellAt } from '../elements/table-cells.js';

/**
 * @typedef {import('lit').LitElement & { experiment: { selected?: number } }} View
 * @typedef {HTMLElement & { light: (lit: import('../charts/lit.js').Lit|null) => void }} Chart
 */

const NUMBERS = '.worked-lines [data-cell]';
/** Keys that go from number to number: those to the sides walk through the steps. */
const WAYS = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });

export class Ties {
  #view;
  /** the cell lit, as "column row"; "" for none */
  #lit = '';
  /** the place of the number that the keyboard has come to; −1 for none */
  #at = -1;
  /** what the worked step takes its numbers from */
  #sources = '';
  #observer = new MutationObserver(() => this.#follow());

  /** @param {View} view */
  constructor(view) {
    this.#view = view;
    view.addController(this);
    for (const type of /** @type {const} */ (['pointerover', 'pointermove']))
      view.addEventListener(type, (event) => this.#onPointer(event));
    view.addEventListener('pointerout', (event) => this.#onPointer(event));
    view.addEventListener('keydown', (event) => this.#onKey(event));
    view.addEventListener('focusout', () => this.#leave());
  }

  hostConnected() {
    this.#observer.observe(this.#view, { childList: true, subtree: true });
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }

  /** The numbers have the colour of the run that they are of. */
  hostUpdated() {
    const { hue } = runStyle(this.#view.experiment.selected ?? 0);
    this.#view.dataset.hue = String(hue + 1);
  }

  get #numbers() {
    return /** @type {HTMLElement[]} */ ([...this.#view.querySelectorAll(NUMBERS)]);
  }

  /** Follows new lines: other cells, and the number now in the place that the keyboard has come to. */
  #follow() {
    const numbers = this.#numbers;
    const sources = numbers.map(cellOf).join();
    if (sources === this.#sources && this.#table === this.#marked) return;
    this.#sources = sources;
    if (this.#at >= 0) this.#light(cellOf(numbers[this.#at]));
    else if (this.#lit && !this.#view.querySelector('lab-table td:hover')) this.#light('');
    this.#mark();
  }

  get #table() {
    return /** @type {import('../elements/step-table.js').StepTable|null} */ (
      this.#view.querySelector('lab-table')
    );
  }

  /** the table that was marked */
  #marked = /** @type {Element|null} */ (null);

  #mark() {
    const numbers = this.#numbers;
    for (const each of numbers) each.classList.toggle('is-lit', cellOf(each) === this.#lit);
    this.#marked = this.#table;
    const kinds = numbers.map((each) => /** @type {const} */ ([cellOf(each), kindOf(each)]));
    this.#table?.mark(new Map(kinds), this.#lit);
  }

  /** @param {string} cell "" for none */
  #light(cell) {
    if (cell === this.#lit) return;
    this.#lit = cell;
    const [column, row] = cell.split(' ');
    const lit = cell ? { column, row: Number(row) } : null;
    const charts = this.#view.querySelectorAll('.stage-chart, .plot-chart');
    for (const chart of /** @type {Iterable<Chart>} */ (charts)) chart.light?.(lit);
    this.#mark();
  }

  /**
   * Under a finger it stays until something else is touched. A mouse must have moved: what comes to lie under
   * one that rests was not pointed at.
   * @param {PointerEvent} event
   */
  #onPointer({ type, target, relatedTarget, buttons, pointerType }) {
    const isTouch = pointerType === 'touch';
    if (type === (isTouch ? 'pointermove' : 'pointerover')) return;
    const element = /** @type {Element|null} */ (type === 'pointerout' ? relatedTarget : target);
    const isWithin = this.#view.contains(element);
    if ((buttons && !isTouch) || (type === 'pointerout' && (isTouch || isWithin))) return;
    this.#at = -1;
    this.#light(element && isWithin ? cellOf(element.closest(NUMBERS)) || cellAt(element) : '');
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const way = WAYS[event.key];
    const isHere = /** @type {Element} */ (event.target).matches('.worked-lines');
    if (!isHere || (!way && event.key !== 'Escape') || (!way && !this.#lit)) return;
    const numbers = this.#numbers;
    const at = way ? Math.max(-1, this.#at + way) : -1;
    if (at >= numbers.length || (way && at === this.#at)) return; // the page scrolls on
    event.preventDefault();
    this.#at = at;
    this.#light(cellOf(numbers[at]));
    numbers[at]?.scrollIntoView({ block: 'nearest' });
  }

  #leave() {
    if (this.#at < 0) return;
    this.#at = -1;
    this.#light('');
  }
}

/** @param {Element|null|undefined} number */
const cellOf = (number) => number?.getAttribute('data-cell') ?? '';

/** @param {Element} number */
const kindOf = (number) => number.getAttribute('data-kind') ?? '';
