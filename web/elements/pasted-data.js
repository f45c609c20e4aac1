// Numbers that are typed or pasted: a text field, and below it what was read in it. A text that can be read
// in one way only and whole is used as it is typed. Where something is left out, can be read in two ways or
// can be chosen, the table as read is shown first, with what was left out and why, and used when the reader
// says so.

import { html } from 'lit';
import { readCell } from '../state/table/read-cell.js';
import { readTable } from '../state/table/read-table.js';
import { columnsOf, firstChoice } from '../state/table/take.js';
import { define, fieldOf, LabElement, UNSET } from './lab-element.js';

const MOST_NOTES = 5;
const MOST_ROWS = 5;
/** How many values of a list are shown. */
const MOST_VALUES = 20;

/**
 * @typedef {import('../state/table/read-table.js').Table} Table
 * @typedef {import('../state/table/read-table.js').Cell} Cell
 * @typedef {import('../state/table/read-table.js').Comma} Comma
 * @typedef {import('../state/table/notes.js').Note} Note
 *
 * @typedef {object} Taken what a lab can use of a table
 * @property {any} data what a lab makes of a table. any: only the lab that gave it gets it back
 * @property {number} count of numbers or points; 0: nothing is used
 * @property {string} text the data as the field shows them
 * @property {readonly Note[]} notes
 */

class PastedData extends LabElement {
  static properties = {
    text: { type: String },
    wanted: { type: Number },
    take: { attribute: false },
    onData: { attribute: false },
    i18n: { attribute: false },
    key: { type: String },
    rows: { type: Number },
    label: { type: String },
    most: { type: Number },
    stays: { type: String },
    locked: { type: Boolean },
    typed: { state: true },
    comma: { state: true },
    choice: { state: true },
    isUsed: { state: true },
  };

  /** The text of the data that were used last, in the form of `text`. */
  #sent = '';
  /** @type {Table|null} */ #table = null;
  /** @type {Taken|null} */ #taken = null;

  constructor() {
    super();
    /** the data shown, as a text that reads back as them */ this.text = '';
    /** columns @type {1|2} */ this.wanted = 1;
    /** @type {(table: Table, choice: readonly number[]) => Taken} */ this.take = UNSET;
    /** @type {(data: Taken['data']) => void} */ this.onData = () => {};
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.key = '';
    this.rows = 2;
    this.label = '';
    /** numbers or points that are taken */ this.most = 0;
    /** why a link does not carry the data; "" where it does */ this.stays = '';
    this.locked = false;
    this.typed = '';
    /** @type {import('../state/table/read-table.js').Comma|undefined} said by the reader */
    this.comma = undefined;
    /** @type {readonly number[]} */ this.choice = [];
    this.isUsed = true;
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!changes.has('text') || this.text === this.#sent) return;
    this.#sent = this.text;
    this.typed = this.text;
    this.#table = null;
    this.#taken = null;
    this.isUsed = true;
  }

