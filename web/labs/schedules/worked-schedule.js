// The rate of the step shown, worked from its schedule's formula.

import { html } from 'lit';
import { define, UNSET } from '../../elements/lab-element.js';
import { LazyElement, READING } from '../../elements/lazy-element.js';
import { mathLine } from '../../elements/mathml.js';
import { workedSchedule } from '../../formula/worked-schedule.js';
import { hypersAt } from '../../state/changes.js';

const DIGITS = 6;

class WorkedSchedule extends LazyElement {
  pace = READING;

  static properties = {
    core: { attribute: false },
    run: { attribute: false },
    rates: { attribute: false },
    t: { type: Number },
    i18n: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../../core/index.js').Core} */ this.core = UNSET;
    /** @type {import('../../state/experiment.js').ExperimentRun} */ this.run = UNSET;
    /** of each step, from t = 1 @type {Float64Array} */ this.rates = UNSET;
    this.t = 0;
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = UNSET;
  }

  render() {
    const { core, run, rates, i18n } = this;
    const { key, params } = run.schedule;
    const unit = core.catalog.schedules.find((each) => each.key === key);
    if (!unit) return html``;
    // Before the first step its rate is shown: the formula is what there is to see.
    const t = Math.min(Math.max(this.t, 1), rates.length - 1);
    const line = workedSchedule(
      core.formula('schedules', key),
      { t, lr0: hypersAt(run, t).lr, params, rate: rates[t] },
      {
        symbols: new Map(unit.params.map((param) => [param.key, param.symbol])),
        format: (value) => i18n.n(value, DIGITS, false),
      },
    );
    const title = i18n.t('schedules.worked', { t, s: t - 1 });
    return html`<section class="worked" aria-label=${title}>
      <header><h2>${i18n.name('schedules', unit)}</h2><span class="soft">${title}</span></header>
      <div class="worked-lines" tabindex="0" role="group" aria-label=${title}><p
        class="is-result">${mathLine(line)}</p></div></section>`;
  }
}

define('lab-worked-schedule', WorkedSchedule);
