// What the stages of one and of two variables share.

import { LabElement, later } from '../../elements/lab-element.js';
import { dragStart } from '../../state/drag.js';

export class Stage extends LabElement {
  static properties = {
    core: { attribute: false },
    experiment: { attribute: false },
    shown: { attribute: false },
    i18n: { attribute: false },
    summary: { type: String },
    theme: { type: String },
  };

  constructor() {
    super();
    /** @type {import('../../core/index.js').Core} */ this.core = later();
    /** @type {import('../../state/experiment.js').Experiment} */ this.experiment = later();
    /** @type {import('./scene.js').VisibleRuns} */ this.shown = later();
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = later();
    this.summary = '';
    this.theme = 'light';
    /**
     * @type {(change: (e: import('../../state/experiment.js').Experiment) =>
     *   import('../../state/experiment.js').Experiment) => void}
     */
    this.change = () => {};
  }

  /**
   * Sets the start to a place on the stage, rounded to what can be told apart there.
   * @param {number[]} start @param {number[]} widths of the view, along each axis
   */
  setStart(start, widths) {
    this.change((e) => dragStart(e, start, widths, this.core.catalog));
  }

  /** @param {readonly number[]|null} view null: the usual one */
  setView(view) {
    this.change((e) => ({ ...e, view }));
  }
}
