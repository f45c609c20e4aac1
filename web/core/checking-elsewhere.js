// What stands for `check` and `mistakes` in "descent-lab/core", which is kept small.

const refuse = () => {
  throw new Error(
    'check and mistakes are not in "descent-lab/core"; import "descent-lab/check", the same core with them',
  );
};

/** @type {typeof import('./given.js').readCheck} */
export const readCheck = refuse;
/** @type {typeof import('./judge.js').checkNumbers} */
export const checkNumbers = refuse;
/** @type {typeof import('./given.js').readMistakes} */
export const readMistakes = refuse;
/** @type {typeof import('./judge.js').listMistakes} */
export const listMistakes = refuse;
