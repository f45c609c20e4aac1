// What a worker has of `check` and `mistakes`: it answers what was read elsewhere.

export { checkNumbers, listMistakes } from './judge.js';

const elsewhere = () => {
  throw new Error('a worker reads no questions');
};

/** @type {typeof import('./given.js').readCheck} */
export const readCheck = elsewhere;
/** @type {typeof import('./given.js').readMistakes} */
export const readMistakes = elsewhere;
