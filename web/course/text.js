// The course's texts: plain, but for *emphasis*.

import { html } from 'lit';

/** @param {import('./types.js').Both|undefined} both @param {string} lang */
export const textIn = (both, lang) => (lang === 'vi' ? both?.vi : both?.en) ?? '';

const STARRED = /\*([^*]+)\*/;

/** As it is shown. @param {string} text */
export const rich = (text) =>
  text.split(STARRED).map((part, i) => (i % 2 ? html`<em>${part}</em>` : part));

/** As it is said. @param {string} text */
export const plain = (text) => text.replace(new RegExp(STARRED, 'g'), '$1');
