// Both halves of `check` and `mistakes`. The package's "descent-lab/core" is built without them.

export { readCheck, readMistakes } from './given.js';
export { checkNumbers, listMistakes } from './judge.js';
