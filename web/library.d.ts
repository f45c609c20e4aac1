// The types of the package: the core's, from its JSDoc, and those of <descent-lab>.

export * from './core/index.js';
export * from './element.js';
