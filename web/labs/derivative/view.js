// The derivative lab: the secant through x and x + Δx turns into the tangent, and its slope says which way to
// step.

import { html } from 'lit';
import './secant-host.js';
import '../../elements/objective-panel.js';
import '../../elements/step-table.js';
import { runStyle } from '../../charts/run-style.js';
import { define } from '../../elements/lab-element.js';
import { shortNumber } from '../../elements/number-field.js';
import { renderMark } from '../../elements/run-mark.js';
import { exactButton, workedLines, workedSection } from '../../elements/worked-section.js';
import { workedDerivative } from '../../formula/worked-derivative.js';
import { roundDragged } from '../../state/drag.js';
import { oneVariable } from '../../state/own-units.js';
import { StepsView } from '../steps-view.js';
import * as derivative from './experiment.js';
import * as scenes from './scene.js';
import { direction, stageSummary } from './words.js';

/**
 * @typedef {import('./experiment.js').DerivativeExperiment} DerivativeExperiment
 * @typedef {scenes.Quotients} Quotients
 */

const EXACT = 17;

/** @extends {StepsView<DerivativeExperiment, Quotients>} */
class DerivativeView extends StepsView {
  static properties = { isExact: { state: true } };

  constructor() {
    super();
    this.isExact = false;
  }

  compute() {
    return scenes.quotientsOf(this.experiment, this.core);
  }

  renderControls() {
    const { core, experiment, i18n, change } = this;
    return html`<lab-objective .core=${oneVariable(core)} .experiment=${experiment} .i18n=${i18n}
      .change=${change} .more=${this.#renderNumbers()}></lab-objective>`;
  }

  #renderNumbers() {
    const { DX_BOUNDS, LR_BOUNDS, setDx, setLr } = derivative;
    const { dx, lr } = this.experiment;
    return [
      this.#renderNumber('dx', 'Δx', { ...DX_BOUNDS, value: dx, set: setDx, lock: 'x0' }),
      this.#renderNumber('lr', 'η', { ...LR_BOUNDS, value: lr, set: setLr, lock: 'lr' }),
    ];
  }

  /**
   * @param {'dx'|'lr'} key @param {string} symbol
   * @param {{ min: number, max: number, value: number, lock: string,
   *   set: (e: DerivativeExperiment, value: number) => DerivativeExperiment }} number
   */
  #renderNumber(key, symbol, { min, max, value, lock, set }) {
    const { experiment, i18n } = this;
    const label = i18n.t(`derivative.${key}`);
    return shortNumber(
      { key, symbol, label, min, max },
      {
        ...{ value, i18n, isLocked: experiment.lock.includes(lock), isLead: key === 'dx' },
        set: (next) => this.change((e) => set(e, next)),
      },
    );
  }

  /**
   * Moves the place, rounded to what can be told apart.
   * @param {number} x @param {number} width of the view
   */
  #setPlace = (x, width) =>
    this.change((e) => derivative.setPlace(e, roundDragged(x, width), this.core.catalog));

  /** Moves the second point. @param {number} x @param {number} width of the view */
  #setBeside = (x, width) =>
    this.change((e) => derivative.setDxShown(e, roundDragged(x - e.start[0], width)));

  /** @param {Quotients} done */
  renderStage(done) {
    const { experiment, core, i18n } = this;
    const scene = scenes.secantScene(experiment, done, core, i18n);
    const words = {
      place: { name: i18n.t('derivative.place'), value: i18n.n(done.x) },
      beside: { name: i18n.t('derivative.beside'), value: i18n.n(scene.beside.x) },
    };
    return html`<section class="stage">
      <lab-secant class="stage-chart" .scene=${scene} .theme=${this.theme}
        .label=${i18n.t('derivative.label')} .summary=${stageSummary(experiment, done, i18n)}
        .words=${words} .onPlace=${this.#setPlace} .onBeside=${this.#setBeside}></lab-secant>
      <div class="stage-tools keys">${this.#renderKey('secant', scene.quotient)}${
        Number.isNaN(scene.slope) ? '' : this.#renderKey('tangent', done.slope)
      }</div>
      <p class="direction">${direction(experiment, done, i18n)}</p></section>`;
  }

  /** What a line of the stage is, and its slope. @param {'secant'|'tangent'} name @param {number} slope */
  #renderKey(name, slope) {
    const { i18n } = this;
    return html`<span class="key key-${name}">${i18n.t(`derivative.${name}`)}
      <b>${i18n.n(slope, scenes.DIGITS)}</b></span>`;
  }

  /** @param {Quotients} done */
  #linesOf({ x, f, slope, columns, kink }) {
    const { t, lr } = this.experiment;
    const digits = this.isExact ? EXACT : scenes.DIGITS;
    const numbers = {
      ...{ x, f, lr, t, dx: columns.dx[t], quotient: columns.quotient[t] },
      slope: kink ? Number.NaN : slope,
      beside: { x: columns.x_dx[t], f: columns.f_dx[t] },
    };
    return workedDerivative(
      numbers,
      (value, most = digits) => this.i18n.n(value, most, false),
      digits,
    );
  }

  /** @param {Quotients} done */
  renderWorked(done) {
    const { i18n } = this;
    const heading = html`<h2>${i18n.t('derivative.worked')}</h2><span class="grow"></span>
      ${exactButton(this)}`;
    const lines = workedLines(this.#linesOf(done), (i) => i === 0);
    return workedSection({ label: i18n.t('worked.title'), heading }, lines);
  }

  /** @param {Quotients} done */
  renderPlots(done) {
    const { experiment, i18n } = this;
    const best = scenes.bestStep(done);
    const name = (/** @type {number} */ index, /** @type {string} */ key) =>
      html`<span data-hue=${runStyle(index).hue + 1} class="key">${renderMark(runStyle(index), 32)}
        ${i18n.t(`derivative.${key}`)}</span>`;
    const words = best && { dx: i18n.n(best.dx, 3), error: i18n.n(best.error, 2) };
    const said = words && i18n.t(best.error === 0 ? 'derivative.exact' : 'derivative.best', words);
    return html`<section class="plot runs"><header><h2>${i18n.t('derivative.errors')}</h2></header>
      <p class="keys">${name(0, 'forward')}${name(1, 'centralLong')}</p>
      <lab-errors class="plot-chart" .scene=${scenes.errorScene(experiment, done, i18n)}
        .theme=${this.theme} .label=${i18n.t('derivative.errorsLabel')}></lab-errors>
      ${said && !done.kink ? html`<p class="note">${said}</p>` : ''}
      <p class="note">${i18n.t('derivative.rounding')}</p></section>`;
  }

  get #headings() {
    const { i18n } = this;
    const [dx, x] = [html`Δ<i>x</i>`, html`<i>x</i> + Δ<i>x</i>`];
    return {
      dx,
      x_dx: x,
      f_dx: html`<i>f</i>(${x})`,
      dy: html`Δ<i>y</i>`,
      quotient: html`Δ<i>y</i>/${dx}`,
      error: i18n.t('derivative.error'),
      central: i18n.t('derivative.central'),
      central_error: i18n.t('derivative.centralError'),
    };
  }

  /** @param {Quotients} done */
  renderTable(done) {
    const { experiment, i18n, seek } = this;
    const table = { ...done, dim: 1, headings: this.#headings, digits: scenes.digitsOf(done) };
    return html`<lab-table .run=${table} .t=${experiment.t} .i18n=${i18n} .onSeek=${seek}></lab-table>`;
  }
}

define('lab-derivative', DerivativeView);
