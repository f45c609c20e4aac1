// The course's texts: plain, but for *emphasis*.

import { html } from 'lit';

/** @param {import('./types.js').Both|undefined} both @param {string} lang */
export const textIn = (both, lang) => (lang === 'vi' ? both?.vi : both?.en) ?? '';

/** A text that begins with it, a mark that is not seen, is taken literally: stars are stars. */
export const PLAIN = '\u2060';

const STARRED = /\*([^*]+)\*/;

/** A formula breaks before its equals signs and arrows alone. @param {string} text */
export const bound = (text) =>
  text.replace(/ ([−+·×]) /g, '\u00a0$1\u00a0').replace(/ ([=←≈<>]) /g, ' $1\u00a0');

/** As it is shown. @param {string} text */
export const rich = (text) =>
  text.startsWith(PLAIN)
    ? bound(text.slice(1))
    : bound(text)
        .split(STARRED)
        .map((part, i) => (i % 2 ? html`<em>${part}</em>` : part));

/** As it is said. @param {string} text */
export const plain = (text) =>
  text.startsWith(PLAIN) ? text.slice(1) : text.replace(new RegExp(STARRED, 'g'), '$1');
