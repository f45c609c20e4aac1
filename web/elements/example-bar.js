// <lab-example>: the example that was opened, with what it claims, and the ways to the one before and the one
// after.

import { html } from 'lit';
import { icon } from './icons.js';
import { define, LabElement, UNSET } from './lab-element.js';

/** @typedef {{ title: Record<string, string>, text: Record<string, string> }} Example */

class ExampleBar extends LabElement {
  static properties = {
    examples: { attribute: false },
    index: { type: Number },
    i18n: { attribute: false },
  };

  constructor() {
    super();
    /** @type {readonly Example[]} */ this.examples = [];
    /** the one shown; −1 for none */ this.index = -1;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** @type {(index: number) => void} */ this.onGo = () => {};
    this.onClose = () => {};
  }

  /** @param {string} act @param {string} shape @param {number} by */
  #renderWay(act, shape, by) {
    const { examples, index, i18n } = this;
    const other = examples[index + by];
    const words = [i18n.t(`example.${act}`), other?.title[i18n.lang]].filter(Boolean).join(': ');
    return html`<button type="button" class="icon" data-act=${act} aria-label=${words} title=${words}
      aria-disabled=${other === undefined}
        @click=${() => other && this.onGo(index + by)}>${icon(shape)}</button>`;
  }

  render() {
    const { examples, index, i18n } = this;
    const example = examples[index];
    if (!example) return '';
    const { lang } = i18n;
    const place = i18n.t('example.place', { number: index + 1, count: examples.length });
    return html`<aside class="example" aria-label=${i18n.t('example.label')}>
      <p role="status"><strong>${example.title[lang]}</strong> <span>${example.text[lang]}</span></p>
      ${this.#renderWay('previous-example', 'back', -1)}
      <span class="example-place">${place}</span>
      ${this.#renderWay('next-example', 'step', 1)}
      <button type="button" class="icon" data-act="close-example" aria-label=${i18n.t('example.close')}
        @click=${this.onClose}>${icon('remove')}</button></aside>`;
  }
}

define('lab-example', ExampleBar);
