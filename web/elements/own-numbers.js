// Checks numbers of the reader's own against a run: a field to type or paste them, the table as it was read
// with what each number is, and what is wrong with the first that is not right. What the mistake was is said
// when the reader asks.

import { html } from 'lit';
import { recognise, STEP } from '../state/own-columns.js';
import { align, MOST_COLUMNS, madeIn } from '../state/own-numbers.js';
import { readTable } from '../state/table/read-table.js';
import { headingOf } from './column-heading.js';
import { icon } from './icons.js';
import { define, fieldOf, LabElement, UNSET } from './lab-element.js';

/**
 * @typedef {import('../core/types.js').Check} Check
 * @typedef {import('../core/types.js').Verdict} Verdict
 * @typedef {{ check: Check, point: number[]|null }} Found point: the first wrong number's, as far as the
 *   reader gives it
 * @typedef {import('../state/table/read-table.js').Table} Table
 */

/** Characters that are read: more than the rows and columns that are looked at have. */
const MOST_TEXT = 60_000;
/** Rows of the table that are shown. */
const MOST_SHOWN = 60;
const WAIT = 150; // ms after the last key
/** Columns that nobody is asked for. @type {ReadonlySet<import('../state/own-columns.js').Kind>} */
const NEVER_GIVEN = new Set(['batch_loss', 'effective']);
/** @type {Record<Verdict, string>} */
const MARKS = { agrees: '✓', rounded: '✓', follows: '→', wrong: '✗' };

export class OwnNumbers extends LabElement {
  static properties = {
    spec: { attribute: false },
    run: { attribute: false },
    name: { type: String },
    i18n: { attribute: false },
    typed: { state: true },
    picks: { state: true },
    first: { state: true },
  };

  /** @type {Table|null} */ #table = null;
  /** @type {Check|null} */ #check = null;
  /** how often numbers were judged */ #turn = 0;
  /** whether what is judged is not known yet */ #isWaiting = false;
  /** @type {number[]} */ #steps = [];
  /** what was said of the numbers: they could not be checked */ #fault = '';
  /** @type {ReturnType<typeof setTimeout>|undefined} */ #timer = undefined;

  constructor() {
    super();
    /** @type {(spec: OwnNumbers['spec'], numbers: import('../core/types.js').Numbers) => Promise<Check>} */
    this.judge = UNSET;
    /** @type {import('../core/types.js').Checkable} */
    this.spec = UNSET;
    /** @type {import('../state/own-columns.js').Run & { rows: number }} what is right */
    this.run = UNSET;
    /** the run's */ this.name = '';
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** @type {(found: Found|null) => void} */ this.onCheck = () => {};
    /** @type {() => void} */ this.onClose = () => {};
    this.typed = '';
    /** what each column is, said by the reader @type {readonly string[]|undefined} */
    this.picks = undefined;
    /** the step of the first row, said by the reader @type {number|undefined} */
    this.first = undefined;
  }

  /** Takes the focus. */
  focus() {
    this.querySelector('textarea')?.focus();
  }

