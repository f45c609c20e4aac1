// <lab-gallery>: the presets in a dialog, each a link with a picture. Nothing is computed before it is opened, and a
// picture is drawn when it first comes into view.

import { html } from 'lit';
import { icon } from './icons.js';
import { define, LabElement, later } from './lab-element.js';

/**
 * @typedef {{ key: string, query: string, title: Record<string, string>, text: Record<string, string> }} Entry
 * @typedef {{ key: string, title: Record<string, string>, entries: readonly Entry[] }} Group
 */

/** A text whose equations stay on one line. @param {string} text */
const unbroken = (text) => text.replace(/ ([=−+]) /g, '\u00a0$1\u00a0');

/** Pictures are drawn this far before they scroll into view. */
const AHEAD = '200px';

class Gallery extends LabElement {
  static properties = {
    groups: { attribute: false },
    i18n: { attribute: false },
    theme: { type: String },
    isOpen: { state: true },
  };

  /** @type {IntersectionObserver|undefined} */
  #observer;

  constructor() {
    super();
    /** @type {readonly Group[]} */ this.groups = [];
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = later();
    this.theme = '';
    this.isOpen = false;
    /** The address of an entry's experiment. @type {(query: string) => string} */
    this.linkOf = (query) => `?${query}`;
    /** Draws an entry's picture. @type {(canvas: HTMLCanvasElement, query: string) => void} */
    this.draw = () => {};
    /** An entry was chosen. @type {(query: string) => void} */
    this.onChoose = () => {};
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  /** Shows the gallery; Escape, the close button and choosing an entry end it. */
  async open() {
    this.isOpen = true;
    await this.updateComplete;
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    if (!changes.has('isOpen') && !changes.has('theme')) return;
    this.#observer?.disconnect();
    if (!this.isOpen) return;
    const root = this.querySelector('.gallery-groups');
    this.#observer = new IntersectionObserver(this.#onSeen, { root, rootMargin: AHEAD });
    for (const canvas of this.querySelectorAll('canvas')) this.#observer.observe(canvas);
  }

  #onSeen = (/** @type {IntersectionObserverEntry[]} */ seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      this.#observer?.unobserve(target);
      const canvas = /** @type {HTMLCanvasElement} */ (target);
      this.draw(canvas, canvas.dataset.query ?? '');
    }
  };

  /** @param {MouseEvent} event @param {string} query */
  #choose(event, query) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#dialog.close();
    this.onChoose(query);
  }

  /** @param {string} key */
  #goTo(key) {
    const title = /** @type {HTMLElement} */ (this.querySelector(`[id="group-${key}"]`));
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: 'start' });
  }

  /** @param {Entry} entry */
  #renderEntry({ key, query, title, text }) {
    const { lang } = this.i18n;
    return html`<li><a class="preset" data-preset=${key} href=${this.linkOf(query)} @click=${(/** @type {MouseEvent} */ event) => this.#choose(event, query)}>
      <canvas data-query=${query} aria-hidden="true"></canvas>
      <span class="preset-words"><strong>${unbroken(title[lang])}</strong> <span>${unbroken(text[lang])}</span></span></a></li>`;
  }

  /** @param {Group} group */
  #renderGroup({ key, title, entries }) {
    return html`<section aria-labelledby="group-${key}"><h3 id="group-${key}" tabindex="-1">${title[this.i18n.lang]}</h3>
      <ul>${entries.map((entry) => this.#renderEntry(entry))}</ul></section>`;
  }

  #renderAll() {
    const { groups, i18n } = this;
    return html`<header><h2 id="gallery-title">${i18n.t('gallery.title')}</h2>
        <button type="button" class="icon" data-act="close" aria-label=${i18n.t('gallery.close')}
          @click=${() => this.#dialog.close()}>${icon('remove')}</button></header>
      <nav aria-label=${i18n.t('gallery.groups')}>${groups.map(
        ({ key, title }) =>
          html`<button type="button" @click=${() => this.#goTo(key)}>${title[i18n.lang]}</button>`,
      )}</nav>
      <div class="gallery-groups">${groups.map((group) => this.#renderGroup(group))}</div>`;
  }

  render() {
    return html`<dialog class="gallery" aria-labelledby="gallery-title" @close=${() => {
      this.isOpen = false;
    }}>${this.isOpen ? this.#renderAll() : ''}</dialog>`;
  }
}

define('lab-gallery', Gallery);
