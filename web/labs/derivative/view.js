// The derivative lab: the secant through x and x + Δx turns into the tangent, and its slope says which way to step.

import { html } from 'lit';
import '../../elements/number-field.js';
import '../../elements/objective-panel.js';
import '../../elements/player.js';
import './secant-host.js';
import '../../elements/step-table.js';
import { runStyle } from '../../charts/run-style.js';
import { define, later } from '../../elements/lab-element.js';
import { mathLine } from '../../elements/mathml.js';
import { renderMark } from '../../elements/run-mark.js';
import { workedDerivative } from '../../formula/worked-derivative.js';
import { setShown } from '../../state/experiment.js';
import { oneVariable } from '../../state/own-units.js';
import { roundDragged } from '../../state/series.js';
import { LabView } from '../lab-view.js';
import * as derivative from './experiment.js';
import * as scenes from './scene.js';

const EXACT = 17;

class DerivativeView extends LabView {
  static properties = { ...LabView.properties, isExact: { state: true } };

  constructor() {
    super();
    /** @type {derivative.DerivativeExperiment} */ this.experiment = later();
    this.isExact = false;
  }

  /** @param {number} t */
  #seek = (t) => this.change((e) => setShown(e, t));

  /** Moves the place, rounded to what can be told apart. @param {number} x @param {number} width of the view */
  #setPlace = (x, width) =>
    this.change((e) => derivative.setPlace(e, roundDragged(x, width), this.core.catalog));

  /** Moves the second point. @param {number} x @param {number} width of the view */
  #setBeside = (x, width) =>
    this.change((e) => derivative.setDxShown(e, roundDragged(x - e.start[0], width)));

