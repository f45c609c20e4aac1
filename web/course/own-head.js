// Below the title of a course of somebody's own: the way to its form, and what was wrong with its text.

import { html } from 'lit';
import { noticeSentence } from '../i18n/sentences.js';
import { readOwn } from './own-course.js';

/**
 * @typedef {object} View what is asked of the course
 * @property {import('../core/index.js').Core} core @property {import('../i18n/index.js').I18n} i18n
 * @property {import('./keys.js').CourseExperiment} experiment
 * @property {boolean} isPaged @property {boolean} isEditing
 * @property {(isOn: boolean) => void} edit
 */

/** A fault as a sentence. @param {import('./own-course.js').Fault} fault @param {View['i18n']} i18n */
export const faultSentence = ({ where, ...fault }, i18n) =>
  noticeSentence({ ...fault, key: where, unit: '', param: '', detail: null }, i18n);

/** @param {View} view */
export function renderOwn(view) {
  const { core, i18n, experiment, isPaged, isEditing } = view;
  if (isPaged) return '';
  const { faults } = readOwn(experiment.own, core);
  const list = faults.map((fault) => html`<li>${faultSentence(fault, i18n)}</li>`);
  return html`<p><button type="button" data-act="edit" aria-pressed=${isEditing}
    @click=${() => view.edit(!isEditing)}>${i18n.t('course.edit')}</button></p>
    ${list.length ? html`<ul class="own-faults" role="status">${list}</ul>` : ''}`;
}
