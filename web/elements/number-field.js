// One number of the experiment: its symbol, a text field that takes comma, dot and formulas without
// variables, and a slider for the part of its range worth sliding over. A value outside the range is clamped,
// and a message says so.

import { html } from 'lit';
import { define, fieldOf, LabElement, symbolOf, UNSET } from './lab-element.js';

const SLIDER_STEPS = 300;

/**
 * @typedef {import('../core/catalog.js').Param & { spoken?: string }} Param spoken: its name where the label
 *   says less
 * @typedef {{ min: number, max: number, scale?: string, spoken?: string }} Bound
 */

/** Slider position 0..1 of a value. @param {Param} param @param {number} value */
function toSlider({ scale, from, to }, value) {
  const place =
    scale === 'log' ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  return Math.min(1, Math.max(0, place));
}

/**
 * The value at a slider position: rounded to three digits, so that it can be read and shared.
 * @param {Param} param @param {number} place
 */
function fromSlider({ scale, from, to }, place) {
  if (place <= 0) return from;
  if (place >= 1) return to;
  if (scale === 'integer' || scale === 'switch') return Math.round(from + place * (to - from));
  const value = scale === 'log' ? from * (to / from) ** place : from + place * (to - from);
  if (scale === 'log') return Number(value.toPrecision(2));
  const unit = 10 ** Math.floor(Math.log10((to - from) / 100));
  return Number((Math.round(value / unit) * unit).toPrecision(12));
}

export class NumberField extends LabElement {
  static properties = {
    param: { attribute: false },
    value: { type: Number },
    i18n: { attribute: false },
    locked: { type: Boolean },
    limit: { type: Number },
    onChange: { attribute: false },
    message: { state: true },
  };

  /** The value set here last. @type {number|undefined} */
  #given;

  constructor() {
    super();
    /** @type {Param} */ this.param = UNSET;
    /** @type {number} */ this.value = UNSET;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** @type {boolean} */ this.locked = false;
    /** above it a run is not stable; NaN where that is not known */ this.limit = Number.NaN;
    /** @type {(value: number) => void} */ this.onChange = () => {};
    this.message = '';
  }

  /** A message about a value disappears with the value. @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    const isOther = changes.has('value') && this.value !== this.#given;
    const before = /** @type {Param|undefined} */ (changes.get('param'));
    const isRenamed = before && before.key !== this.param.key;
    if (isOther || isRenamed || (changes.has('i18n') && this.hasUpdated)) this.message = '';
  }

  /** The field's name for screen readers. */
  get #name() {
    return this.param.spoken ?? this.i18n.label(this.param);
  }

  /** @param {number} value */
  #set(value) {
    this.message = '';
    this.#given = value;
    if (value !== this.value) this.onChange(value);
  }

  /**
   * The number that a text stands for. The lab around the field answers: it has the core.
   * @param {string} text @param {boolean} isWhole @returns {number|undefined}
   */
  #read(text, isWhole) {
    /** @type {{ text: string, isWhole: boolean, value?: number }} */
    const detail = { text, isWhole };
    this.dispatchEvent(new CustomEvent('lab-number-typed', { bubbles: true, detail }));
    return detail.value;
  }

  /** @param {Event} event */
  #onText(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const { param, i18n } = this;
    const { min, max } = param;
    const isWhole = param.scale === 'integer' || param.scale === 'switch';
    const value = this.#read(input.value, isWhole);
    const words = {
      label: this.#name,
      value: input.value,
      min: i18n.bound(min),
      max: i18n.bound(max),
    };
    this.#given = this.value;
    if (value === undefined) {
      this.message = i18n.t('field.bad', words);
      input.value = i18n.field(this.value);
      return;
    }
    const used = Math.min(max, Math.max(min, isWhole ? Math.round(value) : value));
    this.#set(used);
    if (used !== value) this.message = i18n.t('field.clamped', { ...words, used: i18n.n(used) });
    input.value = i18n.field(used);
  }

  updated() {
    const { param, limit } = this;
    this.dataset.key = param.key;
    this.style.setProperty('--limit', limit > 0 ? String(toSlider(param, limit)) : '');
  }

  /** Whether the value is below or above the limit, in words; "" without a limit. */
  get #side() {
    const { i18n, limit, value } = this;
    if (!(limit > 0)) return '';
    return i18n.t(value > limit ? 'field.outside' : 'field.inside', { limit: i18n.n(limit, 4) });
  }

  #renderLimit() {
    const { param, i18n, limit } = this;
    if (!(limit >= param.from && limit <= param.to)) return '';
    return html`<span class="limit" title=${i18n.t('field.limit', { limit: i18n.n(limit, 4) })}></span>`;
  }

  render() {
    const { param, i18n, value, locked } = this;
    if (param.scale === 'switch') return this.#renderSwitch();
    const label = i18n.label(param);
    return html`
      <div class="field">
        <span class="field-symbol" title=${label}>${symbolOf(param.symbol)}</span>
        ${
          param.to > param.from
            ? this.#renderSlider()
            : html`<span class="field-label">${label}</span>`
        }
        <input type="text" inputmode="text" autocomplete="off" spellcheck="false" ?disabled=${locked}
          .value=${i18n.field(value)} aria-label=${i18n.t('field.value', { label: this.#name })}
            @change=${this.#onText}>
      </div>
      ${this.message ? html`<p class="field-message" role="status">${this.message}</p>` : ''}`;
  }

  #renderSlider() {
    const { param, i18n, value, locked, limit } = this;
    const side = [limit > 0 ? 'has-limit' : '', value > limit ? 'is-outside' : ''].join(' ');
    const slide = (/** @type {Event} */ event) =>
      this.#set(fromSlider(param, Number(fieldOf(event).value) / SLIDER_STEPS));
    return html`<span class="slide ${side}">${this.#renderLimit()}<input type="range" min="0"
      max=${SLIDER_STEPS} ?disabled=${locked} @input=${slide}
      .value=${String(Math.round(SLIDER_STEPS * toSlider(param, value)))}
      aria-label=${i18n.t('field.slider', { label: this.#name })}
      aria-valuetext=${[i18n.n(value), this.#side].filter(Boolean).join(', ')}></span>`;
  }

  #renderSwitch() {
    const { param, i18n, value, locked } = this;
    return html`<label class="field field-switch">
      <input type="checkbox" .checked=${value === 1} ?disabled=${locked}
        @change=${(/** @type {Event} */ event) => this.#set(fieldOf(event).checked ? 1 : 0)}>
      <span>${i18n.label(param)}</span></label>`;
  }
}

define('lab-number', NumberField);

/**
 * A number of the experiment itself, which has no slider, in a narrow field.
 * @param {{ key: string, symbol: string, label: string } & Bound} number
 * @param {{ value: number, i18n: import('../i18n/index.js').I18n, isLocked: boolean,
 *   set: (value: number) => void, isLead?: boolean }} now isLead: it is the one control while presenting
 */
export function shortNumber(number, { value, i18n, isLocked, set, isLead = false }) {
  const param = { scale: 'linear', preset: 0, from: 0, to: 0, ...number };
  return html`<lab-number class="short" data-key=${number.key} ?data-lead=${isLead} .param=${param}
    .value=${value} .i18n=${i18n} .locked=${isLocked} .onChange=${set}></lab-number>`;
}