  render() {
    const { core, experiment, i18n } = this;
    const hide = new Set(experiment.hide);
    const done = scenes.quotientsOf(experiment, core);
    return html`
      ${hide.has('controls') ? '' : html`<lab-objective .core=${oneVariable(core)} .experiment=${experiment} .i18n=${i18n} .change=${this.change} .more=${this.#renderNumbers()}></lab-objective>`}
      ${this.#renderStage(done)}
      <lab-player ?hidden=${hide.has('player')} .t=${experiment.t} .steps=${experiment.steps} .i18n=${i18n} .onSeek=${this.#seek}></lab-player>
      ${hide.has('worked') ? '' : this.#renderWorked(done)}
      ${hide.has('plots') ? '' : this.#renderErrors(done)}
      ${hide.has('table') ? '' : html`<lab-table .run=${{ ...done, dim: 1, headings: this.#headings(), digits: scenes.digitsOf(done) }} .t=${experiment.t} .i18n=${i18n} .onSeek=${this.#seek}></lab-table>`}`;
  }

  #headings() {
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

  #renderNumbers() {
    const { experiment, i18n } = this;
    const number = (
      /** @type {string} */ key,
      /** @type {string} */ symbol,
      /** @type {object} */ bounds,
      /** @type {number} */ value,
      /** @type {(e: any, value: number) => any} */ set,
      /** @type {string} */ lock,
    ) => {
      const label = i18n.t(`derivative.${key}`);
      const param = { key, symbol, label, scale: 'linear', preset: 0, from: 0, to: 0, ...bounds };
      return html`<lab-number class="short" data-key=${key} .param=${param} .value=${value} .i18n=${i18n} .locked=${experiment.lock.includes(lock)}
        .onChange=${(/** @type {number} */ next) => this.change((e) => set(e, next))}></lab-number>`;
    };
    return html`${number('dx', 'Δx', derivative.DX_BOUNDS, experiment.dx, derivative.setDx, 'x0')}
      ${number('lr', 'η', derivative.LR_BOUNDS, experiment.lr, derivative.setLr, 'lr')}`;
  }

  /** Which way the slope sends a step. @param {scenes.Quotients} done */
  #direction({ x, slope, kink }) {
    const { i18n, experiment } = this;
    const numbers = {
      x: i18n.n(x),
      slope: i18n.n(slope, scenes.DIGITS),
      to: i18n.n(x - experiment.lr * slope, scenes.DIGITS),
      left: i18n.n(kink?.left ?? 0, 4),
      right: i18n.n(kink?.right ?? 0, 4),
    };
    const signs = /** @type {const} */ (['down', 'flat', 'up']);
    if (kink) return i18n.t('derivative.kink', numbers);
    if (!Number.isFinite(slope)) return i18n.t('derivative.none', numbers);
    return i18n.t(`derivative.${signs[Math.sign(slope) + 1]}`, numbers);
  }

  /** @param {scenes.Quotients} done */
  #renderStage(done) {
    const { experiment, core, i18n } = this;
    const scene = scenes.secantScene(experiment, done, core, i18n);
    const quotient = i18n.n(scene.quotient, scenes.DIGITS);
    const words = {
      place: { name: i18n.t('derivative.place'), value: i18n.n(done.x) },
      beside: { name: i18n.t('derivative.beside'), value: i18n.n(scene.beside.x) },
    };
    const direction = this.#direction(done);
    const summary = i18n.t('derivative.summary', { dx: i18n.n(scene.dx), quotient });
    const key = (/** @type {string} */ name, /** @type {string} */ value) =>
      html`<span class="key key-${name}">${i18n.t(`derivative.${name}`)} <b>${value}</b></span>`;
    return html`<section class="stage">
      <lab-secant class="stage-chart" .scene=${scene} .theme=${this.theme} .label=${i18n.t('derivative.label')} .summary="${summary} ${direction}"
        .words=${words} .onPlace=${this.#setPlace} .onBeside=${this.#setBeside}></lab-secant>
      <div class="stage-tools keys">${key('secant', quotient)}${Number.isNaN(scene.slope) ? '' : key('tangent', i18n.n(done.slope, scenes.DIGITS))}</div>
      <p class="direction">${direction}</p></section>`;
  }

  /** @param {scenes.Quotients} done */
  #renderWorked({ x, f, slope, columns, kink }) {
    const { experiment, i18n, isExact } = this;
    const { t, lr } = experiment;
    const digits = isExact ? EXACT : scenes.DIGITS;
    const format = (/** @type {number} */ value, most = digits) => i18n.n(value, most, false);
    const lines = workedDerivative(
      {
        ...{ x, f, lr, dx: columns.dx[t], quotient: columns.quotient[t] },
        slope: kink ? Number.NaN : slope,
        beside: { x: columns.x_dx[t], f: columns.f_dx[t] },
      },
      format,
      digits,
    );
    return html`<section class="worked" aria-label=${i18n.t('worked.title')}>
      <header><h2>${i18n.t('derivative.worked')}</h2><span class="grow"></span>
        <button type="button" data-act="exact" aria-pressed=${isExact} @click=${() => {
          this.isExact = !isExact;
        }}>${i18n.t('worked.exact')}</button></header>
      <div class="worked-lines" tabindex="0" role="group" aria-label=${i18n.t('worked.title')}>${lines.map((line, i) => html`<p class=${i ? '' : 'is-result'}>${mathLine(line)}</p>`)}</div></section>`;
  }

  /** @param {scenes.Quotients} done */
  #renderErrors(done) {
    const { experiment, i18n } = this;
    const best = scenes.bestStep(done);
    const name = (/** @type {number} */ index, /** @type {string} */ key) =>
      html`<span data-hue=${runStyle(index).hue + 1} class="key">${renderMark(runStyle(index), 32)} ${i18n.t(`derivative.${key}`)}</span>`;
    const words = best && { dx: i18n.n(best.dx, 3), error: i18n.n(best.error, 2) };
    return html`<section class="plot runs"><header><h2>${i18n.t('derivative.errors')}</h2></header>
      <p class="keys">${name(0, 'forward')}${name(1, 'centralLong')}</p>
      <lab-errors class="plot-chart" .scene=${scenes.errorScene(experiment, done, i18n)} .theme=${this.theme} .label=${i18n.t('derivative.errorsLabel')}></lab-errors>
      ${words && !done.kink ? html`<p class="note">${i18n.t(best.error === 0 ? 'derivative.exact' : 'derivative.best', words)}</p>` : ''}
      <p class="note">${i18n.t('derivative.rounding')}</p></section>`;
  }
}

define('lab-derivative', DerivativeView);
