// <lab-present-bar>: the one control that a lecturer has at hand while presenting, chosen among all the
// numbers that the lab has, and the way out.

import { html } from 'lit';
import './number-field.js';
import { icon } from './icons.js';
import { define, fieldOf, LabElement, UNSET } from './lab-element.js';

/** Where number fields are looked for: those of the selected run come first. */
const PLACES = ['.run.is-selected', '.objective'];

/** @typedef {import('./number-field.js').NumberField} NumberField */

class PresentBar extends LabElement {
  static properties = {
    root: { attribute: false },
    i18n: { attribute: false },
    onLeave: { attribute: false },
    chosen: { state: true },
  };

  constructor() {
    super();
    /** @type {ParentNode} where the lab's own fields stand, hidden */ this.root = UNSET;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.onLeave = () => {};
    /** the field chosen, by its place and key */ this.chosen = '';
  }

  /** The fields that may be changed. */
  get #fields() {
    return PLACES.flatMap((place) => {
      for (const card of /** @type {Iterable<import('./lazy-element.js').LazyElement>} */ (
        this.root.querySelectorAll('lab-run')
      ))
        card.hurry();
      const fields = /** @type {NumberField[]} */ ([
        ...this.root.querySelectorAll(`${place} lab-number`),
      ]);
      return fields
        .filter(({ locked, param }) => param && !locked)
        .map((field) => ({ id: `${place} ${field.param.key}`, field }));
    });
  }

  render() {
    const { i18n } = this;
    const fields = this.#fields;
    const slid = fields.find(({ field }) => field.param.to > field.param.from);
    const lead = fields.find(({ field }) => field.hasAttribute('data-lead')) ?? slid ?? fields[0];
    const shown = fields.find(({ id }) => id === this.chosen) ?? lead;
    const nameOf = (/** @type {NumberField} */ { param }) => param.spoken ?? i18n.label(param);
    return html`${
      shown &&
      html`<select aria-label=${i18n.t('present.control')} @change=${(
        /** @type {Event} */ event,
      ) => {
        this.chosen = fieldOf(event).value;
        fieldOf(event).blur();
      }}>${fields.map(
        ({ id, field }) => html`<option value=${id}
        ?selected=${id === shown.id}>${nameOf(field)}</option>`,
      )}</select>
      <lab-number .param=${shown.field.param} .value=${shown.field.value} .i18n=${i18n}
        .onChange=${(/** @type {number} */ value) => shown.field.onChange(value)}></lab-number>`
    }
    <button type="button" class="icon" data-act="leave" title=${i18n.t('present.leave')}
      aria-label=${i18n.t('present.leave')} @click=${() => this.onLeave()}>${icon('remove')}</button>`;
  }
}

define('lab-present-bar', PresentBar);
