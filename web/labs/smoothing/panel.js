// What is smoothed: the lecture's ten numbers, own ones, or a series made by a recipe.

import { html } from 'lit';
import '../../elements/number-field.js';
import { define, LabElement, later } from '../../elements/lab-element.js';
import {
  changeRecipe,
  LECTURE_SERIES,
  RECIPE_BOUNDS,
  RECIPES,
  readSeries,
  recipeOf,
  writeSeries,
} from '../../state/series.js';
import { setRecipe, withSeries } from './experiment.js';
import { seriesFitsLink } from './keys.js';

const LECTURE = 'lecture';
const OWN = 'own';
const MOST_PROBLEMS = 5;

class SeriesPanel extends LabElement {
  static properties = {
    experiment: { attribute: false },
    values: { attribute: false },
    i18n: { attribute: false },
    change: { attribute: false },
    onBack: { attribute: false },
    text: { state: true },
    bad: { state: true },
    isOwn: { state: true },
  };

  /** The own values that `text` stands for. */
  #typed = '';

  constructor() {
    super();
    /** @type {import('./experiment.js').SmoothingExperiment} */
    this.experiment = later();
    /** @type {readonly number[]} */ this.values = [];
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = later();
    /** @type {(change: (e: any) => any) => void} */ this.change = () => {};
    /** Back to the run whose gradients these are; null where they are of no run. @type {(() => void)|null} */
    this.onBack = null;
    this.text = '';
    /** @type {import('../../state/series.js').BadCell[]} */ this.bad = [];
    /** the lecture's numbers are shown to be edited */ this.isOwn = false;
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    const { series } = this.experiment;
    if (!changes.has('experiment') || !('values' in series)) return;
    const values = writeSeries(series.values, ' ');
    if (values === this.#typed) return;
    this.#typed = values;
    this.text = values;
    this.bad = [];
  }

  /** Which entry of the menu is shown. */
  get #source() {
    const { series } = this.experiment;
    if (!('values' in series)) return series.kind;
    const isLecture = writeSeries(series.values) === writeSeries(LECTURE_SERIES);
    return isLecture && !this.isOwn ? LECTURE : OWN;
  }

  /** @param {string} source */
  #choose(source) {
    this.isOwn = source === OWN;
    const values = source === LECTURE ? LECTURE_SERIES : this.values;
    const isMade = RECIPES.includes(source);
    this.change((e) => withSeries(e, isMade ? recipeOf(source) : { values }));
  }

  /** @param {Event} event */
  #onText(event) {
    this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    const { values, bad } = readSeries(this.text);
    this.bad = bad;
    if (!values.length) return;
    this.#typed = writeSeries(values, ' ');
    this.change((e) => withSeries(e, { values }));
  }

  /** @param {'n'|'noise'|'seed'} key */
  #renderNumber(key) {
    const { i18n, experiment, change } = this;
    const { series, lock } = experiment;
    if ('values' in series) return '';
    const param = {
      ...{ key, symbol: key === 'n' ? 'n' : '', label: i18n.t(`series.${key}`), scale: 'linear' },
      ...{ preset: 0, from: 0, to: 0, ...RECIPE_BOUNDS[key] },
    };
    return html`<lab-number class="short" data-key=${key} .param=${param} .value=${series[key]} .i18n=${i18n} .locked=${lock.includes('f')}
      .onChange=${(/** @type {number} */ value) => change((e) => setRecipe(e, changeRecipe(series, { [key]: value })))}></lab-number>`;
  }

  #renderOwn() {
    const { text, bad, i18n, experiment } = this;
    const more = bad.length - MOST_PROBLEMS;
    return html`<div class="own-data">
      <textarea class="own" data-key="data" rows="2" spellcheck="false" autocapitalize="off" ?disabled=${experiment.lock.includes('f')}
        aria-label=${i18n.t('smoothing.paste')} placeholder=${i18n.t('smoothing.paste')} aria-invalid=${bad.length > 0} .value=${text} @input=${this.#onText}></textarea>
      <div class="own-error" role="status">
        ${bad.slice(0, MOST_PROBLEMS).map((cell) => html`<p>${i18n.t('smoothing.badCell', { ...cell })}</p>`)}
        ${more > 0 ? html`<p>${i18n.t('data.more', { count: more })}</p>` : ''}
        ${seriesFitsLink(experiment) ? '' : html`<p>${i18n.t('smoothing.stays')}</p>`}
      </div></div>`;
  }

  render() {
    const { experiment, i18n, onBack } = this;
    const source = this.#source;
    const isLocked = experiment.lock.includes('f');
    return html`<section class="objective">
      <label class="f"><span>${i18n.t('smoothing.series')}</span>
        <select class="choose-series" ?disabled=${isLocked} @change=${(/** @type {any} */ event) => this.#choose(event.target.value)}>
          ${[LECTURE, OWN, ...RECIPES].map((key) => html`<option value=${key} ?selected=${key === source}>${i18n.t(`series.of.${key}`)}</option>`)}
        </select></label>
      ${this.#renderNumber('n')}${this.#renderNumber('noise')}${this.#renderNumber('seed')}
      ${onBack ? html`<button type="button" data-act="back-to-run" @click=${onBack}>${i18n.t('smoothing.back')}</button>` : ''}
      ${source === OWN ? this.#renderOwn() : ''}
    </section>`;
  }
}

define('lab-series-panel', SeriesPanel);
