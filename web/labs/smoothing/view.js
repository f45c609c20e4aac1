// The smoothing lab: moving averages of a series, simple and exponentially weighted, and how much each value
// counts.

import { html } from 'lit';
import './curve-card.js';
import './panel.js';
import './smoothing-host.js';
import './worked-average.js';
import '../../elements/chart-hosts.js';
import '../../elements/step-table.js';
import { runStyle } from '../../charts/run-style.js';
import { define } from '../../elements/lab-element.js';
import { plotSection } from '../../elements/plot-section.js';
import { decodeExperiment } from '../../state/decode.js';
import { roundDragged } from '../../state/drag.js';
import { onPageOf } from '../../state/page-keys.js';
import { CardsView } from '../cards-view.js';
import { Checking } from '../checking.js';
import { inOrder } from '../visible-runs.js';
import { keyOf, smoothAll, tableOf } from './averages.js';
import { inTable, rightOf, wrongPlace } from './checked.js';
import * as smoothing from './experiment.js';
import * as scenes from './scene.js';
import { headingsOf, nameOf, outcomeOf, stageSummary } from './words.js';

/**
 * @typedef {import('./experiment.js').SmoothingExperiment} SmoothingExperiment
 * @typedef {import('./averages.js').Smoothing} Smoothing
 */

/** @extends {CardsView<SmoothingExperiment, Smoothing>} */
class SmoothingView extends CardsView {
  words = { title: 'smoothing.averages', add: 'smoothing.add', full: 'smoothing.full' };

  #checking = new Checking(this);

  compute() {
    return smoothAll(this.experiment, this.core);
  }

  /** @param {Smoothing} done */
  renderControls({ values }) {
    const { experiment, i18n, change } = this;
    return html`<lab-series-panel .experiment=${experiment} .values=${values} .i18n=${i18n}
      .change=${change} .onBack=${experiment.from ? this.#goBack : null}></lab-series-panel>`;
  }

