// The schedules lab: the descent lab for runs that differ in their schedules. The rate over t stands beside
// the paths.

import { html } from 'lit';
import './worked-schedule.js';
import { define } from '../../elements/lab-element.js';
import { seriesScene } from '../descent/scene.js';
import { DescentView } from '../descent/view.js';
import { addSchedule } from './experiment.js';
import { scheduleNames } from './words.js';

/** @typedef {import('../descent/view.js').Descended} Descended */

class SchedulesView extends DescentView {
  lead = /** @type {const} */ ('schedule');
  namesOf = scheduleNames;

  /** @param {import('../../state/experiment.js').Experiment} experiment */
  withCard(experiment) {
    return addSchedule(experiment, this.core.catalog);
  }

  /** @param {Descended} done */
  renderStage(done) {
    const { experiment, i18n, theme, seek } = this;
    const scene = seriesScene('lr', 'linear', experiment, done.shown, i18n);
    return html`<section class="stage pair">
      <lab-series class="stage-chart" .scene=${{ ...scene, yTitle: 'η' }} .theme=${theme}
        .label=${i18n.t('schedules.rates')} .onSeek=${seek}></lab-series>
      ${super.renderStage(done)}</section>`;
  }

  /** @param {Descended} done */
  renderWorked(done) {
    const { core, experiment, i18n } = this;
    if (!done.run) return '';
    const isPlane = experiment.start.length > 1;
    return html`<div class="worked-parts ${isPlane ? 'is-joined' : ''}"><lab-worked-schedule .core=${core}
        .run=${experiment.runs[experiment.selected]} .rates=${done.run.columns.lr} .t=${experiment.t}
        .i18n=${i18n}></lab-worked-schedule>
      ${super.renderWorked(done)}</div>`;
  }
}

define('lab-schedules', SchedulesView);
