// The style sheets that a lab wears in its shadow root, and the class of its layout.

import { adoptStyles, unsafeCSS } from 'lit';
import { FIRST_STYLES, LAST_STYLES } from '../styles/index.js';
import { keptControls } from './figure.js';
import { screenOf } from './screens.js';

/** @typedef {import('../state/types.js').AnyExperiment} AnyExperiment */

export class Styles {
  /** @type {Map<string, import('lit').CSSResult>} those of the labs that were opened */
  #ofLabs = new Map();
  /** what a figure keeps, as a style sheet */
  #kept = '';

  /**
   * The styles of the lab shown, and of those shown before, take their place among the others.
   * @param {ShadowRoot} root @param {AnyExperiment|null} experiment
   */
  wear(root, experiment) {
    const { styles = '', tag = '' } = screenOf(experiment?.lab ?? '') ?? {};
    const kept = experiment?.layout ? keptControls(experiment.controls) : '';
    const isNew = Boolean(styles) && !this.#ofLabs.has(tag);
    if (!isNew && kept === this.#kept) return;
    if (isNew) this.#ofLabs.set(tag, unsafeCSS(styles));
    this.#kept = kept;
    const last = [...LAST_STYLES, unsafeCSS(kept)];
    adoptStyles(root, [...FIRST_STYLES, ...this.#ofLabs.values(), ...last]);
  }
}

/**
 * The class of a lab's layout.
 * @param {{ experiment: AnyExperiment, presenting: { isOn: boolean }, isWhole: boolean, isEnlarged: boolean
 *   }} lab
 */
export function layoutClass({ experiment, presenting, isWhole, isEnlarged }) {
  const isLarge = isEnlarged || presenting.isOn;
  if (experiment.layout === 'figure') return `is-figure ${isLarge ? 'is-presenting' : ''}`;
  if (isLarge) return 'is-presenting';
  return experiment.embed ? `is-embed ${isWhole ? 'is-whole' : ''}` : '';
}
