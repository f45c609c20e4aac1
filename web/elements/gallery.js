// <lab-gallery>: the presets in a dialog, each a link with a picture, drawn when it first comes into view.

import { html } from 'lit';
import { define } from './lab-element.js';
import { Sheet } from './sheet.js';

/**
 * @typedef {{ key: string, query: string, title: Record<string, string>, text: Record<string, string> }}
 *   Entry
 * @typedef {{ key: string, title: Record<string, string>, entries: readonly Entry[] }} Group
 */

/** A text whose equations stay on one line. @param {string} text */
const unbroken = (text) => text.replace(/ ([=−+]) /g, '\u00a0$1\u00a0');

/** Pictures are drawn this far before they scroll into view. */
const AHEAD = '200px';

class Gallery extends Sheet {
  static properties = {
    groups: { attribute: false },
    theme: { type: String },
    linkOf: { attribute: false },
    draw: { attribute: false },
    onChoose: { attribute: false },
  };

  /** @type {IntersectionObserver|undefined} */
  #observer;

  constructor() {
    super();
    /** @type {readonly Group[]} */ this.groups = [];
    this.theme = '';
    /** The address of an entry's experiment. @type {(query: string) => string} */
    this.linkOf = (query) => `?${query}`;
    /** Draws an entry's picture. @type {(canvas: HTMLCanvasElement, query: string) => void} */
    this.draw = () => {};
    /** Called when an entry is chosen. @type {(query: string) => void} */
    this.onChoose = () => {};
  }

  get name() {
    return 'gallery';
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
    const root = this.querySelector('.sheet-body');
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
    this.close();
    this.onChoose(query);
  }

  /** @param {Entry} entry */
  #renderEntry({ key, query, title, text }) {
    const { lang } = this.i18n;
    return html`<li><a class="preset" data-preset=${key} href=${this.linkOf(query)}
      @click=${(/** @type {MouseEvent} */ event) => this.#choose(event, query)}>
      <canvas data-query=${query} aria-hidden="true"></canvas>
      <span class="preset-words"><strong>${unbroken(title[lang])}</strong>
        <span>${unbroken(text[lang])}</span></span></a></li>`;
  }

  sections() {
    return this.groups.map(({ key, title, entries }) => ({
      key,
      title: title[this.i18n.lang],
      content: html`<ul>${entries.map((entry) => this.#renderEntry(entry))}</ul>`,
    }));
  }
}

define('lab-gallery', Gallery);
