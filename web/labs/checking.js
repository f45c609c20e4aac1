// Numbers of the reader's own beside a lab: what was found in them, and where the focus goes when they are
// opened or closed.

import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { elsewhere } from './elsewhere.js';

/**
 * @typedef {import('../elements/own-numbers.js').Found} Found
 * @typedef {import('../elements/own-numbers.js').OwnNumbers} Panel
 * @typedef {import('lit').ReactiveController} ReactiveController
 * @typedef {import('../core/types.js').Numbers} Numbers
 */

/**
 * @template E
 * @typedef {object} Shown
 * @property {E} experiment
 * @property {import('../core/index.js').Core} core
 * @property {import('../i18n/index.js').I18n} i18n
 * @property {(change: (experiment: E) => E) => unknown} change
 */

/**
 * Why the core would not judge such numbers, as the key of words; "" where it does.
 * @param {Panel['spec']} asked @param {import('../core/records.js').Catalog} catalog
 */
function refusalOf(asked, { optimizers }) {
  if ('precision' in asked) return 'check.precision';
  if (!('optimizer' in asked)) return '';
  const { optimizer } = asked;
  const { key, rule: own } = /** @type {{ key?: string, rule?: string }} */ (optimizer);
  const unit = optimizers.find((each) => each.key === key);
  if (unit?.kind === 'method') return 'check.method';
  return 'data' in asked && /\bf\b/.test(own ?? unit?.rule ?? '') ? 'check.readsLoss' : '';
}

/**
 * @template {{ check?: true }} E
 * @implements {ReactiveController}
 */
export class Checking {
  #host;
  /** @type {Found|null} */ #found = null;
  /** What takes the focus once it is there. */ #focused = '';

  /** @param {import('lit').LitElement & Shown<E>} host a lab's view */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  get #isOpen() {
    return Boolean(this.#host.experiment.check);
  }

  /** What was found, as long as it is shown. */
  get found() {
    return this.#isOpen ? this.#found : null;
  }

  /** @param {boolean} isOpen */
  #open(isOpen) {
    this.#found = null;
    this.#focused = isOpen ? 'lab-own-numbers textarea' : '[data-act=check]';
    this.#host.change((experiment) => {
      const { check: _, ...rest } = experiment;
      return /** @type {E} */ ({ ...rest, ...(isOpen && { check: true }) });
    });
  }

  /** What opens it, among the tools of a table. */
  get tool() {
    return {
      ...{ key: 'check', words: this.#host.i18n.t('check.open') },
      act: () => this.#open(true),
    };
  }

  /**
   * @param {Pick<Panel, 'spec'|'name'> & { run: () => Panel['run'], of: unknown[] }} what they are of; `run`
   *   is worked out, and the numbers are judged, when one of `of` is another
   * @returns {unknown}
   */
  render({ spec, run, of, name }) {
    const { core, i18n } = this.#host;
    if (!this.#isOpen) return '';
    if (!customElements.get('lab-own-numbers')) {
      import('../elements/own-numbers.js').then(() => this.#host.requestUpdate());
      return '';
    }
    const onCheck = (/** @type {Found|null} */ found) => {
      this.#found = found;
      this.#host.requestUpdate();
    };
    const judge = async (/** @type {Panel['spec']} */ asked, /** @type {Numbers} */ numbers) => {
      const refusal = refusalOf(asked, core.catalog);
      if (refusal) throw new Error(i18n.t(refusal));
      return (await elsewhere(core)).check(asked, numbers, { channel: 'check' });
    };
    return html`<lab-own-numbers .judge=${judge} .spec=${spec} .run=${guard(of, run)} .name=${name}
      .i18n=${i18n} .onCheck=${onCheck} .onClose=${() => this.#open(false)}></lab-own-numbers>`;
  }

  /** Takes the focus to what was opened, or back to what opened it. */
  async hostUpdated() {
    const panel = /** @type {import('lit').LitElement|null} */ (
      this.#host.querySelector('lab-own-numbers')
    );
    if (!this.#focused || (panel !== null) !== this.#isOpen) return;
    const selector = this.#focused;
    this.#focused = '';
    await panel?.updateComplete;
    const next = /** @type {HTMLElement|null} */ (this.#host.querySelector(selector));
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  }
}
