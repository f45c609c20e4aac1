// The average shown, worked as on a blackboard: the recursion with its numbers, and the same as a weighted
// sum.

import { html } from 'lit';
import { checkUnit } from '../../core/check.js';
import { define, UNSET } from '../../elements/lab-element.js';
import { LazyElement, READING } from '../../elements/lazy-element.js';
import { exactButton, workedLines, workedSection } from '../../elements/worked-section.js';
import { symbolsOf, unrolledAverage, workedAverage } from '../../formula/worked-average.js';

const DIGITS = 6;
const EXACT = 17;

class WorkedAverage extends LazyElement {
  pace = READING;

  static properties = {
    core: { attribute: false },
    smoother: { attribute: false },
    values: { attribute: false },
    t: { type: Number },
    name: { type: String },
    column: { type: String },
    i18n: { attribute: false },
    isExact: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../../core/index.js').Core} */ this.core = UNSET;
    /** @type {{ key: string, params: Record<string, number> }} */ this.smoother = UNSET;
    /** @type {readonly number[]} */ this.values = [];
    this.t = 0;
    this.name = '';
    /** of the average in the step table */ this.column = '';
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.isExact = false;
  }

  get #lines() {
    const { core, smoother, values, t, column, i18n, isExact } = this;
    const format = (/** @type {number} */ value) => i18n.n(value, isExact ? EXACT : DIGITS, false);
    const trace = core.traceAverage(smoother, values, t);
    const last = trace.ast.lines[trace.ast.lines.length - 1].name;
    const unit = checkUnit('smoother', core.catalog.smoothers, smoother.key);
    const look = { symbols: symbolsOf(unit), format, column };
    const lines = workedAverage({ trace, values, t }, look);
    const weights = core.weights(smoother, t);
    const hasGap = values.slice(0, t).some(Number.isNaN);
    if (trace.count !== null || hasGap || !weights.some((weight) => weight > 0)) return lines;
    return [...lines, unrolledAverage(last, weights, { values, t }, look)];
  }

  render() {
    const { t, name, i18n } = this;
    const label = i18n.t('worked.title');
    if (t < 1) {
      const heading = html`<h2>${name}</h2><span class="grow"></span>
        <span class="soft">${i18n.t('worked.start')}</span>`;
      return workedSection({ label, heading }, '');
    }
    const lines = this.#lines;
    const heading = html`<h2>${i18n.t('smoothing.worked', { t, name })}</h2><span class="grow"></span>
      ${exactButton(this)}`;
    return workedSection(
      { label, heading },
      workedLines(lines, (i) => i === lines.length - 1),
    );
  }
}

define('lab-worked-average', WorkedAverage);
