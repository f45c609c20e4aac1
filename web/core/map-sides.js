// What the sides of a map may be of: a coordinate of the start, a hyper, a modifier, a parameter of the
// landscape, the noise. Each with the range that is allowed, and the range that a slider covers.

import { LARGEST_SEED, LARGEST_SIGMA } from './spec.js';

/**
 * @typedef {import('./records.js').Param} Param
 *
 * @typedef {object} Side
 * @property {string} of its word: "x", "lr", "clip", "f.a", "sigma"
 * @property {typeof WHATS[number]} what
 * @property {number} index among the hypers, the modifiers or the parameters
 * @property {Omit<Param, 'label'|'preset'> & { label?: string }} param
 */

/** How near a run must stay to count as arrived. */
export const TOLERANCE = Object.freeze({ min: 1e-12, max: 1e6, preset: 1e-3 });

/** As c/core/map.h has them. */
export const WHATS = /** @type {const} */ ([
  'x',
  'y',
  'hyper',
  'modifier',
  'param',
  'sigma',
  'seed',
]);

/** A number without a record. @param {string} key @param {Partial<Param>} [also] */
const bare = (key, also) => ({
  ...{ key, symbol: key, min: -Number.MAX_VALUE, max: Number.MAX_VALUE, from: 0, to: 1 },
  ...{ scale: /** @type {const} */ ('linear'), ...also },
});

/**
 * All that a side of a map of this run may be of. Of two with the same word the first one counts: a rule
 * with a hyper of a modifier's name keeps its own.
 * @param {import('./records.js').Catalog} catalog
 * @param {object} run
 * @param {1|2} run.dim of the landscape
 * @param {readonly Param[]} run.params of a landscape of the catalog
 * @param {readonly (Param|string)[]} run.hypers records, or the words of an own rule, learning rate first
 * @param {readonly string[]} [run.refuses] modifiers that the rule takes none of
 * @returns {Side[]}
 */
export function sidesOf({ modifiers }, { dim, params, hypers, refuses = [] }) {
  /** @type {Side[]} */
  const sides = [{ of: 'x', what: 'x', index: 0, param: bare('x') }];
  if (dim === 2) sides.push({ of: 'y', what: 'y', index: 0, param: bare('y') });
  for (const [index, hyper] of hypers.entries()) {
    const param = typeof hyper === 'string' ? bare(hyper) : hyper;
    sides.push({ of: param.key, what: 'hyper', index, param });
  }
  for (const [index, param] of modifiers.entries())
    if (!refuses.includes(param.key)) sides.push({ of: param.key, what: 'modifier', index, param });
  for (const [index, param] of params.entries())
    sides.push({ of: `f.${param.key}`, what: 'param', index, param });
  const noise = bare('sigma', { symbol: 'σ', min: 0, max: LARGEST_SIGMA });
  const seed = { symbol: 'seed', min: 0, max: LARGEST_SEED, from: 1, to: 100 };
  sides.push({ of: 'sigma', what: 'sigma', index: 0, param: noise });
  sides.push({
    of: 'seed',
    what: 'seed',
    index: 0,
    param: bare('seed', { ...seed, scale: 'integer' }),
  });
  return sides.filter(({ of }, i) => sides.findIndex((side) => side.of === of) === i);
}
