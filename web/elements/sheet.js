// A dialog over the whole page: topics at its side, what they lead to beside them. Nothing is made before it
// is opened.

import { html } from 'lit';
import { icon } from './icons.js';
import { LabElement, UNSET } from './lab-element.js';

/** @typedef {{ key: string, title: string, content: unknown }} Section */

export class Sheet extends LabElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = {
    i18n: { attribute: false },
    isOpen: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.isOpen = false;
  }

  /** The class of the dialog; its sentences are name.title, name.close and name.topics. */
  get name() {
    return '';
  }

  /** @returns {Section[]} */
  sections() {
    return [];
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  /** Shows the sheet; Escape and the close button end it. */
  async open() {
    this.isOpen = true;
    await this.updateComplete;
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  close() {
    this.#dialog.close();
  }

  /** @param {string} key */
  #goTo(key) {
    const title = /** @type {HTMLElement} */ (this.querySelector(`[id="${this.name}-${key}"]`));
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: 'start' });
  }

  #renderAll() {
    const { i18n, name } = this;
    const sections = this.sections();
    return html`<header><h2 id="${name}-title">${i18n.t(`${name}.title`)}</h2>
        <button type="button" class="icon" data-act="close" aria-label=${i18n.t(`${name}.close`)}
          @click=${() => this.close()}>${icon('remove')}</button></header>
      <nav aria-label=${i18n.t(`${name}.topics`)}>${sections.map(
        ({ key, title }) =>
          html`<button type="button" @click=${() => this.#goTo(key)}>${title}</button>`,
      )}</nav>
      <div class="sheet-body">${sections.map(
        ({ key, title, content }) =>
          html`<section aria-labelledby="${name}-${key}"><h3 id="${name}-${key}"
            tabindex="-1">${title}</h3>${content}</section>`,
      )}</div>`;
  }

  render() {
    return html`<dialog class="sheet ${this.name}" aria-labelledby="${this.name}-title" @close=${() => {
      this.isOpen = false;
    }}>${this.isOpen ? this.#renderAll() : ''}</dialog>`;
  }
}
