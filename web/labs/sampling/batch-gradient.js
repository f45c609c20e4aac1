// The gradient that the step shown was given, worked with the numbers of its batch.

import { html } from 'lit';
import { define, later } from '../../elements/lab-element.js';
import { LazyElement, READING } from '../../elements/lazy-element.js';
import { mathLine } from '../../elements/mathml.js';
import { batchGradient, batchRule, isLong } from '../../formula/batch-gradient.js';

/** Where all terms stand the sum can be done again; of a sum with dots the size matters. */
const DIGITS = { whole: 6, dots: 4 };

class BatchGradient extends LazyElement {
  pace = READING;

  static properties = {
    numbers: { attribute: false },
    t: { type: Number },
    count: { type: Number },
    i18n: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../../formula/batch-gradient.js').BatchNumbers | null} null: no step was taken yet */
    this.numbers = null;
    this.t = 0;
    /** of all points */ this.count = 0;
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = later();
  }

  render() {
    const { numbers, t, count, i18n } = this;
    const title = i18n.t(numbers ? 'sampling.gradient' : 'sampling.gradientRule', {
      t,
      seen: numbers?.x.length ?? 0,
      count,
    });
    const lines = numbers
      ? batchGradient(numbers, (value) =>
          i18n.n(value, isLong(numbers) ? DIGITS.dots : DIGITS.whole, false),
        )
      : batchRule();
    return html`<section class="worked" aria-label=${i18n.t('sampling.gradientRule')}>
      <header><h2>${title}</h2></header>
      <div class="worked-lines" tabindex="0" role="group" aria-label=${title}>${lines.map(
        (line) => html`<p
        class="is-result">${mathLine(line)}</p>`,
      )}</div></section>`;
  }
}

define('lab-batch-gradient', BatchGradient);
