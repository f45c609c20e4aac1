// What stands for `map` in "descent-lab/core", which is kept small.

const refuse = () => {
  throw new Error('map is in "descent-lab/map"');
};

/** @type {typeof import('./map.js').readMap} */
export const readMap = refuse;
/** @type {typeof import('./map.js').takeMap} */
export const takeMap = refuse;
