// What belongs to the page rather than to the experiment shown on it.

/** Every lab's experiment has these. */
export const PAGE_KEYS = /** @type {const} */ (['lang', 'theme', 'embed', 'hide', 'lock']);

/** What of an experiment belongs to its page. @param {any} experiment of any lab @returns {Record<string, any>} */
export const dressOf = (experiment) =>
  Object.fromEntries(PAGE_KEYS.map((key) => [key, experiment[key]]));

/**
 * Another experiment, as the page of the present one shows it.
 * @template T
 * @param {T} next of any lab @param {any} present @returns {T}
 */
export const onPageOf = (next, present) => Object.freeze({ ...next, ...dressOf(present) });