  /** @param {Event} event */
  #onInput(event) {
    this.typed = /** @type {HTMLTextAreaElement} */ (event.target).value;
    this.comma = undefined;
    this.#read();
  }

  /** Reads what was typed, and uses it where nothing is in doubt. */
  #read() {
    const { typed, wanted, comma, i18n } = this;
    const usual = i18n.n(0.5).includes(',') ? ',' : '.';
    const table = readTable(typed, { wanted, usual, comma });
    this.#table = table;
    this.#choose(firstChoice(table, wanted));
    const isWhole = table.isList || table.columns.length === wanted;
    const isPlain = isWhole && !table.doubt && !table.notes.length && !this.#taken?.notes.length;
    if (isPlain) this.#use();
  }

  /** @param {readonly number[]} choice */
  #choose(choice) {
    this.choice = choice;
    this.#taken = this.take(/** @type {Table} */ (this.#table), choice);
    this.isUsed = false;
  }

  #use = () => {
    const { count = 0, text = '', data } = this.#taken ?? {};
    if (count === 0) return;
    this.#sent = text;
    this.isUsed = true;
    this.onData(data);
  };

  /** @param {import('../state/table/read-table.js').Comma} comma */
  #setComma(comma) {
    this.comma = comma;
    this.#read();
  }

  /**
   * A sentence that differs between series and points, or not.
   * @param {string} key @param {Record<string, string|number>} words
   */
  #say(key, words) {
    const { i18n, wanted } = this;
    const own = `table.${key}.${wanted === 1 ? 'series' : 'points'}`;
    const sentence = i18n.t(own, words);
    return sentence === own ? i18n.t(`table.${key}`, words) : sentence;
  }

  #renderNotes() {
    const notes = [...(this.#table?.notes ?? []), ...(this.#taken?.notes ?? [])];
    const { i18n, most } = this;
    const more = notes.length - MOST_NOTES;
    const words = (/** @type {Note} */ note) =>
      this.#say(note.code, { ...note, most: i18n.n(most) });
    return html`${notes.slice(0, MOST_NOTES).map(
      (note) => html`<p
      data-code=${note.code}>${words(note)}</p>`,
    )}
      ${more > 0 ? html`<p>${i18n.t('table.more', { count: more })}</p>` : ''}
      ${this.stays ? html`<p>${this.stays}</p>` : ''}`;
  }

  /** @param {Cell} cell */
  #renderCell({ kind, value, text }) {
    const { i18n } = this;
    if (kind === 'number') return i18n.field(value).replace('-', '−');
    if (kind === 'gap') return html`<span title=${i18n.t('table.gap')}>–</span>`;
    return html`<s title=${i18n.t('table.leftOut')}>${text.slice(0, 24)}</s>`;
  }

  /** @param {Table} table */
  #renderRows({ columns, isList }) {
    const { i18n, choice } = this;
    const [{ cells }] = columns;
    const count = cells.length;
    if (isList) {
      const values = cells
        .slice(0, MOST_VALUES)
        .map((cell) => html`<li>${this.#renderCell(cell)}</li>`);
      return html`<ol class="as-read-list">${values}${count > MOST_VALUES ? html`<li>…</li>` : ''}</ol>`;
    }
    const isTaken = (/** @type {number} */ i) => choice.includes(i) || choice[0] === columns.length;
    const row = (/** @type {number} */ i) =>
      html`<tr>${columns.map(
        (column, j) => html`<td
        class=${isTaken(j) ? 'is-taken' : ''}>${this.#renderCell(column.cells[i])}</td>`,
      )}</tr>`;
    const rest = i18n.t('table.rest', { count: count - MOST_ROWS });
    const rows = Array.from({ length: Math.min(count, MOST_ROWS) }, (_, i) => row(i));
    return html`<div class="table-box" tabindex="0" role="region" aria-label=${i18n.t('table.asRead')}><table>
      <thead><tr>${columns.map(
        (column, j) => html`<th scope="col"
        class=${isTaken(j) ? 'is-taken' : ''}>${this.#nameOf(column)}</th>`,
      )}</tr></thead>
      <tbody>${rows}</tbody></table></div>
      ${count > MOST_ROWS ? html`<p class="note">${rest}</p>` : ''}`;
  }

  /** @param {import('../state/table/read-table.js').Column} column */
  #nameOf({ name, number }) {
    if (number === 0) return this.i18n.t('table.all');
    return name ? name.slice(0, 40) : this.i18n.t('table.number', { number });
  }

  /** @param {Table} table */
  #renderChoices(table) {
    const { i18n, choice, wanted, locked } = this;
    const all = columnsOf(table, wanted);
    if (all.length <= wanted) return '';
    const labels = wanted === 1 ? [i18n.t('table.column')] : ['x', 'y'];
    return labels.map(
      (label, i) => html`<label><span>${label}</span> <select data-choice=${i} ?disabled=${locked}
        @change=${(/** @type {Event} */ event) => this.#choose(choice.with(i, Number(fieldOf(event).value)))}>
        ${all.map(
          (column, j) => html`<option value=${j}
          ?selected=${choice[i] === j}>${this.#nameOf(column)}</option>`,
        )}</select></label>`,
    );
  }

  /** @param {Table} table */
  #renderDoubt({ doubt }) {
    const { i18n, locked } = this;
    if (!doubt) return '';
    const words = {
      thousands: i18n.n(readCell(doubt.text, '.').value, 12),
      decimal: i18n.n(readCell(doubt.text, ',').value, 12),
      between: i18n.t('table.between'),
    };
    return html`<label><span>${i18n.t('table.doubt', { text: doubt.text })}</span> <select data-choice="comma"
      ?disabled=${locked}
      @change=${(/** @type {Event} */ event) => this.#setComma(/** @type {Comma} */ (fieldOf(event).value))}>
      ${doubt.choices.map(
        (comma) => html`<option value=${comma}
        ?selected=${comma === doubt.is}>${words[comma]}</option>`,
      )}</select></label>`;
  }

  #renderReading() {
    const { isUsed, locked, i18n } = this;
    const table = this.#table;
    const count = this.#taken?.count ?? 0;
    const isPlain = isUsed && !table?.notes.length && !this.#taken?.notes.length && !table?.doubt;
    if (!table?.columns.length || (isPlain && columnsOf(table, this.wanted).length <= this.wanted))
      return '';
    return html`<div class="as-read">
      ${this.#renderRows(table)}
      <div class="as-read-acts">${this.#renderChoices(table)}${this.#renderDoubt(table)}
        <button type="button" data-act="use" aria-disabled=${isUsed || count === 0} ?disabled=${locked}
          @click=${this.#use}>
          ${isUsed ? i18n.t('table.used') : this.#say('use', { count: i18n.n(count) })}</button></div></div>`;
  }

  render() {
    const { typed, label, key, rows, locked } = this;
    const isShort = this.#taken?.count === 0 && typed.trim() !== '';
    return html`<div class="own-data">
      <textarea class="own" data-key=${key} rows=${rows} spellcheck="false" autocapitalize="off"
        ?disabled=${locked}
        aria-label=${label} placeholder=${label} aria-invalid=${isShort} .value=${typed}
          @input=${this.#onInput}></textarea>
      <div class="own-error" role="status">${this.#renderNotes()}</div>
      ${this.#renderReading()}</div>`;
  }
}

define('lab-pasted', PastedData);
