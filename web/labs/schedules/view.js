// The schedules lab: the descent lab for runs that differ in their schedules. The rate over t stands beside what it does.

import { html } from 'lit';
import './worked-schedule.js';
import { define } from '../../elements/lab-element.js';
import { seriesScene } from '../descent/scene.js';
import { DescentView } from '../descent/view.js';
import { addSchedule } from './experiment.js';

/** @typedef {import('../../i18n/index.js').I18n} I18n */

class SchedulesView extends DescentView {
  lead = /** @type {const} */ ('schedule');

  /** @param {number} index @param {I18n} i18n */
  runName(index, i18n) {
    const { schedule } = this.experiment.runs[index];
    const unit = this.core.catalog.schedules.find(({ key }) => key === schedule.key);
    const isOnly = new Set(this.experiment.runs.map(({ optimizer }) => optimizer)).size === 1;
    const name = unit ? i18n.name('schedules', unit) : schedule.key;
    return isOnly ? name : `${name}, ${super.runName(index, i18n)}`;
  }

  /** @param {any} experiment */
  addRun = (experiment) => addSchedule(experiment, this.core.catalog);

  /** @param {Parameters<DescentView['renderStage']>[0]} shown @param {Parameters<DescentView['renderStage']>[1]} outcomes */
  renderStage(shown, outcomes) {
    const { experiment, i18n } = this;
    const scene = { ...seriesScene('lr', 'linear', experiment, shown, i18n), yTitle: 'η' };
    return html`<section class="stage pair">
      <lab-series class="stage-chart" .scene=${scene} .theme=${this.theme} .label=${i18n.t('schedules.rates')} .onSeek=${this.seek}></lab-series>
      ${super.renderStage(shown, outcomes)}</section>`;
  }

  /** @param {any} run @param {I18n} i18n */
  renderWorked(run, i18n) {
    const { core, experiment, selected } = this;
    return html`<div class="worked-parts"><lab-worked-schedule .core=${core} .run=${experiment.runs[selected]} .rates=${run.columns.lr} .t=${experiment.t} .i18n=${i18n}></lab-worked-schedule>
      ${super.renderWorked(run, i18n)}</div>`;
  }
}

define('lab-schedules', SchedulesView);
