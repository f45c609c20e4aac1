// The style sheets of a shadow root that shows one lab after another.

import { adoptStyles, unsafeCSS } from 'lit';
import { FIRST_STYLES, LAST_STYLES } from '../styles/index.js';

export class WornStyles {
  /** @type {Map<string, import('lit').CSSResult>} those of the labs that were opened, by their tags */
  #styles = new Map();

  /**
   * The styles of the lab shown, and of those shown before, take their place among the others.
   * @param {HTMLElement|DocumentFragment} root @param {import('./types.js').Screen} [screen]
   */
  wear(root, { styles = '', tag = '' } = /** @type {import('./types.js').Screen} */ ({})) {
    if (!styles || this.#styles.has(tag)) return;
    this.#styles.set(tag, unsafeCSS(styles));
    const sheets = [...FIRST_STYLES, ...this.#styles.values(), ...LAST_STYLES];
    adoptStyles(/** @type {ShadowRoot} */ (root), sheets);
  }
}
