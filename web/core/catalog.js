// The catalog: what the C records say of every unit, read once and frozen.

/**
 * @typedef {import('./records.js').Param} Param
 * @typedef {import('./records.js').StationaryPoint} StationaryPoint
 * @typedef {import('./records.js').Objective} Objective
 * @typedef {import('./records.js').Slot} Slot
 * @typedef {import('./records.js').Optimizer} Optimizer
 * @typedef {import('./records.js').Plain} Plain
 * @typedef {import('./records.js').Smoother} Smoother
 * @typedef {import('./records.js').Modifier} Modifier
 * @typedef {import('./records.js').Catalog} Catalog
 */

const BITS = new DataView(new ArrayBuffer(8));

/**
 * A number travels as "#" and the sixteen hexadecimal digits of its bits, so that none is rounded.
 * @param {string} text
 */
function numberOf(text) {
  BITS.setUint32(0, Number.parseInt(text.slice(1, 9), 16));
  BITS.setUint32(4, Number.parseInt(text.slice(9), 16));
  return BITS.getFloat64(0);
}

/**
 * Puts numbers where they travelled as texts. (A reviver of JSON.parse takes several times as long.)
 * @param {object} record or a list
 */
function reviveNumbers(record) {
  for (const [key, value] of Object.entries(record)) {
    if (typeof value === 'string' && value[0] === '#')
      Object.assign(record, { [key]: numberOf(value) });
    else if (typeof value === 'object' && value !== null) reviveNumbers(value);
  }
}

/** @template T @param {T} value @returns {T} */
function freezeDeep(value) {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freezeDeep);
    Object.freeze(value);
  }
  return value;
}

/** The catalog, and each unit's place in the core's table: a number that never leaves the session. */
export class Units {
  #indexOf = new Map();

  /** @param {string} json as the core writes it */
  constructor(json) {
    /**
     * @type {import('./records.js').Catalog & Record<Catalog['families'][number],
     *   import('./records.js').Unit[]>}
     */
    const catalog = JSON.parse(json);
    reviveNumbers(catalog);
    for (const family of catalog.families) {
      catalog[family].forEach((record, index) => {
        this.#indexOf.set(record, index);
      });
      catalog[family].sort((a, b) => a.order - b.order);
    }
    this.json = json;
    /** Units stand in the order of a menu. @type {Catalog} */
    this.catalog = freezeDeep(catalog);
  }

  /** A record's place in the core's table. @param {object} unit */
  index(unit) {
    return /** @type {number} */ (this.#indexOf.get(unit));
  }
}
