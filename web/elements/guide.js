// <lab-guide>: what a teacher can do with links, frames and pages, and every key a link can carry. The tables
// are made from the link schema, the catalog and the list of messages; nothing is written here a second time.

import { html } from 'lit';
import { allowedText } from '../i18n/sentences.js';
import { labKeys } from '../state/labs.js';
import { NAME, PROTOCOL_VERSION, REPORTS, REQUESTS } from '../state/messages.js';
import { linkKeys, lockKeys, PARTS } from '../state/schema.js';
import { FRAME, frameCode, linkBase } from '../state/share.js';
import { define, UNSET } from './lab-element.js';
import { Sheet } from './sheet.js';

/**
 * @typedef {import('../state/schema.js').LinkKey} LinkKey
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 */

/** Stands for the address of a lab on a server. */
const ELSEWHERE = 'https://…/index.html';
/** What an example of a frame shows. */
const EXAMPLE = 'f=quadratic,a:9&x0=70&run=sgd,lr:0.1&embed=1&hide=runs&lock=f';
/** What a formula may call: the list of c/formula/formula.h, which a house test compares. */
const FUNCTIONS =
  'sqrt abs exp log ln log10 sin cos tan asin acos atan sinh cosh tanh sigmoid sign floor ' +
  'min(u, v) max(u, v) where(condition, u, v)';
const RULE_EXAMPLE = 'v = m*v + g\nx = x - lr*v';
const TAG_EXAMPLE = `<script type="module" src="…/descent-lab.js"></script>
<descent-lab f="quadratic,a:9" x0="70" run="sgd,lr:0.1 adam,lr:0.5"></descent-lab>`;

/** @param {readonly string[]} words */
const codes = (words) => words.map((word, i) => html`${i ? ', ' : ''}<code>${word}</code>`);

/**
 * @typedef {import('../core/catalog.js').Catalog['objectives' | 'optimizers' | 'schedules' |
 *   'smoothers' | 'modifiers'][number]} Unit
 */

/** @param {Unit} unit */
function paramsOf(unit) {
  if ('line' in unit) return [unit];
  return 'hypers' in unit ? unit.hypers : unit.params;
}

/** The keys of the page, as they are printed on a keyboard. */
const KEYBOARD = {
  walk: '← →',
  ends: 'Home End',
  play: 'Space',
  present: 'F',
  numbers: '↓ ↑',
  move: '← → ↑ ↓',
  undo: 'Ctrl + Z',
};

class Guide extends Sheet {
  static properties = { catalog: { attribute: false }, home: { type: String } };

  constructor() {
    super();
    /** @type {Catalog} */ this.catalog = UNSET;
    /** the page's own address */ this.home = '';
  }

  get name() {
    return 'guide';
  }

