// A part of the lab that must not slow a drag: off screen it updates once nothing has changed for a moment,
// in view at most as often as a reader can follow, and at once after what the reader did in it.

import { LabElement } from './lab-element.js';

const QUIET = 150; // ms without a change, off screen
/**
 * The pace of what is read, lines of math and the cards of runs: their layout is most of what a drag costs.
 * In ms.
 */
export const READING = 100;

/** The events of a control that was used; a drag of a slider sends `change` at its end only. */
const DEEDS = ['click', 'change'];

export class LazyElement extends LabElement {
  /** ms between updates in view; after a longer pause a change shows at once */
  pace = 0;
  #isSeen = true;
  #updatedMs = 0;
  /**
   * when a property changed last; not private: Lit asks for the first update before a private field exists
   */
  changedMs = 0;
  #wake = () => {};
  #observer = new IntersectionObserver((entries) => {
    this.#isSeen = Boolean(entries.at(-1)?.isIntersecting);
    if (this.#isSeen) this.#wake();
  });

  /** The next update does not wait: what a control does depends on the one before it. */
  #answer = () => {
    this.#updatedMs = -Infinity;
    this.#wake();
  };

  connectedCallback() {
    super.connectedCallback();
    this.#observer.observe(this);
    for (const deed of DEEDS) this.addEventListener(deed, this.#answer);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const deed of DEEDS) this.removeEventListener(deed, this.#answer);
    this.#observer.disconnect();
    this.#isSeen = true;
    this.#wake();
  }

  /**
   * @param {PropertyKey} [name] @param {unknown} [old] @param {import('lit').PropertyDeclaration} [options]
   */
  requestUpdate(name, old, options) {
    this.changedMs = performance.now();
    super.requestUpdate(name, old, options);
  }

  /** How long an update has to wait, in ms. */
  get #wait() {
    if (!this.hasUpdated) return 0;
    const [since, rest] = this.#isSeen ? [this.#updatedMs, this.pace] : [this.changedMs, QUIET];
    return since + rest - performance.now();
  }

  /** Updates it at once. */
  hurry() {
    if (this.isUpdatePending) this.performUpdate();
  }

  async scheduleUpdate() {
    for (let wait = this.#wait; wait > 0; wait = this.#wait) {
      await new Promise((resolve) => {
        this.#wake = () => resolve(undefined);
        setTimeout(resolve, wait);
      });
    }
    this.#updatedMs = performance.now();
    super.scheduleUpdate();
  }
}
