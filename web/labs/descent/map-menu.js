// A menu among the tools of the map.

import { html } from 'lit';
import { fieldOf } from '../../elements/lab-element.js';

/**
 * @param {string} act @param {string} words @param {string[][]} choices values and names
 * @param {string|undefined} now @param {(value: string) => void} choose
 */
export const renderMenu = (act, words, choices, now, choose) =>
  html`<label class="map-choice"><span>${words}</span><select data-act=${act}
    @change=${(/** @type {Event} */ event) => choose(fieldOf(event).value)}>${choices.map(
      ([value, name]) => html`<option value=${value} ?selected=${value === now}>${name}</option>`,
    )}</select></label>`;
