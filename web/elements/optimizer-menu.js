// <lab-optimizer>: the optimizer of a run, and the menu to choose another: grouped, and found by any of its
// names as they are typed.

import { html } from 'lit';
import { CUSTOM } from '../state/own-units.js';
import { icon } from './icons.js';
import { define, LabElement, UNSET } from './lab-element.js';
import { isNamed } from './search-units.js';

/** @typedef {import('../core/catalog.js').Optimizer} Optimizer */
/** @typedef {{ key: string, name: string, also: string }} Choice also: its other names */

const GAP = 4; // px between the button and its menu
const EDGE = 8; // px between the menu and the window

class OptimizerMenu extends LabElement {
  static properties = {
    catalog: { attribute: false },
    i18n: { attribute: false },
    chosen: { type: String },
    differs: { type: String },
    locked: { type: Boolean },
    onChoose: { attribute: false },
    isOpen: { state: true },
    typed: { state: true },
    active: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/catalog.js').Catalog} */ this.catalog = UNSET;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** the key of the optimizer that the run has */ this.chosen = '';
    /** what tells the run from others of its optimizer */ this.differs = '';
    this.locked = false;
    /** @type {(key: string) => void} */ this.onChoose = () => {};
    this.isOpen = false;
    /** what was typed to find one */ this.typed = '';
    /** the key of the choice that Enter takes */ this.active = '';
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  /** The choices that match what was typed, by group. */
  get #groups() {
    const { catalog, i18n, typed } = this;
    const own = { key: CUSTOM, name: i18n.t('runs.own'), also: '' };
    const groups = catalog.groups.map((group) => ({
      title: i18n.t(`group.${group}`),
      choices: catalog.optimizers.filter((unit) => unit.group === group).filter(this.#isFound),
    }));
    const named = groups.map(({ title, choices }) => ({
      title,
      choices: choices.map((unit) => ({
        key: unit.key,
        name: i18n.name('optimizers', unit),
        also: unit.aliases,
      })),
    }));
    const last = isNamed(typed, [own.name]) ? [{ title: i18n.t('group.own'), choices: [own] }] : [];
    return [...named, ...last].filter(({ choices }) => choices.length > 0);
  }

  #isFound = (/** @type {Optimizer} */ unit) => {
    const { i18n } = this;
    const { key, name, aliases, paper, hypers, slots } = unit;
    const numbers = hypers.flatMap((param) => [param.key, param.symbol, i18n.label(param)]);
    const kept = slots.map(({ symbol }) => symbol);
    const names = [i18n.name('optimizers', unit), name, key, ...aliases.split(',')];
    return isNamed(this.typed, [...names, paper, ...numbers, ...kept]);
  };

  /** The card is not opened by the same click: the menu would lose its place. @param {Event} event */
  async #open(event) {
    event.stopPropagation();
    this.typed = '';
    this.active = this.chosen;
    this.isOpen = true;
    await this.updateComplete;
    this.#dialog.showModal();
    this.#place();
    this.#showActive('center');
  }

  /** Puts the menu below its button, or as high above the window's end as it needs. */
  #place() {
    const { left, bottom } = /** @type {HTMLElement} */ (
      this.querySelector('button')
    ).getBoundingClientRect();
    const { style, offsetWidth, offsetHeight } = this.#dialog;
    const x = Math.max(EDGE, Math.min(left, innerWidth - offsetWidth - EDGE));
    const y = Math.max(EDGE, Math.min(bottom + GAP, innerHeight - offsetHeight - EDGE));
    style.setProperty('left', `${x}px`);
    style.setProperty('top', `${y}px`);
  }

  /** @param {ScrollLogicalPosition} block */
  async #showActive(block) {
    await this.updateComplete;
    this.querySelector('[aria-selected=true]')?.scrollIntoView({ block });
  }

  /** @param {string} key */
  #choose(key) {
    this.#dialog.close();
    if (key && key !== this.chosen) this.onChoose(key);
  }

  /** @param {InputEvent} event */
  #onType(event) {
    this.typed = /** @type {HTMLInputElement} */ (event.target).value;
    const found = this.#groups.flatMap(({ choices }) => choices);
    this.active = found[0]?.key ?? '';
    this.#showActive('nearest');
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    event.stopPropagation(); // the lab's own keys walk through the steps
    const keys = this.#groups.flatMap(({ choices }) => choices.map(({ key }) => key));
    const at = keys.indexOf(this.active);
    const moves = /** @type {Record<string, number>} */ ({
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? keys.length - 1 : at - 1,
      PageDown: Math.min(at + 8, keys.length - 1),
      PageUp: Math.max(at - 8, 0),
    });
    if (event.key === 'Enter') this.#choose(this.active);
    else if (!Object.hasOwn(moves, event.key)) return;
    else this.active = keys[(moves[event.key] + keys.length) % keys.length] ?? '';
    event.preventDefault();
    this.#showActive('nearest');
  }

  /** @param {Choice} choice */
  #renderChoice({ key, name, also }) {
    const isActive = key === this.active;
    const alias = also && this.typed ? html` <small>${also}</small>` : '';
    return html`<div role="option" id="choice-${key}" data-choice=${key} aria-selected=${isActive}
      class=${key === this.chosen ? 'is-chosen' : ''}
      @click=${() => this.#choose(key)}>${name}${alias}</div>`;
  }

  #renderMenu() {
    const { i18n, typed, active } = this;
    const groups = this.#groups;
    const count = groups.reduce((sum, { choices }) => sum + choices.length, 0);
    return html`<input type="text" class="find" role="combobox" autocomplete="off" spellcheck="false"
      aria-expanded="true"
        aria-controls="choices" aria-autocomplete="list"
          aria-activedescendant=${active ? `choice-${active}` : ''}
        aria-label=${i18n.t('runs.find')} placeholder=${i18n.t('runs.find')} .value=${typed}
        @input=${this.#onType} @keydown=${this.#onKey}>
      <p class="hidden-text" role="status">${typed ? i18n.t('runs.found', { count }) : ''}</p>
      <div id="choices" role="listbox" aria-label=${i18n.t('runs.optimizer')}>${groups.map(
        ({ title, choices }, i) => html`<div role="group" aria-labelledby="choices-${i}">
          <div class="choices-title" id="choices-${i}">${title}</div>
          ${choices.map((choice) => this.#renderChoice(choice))}</div>`,
      )}${count ? '' : html`<p class="note">${i18n.t('runs.none')}</p>`}</div>`;
  }

  render() {
    const { catalog, i18n, chosen, differs, locked } = this;
    const unit = catalog.optimizers.find(({ key }) => key === chosen);
    const name = unit ? i18n.name('optimizers', unit) : i18n.t('runs.own');
    const spoken = [`${i18n.t('runs.optimizer')}: ${name}`, differs].filter(Boolean).join(', ');
    return html`<button type="button" class="choose-optimizers" data-value=${chosen} aria-haspopup="dialog"
        aria-label=${spoken} ?disabled=${locked} @click=${this.#open}>
        <span class="choice"><span>${name}</span>${
          differs
            ? html` <span
          class="differs">${differs}</span>`
            : ''
        }</span>${icon('unfold')}</button>
      <dialog class="menu" aria-label=${i18n.t('runs.optimizer')} @close=${() => {
        this.isOpen = false;
      }} @click=${(/** @type {Event} */ event) => {
        event.stopPropagation();
        if (event.target === this.#dialog) this.#dialog.close();
      }}>${this.isOpen ? this.#renderMenu() : ''}</dialog>`;
  }
}

define('lab-optimizer', OptimizerMenu);
