// The modifiers of a run: clipping and decay, which any optimizer can have. A run without them has no field
// for them.

import { CUSTOM } from './own-units.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('../core/catalog.js').Modifier} Modifier
 * @typedef {import('./types.js').ExperimentRun} ExperimentRun
 * @typedef {import('./types.js').Numbers} Numbers
 */

/**
 * The modifiers that runs of an optimizer can have. A rule that uses the name of one for itself keeps it.
 * @param {string} optimizer a key of the catalog, or "custom"
 * @param {string} rule the experiment's own one
 * @param {Catalog} catalog
 * @returns {readonly Modifier[]}
 */
export function modifiersFor(optimizer, rule, { modifiers, optimizers }) {
  const unit = optimizers.find(({ key }) => key === optimizer);
  const own = optimizer === CUSTOM ? (rule.match(/[a-z]\w*/gi) ?? []) : [];
  const taken = new Set([
    ...own,
    ...(unit?.refuses ?? []),
    ...(unit?.hypers ?? []).map((p) => p.key),
  ]);
  return modifiers.filter(({ key }) => !taken.has(key));
}

/**
 * A run with the given modifiers, as far as its optimizer takes them.
 * @template {ExperimentRun} R
 * @param {R} run @param {Numbers|undefined} numbers @param {string} rule @param {Catalog} catalog
 * @returns {R}
 */
export function withModifiers(run, numbers, rule, catalog) {
  const { modifiers: _, ...bare } = run;
  const kept = modifiersFor(run.optimizer, rule, catalog).flatMap(({ key }) =>
    numbers && Object.hasOwn(numbers, key) ? [[key, numbers[key]]] : [],
  );
  const plain = /** @type {R} */ (bare);
  return kept.length ? { ...plain, modifiers: Object.fromEntries(kept) } : plain;
}
