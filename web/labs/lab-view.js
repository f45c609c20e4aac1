// What every lab is: an element that shows an experiment and says what should change. It renders into the shadow
// root of <descent-lab>, as a grid of parts.

import { LabElement, later } from '../elements/lab-element.js';

export class LabView extends LabElement {
  static properties = {
    core: { attribute: false },
    experiment: { attribute: false },
    i18n: { attribute: false },
    theme: { type: String },
    home: { type: String },
  };

  constructor() {
    super();
    /** @type {import('../core/index.js').Core} */ this.core = later();
    /** @type {any} of the lab's own kind */ this.experiment = later();
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = later();
    /** @type {'light'|'dark'} the one shown, whoever chose it */ this.theme = 'light';
    /** the address at which a lab stands alone; "" for none */ this.home = '';
    /** @type {(change: (experiment: any) => any) => void} */ this.change = () => {};
  }
}
