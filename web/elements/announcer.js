// <lab-announcer>: says aloud, once, what a run came to: when something changed it and then rested, and when
// its last step is reached. Steps on the way are not read.

import { html } from 'lit';
import { define, LabElement } from './lab-element.js';

/** ms without a change before anything is said: a drag or a word typed is one change. */
const QUIET = 1000;

class Announcer extends LabElement {
  static properties = { result: { type: String }, isEnd: { type: Boolean }, said: { state: true } };

  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  /** the result that is known, said or shown from the beginning @type {string|undefined} */
  #known;

  constructor() {
    super();
    /** what the runs came to, in words */ this.result = '';
    /** whether the last step is shown */ this.isEnd = false;
    this.said = '';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!changes.has('result') && !changes.has('isEnd')) return;
    this.#known ??= this.result;
    const arrived = this.isEnd && changes.get('isEnd') === false;
    clearTimeout(this.#timer);
    if (!arrived && this.result === this.#known) return;
    this.said = '';
    this.#timer = setTimeout(() => {
      this.#known = this.result;
      this.said = this.result;
    }, QUIET);
  }

  render() {
    return html`<p class="hidden-text" role="status">${this.said}</p>`;
  }
}

define('lab-announcer', Announcer);
