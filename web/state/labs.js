// The labs of this page. Whoever starts the page, the element or a test hands the list over once; links,
// files and the history then find the record of any experiment's lab here. Nothing in state/ knows a lab by
// name.

/** @typedef {import('./types.js').AnyExperiment} AnyExperiment */
/** @typedef {import('./types.js').Lab} Lab */

/** @type {readonly Lab[]} */
let labs = Object.freeze([]);

/**
 * Hands over the labs, in the order of their tabs; a link that names none opens the first. The same list may
 * be handed over again.
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

/** The same in the order of their tabs. */
export const tabKeys = () =>
  [...labs]
    .sort((a, b) => Number(b.leads ?? false) - Number(a.leads ?? false))
    .map(({ key }) => key);

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

/** How many runs, or averages, an experiment has. @param {AnyExperiment} experiment */
export const cardCount = (experiment) => labOf(experiment.lab).cards(experiment).length;
