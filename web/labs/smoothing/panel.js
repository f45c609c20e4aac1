// What is smoothed: the lecture's ten numbers, own ones, or a series made by a recipe.

import { html } from 'lit';
import '../../elements/pasted-data.js';
import { define, fieldOf, LabElement, UNSET } from '../../elements/lab-element.js';
import { shortNumber } from '../../elements/number-field.js';
import {
  changeRecipe,
  LECTURE_SERIES,
  MOST_POINTS,
  RECIPE_BOUNDS,
  RECIPES,
  recipeOf,
  writeSeries,
} from '../../state/series.js';
import { takeSeries } from '../../state/table/take.js';
import { setRecipe, withSeries } from './experiment.js';
import { seriesFitsLink } from './keys.js';

/** @typedef {import('./experiment.js').SmoothingExperiment} SmoothingExperiment */

const LECTURE = 'lecture';
const OWN = 'own';

/**
 * What a series is of a table.
 * @type {(table: import('../../state/table/read-table.js').Table, choice: readonly number[]) =>
 *   import('../../elements/pasted-data.js').Taken}
 */
const take = (table, choice) => {
  const { values, notes } = takeSeries(table, choice, MOST_POINTS);
  const count = values.filter((value) => !Number.isNaN(value)).length;
  return { data: values, count, text: writeSeries(values, ' '), notes };
};

class SeriesPanel extends LabElement {
  static properties = {
    experiment: { attribute: false },
    values: { attribute: false },
    i18n: { attribute: false },
    change: { attribute: false },
    onBack: { attribute: false },
    isOwn: { state: true },
  };

  constructor() {
    super();
    /** @type {SmoothingExperiment} */
    this.experiment = UNSET;
    /** @type {readonly number[]} */ this.values = [];
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** @type {(change: (e: SmoothingExperiment) => SmoothingExperiment) => void} */
    this.change = () => {};
    /** Back to the run whose gradients these are; null where they are of no run. @type {(() => void)|null} */
    this.onBack = null;
    /** the lecture's numbers are shown to be edited */ this.isOwn = false;
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

  /** @param {'n'|'noise'|'seed'} key */
  #renderNumber(key) {
    const { i18n, experiment, change } = this;
    const { series, lock } = experiment;
    if ('values' in series) return '';
    const label = i18n.t(`series.${key}`);
    const number = { key, symbol: key === 'n' ? 'n' : '', label, ...RECIPE_BOUNDS[key] };
    return shortNumber(number, {
      ...{ value: series[key], i18n, isLocked: lock.includes('f') },
      set: (value) => change((e) => setRecipe(e, changeRecipe(series, { [key]: value }))),
    });
  }

  #renderOwn() {
    const { i18n, experiment, values, change } = this;
    const set = (/** @type {number[]} */ next) => change((e) => withSeries(e, { values: next }));
    return html`<lab-pasted key="data" .wanted=${1} .rows=${2} .text=${writeSeries(values, ' ')}
      .most=${MOST_POINTS} .take=${take} .label=${i18n.t('smoothing.paste')}
      .stays=${seriesFitsLink(experiment) ? '' : i18n.t('smoothing.stays')} .i18n=${i18n}
      .locked=${experiment.lock.includes('f')} .onData=${set}></lab-pasted>`;
  }

  render() {
    const { experiment, i18n, onBack } = this;
    const source = this.#source;
    const isLocked = experiment.lock.includes('f');
    return html`<section class="objective">
      <label class="f"><span>${i18n.t('smoothing.series')}</span>
        <select class="choose-series" ?disabled=${isLocked}
          @change=${(/** @type {Event} */ event) => this.#choose(fieldOf(event).value)}>
          ${[LECTURE, OWN, ...RECIPES].map(
            (key) => html`<option value=${key}
            ?selected=${key === source}>${i18n.t(`series.of.${key}`)}</option>`,
          )}
        </select></label>
      ${this.#renderNumber('n')}${this.#renderNumber('noise')}${this.#renderNumber('seed')}
      ${
        onBack
          ? html`<button type="button" data-act="back-to-run"
        @click=${onBack}>${i18n.t('smoothing.back')}</button>`
          : ''
      }
      ${source === OWN ? this.#renderOwn() : ''}
    </section>`;
  }
}

define('lab-series-panel', SeriesPanel);
