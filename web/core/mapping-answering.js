// What a worker has of `map`: it answers what was read elsewhere.

export { takeMap } from './map.js';

/** @type {typeof import('./map.js').readMap} */
export const readMap = () => {
  throw new Error('a worker reads no questions');
};
