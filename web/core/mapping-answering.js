// What a worker has of `map`: it answers what was read elsewhere.

export { takeMap } from './map.js';

const elsewhere = () => {
  throw new Error('a worker reads no questions');
};

/** @type {typeof import('./map.js').readMap} */
export const readMap = elsewhere;
/** @type {typeof import('./map.js').splitMap} */
export const splitMap = elsewhere;
/** @type {typeof import('./map.js').joinMaps} */
export const joinMaps = elsewhere;
