// The smoothing lab: moving averages of a series, simple and exponentially weighted, and how much each value counts.

import { html } from 'lit';
import '../../elements/chart-hosts.js';
import './curve-card.js';
import '../../elements/legend.js';
import '../../elements/player.js';
import './panel.js';
import './smoothing-host.js';
import '../../elements/step-table.js';
import './worked-average.js';
import { runStyle } from '../../charts/run-style.js';
import { icon } from '../../elements/icons.js';
import { define, later } from '../../elements/lab-element.js';
import { needsLegend } from '../../elements/legend.js';
import { decodeExperiment } from '../../state/decode.js';
import { onPageOf } from '../../state/page-keys.js';
import { roundDragged } from '../../state/series.js';
import { CardsView } from '../cards-view.js';
import * as smoothing from './experiment.js';
import * as scenes from './scene.js';

class SmoothingView extends CardsView {
  constructor() {
    super();
    /** @type {smoothing.SmoothingExperiment} */ this.experiment = later();
  }

  /** @param {number} t */
  #seek = (t) => this.change((e) => smoothing.setPlace(e, t));

  render() {
    const { core, experiment, i18n } = this;
    this.selectWithin(experiment.curves.length);
    const done = scenes.smoothAll(experiment, this.selected, core);
    const hide = new Set(experiment.hide);
    const { curve } = done.averages[this.selected];
    return html`
      ${hide.has('controls') ? '' : html`<lab-series-panel .experiment=${experiment} .values=${done.values} .i18n=${i18n} .change=${this.change} .onBack=${experiment.from ? this.#goBack : null}></lab-series-panel>`}
      ${this.#renderStage(done)}
      <lab-player ?hidden=${hide.has('player')} .t=${experiment.t} .steps=${done.values.length} .i18n=${i18n} .onSeek=${this.#seek}></lab-player>
      ${hide.has('worked') ? '' : html`<lab-worked-average .core=${core} .smoother=${scenes.specOf(curve)} .values=${done.values} .t=${experiment.t} .name=${scenes.nameOf(curve, core, i18n)} .i18n=${i18n}></lab-worked-average>`}
      ${hide.has('runs') ? '' : this.#renderCurves(done)}
      ${needsLegend(experiment) ? html`<lab-legend class="runs" .items=${done.shown.map((each) => ({ index: each.index, name: scenes.nameOf(each.curve, core, i18n), words: this.#outcome(each).value }))}></lab-legend>` : ''}
      ${hide.has('plots') ? '' : this.#renderPlots(done)}
      ${hide.has('table') ? '' : html`<lab-table .run=${{ ...scenes.tableOf(done), headings: scenes.headingsOf(done, core, i18n) }} .t=${experiment.t} .i18n=${i18n} .onSeek=${this.#seek}></lab-table>`}`;
  }

  /** Back to the run whose gradients are smoothed, in the page's own language and colours. */
  #goBack = () => {
    const { from } = this.experiment;
    const { experiment } = decodeExperiment(from, '', this.core);
    this.change(() => onPageOf(experiment, this.experiment));
  };

  /** @param {scenes.Smoothing} done */
  #renderStage(done) {
    const { experiment, core, i18n } = this;
    const { t } = experiment;
    const { values } = done;
    const scene = scenes.smoothingScene(experiment, done, i18n);
    const value = t ? i18n.n(values[t - 1]) : '–';
    const words = {
      name: i18n.t('smoothing.value', { t }),
      value,
      help: i18n.t('smoothing.keys'),
    };
    const averages = done.averages
      .filter(({ curve }) => !curve.hidden)
      .map((each) => `${scenes.nameOf(each.curve, core, i18n)}: ${this.#outcome(each).value}`);
    const setValue = (
      /** @type {number} */ at,
      /** @type {number} */ next,
      /** @type {number} */ height,
    ) => this.change((e) => smoothing.setValue(e, at, roundDragged(next, height), values));
    return html`<section class="stage">
      <lab-smoothing-plot class="stage-chart" .scene=${scene} .theme=${this.theme} .label=${i18n.t('smoothing.label')}
        .summary=${i18n.t('smoothing.summary', { count: values.length, averages: averages.join('; ') })}
        .words=${words} .onSeek=${this.#seek} .onValue=${setValue}></lab-smoothing-plot>
      <div class="stage-tools"><div class="start"><i>s</i><sub>${t}</sub> = ${value}</div><span class="grow"></span>
        <span class="soft part-wide">${scene.isFixed ? '' : i18n.t('smoothing.drag')}</span></div>
      ${scene.missing ? html`<p class="note">${i18n.t('smoothing.missing', { count: scene.missing })}</p>` : ''}</section>`;
  }

  /** @param {scenes.Average} average */
  #outcome({ curve, values }) {
    const { experiment, core, i18n } = this;
    const { t } = experiment;
    const { sum, window } = scenes.weightFacts(curve, t, core);
    const symbol = curve.smoother === 'ewa_corrected' ? 'V̂' : 'V';
    const isKnown = t > 0 && !Number.isNaN(values[t - 1]);
    const numbers = { sum: i18n.n(sum, 4), window: i18n.n(window, 4), t };
    return {
      value: isKnown ? `${symbol}(${t}) = ${i18n.n(values[t - 1], 6)}` : i18n.t('smoothing.notYet'),
      weights: t > 0 ? i18n.t(sum > 0 ? 'smoothing.weights' : 'smoothing.needs', numbers) : '',
    };
  }

  /** @param {scenes.Smoothing} done */
  #renderCurves({ averages }) {
    const { experiment, core, i18n } = this;
    const { catalog } = core;
    const isFull = experiment.curves.length >= catalog.limits.runs;
    return html`<section class="runs"><h2>${i18n.t('smoothing.averages')}</h2>
      ${averages.map(
        (
          average,
          index,
        ) => html`<lab-curve-card .curve=${average.curve} .index=${index} .style_=${runStyle(index)} .catalog=${catalog} .i18n=${i18n}
        .selected=${index === this.selected} .single=${averages.length === 1} .lock=${experiment.lock}
        .outcome=${this.#outcome(average)} .act=${this.#acts(index, isFull)}></lab-curve-card>`,
      )}
      <button type="button" class="add" data-act="add" ?disabled=${experiment.lock.includes('runs')} aria-disabled=${isFull} @click=${() => {
        if (isFull) return;
        this.change((e) => smoothing.addCurve(e, catalog));
        this.selected = experiment.curves.length;
      }}>${icon('plus')} ${i18n.t(isFull ? 'smoothing.full' : 'smoothing.add')}</button></section>`;
  }

  /** What a curve's card can ask for. @param {number} index @param {boolean} isFull */
  #acts(index, isFull) {
    const { catalog } = this.core;
    const on =
      (/** @type {(e: any, ...values: any[]) => any} */ change) =>
      (/** @type {any[]} */ ...values) =>
        this.change((e) => change(e, ...values));
    return {
      ...this.cardActs(index, () => this.change((e) => smoothing.removeCurve(e, index))),
      smoother: on((e, key) => smoothing.setSmoother(e, index, key, catalog)),
      param: on((e, key, value) => smoothing.setCurveParam(e, index, key, value, catalog)),
      duplicate: isFull ? undefined : on((e) => smoothing.duplicateCurve(e, index, catalog)),
      hide: on((e) => smoothing.updateCurve(e, index, { hidden: !e.curves[index].hidden })),
    };
  }

  /** @param {scenes.Smoothing} done */
  #renderPlots(done) {
    const { experiment, core, i18n } = this;
    const correction = scenes.correctionScene(experiment, done, i18n);
    const plot = (/** @type {string} */ title, /** @type {unknown} */ chart) =>
      html`<section class="plot"><header><h2>${title}</h2></header>${chart}</section>`;
    return html`<div class="plots">
      ${plot(
        i18n.t('smoothing.weightsTitle', { t: experiment.t }),
        html`<lab-weights class="plot-chart" .scene=${scenes.weightsScene(experiment, done, core, i18n)} .theme=${this.theme} .label=${i18n.t('smoothing.weightsLabel')}></lab-weights>`,
      )}
      ${
        correction.series.length
          ? plot(
              i18n.t('smoothing.correction'),
              html`<lab-series class="plot-chart" .scene=${correction} .theme=${this.theme} .label=${i18n.t('smoothing.correctionLabel')} .onSeek=${this.#seek}></lab-series>`,
            )
          : ''
      }</div>`;
  }
}

define('lab-smoothing', SmoothingView);
