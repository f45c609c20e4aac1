// How many of the cases of a property the gate tries: the first tenth, which finds nearly all faults. All of them
// are tried before a release: make test-cases, a part of make test-integrations.

const isEvery = process.env.EVERY_CASE === '1';

/** @param {number} all @returns {number} */
export const cases = (all) => (isEvery ? all : Math.ceil(all / 10));
