// Results that depend on the catalog alone are computed once for each catalog, not once for each link.

/** @typedef {import('../core/catalog.js').Catalog} Catalog */

/**
 * @template T
 * @param {(catalog: Catalog) => T} make
 * @returns {(catalog: Catalog) => T}
 */
export function oncePerCatalog(make) {
  /** @type {WeakMap<Catalog, { made: T }>} */
  const known = new WeakMap();
  return (catalog) => {
    const found = known.get(catalog) ?? { made: make(catalog) };
    known.set(catalog, found);
    return found.made;
  };
}
