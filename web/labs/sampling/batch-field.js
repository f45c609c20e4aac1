// How many points a step of a run sees: 1, m, or all N of them.

import { html } from 'lit';
import '../../elements/number-field.js';
import { define, LabElement, UNSET } from '../../elements/lab-element.js';

class BatchField extends LabElement {
  static properties = {
    param: { attribute: false },
    value: { type: Number },
    locked: { type: Boolean },
    i18n: { attribute: false },
    onChange: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../../core/catalog.js').Param} from 1 to N */ this.param = UNSET;
    /** @type {number} */ this.value = UNSET;
    this.locked = false;
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** @type {(value: number) => void} */ this.onChange = () => {};
  }

  render() {
    const { param, value, locked, i18n, onChange } = this;
    const isSome = value > 1 && value < param.max;
    /** @param {string} key @param {number} size @param {boolean} isOn */
    const button = (key, size, isOn) =>
      html`<button type="button" data-batch=${key} aria-pressed=${isOn} ?disabled=${locked}
        @click=${() => onChange(size)}>${i18n.t(`batch.${key}`)}</button>`;
    const buttons = [
      button('one', 1, value === 1),
      button('some', isSome ? value : param.preset, isSome),
      button('all', param.max, value === param.max),
    ];
    return html`<div class="batch"><span class="toggle" role="group"
        aria-label=${i18n.label(param)}>${buttons}</span></div>
      <lab-number .param=${param} .value=${value} .i18n=${i18n} .locked=${locked}
        .onChange=${onChange}></lab-number>`;
  }
}

define('lab-batch-field', BatchField);
