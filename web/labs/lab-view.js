// What every lab is: an element that shows an experiment and says what should change. It renders into the
// shadow root of <descent-lab>.

import { LabElement, UNSET } from '../elements/lab-element.js';

/** @typedef {import('../state/types.js').AnyExperiment} AnyExperiment */

/** @template {AnyExperiment} E the experiment of the lab's own kind */
export class LabView extends LabElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = {
    core: { attribute: false },
    experiment: { attribute: false },
    i18n: { attribute: false },
    theme: { type: String },
    home: { type: String },
  };

  constructor() {
    super();
    /** @type {import('../core/index.js').Core} */ this.core = UNSET;
    /** @type {E} */ this.experiment = UNSET;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** @type {'light'|'dark'} the one shown, whoever chose it */ this.theme = 'light';
    /** the address at which a lab stands alone; "" for none */ this.home = '';
    /** @type {(change: (experiment: E) => AnyExperiment) => void} */ this.change = () => {};
  }
}
