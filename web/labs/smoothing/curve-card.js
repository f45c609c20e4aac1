// One moving average: its mark, its kind, its parameters, and what its weights come to.

import { html } from 'lit';
import '../../elements/number-field.js';
import { renderCardTools, selectByClick } from '../../elements/card-tools.js';
import { define, fieldOf, LabElement, UNSET } from '../../elements/lab-element.js';
import { renderMark } from '../../elements/run-mark.js';

/**
 * @typedef {import('../../elements/card-tools.js').CardActs & {
 *   smoother: (key: string) => void, param: (key: string, value: number) => void }} CurveActs what the card's
 *   controls do
 */

class CurveCard extends LabElement {
  static properties = {
    curve: { attribute: false },
    index: { type: Number },
    style_: { attribute: false },
    outcome: { attribute: false },
    catalog: { attribute: false },
    i18n: { attribute: false },
    selected: { type: Boolean },
    single: { type: Boolean },
    lock: { attribute: false },
    act: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('./experiment.js').Curve} */ this.curve = UNSET;
    this.index = 0;
    /** @type {import('../../charts/run-style.js').RunStyle} */ this.style_ = UNSET;
    /** @type {{ value: string, weights: string }} */ this.outcome = UNSET;
    /** @type {import('../../core/catalog.js').Catalog} */ this.catalog = UNSET;
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.selected = false;
    this.single = false;
    /** @type {readonly string[]} what the reader cannot change */ this.lock = [];
    /** @type {CurveActs} what its controls do */ this.act = UNSET;
  }

  render() {
    const { curve, index, catalog, i18n, act, outcome, style_ } = this;
    const isLocked = this.lock.includes('runs');
    const unit = catalog.smoothers.find(({ key }) => key === curve.smoother);
    if (!unit) return html``;
    const name = i18n.name('smoothers', unit);
    const tools = renderCardTools(
      {
        ...{ words: 'smoothing', name, act, isHidden: curve.hidden },
        ...{ isSingle: this.single, isLocked },
      },
      i18n,
    );
    return html`<section class="run ${this.selected ? 'is-selected' : ''} ${curve.hidden ? 'is-hidden' : ''}"
      data-hue=${style_.hue + 1} @click=${(/** @type {Event} */ event) => selectByClick(event, act)}>
      <header>
        <button type="button" class="mark" aria-pressed=${this.selected} @click=${() => act.select()}
          aria-label=${i18n.t('smoothing.select', { number: index + 1, name })}>${renderMark(style_)}</button>
        <select class="choose-smoother" aria-label=${i18n.t('smoothing.smoother')} ?disabled=${isLocked}
          @change=${(/** @type {Event} */ event) => act.smoother(fieldOf(event).value)}>
          ${catalog.smoothers.map(
            (each) => html`<option value=${each.key}
            ?selected=${each.key === curve.smoother}>${i18n.t(`smoothing.name.${each.key}`)}</option>`,
          )}
        </select>
      </header>
      <div class="outcome">
        ${tools}
        <p class="verdict"><strong>${outcome.value}</strong><span>${outcome.weights}</span></p>
      </div>
      <div class="fields">
        ${unit.params.map(
          (
            param,
          ) => html`<lab-number .param=${param} .value=${curve.params[param.key]} .i18n=${i18n}
            .locked=${isLocked || this.lock.includes(param.key)}
          .onChange=${(/** @type {number} */ value) => act.param(param.key, value)}></lab-number>`,
        )}
        <p class="note">${i18n.note('smoothers', unit)}</p>
      </div>
    </section>`;
  }
}

define('lab-curve-card', CurveCard);