  /** Back to the run whose gradients are smoothed, in the page's own language and colours. */
  #goBack = () => {
    const { experiment } = decodeExperiment(this.experiment.from, '', this.core);
    this.change(() => onPageOf(experiment, this.experiment));
  };

  /** @param {Smoothing} done */
  renderStage(done) {
    const { experiment, core, i18n, theme, seek } = this;
    const { t } = experiment;
    const found = this.#checking.found?.check;
    const wrong = found && wrongPlace(found, done.averages[experiment.selected]);
    const scene = { ...scenes.smoothingScene(experiment, done, i18n), ...(wrong && { wrong }) };
    const value = t ? i18n.n(done.values[t - 1]) : '–';
    const name = i18n.t('smoothing.value', { t });
    /** @param {number} at @param {number} next @param {number} height of the view */
    const setValue = (at, next, height) =>
      this.change((e) => smoothing.setValue(e, at, roundDragged(next, height), done.values));
    const { missing } = scene;
    const gaps = missing
      ? html`<p class="note">${i18n.t('smoothing.missing', { count: missing })}</p>`
      : '';
    return html`<section class="stage">
      <lab-smoothing-plot class="stage-chart" .scene=${scene} .theme=${theme}
        .label=${i18n.t('smoothing.label')} .summary=${stageSummary(done, t, core, i18n)}
        .words=${{ name, value, help: i18n.t('smoothing.keys') }} .onSeek=${seek}
        .onValue=${setValue}></lab-smoothing-plot>
      <div class="stage-tools"><div class="start"><i>s</i><sub>${t}</sub> = ${value}</div>
        <span class="grow"></span>
        <span class="soft part-wide">${scene.isFixed ? '' : i18n.t('smoothing.drag')}</span></div>
      ${gaps}</section>`;
  }

  /** @param {Smoothing} done */
  renderWorked({ values, averages }) {
    const { experiment, core, i18n } = this;
    const average = averages[experiment.selected];
    return html`<lab-worked-average .core=${core} .smoother=${average.spec} .values=${values}
      .t=${experiment.t} .name=${nameOf(average, i18n)} .column=${keyOf(average)}
      .i18n=${i18n}></lab-worked-average>`;
  }

  /** @param {SmoothingExperiment} experiment */
  withCard(experiment) {
    return smoothing.addCurve(experiment, this.core.catalog);
  }

  /** @param {number} index @param {Smoothing} done @param {boolean} isFull */
  renderCard(index, { values, averages }, isFull) {
    const { experiment, core, i18n } = this;
    const average = averages[index];
    return html`<lab-curve-card .curve=${experiment.curves[index]} .index=${index} .style_=${runStyle(index)}
      .catalog=${core.catalog} .i18n=${i18n} .selected=${index === experiment.selected}
      .single=${averages.length === 1} .lock=${experiment.lock}
      .outcome=${outcomeOf(average, values, experiment.t, core, i18n)}
      .act=${this.#acts(index, isFull)}></lab-curve-card>`;
  }

  /**
   * The actions of a curve's card.
   * @param {number} index @param {boolean} isFull @returns {import('./curve-card.js').CurveActs}
   */
  #acts(index, isFull) {
    const { catalog } = this.core;
    const { change } = this;
    return {
      ...this.cardActs(index, (e) => smoothing.removeCurve(e, index)),
      smoother: (key) => change((e) => smoothing.setSmoother(e, index, key, catalog)),
      param: (key, value) => change((e) => smoothing.setCurveParam(e, index, key, value, catalog)),
      duplicate: isFull
        ? undefined
        : () => change((e) => smoothing.duplicateCurve(e, index, catalog)),
      hide: () =>
        change((e) => smoothing.updateCurve(e, index, { hidden: !e.curves[index].hidden })),
    };
  }

  /** @param {Smoothing} done */
  legend({ values, shown }) {
    const { experiment, core, i18n } = this;
    return inOrder(shown).map((each) => ({
      index: each.index,
      name: nameOf(each, i18n),
      words: outcomeOf(each, values, experiment.t, core, i18n).value,
    }));
  }

  /** @param {Smoothing} done */
  renderPlots(done) {
    const { experiment, core, i18n, theme, seek } = this;
    const correction = scenes.correctionScene(experiment, done, core, i18n);
    const weights = html`<lab-weights class="plot-chart" .theme=${theme}
      .scene=${scenes.weightsScene(experiment, done, core, i18n)}
      .label=${i18n.t('smoothing.weightsLabel')}></lab-weights>`;
    const known = html`<lab-series class="plot-chart" .scene=${correction} .theme=${theme}
      .label=${i18n.t('smoothing.correctionLabel')} .onSeek=${seek}></lab-series>`;
    return html`<div class="plots">
      ${plotSection(i18n.t('smoothing.weightsTitle', { t: experiment.t }), weights)}
      ${correction.series.length ? plotSection(i18n.t('smoothing.correction'), known) : ''}</div>`;
  }

  /** @param {Smoothing} done */
  renderTable(done) {
    const { experiment, i18n, seek } = this;
    const table = { ...tableOf(done), headings: headingsOf(done, i18n) };
    const found = this.#checking.found?.check;
    return html`<lab-table .run=${table} .t=${experiment.t} .i18n=${i18n} .onSeek=${seek}
      .check=${found ? inTable(found, done.averages[experiment.selected]) : null}
      .tools=${[this.#checking.tool]}></lab-table>`;
  }

  /** @param {Smoothing} done @returns {unknown} */
  renderCheck({ values, averages }) {
    const { series, curves, selected } = this.experiment;
    const average = averages[selected];
    return this.#checking.render({
      spec: { smoother: average.spec, series: values },
      run: () => rightOf(average, values),
      ...{ of: [series, curves[selected]], name: nameOf(average, this.i18n) },
    });
  }
}

define('lab-smoothing', SmoothingView);
