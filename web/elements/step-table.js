// Every number of a run, a page of rows at a time, the current row marked; the whole of it as CSV.

import { html } from 'lit';
import { toClipboard } from './clipboard.js';
import { define, later } from './lab-element.js';
import { LazyElement } from './lazy-element.js';

const PAGE = 100; // rows, half as many more on the last one
const DIGITS = 6;

/**
 * All rows as CSV: keys as headings, numbers as they are (a dot, no grouping), empty where there is none.
 * @param {import('../core/index.js').Run} run
 */
export function toCsv({ names, columns, rows }) {
  const lines = [['t', ...names].join(',')];
  for (let t = 0; t < rows; t++) {
    const cells = names.map((name) => (Number.isNaN(columns[name][t]) ? '' : columns[name][t]));
    lines.push([t, ...cells].join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A gradient with noise is no derivative of f. @type {Record<string, Record<string, unknown>>} */
const NOISY = {
  1: { gx: html`<i>g</i>` },
  2: { gx: html`<i>g</i><sub>x</sub>`, gy: html`<i>g</i><sub>y</sub>`, gnorm: html`|<i>g</i>|` },
};

/**
 * What a column is called on the page.
 * @param {string} name @param {1|2} dim
 */
function headingOf(name, dim) {
  if (name === 'f') return html`<i>f</i>`;
  if (name === 'lr') return html`<i>η</i>`;
  if (name === 'gnorm') return html`|∇<i>f</i>|`;
  if (name === 'gx') return dim === 1 ? html`<i>f′</i>(<i>x</i>)` : html`∂<i>f</i>/∂<i>x</i>`;
  if (name === 'gy') return html`∂<i>f</i>/∂<i>y</i>`;
  if (name.startsWith('rate_')) return html`<i>η</i><sub>${name[5]}</sub>`;
  if (name === 'dx' || name === 'dy') return html`Δ<i>${name[1]}</i>`;
  const [slot, axis] = name.split('_');
  return axis && dim === 2 ? html`<i>${slot}</i><sub>${axis}</sub>` : html`<i>${slot}</i>`;
}

/** What the columns of a line fitted to data are called; B is the batch of the step to come. */
const OF_SAMPLES = /** @type {Record<string, unknown>} */ ({
  loss: html`<i>L</i>`,
  batch_loss: html`<i>L</i><sub>B</sub>`,
  gw: html`∂<i>L</i><sub>B</sub>/∂<i>w</i>`,
  gb: html`∂<i>L</i><sub>B</sub>/∂<i>b</i>`,
  gnorm: html`|∇<i>L</i><sub>B</sub>|`,
  dw: html`Δ<i>w</i>`,
  db: html`Δ<i>b</i>`,
});

/**
 * @typedef {object} Tool a button, or several under one name
 * @property {string} key @property {string} words
 * @property {() => void} [act]
 * @property {readonly { key: string, words: unknown, act: () => void }[]} [choices]
 */

class StepTable extends LazyElement {
  static properties = {
    run: { attribute: false },
    t: { type: Number },
    noisy: { type: Boolean },
    i18n: { attribute: false },
    title_: { attribute: false },
    onSeek: { attribute: false },
    tools: { attribute: false },
    page: { state: true },
    copied: { state: true },
    csv: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/index.js').Run & { axes?: string[], headings?: Record<string, unknown>,
     * digits?: (name: string, row: number) => number }} headings: of columns whose keys say nothing; digits: where six
     * hide what matters */ this.run = later();
    this.t = 0;
    /** whether the gradients have noise */ this.noisy = false;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = later();
    this.title_ = '';
    /** @type {(t: number) => void} */ this.onSeek = () => {};
    /** @type {readonly Tool[]} what else can be done with the run */
    this.tools = [];
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

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    const row = changes.has('t') && this.querySelector('tr.is-current');
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
    const names = run.dim === 1 ? run.names.filter((name) => name !== 'gnorm') : run.names;
    return html`<section class="table" aria-label=${i18n.t('table.title')}>
      <header><h2>${i18n.t('table.title')}</h2><span class="soft">${this.title_}</span><span class="grow"></span>
        ${this.#lastPage > 0 ? this.#renderPager(first, last) : ''}
        ${this.tools.map((tool) => this.#renderTool(tool))}
        <button type="button" data-act="csv" @click=${this.#copy}>${i18n.t('table.copy')}</button></header>
      <p class="field-message" role="status">${this.copied}</p>
      ${this.csv ? html`<textarea readonly rows="5" aria-label=${i18n.t('table.copy')}>${this.csv}</textarea>` : ''}
      <div class="table-box" tabindex="0" role="region" aria-label=${i18n.t('table.title')}><table>
        <thead><tr><th scope="col"><i>t</i></th>${names.map((name) => html`<th scope="col" data-column=${name}>${this.#headingOf(name)}</th>`)}</tr></thead>
        <tbody>${Array.from({ length: last - first + 1 }, (_, i) => this.#renderRow(first + i, names, t))}</tbody>
      </table></div></section>`;
  }

  /** @param {string} name */
  #headingOf(name) {
    const { axes, dim, headings } = this.run;
    const special = (axes && OF_SAMPLES[name]) || (this.noisy && NOISY[dim][name]);
    return headings?.[name] ?? (special || headingOf(name, dim));
  }

  /** @param {Tool} tool */
  #renderTool({ key, words, act, choices }) {
    if (!choices)
      return html`<button type="button" data-act=${key} @click=${act}>${words}</button>`;
    return html`<span class="tool"><span class="soft">${words}</span> <span class="toggle" role="group" aria-label=${words}>${choices.map(
      (choice) =>
        html`<button type="button" data-act="${key}-${choice.key}" @click=${choice.act}>${choice.words}</button>`,
    )}</span></span>`;
  }

  /** @param {number} row @param {string[]} names @param {number} t */
  #renderRow(row, names, t) {
    const { run, i18n } = this;
    return html`<tr class=${row === t ? 'is-current' : ''} aria-current=${row === t ? 'step' : 'false'}
      @click=${() => this.onSeek(row)}><th scope="row">${row}</th>
      ${names.map((name) => html`<td title=${String(run.columns[name][row])}>${i18n.n(run.columns[name][row], run.digits?.(name, row) ?? DIGITS)}</td>`)}</tr>`;
  }

  /** @param {number} first @param {number} last */
  #renderPager(first, last) {
    const { i18n, run } = this;
    const words = { from: i18n.n(first, 9), to: i18n.n(last, 9), count: i18n.n(run.rows, 9) };
    return html`<span class="soft">${i18n.t('table.page', words)}</span>
      <button type="button" aria-label=${i18n.t('table.previous')} ?disabled=${first === 0} @click=${() => this.page--}>‹</button>
      <button type="button" aria-label=${i18n.t('table.next')} ?disabled=${last + 1 >= run.rows} @click=${() => this.page++}>›</button>`;
  }
}

define('lab-table', StepTable);
