// Stands for making.js where exercises are set, and not made: in the package.

/** @type {undefined | (() => Promise<unknown>)} */
export const maker = undefined;
