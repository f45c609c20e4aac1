// <lab-legend>: which line is which and what it did, where there is no room for the runs' cards or a link
// hides them.

import { html } from 'lit';
import { runStyle } from '../charts/run-style.js';
import { isFramed } from '../state/page-keys.js';
import { define, LabElement } from './lab-element.js';
import { renderMark } from './run-mark.js';

/**
 * Whether an experiment is shown with a legend.
 * @param {import('../state/types.js').PageFields} experiment
 */
export const needsLegend = (experiment) =>
  !experiment.hide.includes('legend') && (isFramed(experiment) || experiment.hide.includes('runs'));

class Legend extends LabElement {
  static properties = { items: { attribute: false } };

  constructor() {
    super();
    /** @type {readonly { index: number, name: string, words: string }[]} index of the run, for its look */
    this.items = [];
  }

  render() {
    return html`<ul>${this.items.map(({ index, name, words }) => {
      const style = runStyle(index);
      return html`<li data-hue=${style.hue + 1}>${renderMark(style, 32)} <span><strong>${name}</strong><span
        class="legend-words">: ${words}</span></span></li>`;
    })}</ul>`;
  }
}

define('lab-legend', Legend);
