// The base of the lab's parts: Lit elements that render into the lab's own shadow root, so that one style
// sheet serves all of them.

import { html, LitElement } from 'lit';

/** @typedef {HTMLElement & { open: () => void }} Opened an element that opens a dialog */

export class LabElement extends LitElement {
  /** @returns {this} */
  createRenderRoot() {
    return this;
  }

  /** Shows its properties at once. */
  renderNow() {
    this.performUpdate();
  }
}

/**
 * A symbol as a textbook prints it: what follows "_" stands below the line.
 * @param {string} symbol "β_1"
 */
export function symbolOf(symbol) {
  const [base, below] = symbol.split('_');
  return below ? html`<i>${base}</i><sub>${below}</sub>` : html`<i>${base}</i>`;
}

/**
 * Defines an element once, however often the code is loaded.
 * @param {string} name @param {CustomElementConstructor} type
 */
export function define(name, type) {
  if (!customElements.get(name)) customElements.define(name, type);
}

/** The form field that an event comes from. @param {Event} event */
export const fieldOf = (event) => /** @type {HTMLInputElement} */ (event.target);

/**
 * What a property holds until it is set, which it always is before the first rendering.
 * @type {any} any: it fits every property
 */
export const UNSET = undefined;
