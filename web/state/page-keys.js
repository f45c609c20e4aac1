// What belongs to the page rather than to the experiment shown on it.

import { splitQuery } from './query.js';
import { flag } from './values.js';

/** @typedef {import('./types.js').PageFields} PageFields */

/** Every lab's experiment has these. */
export const PAGE_KEYS = /** @type {const} */ (['lang', 'theme', 'embed', 'hide', 'lock']);

/**
 * The part of an experiment that belongs to its page.
 * @param {PageFields} experiment @returns {PageFields}
 */
export const dressOf = ({ lang, theme, embed, hide, lock }) => ({ lang, theme, embed, hide, lock });

/**
 * Another experiment, as the page of the present one shows it.
 * @template {PageFields} E
 * @param {E} next @param {PageFields} present @returns {E}
 */
export const onPageOf = (next, present) => Object.freeze({ ...next, ...dressOf(present) });

/** Whether a link asks for presenting. @param {string} search @param {string} hash wins */
export function presents(search, hash) {
  const [text = '0'] = [hash, search].flatMap((part) => splitQuery(part).get('present') ?? []);
  return flag.read(text, false, () => {});
}
