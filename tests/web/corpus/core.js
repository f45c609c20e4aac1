// The core as the tests of web/state see it: the real catalog, and stand-ins for the two parsers, so that
// these tests are about links and not about the formula language. The stand-ins take nearly any text, to try
// every character in a link.

import { core } from '../core.js';

export { core };

const KNOWN = new Set('x y g t'.split(' '));

/** @param {string} text */
const names = (text) => [...new Set(text.match(/[a-z_][a-z0-9_]*/gi) ?? [])];

/** @type {import('../../../web/state/own-units.js').LinkCore} */
export const linkCore = {
  catalog: core.catalog,
  parseFormula(text) {
    const position = text.indexOf('?');
    const asRead = text.replace('loosely ', '');
    const dim = names(asRead).includes('y') ? 2 : 1;
    return { dim, asRead, error: position < 0 ? null : { position } };
  },
  parseRule(text) {
    const assigned = new Set(text.split(/[;\n]/).map((line) => line.split('=')[0].trim()));
    const hypers = names(text).filter((name) => !KNOWN.has(name) && !assigned.has(name));
    return { hypers, error: assigned.has('x') ? null : { position: 0 } };
  },
};
