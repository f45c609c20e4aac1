// What belongs to the page rather than to the experiment shown on it.

/** @typedef {import('./types.js').PageFields} PageFields */

/** Every lab's experiment has these. */
export const PAGE_KEYS = /** @type {const} */ (['lang', 'theme', 'embed', 'hide', 'lock']);

/** The part of an experiment that belongs to its page. @param {PageFields} experiment @returns {PageFields} */
export const dressOf = ({ lang, theme, embed, hide, lock }) => ({ lang, theme, embed, hide, lock });

/**
 * Another experiment, as the page of the present one shows it.
 * @template {PageFields} E
 * @param {E} next @param {PageFields} present @returns {E}
 */
export const onPageOf = (next, present) => Object.freeze({ ...next, ...dressOf(present) });