  /** Where links lead; a page from a file has no address for others. */
  get #base() {
    const { base, isLocal } = linkBase(this.home);
    return isLocal ? ELSEWHERE : base;
  }

  sections() {
    const { i18n, catalog } = this;
    const { objectives, optimizers, modifiers, schedules, smoothers } = catalog;
    const families = { objectives, optimizers, modifiers, schedules, smoothers };
    return [
      this.#textSection('links', html`<pre><code>${`${this.#base}?${EXAMPLE}`}</code></pre>`),
      this.#textSection('keyboard', this.#renderKeyboard()),
      this.#textSection('frames', this.#renderFrames()),
      this.#textSection('tag', html`<pre><code>${TAG_EXAMPLE}</code></pre>`),
      this.#textSection('messages', this.#renderMessages()),
      this.#textSection('formulas', this.#renderFormulas()),
      ...labKeys().map((lab) => ({
        key: `keys-${lab}`,
        title: i18n.t('guide.keys', { lab: i18n.t(`lab.${lab}`) }),
        content: this.#renderKeys(lab),
      })),
      ...Object.entries(families).map(([family, units]) => ({
        key: family,
        title: i18n.t(`guide.${family}`),
        content: this.#renderUnits(family, units),
      })),
    ];
  }

  /** @param {string} key @param {unknown} content */
  #textSection(key, content) {
    const { i18n } = this;
    return {
      key,
      title: i18n.t(`guide.${key}`),
      content: html`<p>${i18n.t(`guide.${key}Text`)}</p>${content}`,
    };
  }

  #renderKeyboard() {
    const { i18n } = this;
    const key = (/** @type {[string, string]} */ [name, caps]) =>
      html`<dt><kbd>${caps}</kbd></dt><dd>${i18n.t(`keyboard.${name}`)}</dd>`;
    return html`<dl>${Object.entries(KEYBOARD).map(key)}</dl>`;
  }

  #renderFrames() {
    const { i18n, catalog } = this;
    const part = (/** @type {string} */ key) =>
      html`<li><code>${key}</code> ${i18n.t(`hide.${key}`)}</li>`;
    const code = frameCode({ link: `${this.#base}?${EXAMPLE}`, ...FRAME, title: 'Descent Lab' });
    return html`<pre><code>${code}</code></pre>
      <p><code>hide</code>: ${i18n.t('link.hide')}</p>
      <ul class="words">${PARTS.map(part)}</ul>
      <p><code>lock</code>: ${i18n.t('link.lock')}. ${i18n.t('guide.locks')}</p>
      <p>${codes(lockKeys(catalog))}</p>`;
  }

  #renderFormulas() {
    const { i18n } = this;
    return html`<p><code>${FUNCTIONS}</code></p><p>${i18n.t('guide.formulasKinks')}</p>
      <p>${i18n.t('guide.formulasRule')}</p><pre><code>${RULE_EXAMPLE}</code></pre>`;
  }

  #renderMessages() {
    const { i18n } = this;
    const message = (/** @type {'target'|'source'} */ side) =>
      html`<code>${`{ ${side}: '${NAME}', v: ${PROTOCOL_VERSION}, type }`}</code>`;
    return html`<dl><dt>${i18n.t('guide.toFrame')} ${message('target')}</dt><dd>${codes(REQUESTS)}</dd>
      <dt>${i18n.t('guide.fromFrame')} ${message('source')}</dt><dd>${codes(REPORTS)}</dd></dl>`;
  }

  /** @param {string[]} heads keys of guide.column */
  #renderHeads(...heads) {
    return html`<thead><tr>${heads.map(
      (head) => html`<th
      scope="col">${this.i18n.t(`guide.column.${head}`)}</th>`,
    )}</tr></thead>`;
  }

  /** @param {string} lab */
  #renderKeys(lab) {
    const keys = linkKeys(this.catalog, lab);
    return html`<div class="scroll" tabindex="0" role="region"
      aria-label=${this.i18n.t('guide.keys', { lab: this.i18n.t(`lab.${lab}`) })}><table>
      ${this.#renderHeads('key', 'says', 'allowed', 'default', 'example')}
      <tbody>${keys.map((key) => this.#renderKey(lab, key))}</tbody></table></div>`;
  }

  /** @param {string} lab @param {LinkKey} key */
  #renderKey(lab, { name, type, allowed, example, description, repeatable, initial }) {
    const { i18n } = this;
    const texts = initial().filter(Boolean);
    const shown = name === 'lab' ? `lab=${lab}` : example;
    const link = name === 'lab' ? `?${shown}` : `?lab=${lab}&${example}`;
    // Words that have a table or a list of their own are not said again.
    const isListed = type === 'unit' || name === 'lock' || name === 'hide';
    const range = isListed ? '' : allowedText(allowed, i18n);
    return html`<tr data-key=${name}><th scope="row"><code>${name}</code></th>
      <td>${i18n.t(description)}${repeatable ? ` (${i18n.t('guide.repeatable')})` : ''}</td>
      <td>${i18n.t(`guide.type.${type}`)}${range ? html`: <span class="range">${range}</span>` : ''}</td>
      <td>${texts.length ? codes(texts) : '–'}</td>
      <td><a href=${encodeURI(link)} target="_blank" rel="noopener"><code>${shown}</code></a></td></tr>`;
  }

  /** @param {string} family @param {readonly Unit[]} units */
  #renderUnits(family, units) {
    const { i18n } = this;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${i18n.t(`guide.${family}`)}><table>
      ${this.#renderHeads('key', 'name', 'numbers')}
      <tbody>${units.map(
        (unit) => html`<tr data-unit=${unit.key}><th
          scope="row"><code>${unit.key}</code></th><td>${i18n.name(family, unit)}</td>
          <td>${paramsOf(unit).map((param) => this.#renderParam(param))}</td></tr>`,
      )}</tbody></table></div>`;
  }

  /** @param {import('../core/catalog.js').Param} param */
  #renderParam(param) {
    const { i18n } = this;
    const { key, preset } = param;
    const words = { range: allowedText(param, i18n), preset: i18n.n(preset) };
    return html`<div><code>${key}</code> ${i18n.label(param)}: ${i18n.t('guide.range', words)}</div>`;
  }
}

define('lab-guide', Guide);