  /** @param {Event} event */
  #onInput(event) {
    const { value } = fieldOf(event);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.typed = value;
      this.picks = this.first = undefined;
    }, WAIT);
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (changes.has('typed')) this.#table = this.#read();
    const asks = ['typed', 'picks', 'first', 'run', 'i18n'];
    if (!asks.some((name) => changes.has(name)) || (!this.#table && !this.#check)) return;
    this.#judge();
  }

  /** @returns {Table|null} */
  #read() {
    const usual = this.i18n.n(0.5).includes(',') ? ',' : '.';
    const table = readTable(this.typed.slice(0, MOST_TEXT), { wanted: 3, usual });
    return table.columns.length > 0 ? table : null;
  }

  get #columns() {
    return (this.#table?.columns ?? []).slice(0, MOST_COLUMNS);
  }

  /** What each column is. */
  get #names() {
    return this.picks ?? recognise(this.#columns, this.run);
  }

  /** A long table takes long, and it is judged elsewhere. What was found of an earlier one is left alone. */
  async #judge() {
    const table = this.#table;
    const turn = ++this.#turn;
    this.#check = null;
    this.#fault = '';
    this.onCheck(null);
    const laid = table && align(table, this.#names, this.run, this.first);
    this.#steps = laid?.steps ?? [];
    this.#isWaiting = Object.keys(laid?.numbers.columns ?? {}).length > 0;
    if (!laid || !this.#isWaiting) return;
    const { columns } = laid.numbers;
    const { layout, columns: right } = this.run;
    try {
      const check = await this.judge(this.spec, laid.numbers);
      if (turn !== this.#turn) return;
      this.#check = check;
      const row = check.first?.row ?? -1;
      const axes = layout.filter(({ kind }) => kind === 'coordinate');
      const point = axes.map(({ name }) => columns[name]?.[row] ?? right[name][row]);
      this.onCheck({ check, point: row < 0 ? null : point });
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#fault = /** @type {Error} */ (error).message;
    }
    this.#isWaiting = false;
    this.requestUpdate();
  }

  /** @param {number} place @param {string} name */
  #pick(place, name) {
    const others = this.#names.map((each) => (each === name ? '' : each));
    this.picks = others.with(place, name);
  }

  /** @param {string} name of a run's column */
  #headingOf(name) {
    const { run } = this;
    const column = run.layout.find((each) => each.name === name);
    return column
      ? headingOf(column, {
          dim: run.dim,
          isNoisy: false,
          isSampled: run.layout.some(({ kind }) => kind === 'batch_loss'),
        })
      : html`<i>${name}</i>`;
  }

  #renderHead() {
    const { i18n, run } = this;
    const names = this.#names;
    const choices = run.layout.filter(({ kind }) => !NEVER_GIVEN.has(kind)).map(({ name }) => name);
    return this.#columns.map(
      (
        { name, number },
        i,
      ) => html`<th scope="col">${names[i] === STEP || names[i] === '' ? '' : this.#headingOf(names[i])}
        <select data-column=${i} aria-label=${i18n.t('check.column', { column: name.slice(0, 40) || number })}
          @change=${(/** @type {Event} */ event) => this.#pick(i, fieldOf(event).value)}>
          <option value="" ?selected=${names[i] === ''}>${i18n.t('check.unused')}</option>
          ${[STEP, ...choices].map(
            (each) => html`<option value=${each} ?selected=${names[i] === each}>${each}</option>`,
          )}</select></th>`,
    );
  }

  /** @param {number} row of the table */
  #renderRow(row) {
    const { i18n } = this;
    const names = this.#names;
    const step = this.#steps[row];
    const checked = this.#check?.rows.find((each) => each.row === step);
    const first = this.#check?.first;
    const verdict = checked
      ? html`<span aria-hidden="true">${MARKS[checked.verdict]}</span> ${i18n.t(`check.${checked.verdict}`)}`
      : '';
    const cells = this.#columns.map(({ cells: list }, i) => {
      const own = checked?.cells[names[i]];
      const isFirst = first?.row === step && first.column === names[i];
      return html`<td class="${own ? `is-${own}` : 'is-unused'} ${isFirst ? 'is-first' : ''}">${
        list[row]?.text.slice(0, 24) ?? ''
      }</td>`;
    });
    return html`<tr><th scope="row">${step < 0 ? '' : step}</th><td class="check-verdict">${verdict}</td>
      ${cells}</tr>`;
  }

  #renderTable() {
    const table = this.#table;
    const { i18n } = this;
    if (!table) return '';
    const count = Math.min(MOST_SHOWN, this.#steps.length);
    const rest = table.columns[0].cells.length - count;
    return html`<div class="table-box" tabindex="0" role="region" aria-label=${i18n.t('table.asRead')}><table>
      <thead><tr><th scope="col"><i>t</i></th>
        <th scope="col">${i18n.t('check.row')}</th>${this.#renderHead()}</tr></thead>
      <tbody>${Array.from({ length: count }, (_, row) => this.#renderRow(row))}</tbody></table></div>
      ${rest > 0 ? html`<p class="note">${i18n.t('table.rest', { count: rest })}</p>` : ''}
      <p><label>${i18n.t('check.first')} <select data-key="first"
        @change=${(/** @type {Event} */ event) => {
          this.first = Number(fieldOf(event).value);
        }}>${[0, 1, 2].map(
          (step) =>
            html`<option value=${step} ?selected=${this.#steps[0] === step}>${step}</option>`,
        )}</select></label></p>`;
  }

  /** A column as the reader calls it. @param {string} name of the run's */
  #called(name) {
    return this.#columns[this.#names.indexOf(name)]?.name.slice(0, 40) || name;
  }

  /** What was found, in words. */
  #said() {
    const { i18n, typed } = this;
    const check = this.#check;
    if (this.#fault) return this.#fault;
    if (this.#isWaiting) return i18n.t('runs.computing');
    if (!check?.rows.length) return typed.trim() === '' ? '' : i18n.t('check.nothing');
    const { first, rows } = check;
    if (first)
      return i18n.t('check.firstWrong', {
        ...{ column: this.#called(first.column), row: first.row },
        given: i18n.n(first.given, 12),
      });
    const isRounded = rows.some(({ verdict }) => verdict === 'rounded');
    return i18n.t(isRounded ? 'check.allRounded' : 'check.allRight', { count: rows.length });
  }

  #renderWhy() {
    const { i18n } = this;
    const { first = null, mistake = null, rows = [] } = this.#check ?? {};
    if (!first) return '';
    const isSlip = !mistake && rows.filter(({ verdict }) => verdict === 'wrong').length === 1;
    const made = madeIn(mistake);
    const hints = mistake
      ? made.map((key) => `check.hint.${key}`)
      : [isSlip ? 'check.slip' : 'check.unknown'];
    const column = this.#called(first.column);
    const right = Number.isNaN(first.right)
      ? i18n.t('check.undefined', { column })
      : i18n.t('check.right', { right: i18n.n(first.right, 8), column });
    const said = [...made, ...(mistake?.also ?? [])].map((key) => i18n.t(`check.is.${key}`));
    const sure = made[1]
      ? 'check.both'
      : `check.${Number(mistake?.sure) > 0.9 ? 'surely' : 'perhaps'}`;
    return html`${hints.map((hint) => html`<p class="check-hint">${i18n.t(hint)}</p>`)}
      <details><summary>${i18n.t('check.reveal')}</summary>
        ${mistake ? html`<p>${i18n.t(sure)}</p>` : ''}
        ${said.length ? html`<ul>${said.map((each) => html`<li>${each}</li>`)}</ul>` : ''}
        <p>${right}</p></details>`;
  }

  render() {
    const { i18n, name, run, typed } = this;
    const isCut = i18n.t('table.too_long', { text: i18n.n(MOST_TEXT) });
    const wrong = this.#check?.first ? 'has-wrong' : '';
    const asked = run.layout.filter(({ kind }) => kind === 'coordinate' || kind === 'average');
    const example = `t  ${asked.map(({ name: each }) => each).join('  ')}\n1  …\n2  …`;
    return html`<section class="own-numbers" aria-labelledby="check-title">
      <header><h2 id="check-title">${i18n.t('check.title')}</h2><span class="soft">${name}</span><span
        class="grow"></span><button type="button" class="icon" data-act="close-check"
          aria-label=${i18n.t('check.close')} @click=${() => this.onClose()}>${icon(
            'remove',
          )}</button></header>
      <p class="note" id="check-about">${i18n.t('check.about')}</p>
      <textarea class="own" data-key="numbers" rows="5" spellcheck="false" autocapitalize="off"
        aria-label=${i18n.t('check.paste')} aria-describedby="check-about"
        placeholder=${example} @input=${this.#onInput}></textarea>
      <p class="check-said ${wrong}" role="status">${this.#said()}</p>
      ${typed.length > MOST_TEXT ? html`<p class="note">${isCut}</p>` : ''}
      ${this.#renderWhy()}${this.#renderTable()}</section>`;
  }
}

define('lab-own-numbers', OwnNumbers);
