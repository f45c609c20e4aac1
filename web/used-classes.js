// What of Chart.js goes into the page: the classes that somebody uses.

import { readFileSync } from 'node:fs';

/**
 * Lets esbuild leave out the classes of Chart.js that nobody uses: it keeps any with fields of the class,
 * which might do something.
 * @type {import('esbuild').Plugin}
 */
export const usedClasses = {
  name: 'used-classes',
  setup(setup) {
    setup.onLoad({ filter: /chart\.js[\\/]dist[\\/].*\.js$/ }, ({ path }) => {
      const CLASS = /^class (\w+)(?: extends \w+)? \{\n[\s\S]*?^\}$/gm;
      const pure = 'const $1 = /* @__PURE__ */ (() => $&)();';
      return { contents: readFileSync(path, 'utf8').replace(CLASS, pure) };
    });
  },
};
