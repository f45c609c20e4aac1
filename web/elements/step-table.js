// Every number of a run, a page of rows at a time, the current row marked; the whole of it as CSV.

import { html } from 'lit';
import { toClipboard } from './clipboard.js';
import { headingOf } from './column-heading.js';
import { define, UNSET } from './lab-element.js';
import { LazyElement } from './lazy-element.js';
import { markCells } from './table-cells.js';

const PAGE = 100; // rows, half as many more on the last one
const DIGITS = 6;

/**
 * All rows as CSV: keys as headings, numbers as they are (a dot, no grouping), empty where there is none.
 * @param {Pick<Table, 'names'|'columns'|'rows'>} run
 */
export function toCsv({ names, columns, rows }) {
  const lines = [['t', ...names].join(',')];
  for (let t = 0; t < rows; t++) {
    const cells = names.map((name) => (Number.isNaN(columns[name][t]) ? '' : columns[name][t]));
    lines.push([t, ...cells].join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/**
 * @typedef {object} Table what is shown: a run, or columns with headings of their own
 * @property {1|2} dim @property {number} rows
 * @property {readonly string[]} names @property {Record<string, ArrayLike<number>>} columns
 * @property {readonly import('../core/layout.js').Column[]} [layout] what the columns of a run hold
 * @property {Record<string, unknown>} [headings] of other columns, by name
 * @property {(name: string, row: number) => number} [digits] where six hide what matters
 *
 * @typedef {object} Tool a button, or several under one name
 * @property {string} key @property {string} words
 * @property {() => void} [act]
 * @property {readonly { key: string, words: unknown, act: () => void }[]} [choices]
 */

/** The columns shown. With one variable the gradient's norm says nothing new. @param {Table} run */
function namesShown({ names, layout, dim }) {
  const norms = (layout ?? []).filter(({ kind }) => dim === 1 && kind === 'norm');
  return names.filter((name) => !norms.some((column) => column.name === name));
}

export class StepTable extends LazyElement {
  /** @type {number|undefined} */
  #revealing;
  /** @type {{ sources: ReadonlyMap<string, string>, lit: string }} cells, by "column row" */
  #marked = { sources: new Map(), lit: '' };

  static properties = {
    run: { attribute: false },
    t: { type: Number },
    noisy: { type: Boolean },
    i18n: { attribute: false },
    title_: { attribute: false },
    onSeek: { attribute: false },
    tools: { attribute: false },
    check: { attribute: false },
    page: { state: true },
    copied: { state: true },
    csv: { state: true },
  };

  constructor() {
    super();
    /** @type {Table} */ this.run = UNSET;
    this.t = 0;
    /** whether the gradients have noise */ this.noisy = false;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.title_ = '';
    /** @type {(t: number) => void} */ this.onSeek = () => {};
    /** @type {readonly Tool[]} what else can be done with the run */
    this.tools = [];
    /** numbers of the reader's own against the run @type {import('../core/types.js').Check|null} */
    this.check = null;
    this.page = 0;
    this.copied = '';
    this.csv = '';
  }

  /** The last page, from 0. */
  get #lastPage() {
    return Math.max(1, Math.round(this.run.rows / PAGE)) - 1;
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (changes.has('t')) this.page = Math.floor(this.t / PAGE);
    if (changes.has('run')) this.copied = this.csv = '';
    this.page = Math.min(this.page, this.#lastPage);
  }

  /**
   * Marks the cells from which the worked step takes its numbers, and the one pointed at.
   * @param {ReadonlyMap<string, string>} sources the kind of each, by "column row" @param {string} lit ""
   *   for none
   */
  mark(sources, lit) {
    this.#marked = { sources, lit };
    markCells(this, sources, lit);
  }

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    markCells(this, this.#marked.sources, this.#marked.lit);
    if (changes.has('t')) this.#revealing ??= requestAnimationFrame(() => this.#reveal());
  }

  /** Scrolls the box to the current row: before it is painted, when the page is laid out anyway. */
  #reveal() {
    this.#revealing = undefined;
    const row = this.querySelector('tr.is-current');
    const box = this.querySelector('.table-box');
    if (!row || !box) return;
    const { offsetTop, offsetHeight } = /** @type {HTMLElement} */ (row);
    const low = offsetTop - box.clientHeight + offsetHeight;
    const high = offsetTop - 2 * offsetHeight;
    box.scrollTop = Math.max(low, Math.min(box.scrollTop, high));
  }

  async #copy() {
    const text = toCsv(this.run);
    const isCopied = await toClipboard(text);
    this.copied = this.i18n.t(isCopied ? 'table.copied' : 'table.refused');
    this.csv = isCopied ? '' : text;
  }

  render() {
    const { run, i18n, page, t } = this;
    const first = page * PAGE;
    const last = page === this.#lastPage ? run.rows - 1 : first + PAGE - 1;
    const names = namesShown(run);
    const rows = Array.from({ length: last - first + 1 }, (_, i) =>
      this.#renderRow(first + i, names, t),
    );
    return html`<section class="table">
      <header><h2>${i18n.t('table.title')}</h2><span class="soft">${this.title_}</span><span
        class="grow"></span>
        ${this.#lastPage > 0 ? this.#renderPager(first, last) : ''}
        ${this.tools.map((tool) => this.#renderTool(tool))}
        <button type="button" data-act="csv" @click=${this.#copy}>${i18n.t('table.copy')}</button></header>
      <p class="field-message" role="status">${this.copied}</p>
      ${
        this.csv
          ? html`<textarea readonly rows="5"
        aria-label=${i18n.t('table.copy')}>${this.csv}</textarea>`
          : ''
      }
      <div class="table-box" tabindex="0" role="region" aria-label=${i18n.t('table.title')}><table>
        <thead><tr><th scope="col"><i>t</i></th>${names.map(
          (name) => html`<th scope="col"
          data-column=${name}>${this.#headingOf(name)}</th>`,
        )}</tr></thead>
        <tbody>${rows}</tbody>
      </table></div></section>`;
  }

  /** @param {string} name */
  #headingOf(name) {
    const { dim, headings, layout } = this.run;
    const column = layout?.find((each) => each.name === name);
    if (!column) return headings?.[name] ?? html`<i>${name}</i>`;
    const isSampled = layout?.some(({ kind }) => kind === 'batch_loss') ?? false;
    return headingOf(column, { dim, isNoisy: this.noisy, isSampled });
  }

  /** @param {Tool} tool */
  #renderTool({ key, words, act, choices }) {
    if (!choices)
      return html`<button type="button" data-act=${key} @click=${act}>${words}</button>`;
    return html`<span class="tool"><span class="soft">${words}</span> <span class="toggle" role="group"
      aria-label=${words}>${choices.map(
        (choice) =>
          html`<button type="button" data-act="${key}-${choice.key}"
          @click=${choice.act}>${choice.words}</button>`,
      )}</span></span>`;
  }

  /** @param {number} row @param {readonly string[]} names @param {number} t */
  #renderRow(row, names, t) {
    const { run, i18n } = this;
    return html`<tr class=${row === t ? 'is-current' : ''} aria-current=${row === t ? 'step' : 'false'}
      @click=${() => this.onSeek(row)}><th scope="row">${row}</th>
      ${names.map((name) => {
        const value = run.columns[name][row];
        const digits = run.digits?.(name, row) ?? DIGITS;
        return html`<td class=${this.#classOf(name, row)}
          title=${String(value)}>${i18n.n(value, digits)}</td>`;
      })}</tr>`;
  }

  /** How a number that the reader has wrong is marked. @param {string} name @param {number} row */
  #classOf(name, row) {
    const { rows = [], first } = this.check ?? {};
    if (rows.find((each) => each.row === row)?.cells[name] !== 'wrong') return '';
    return first?.row === row && first.column === name ? 'is-wrong is-first' : 'is-wrong';
  }

  /** @param {number} first @param {number} last */
  #renderPager(first, last) {
    const { i18n, run } = this;
    const words = { from: i18n.n(first, 9), to: i18n.n(last, 9), count: i18n.n(run.rows, 9) };
    return html`<span class="soft">${i18n.t('table.page', words)}</span>
      <button type="button" aria-label=${i18n.t('table.previous')} ?disabled=${first === 0}
        @click=${() => this.page--}>‹</button>
      <button type="button" aria-label=${i18n.t('table.next')} ?disabled=${last + 1 >= run.rows}
        @click=${() => this.page++}>›</button>`;
  }
}

define('lab-table', StepTable);
