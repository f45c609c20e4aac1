// <lab-legend>: which line is which and what it did, where there is no room for the runs' cards or a link hides them.

import { html } from 'lit';
import { runStyle } from '../charts/run-style.js';
import { define, LabElement } from './lab-element.js';

/** Whether an experiment is shown with a legend. @param {{ embed: boolean, hide: readonly string[] }} experiment */
export const needsLegend = ({ embed, hide }) =>
  !hide.includes('legend') && (embed || hide.includes('runs'));

class Legend extends LabElement {
  static properties = { items: { attribute: false } };

  constructor() {
    super();
    /** @type {readonly { index: number, name: string, words: string }[]} index of the run, for its look */
    this.items = [];
  }

  render() {
    const inOrder = [...this.items].sort((one, other) => one.index - other.index);
    return html`<ul>${inOrder.map(({ index, name, words }) => {
      const { hue, dash, marker } = runStyle(index);
      return html`<li style="--run: var(--lab-run-${hue + 1})"><svg class="run-mark" viewBox="-10 -5 20 10" width="32" height="16" aria-hidden="true">
        <line x1="-9" x2="9" y1="0" y2="0" stroke-dasharray=${dash.map((d) => d / 3).join(' ')}></line>
        <path d=${marker} transform="scale(2.9)"></path></svg> <span><strong>${name}</strong><span class="legend-words">: ${words}</span></span></li>`;
    })}</ul>`;
  }
}

define('lab-legend', Legend);
