// The base of the lab's parts: Lit elements that render into the lab's own shadow root, so that one style
// sheet serves all of them.

import { html, LitElement } from 'lit';

/**
 * Opens a dialog whose code is read when somebody asks for it. What was set before must be among the
 * element's `properties`: others are lost when the browser learns what the tag is.
 * @param {ParentNode} root @param {string} tag of its element @param {Promise<unknown>} code what defines it
 */
export async function openDialog(root, tag, code) {
  await code;
  const dialog = /** @type {LabElement & { open: () => void }|null} */ (root.querySelector(tag));
  await dialog?.updateComplete;
  dialog?.open();
}

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
