// A part of the lab that is worth no work while nobody sees it: off screen it waits until nothing has changed for a
// moment, so that a drag is not slowed by what lies below the page's edge.

import { LabElement } from './lab-element.js';

const QUIET = 150; // ms

export class LazyElement extends LabElement {
  #isSeen = true;
  /** when a property changed last; not private: Lit asks for the first update before a private field exists */
  changedMs = 0;
  #wake = () => {};
  #observer = new IntersectionObserver((entries) => {
    this.#isSeen = Boolean(entries.at(-1)?.isIntersecting);
    if (this.#isSeen) this.#wake();
  });

  connectedCallback() {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#isSeen = true;
    this.#wake();
  }

  /** @param {PropertyKey} [name] @param {unknown} [old] @param {import('lit').PropertyDeclaration} [options] */
  requestUpdate(name, old, options) {
    this.changedMs = performance.now();
    super.requestUpdate(name, old, options);
  }

  async scheduleUpdate() {
    while (this.hasUpdated && !this.#isSeen && performance.now() - this.changedMs < QUIET) {
      await new Promise((resolve) => {
        this.#wake = () => resolve(undefined);
        setTimeout(resolve, QUIET);
      });
    }
    super.scheduleUpdate();
  }
}
