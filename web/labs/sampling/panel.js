// What a line is fitted to and from where: the data (a set that ships with the lab, or the user's own),
// whether x is standardised, the start, the epochs and the seed of their order.

import { html } from 'lit';
import '../../elements/number-field.js';
import '../../elements/pasted-data.js';
import { define, fieldOf, LabElement, later } from '../../elements/lab-element.js';
import { restButton } from '../../elements/rest-button.js';
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
    /** @type {import('../../core/index.js').Core} */ this.core = later();
    /** @type {SamplingExperiment} */ this.experiment = later();
    /**
     * @type {import('../../core/index.js').SampleRun | null} any run: the theory of the loss and the scale of
     *   x
     */
    this.theory = null;
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = later();
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

  /**
   * A number of the experiment as a field.
   * @param {string} key @param {string} symbol @param {string} label @param {object} bound
   * @param {number} value @param {string} lock @param {(value: number) => void} set
   */
  #short(key, symbol, label, bound, value, lock, set) {
    const param = { key, symbol, label, scale: 'linear', preset: 0, from: 0, to: 0, ...bound };
    return html`<lab-number class="short" data-key=${key} .param=${param} .value=${value} .i18n=${this.i18n}
      .locked=${this.#isLocked(lock)} .onChange=${set}></lab-number>`;
  }

  #renderStart() {
    const { catalog } = this.core;
    const { coordinate } = sampling.bounds(catalog);
    const { start } = this.experiment;
    return ['w', 'b'].map((axis, i) =>
      this.#short(
        `${axis}0`,
        `${axis}_0`,
        i ? '' : this.i18n.t('objective.start'),
        coordinate,
        start[i],
        'x0',
        (next) => this.change((e) => experiments.setStart(e, start.with(i, next), catalog)),
      ),
    );
  }

  #renderOwn() {
    const { i18n, experiment, core } = this;
    const { data } = experiment;
    return html`<lab-pasted key="xy" .wanted=${2} .rows=${6} .text=${fieldText(pointsOf(data))}
      .most=${core.catalog.limits.data} .take=${this.#take}
      .label=${i18n.t('data.paste')} .stays=${fitsLink(data) ? '' : i18n.t('data.stays')} .i18n=${i18n}
        .locked=${this.#isLocked('f')}
      .onData=${(/** @type {import('../../state/sampling-data.js').Data} */ next) => this.change((e) => sampling.withData(e, next))}></lab-pasted>`;
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
    const { core, experiment, i18n, change } = this;
    const { catalog } = core;
    const { data, standardise, epochs, seed } = experiment;
    const limits = sampling.bounds(catalog);
    const isOwn = !('key' in data);
    const key = isOwn ? OWN : data.key;
    const count = sampling.countOf(experiment);
    return html`<section class="objective ${this.isWhole ? 'is-whole' : ''}">
      <label class="f"><span>${i18n.t('data.choose')}</span>
        <select class="choose-data" ?disabled=${this.#isLocked('f')}
          @change=${(/** @type {Event} */ event) => this.#choose(fieldOf(event).value)}>
          ${DATA_SETS.map(
            (set) => html`<option value=${set.key}
            ?selected=${set.key === key}>${i18n.t(`data.${set.key}`)}</option>`,
          )}
          <option value=${OWN} ?selected=${isOwn}>${i18n.t('data.own')}</option>
        </select></label>
      <label class="check"><input type="checkbox" data-key="standardise" .checked=${standardise}
        ?disabled=${this.#isLocked('f')}
        @change=${(/** @type {Event} */ event) => change((e) => sampling.setStandardise(e, fieldOf(event).checked))}><span>${i18n.t('sampling.standardise')}</span></label>
      ${this.#renderStart()}
      ${this.#short('epochs', '', i18n.t('sampling.epochs'), limits.epochs, epochs, 'steps', (next) => change((e) => sampling.setNumber(e, 'epochs', next, catalog)))}
      <span class="group rest">${this.#short('seed', '', i18n.t('noise.seed'), limits.seed, seed, 'noise', (next) => change((e) => sampling.setNumber(e, 'seed', next, catalog)))}</span>
      ${restButton(this)}
      ${isOwn ? this.#renderOwn() : ''}
      <p class="note rest">${i18n.t('sampling.model', { count })} ${isOwn ? '' : i18n.t(`data.${key}.note`)}</p>
      <p class="note theory rest">${this.#renderTheory()}</p>
    </section>`;
  }
}

define('lab-sampling-panel', SamplingPanel);
