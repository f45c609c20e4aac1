// What a line is fitted to and from where: the data (a set that ships with the lab, or the user's own),
// whether x is standardised, the start, the epochs and the seed of their order.

import { html } from 'lit';
import '../../elements/pasted-data.js';
import { define, fieldOf, LabElement, UNSET } from '../../elements/lab-element.js';
import { shortNumber } from '../../elements/number-field.js';
import { withRest } from '../../elements/rest-button.js';
import { hessianSentence } from '../../i18n/sentences.js';
import { DATA_SETS } from '../../state/data-sets.js';
import * as experiments from '../../state/experiment.js';
import { FEWEST_POINTS, fitsLink, pointsOf, writePoints } from '../../state/sampling-data.js';
import { takePoints } from '../../state/table/take.js';
import * as sampling from './experiment.js';

/** @typedef {import('./experiment.js').SamplingExperiment} SamplingExperiment */

const OWN = 'own';

/** Points as a field shows them. @param {{ x: readonly number[], y: readonly number[] }} points */
const fieldText = (points) => writePoints(points).replaceAll(',', '\t').replaceAll(';', '\n');

class SamplingPanel extends LabElement {
  static properties = {
    core: { attribute: false },
    experiment: { attribute: false },
    theory: { attribute: false },
    i18n: { attribute: false },
    change: { attribute: false },
    isWhole: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../../core/index.js').Core} */ this.core = UNSET;
    /** @type {SamplingExperiment} */ this.experiment = UNSET;
    /**
     * @type {import('../../core/index.js').SampleRun | null} any run: the theory of the loss and the scale of
     *   x
     */
    this.theory = null;
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** @type {(change: (e: SamplingExperiment) => SamplingExperiment) => void} */ this.change =
      () => {};
    /** all of it shows */ this.isWhole = false;
  }

  /** @param {string} key */
  #choose(key) {
    const { x, y } = pointsOf(this.experiment.data);
    this.change((e) => sampling.withData(e, key === OWN ? { x, y } : { key }));
  }

  /**
   * What points are of a table.
   * @type {(table: import('../../state/table/read-table.js').Table, choice: readonly number[]) =>
   *   import('../../elements/pasted-data.js').Taken}
   */
  #take = (table, choice) => {
    const most = this.core.catalog.limits.data;
    const limits = { fewest: FEWEST_POINTS, most, farthest: experiments.FARTHEST };
    const { x, y, notes } = takePoints(table, choice, limits);
    const data = experiments.freezeDeep({ x, y });
    const count = x.length < FEWEST_POINTS ? 0 : x.length;
    return { data, count, text: fieldText(data), notes };
  };

  /** @param {string} key */
  #isLocked = (key) => this.experiment.lock.includes(key);

  #renderStart() {
    const { i18n, experiment, change, core } = this;
    const { start } = experiment;
    const bound = sampling.bounds(core.catalog).coordinate;
    return ['w', 'b'].map((axis, i) => {
      const label = i ? '' : i18n.t('objective.start');
      const number = { key: `${axis}0`, symbol: `${axis}_0`, label, ...bound };
      const set = (/** @type {number} */ next) =>
        change((e) => experiments.setStart(e, e.start.with(i, next), core.catalog));
      return shortNumber(number, { value: start[i], i18n, isLocked: this.#isLocked('x0'), set });
    });
  }

  /** The epochs or the seed. @param {'epochs'|'seed'} key @param {string} label @param {string} lock */
  #renderNumber(key, label, lock) {
    const { i18n, experiment, change, core } = this;
    const bound = sampling.bounds(core.catalog)[key];
    return shortNumber(
      { key, symbol: '', label, ...bound },
      {
        ...{ value: experiment[key], i18n, isLocked: this.#isLocked(lock) },
        set: (next) => change((e) => sampling.setNumber(e, key, next, core.catalog)),
      },
    );
  }

  #renderChoice() {
    const { i18n, experiment } = this;
    const { data } = experiment;
    const key = 'key' in data ? data.key : OWN;
    const option = (/** @type {string} */ each, /** @type {string} */ name) =>
      html`<option value=${each} ?selected=${each === key}>${i18n.t(`data.${name}`)}</option>`;
    return html`<label class="f"><span>${i18n.t('data.choose')}</span>
      <select class="choose-data" ?disabled=${this.#isLocked('f')}
        @change=${(/** @type {Event} */ event) => this.#choose(fieldOf(event).value)}>
        ${DATA_SETS.map((set) => option(set.key, set.key))}${option(OWN, 'own')}</select></label>`;
  }

  #renderStandardise() {
    const { i18n, experiment, change } = this;
    const set = (/** @type {Event} */ event) =>
      change((e) => sampling.setStandardise(e, fieldOf(event).checked));
    return html`<label class="check"><input type="checkbox" data-key="standardise"
      .checked=${experiment.standardise} ?disabled=${this.#isLocked('f')}
      @change=${set}><span>${i18n.t('sampling.standardise')}</span></label>`;
  }

  #renderOwn() {
    const { i18n, experiment, core, change } = this;
    const { data } = experiment;
    const set = (/** @type {import('../../state/sampling-data.js').Data} */ next) =>
      change((e) => sampling.withData(e, next));
    return html`<lab-pasted key="xy" .wanted=${2} .rows=${6} .text=${fieldText(pointsOf(data))}
      .most=${core.catalog.limits.data} .take=${this.#take} .label=${i18n.t('data.paste')}
      .stays=${fitsLink(data) ? '' : i18n.t('data.stays')} .i18n=${i18n}
      .locked=${this.#isLocked('f')} .onData=${set}></lab-pasted>`;
  }

  /** The Hessian's eigenvalues, their ratio and the rate they allow. */
  #renderTheory() {
    const { theory, i18n, experiment } = this;
    if (!theory) return '';
    const { curvature, flattest } = theory.diagnosis;
    const { mean, deviation } = theory.scale;
    const scaled = i18n.t('sampling.scale', {
      mean: i18n.n(mean, 4),
      deviation: i18n.n(deviation, 4),
    });
    return [
      ...(experiment.standardise ? [scaled] : []),
      flattest === 0 ? i18n.t('sampling.flat') : hessianSentence(theory.diagnosis, i18n),
      i18n.t('sampling.stable', { rate: i18n.n(2 / curvature, 3) }),
    ].join(' ');
  }

  render() {
    const { experiment, i18n } = this;
    const { data } = experiment;
    const isOwn = !('key' in data);
    const model = i18n.t('sampling.model', { count: sampling.countOf(experiment) });
    return html`<section class="objective ${this.isWhole ? 'is-whole' : ''}">
      ${this.#renderChoice()}
      ${this.#renderStandardise()}
      ${this.#renderStart()}
      ${withRest(this, this.#renderNumber('epochs', i18n.t('sampling.epochs'), 'steps'))}
      <span class="group rest">${this.#renderNumber('seed', i18n.t('noise.seed'), 'noise')}</span>
      ${isOwn ? this.#renderOwn() : ''}
      <p class="note rest">${model} ${isOwn ? '' : i18n.t(`data.${data.key}.note`)}</p>
      <p class="note theory rest">${this.#renderTheory()}</p>
    </section>`;
  }
}

define('lab-sampling-panel', SamplingPanel);
