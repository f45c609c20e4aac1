// The plots over t below the stage: each coordinate, f, the norm of the gradient, and for adaptive methods
// the effective rate of each coordinate.

import { html } from 'lit';
import '../../elements/chart-hosts.js';
import { define, LabElement, symbolOf, UNSET } from '../../elements/lab-element.js';
import { plotSection, scaleToggle, toggle } from '../../elements/plot-section.js';
import { haveCounts, overEvaluations } from './evaluations.js';
import { plotRange, usualScale } from './plot-range.js';
import { seriesScene } from './scene.js';

/** @typedef {import('./scene.js').VisibleRuns} VisibleRuns */

const PLOTS = { 1: ['x', 'f'], 2: ['x', 'y', 'f', 'gnorm'] };
const RATES = { 1: ['rate_x'], 2: ['rate_x', 'rate_y'] };

/** Columns whose symbol is not their name; "_" begins a subscript. @type {Record<string, string>} */
const SYMBOLS = { gnorm: '|∇f|', rate_x: 'η_x', rate_y: 'η_y' };

class DescentPlots extends LabElement {
  static properties = {
    core: { attribute: false },
    experiment: { attribute: false },
    shown: { attribute: false },
    i18n: { attribute: false },
    onSeek: { attribute: false },
    theme: { type: String },
    scales: { state: true },
    isOpen: { state: true },
    clock: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../../core/index.js').Core} */ this.core = UNSET;
    /** @type {import('../../state/experiment.js').Experiment} */ this.experiment = UNSET;
    /** @type {VisibleRuns} */ this.shown = UNSET;
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** @type {(t: number) => void} */ this.onSeek = () => {};
    this.theme = 'light';
    /** whether the plots of the rates are shown */ this.isOpen = false;
    /** what f is plotted over, of runs that count @type {'steps'|'evaluations'} */ this.clock =
      'steps';
    /** @type {Record<string, 'linear'|'log'>} chosen by the reader */ this.scales = {};
  }

  render() {
    const { experiment, shown, i18n } = this;
    const dim = /** @type {1|2} */ (experiment.start.length);
    const adapts = shown.some(({ run }) =>
      /** @type {import('../../core/index.js').Run} */ (run).layout.some(
        ({ kind }) => kind === 'effective',
      ),
    );
    return html`${this.#renderPlots(PLOTS[dim])}
      ${
        adapts
          ? html`<details class="rates" @toggle=${(/** @type {Event} */ event) => {
              this.isOpen = /** @type {HTMLDetailsElement} */ (event.target).open;
            }}><summary>${i18n.t('series.rates')}</summary>
        <p class="note">${i18n.t('series.ratesNote')}</p>
        ${this.isOpen ? this.#renderPlots(RATES[dim]) : ''}</details>`
          : ''
      }`;
  }

  /** What is seen of a plot, in words. @param {import('../../charts/series-chart.js').SeriesScene} scene */
  #now({ series, t }) {
    const { i18n } = this;
    const runs = series.map(({ values, label }) =>
      [label, i18n.n(values[Math.min(t, values.length - 1)], 4)].filter(Boolean).join(': '),
    );
    return i18n.t('stage.now', { t, runs: runs.join('; ') });
  }

  /** @param {readonly string[]} names columns */
  #renderPlots(names) {
    return html`<div class="plots">${names.map((name) => this.#renderPlot(name))}</div>`;
  }

  /** What a plot is over. @param {string} name of the plot */
  #renderClocks(name) {
    const { i18n } = this;
    const words = { steps: i18n.t('sampling.steps'), evaluations: i18n.t('series.evals') };
    return toggle(this.clock, words, i18n.t('series.clock', { name }), (next) => {
      this.clock = next;
    });
  }

  /** @param {string} name a column */
  #renderPlot(name) {
    const { core, experiment, shown, i18n } = this;
    const scale = this.scales[name] ?? usualScale(name, experiment, core);
    const isNoisy = name === 'gnorm' && experiment.noise.sigma > 0;
    const symbol = isNoisy ? '|g|' : (SYMBOLS[name] ?? name);
    const hasClocks = name === 'f' && haveCounts(shown);
    const clock = hasClocks ? this.clock : 'steps';
    const label = i18n.t(clock === 'steps' ? 'series.of' : 'series.ofEvaluations', {
      name: symbol.replace('_', ' '),
    });
    const choose = (/** @type {'linear'|'log'} */ next) => {
      this.scales = { ...this.scales, [name]: next };
    };
    const range = plotRange(name, scale, experiment, core);
    const overSteps = seriesScene(name, scale, experiment, shown, i18n, range);
    const scene =
      clock === 'steps' ? overSteps : overEvaluations(overSteps, experiment, shown, core, i18n);
    const chart = html`<lab-series class="plot-chart" .scene=${scene} .theme=${this.theme}
      .summary=${this.#now(scene)}
      .label=${label} .onSeek=${this.onSeek}></lab-series>`;
    const title = html`${symbolOf(symbol)} ${label.slice(symbol.length)}`;
    const tools = scaleToggle(scale, symbol, choose, i18n);
    return plotSection(
      title,
      chart,
      hasClocks ? html`${this.#renderClocks(symbol)}${tools}` : tools,
    );
  }
}

define('lab-plots', DescentPlots);
