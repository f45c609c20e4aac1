// What is descended and from where: the function and its parameters (or the user's own f), the start, the
// number of steps.

import { html } from 'lit';
import './own-text.js';
import * as experiments from '../state/experiment.js';
import { copiedFormula } from '../state/own-units.js';
import { define, fieldOf, LabElement, later } from './lab-element.js';
import { shortNumber } from './number-field.js';
import { restButton } from './rest-button.js';

const OWN = 'own';
const AXES = ['x', 'y'];
/** @type {Record<string, string>} fields that are locked under another's name */
const LOCKS = { y0: 'x0', sigma: 'noise', seed: 'noise' };

const POWERS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A formula of the catalog as it may stand in a menu: a·x² for a*x^2. @param {string} formula */
export function prettyFormula(formula) {
  return formula
    .replace(/\blog\(/g, 'ln(')
    .replace(/\^(\d)\b/g, (_, digit) => POWERS[digit])
    .replace(/\b(\d*)pi\b/g, '$1π')
    .replace(/(\d)\*(?=[a-z(])/g, '$1')
    .replace(/\*/g, '·')
    .replace(/-/g, '−');
}

class ObjectivePanel extends LabElement {
  static properties = {
    core: { attribute: false },
    experiment: { attribute: false },
    i18n: { attribute: false },
    change: { attribute: false },
    more: { attribute: false },
    isWhole: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/index.js').Core} */ this.core = later();
    /** @type {import('../state/experiment.js').Experiment} */ this.experiment = later();
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = later();
    /**
     * @type {(change: (e: import('../state/experiment.js').Experiment) =>
     *   import('../state/experiment.js').Experiment) => void}
     */
    this.change = () => {};
    /** @type {unknown} what stands in the place of the steps and the noise */ this.more = '';
    /** all of it shows */ this.isWhole = false;
  }

  /** @param {string} key */
  #isLocked = (key) => this.experiment.lock.includes(key);

  /** @param {string} key */
  #choose(key) {
    const { core, experiment } = this;
    const { objective } = experiment;
    if (key !== OWN) {
      this.change((e) => experiments.withObjective(e, key, core.catalog));
      return;
    }
    if ('formula' in objective) return;
    this.change((e) => experiments.withFormula(e, copiedFormula(objective, core.catalog), core));
  }

  /**
   * A number of the experiment as a field.
   * @param {string} key @param {string} symbol @param {string} label
   * @param {import('./number-field.js').Bound} bound
   * @param {number} value @param {(value: number) => void} set
   */
  #short(key, symbol, label, bound, value, set) {
    const isLocked = this.#isLocked(LOCKS[key] ?? key);
    return shortNumber({ key, symbol, label, ...bound }, { value, i18n: this.i18n, isLocked, set });
  }

  /** A coordinate of the start. @param {number} value @param {number} axis */
  #renderStart(value, axis) {
    const { catalog } = this.core;
    const name = this.i18n.t('objective.start');
    const label = axis ? '' : name;
    const isOne = this.experiment.start.length === 1;
    const spoken = isOne ? name : `${name} ${AXES[axis]}₀`;
    const bound = { ...experiments.bounds(catalog).coordinate, spoken };
    return this.#short(`${AXES[axis]}0`, `${AXES[axis]}_0`, label, bound, value, (next) =>
      this.change((e) =>
        experiments.setStart(
          e,
          e.start.map((old, i) => (i === axis ? next : old)),
          catalog,
        ),
      ),
    );
  }

  /**
   * The gradient's noise; its seed only where there is noise.
   * @param {ReturnType<typeof experiments.bounds>} limits
   */
  #renderNoise(limits) {
    const { experiment, i18n, change, core } = this;
    const { sigma, seed } = experiment.noise;
    const set = (/** @type {object} */ noise) =>
      change((e) => experiments.setNoise(e, noise, core.catalog));
    return html`${this.#short('sigma', 'σ', i18n.t('objective.noise'), limits.sigma, sigma, (next) => set({ sigma: next }))}
      ${sigma > 0 ? this.#short('seed', '#', i18n.t('noise.seed'), limits.seed, seed, (next) => set({ seed: next })) : ''}`;
  }

  /**
   * How many steps are taken, and with how much noise.
   * @param {ReturnType<typeof experiments.bounds>} limits
   */
  #renderLength(limits) {
    const { experiment, i18n, change, core } = this;
    const set = (/** @type {number} */ next) =>
      change((e) => experiments.setSteps(e, next, core.catalog));
    return html`${this.#short('steps', 'N', i18n.t('objective.steps'), limits.steps, experiment.steps, set)}
      <span class="group ${experiment.noise.sigma > 0 ? '' : 'rest'}">${this.#renderNoise(limits)}</span>`;
  }

  render() {
    const { core, experiment, i18n, change } = this;
    const { catalog } = core;
    const { objective, start } = experiment;
    const isOwn = 'formula' in objective;
    const record = isOwn ? undefined : catalog.objectives.find(({ key }) => key === objective.key);
    const values = isOwn ? {} : objective.params;
    const limits = experiments.bounds(catalog);
    const units = catalog.objectives;
    const option = (
      /** @type {import('../core/catalog.js').Objective} */ unit,
    ) => html`<option value=${unit.key}
      ?selected=${unit === record}>${prettyFormula(unit.formula)} — ${i18n.name('objectives', unit)}</option>`;
    return html`<section class="objective ${this.isWhole ? 'is-whole' : ''}">
      <label class="f"><span><i>f</i>(${AXES.slice(0, start.length).map((axis, i) => html`${i ? ', ' : ''}<i>${axis}</i>`)}) =</span>
        <select class="choose-objective" aria-label=${i18n.t('objective.choose')}
          ?disabled=${this.#isLocked('f')}
          @change=${(/** @type {Event} */ event) => this.#choose(fieldOf(event).value)}>
          <optgroup label=${i18n.t('objective.1d')}>${units.filter(({ dim }) => dim === 1).map(option)}</optgroup>
          ${
            units.some(({ dim }) => dim === 2)
              ? html`<optgroup
            label=${i18n.t('objective.2d')}>${units.filter(({ dim }) => dim === 2).map(option)}</optgroup>`
              : ''
          }
          <option value=${OWN} ?selected=${isOwn}>${i18n.t('objective.own')}</option>
        </select></label>
      ${
        isOwn
          ? html`<lab-own class="own-f" data-key="fx" .value=${objective.formula}
            .label=${i18n.t('objective.own')} .i18n=${i18n} .locked=${this.#isLocked('f')}
        .parse=${(/** @type {string} */ text) => core.parseFormula(text)}
        .onText=${(/** @type {string} */ text) => change((e) => experiments.withFormula(e, text, core))}></lab-own>`
          : ''
      }
      ${(record?.params ?? []).map(
        (param) => html`<lab-number .param=${param} .value=${values[param.key]} .i18n=${i18n}
          .locked=${this.#isLocked('f') || this.#isLocked(param.key)}
        .onChange=${(/** @type {number} */ value) => change((e) => experiments.setParam(e, param.key, value, catalog))}></lab-number>`,
      )}
      <span class="group">${start.map((value, i) => this.#renderStart(value, i))}</span>
      ${this.more || this.#renderLength(limits)}
      ${restButton(this)}
      <p class="note rest">${record ? i18n.note('objectives', record) : i18n.t('objective.language')}</p>
    </section>`;
  }
}

define('lab-objective', ObjectivePanel);
