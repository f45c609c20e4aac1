// The labs of this page. Whoever starts the page, the element or a test hands the list over once; links, files and the
// history then find the record of any experiment's lab here. Nothing in state/ knows a lab by name.

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('./schema.js').LinkKeyRow} LinkKeyRow
 *
 * @typedef {object} Lab the half of a lab's record that links need: pure functions, in Node too. An experiment of any lab
 *   has lab, lang, theme, embed, hide and lock; one with steps has `t`, the step shown; one with cards `selected`.
 * @property {string} key as links and translations say it
 * @property {(catalog: Catalog) => LinkKeyRow[]} keys the link keys that only this lab has, or not every lab
 * @property {(catalog: Catalog) => any} initial the experiment of a link that says nothing
 * @property {(experiment: any, catalog: Catalog) => any} base the experiment whose texts a link leaves out
 * @property {(experiment: any) => readonly Card[]} cards its runs, its averages: what can be added and removed
 * @property {(experiment: any) => string} subject the key of what is descended, fitted or smoothed; "own" for the
 *   reader's own, "" for none: names of files have it
 * @property {(experiment: any) => number} [steps] the last step; left out where there is nothing to step through
 * @property {() => Promise<any>} screen loads the other half, labs/screens.js says what is in it
 *
 * @typedef {{ unit: string, hidden: boolean }} Card unit: a key of the catalog
 */

/** @type {readonly Lab[]} */
let labs = Object.freeze([]);

/**
 * Hands over the labs, in the order of their tabs; a link that names none opens the first. The same list may be handed
 * over again.
 * @param {readonly Lab[]} list
 * @throws {RangeError} when other labs were registered before
 */
export function registerLabs(list) {
  if (labs.length > 0 && labs !== list)
    throw new RangeError('other labs have been registered already');
  labs = list;
}

/** The keys of all labs, in order. */
export const labKeys = () => labs.map(({ key }) => key);

/**
 * @param {string} key
 * @returns {Lab}
 * @throws {RangeError} for an unknown lab, as all are until registerLabs was called
 */
export function labOf(key) {
  const found = labs.find((lab) => lab.key === key);
  if (!found) throw new RangeError(`lab is "${key}"; it must be one of ${labKeys().join(', ')}`);
  return found;
}
