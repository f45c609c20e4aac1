// The gradient of the step shown, worked with the numbers of its batch.

import { html } from 'lit';
import { define, UNSET } from '../../elements/lab-element.js';
import { LazyElement, READING } from '../../elements/lazy-element.js';
import { workedLines, workedSection } from '../../elements/worked-section.js';
import { batchGradient, batchRule, isLong } from '../../formula/batch-gradient.js';

/** The digits of terms: enough to do a whole sum again, fewer for a sum in which dots stand for some. */
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
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = UNSET;
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
    const label = i18n.t('sampling.gradientRule');
    const heading = html`<h2>${title}</h2>`;
    return workedSection(
      { label, linesLabel: title, heading },
      workedLines(lines, () => true),
    );
  }
}

define('lab-batch-gradient', BatchGradient);
