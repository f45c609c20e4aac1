// Both halves of `check` and `mistakes`. The package's "descent-lab/core" is built without them.

export { readCheck } from './given.js';
export { checkNumbers } from './judge.js';
export { listMistakes, readMistakes } from './mistakes.js';
