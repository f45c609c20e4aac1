// What makes exercises of this lab's experiments. The package has it in no page, and does without
// (making-elsewhere.js).

/** @type {undefined | (() => Promise<unknown>)} */
export const maker = () => import('./exercise-maker.js');
