// The package: the core's API everywhere, and where there is a page <descent-lab> as well, known to it soon
// after this has been imported. Its types are in library.d.ts.

export * from './core/index.js';

// Not at the top of the file: what defines an element cannot even be read where there is no page.
if (globalThis.document && globalThis.matchMedia)
  import('./embed/lab-tag.js').then(({ defineLab }) => defineLab());
