// What is descended and from where: the function and its parameters (or the user's own f), the start, the
// number of steps.

import { html } from 'lit';
import './own-text.js';
import * as experiments from '../state/experiment.js';
import { copiedFormula } from '../state/own-units.js';
import { define, fieldOf, LabElement, UNSET } from './lab-element.js';
import { shortNumber } from './number-field.js';
import { precisionField } from './precision-field.js';
import { withRest } from './rest-button.js';

/** @typedef {import('../core/catalog.js').Objective} Objective */

const OWN = 'own';
const AXES = ['x', 'y'];
/** @type {Record<string, string>} fields that are locked under another's name */
const LOCKS = { y0: 'x0', sigma: 'noise', seed: 'noise' };

const POWERS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * A formula of the catalog as it may stand in a menu: a·x² for a*x^2.
 * @param {string} formula @param {import('../i18n/index.js').I18n} i18n
 */
export function prettyFormula(formula, i18n) {
  return formula
    .replace(/\d+\.\d+/g, (number) => i18n.n(Number(number), 17, false))
    .replace(/\blog\(/g, 'ln(')
    .replace(/\babs\(([^()]*)\)/g, '|$1|')
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
    /** @type {import('../core/index.js').Core} */ this.core = UNSET;
    /** @type {import('../state/experiment.js').Experiment} */ this.experiment = UNSET;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /**
     * @type {(change: (e: import('../state/experiment.js').Experiment) =>
     *   import('../state/experiment.js').Experiment) => void}
     */
    this.change = () => {};
    /** what stands in the place of the steps and the noise @type {readonly unknown[]} */ this.more =
      [];
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
    const [size, origin] = [i18n.t('objective.noise'), i18n.t('noise.seed')];
    return html`<span class="group ${sigma > 0 ? '' : 'rest'}">
      ${this.#short('sigma', 'σ', size, limits.sigma, sigma, (next) => set({ sigma: next }))}
      ${
        sigma > 0
          ? this.#short('seed', '#', origin, limits.seed, seed, (next) => set({ seed: next }))
          : ''
      }</span>`;
  }

  /**
   * How many steps are taken.
   * @param {ReturnType<typeof experiments.bounds>} limits
   */
  #renderSteps(limits) {
    const { experiment, i18n, change, core } = this;
    const set = (/** @type {number} */ next) =>
      change((e) => experiments.setSteps(e, next, core.catalog));
    const label = i18n.t('objective.steps');
    return this.#short('steps', 'N', label, limits.steps, experiment.steps, set);
  }

  /** The menu of landscapes. @param {Objective|undefined} record undefined: an own f */
  #renderChoice(record) {
    const { core, experiment, i18n } = this;
    const units = core.catalog.objectives;
    const names = AXES.slice(0, experiment.start.length);
    const axes = names.map((axis, i) => html`${i ? ', ' : ''}<i>${axis}</i>`);
    const option = (/** @type {Objective} */ unit) => {
      const name = i18n.name('objectives', unit);
      return html`<option value=${unit.key}
        ?selected=${unit === record}>${prettyFormula(unit.formula, i18n)} — ${name}</option>`;
    };
    const options = (/** @type {1|2} */ dim) =>
      units.filter((unit) => unit.dim === dim).map(option);
    const group = (/** @type {1|2} */ dim) =>
      html`<optgroup label=${i18n.t(`objective.${dim}d`)}>${options(dim)}</optgroup>`;
    return html`<label class="f"><span><i>f</i>(${axes}) =</span>
      <select class="choose-objective" aria-label=${i18n.t('objective.choose')}
        ?disabled=${this.#isLocked('f')}
        @change=${(/** @type {Event} */ event) => this.#choose(fieldOf(event).value)}>
        ${group(1)}${units.some(({ dim }) => dim === 2) ? group(2) : ''}
        <option value=${OWN} ?selected=${!record}>${i18n.t('objective.own')}</option>
      </select></label>`;
  }

  /** @param {string} formula */
  #renderOwn(formula) {
    const { core, i18n, change } = this;
    const set = (/** @type {string} */ text) =>
      change((e) => experiments.withFormula(e, text, core));
    return html`<lab-own class="own-f" data-key="fx" .value=${formula}
      .label=${i18n.t('objective.own')} .i18n=${i18n} .locked=${this.#isLocked('f')}
      .parse=${(/** @type {string} */ text) => core.parseFormula(text)} .onText=${set}></lab-own>`;
  }

  /** A parameter of the landscape. @param {import('../core/catalog.js').Param} param @param {number} value */
  #renderParam(param, value) {
    const { core, i18n, change } = this;
    const set = (/** @type {number} */ next) =>
      change((e) => experiments.setParam(e, param.key, next, core.catalog));
    return html`<lab-number .param=${param} .value=${value} .i18n=${i18n}
      .locked=${this.#isLocked('f') || this.#isLocked(param.key)} .onChange=${set}></lab-number>`;
  }

  render() {
    const { core, experiment, i18n } = this;
    const { catalog } = core;
    const { objective, start } = experiment;
    const isOwn = 'formula' in objective;
    const record = isOwn ? undefined : catalog.objectives.find(({ key }) => key === objective.key);
    const values = isOwn ? {} : objective.params;
    const limits = experiments.bounds(catalog);
    const numbers = this.more.length ? this.more : [this.#renderSteps(limits)];
    return html`<section class="objective ${this.isWhole ? 'is-whole' : ''}">
      ${this.#renderChoice(record)}
      ${isOwn ? this.#renderOwn(objective.formula) : ''}
      ${record?.params.map((param) => this.#renderParam(param, values[param.key]))}
      <span class="group">${start.map((value, i) => this.#renderStart(value, i))}</span>
      ${numbers.slice(0, -1)}${withRest(this, numbers.at(-1))}
      ${
        this.more.length
          ? ''
          : [this.#renderNoise(limits), precisionField(this, this.#isLocked('precision'))]
      }
      <p class="note rest">${record ? i18n.note('objectives', record) : i18n.t('objective.language')}</p>
    </section>`;
  }
}

define('lab-objective', ObjectivePanel);
