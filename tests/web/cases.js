// The number of random cases that a test of a property tries. The gate tries the first tenth, which finds nearly all
// faults; `make test-cases`, a part of `make test-integrations` and so of a release, tries all.

const isEvery = process.env.EVERY_CASE === '1';

/** @param {number} all @returns {number} */
export const cases = (all) => (isEvery ? all : Math.ceil(all / 10));
