// The types of the package: the core's, and those of <descent-lab>.

export * from './core.js';
export * from './element.js';
