// The catalog: what the C records say of every unit, read once and frozen.

/**
 * @typedef {object} Param one parameter of a unit
 * @property {string} key @property {string} symbol @property {string} label
 * @property {number} min @property {number} max @property {number} preset
 * @property {'linear'|'log'|'integer'|'switch'} scale
 * @property {number} from @property {number} to the part of the range a slider covers
 *
 * @typedef {object} StationaryPoint
 * @property {number} x @property {number} y
 * @property {'minimum'|'global_minimum'|'maximum'|'saddle'|'inflection'} kind
 *
 * @typedef {object} Objective
 * @property {string} key @property {string} name @property {string} formula @property {string} note
 * @property {number} order @property {1|2} dim @property {number} quadratic @property {number} lowestKnown
 * @property {number[]} box x from, x to, and in 2D y from, y to
 * @property {number[][]} starts @property {number[]} kinks @property {Param[]} params
 *
 * @typedef {object} Slot
 * @property {string} key @property {string} symbol
 * @property {?string} init key of the hyper that holds the initial value; "x": the starting point; null: 0
 * @property {number} perPoint 1: one number for the whole point (a column without an axis); 0: one for each coordinate
 *
 * @typedef {object} Optimizer
 * @property {string} key @property {string} name @property {string} paper @property {number} year
 * @property {string} aliases what else it is called, separated by commas
 * @property {string} group where the menu lists it: one of catalog.groups
 * @property {number} since the version of links that came with it
 * @property {string} family key of the optimizer that it is a form of; its own key when it stands by itself
 * @property {{ f: number, g: number, h: number }} cost how often a step asks for the value, the gradient, the Hessian
 * @property {string} rule @property {?string} effective @property {?string} stable @property {string} note
 * @property {number} order @property {Param[]} hypers @property {Slot[]} slots
 *
 * @typedef {object} Plain a schedule or a smoother
 * @property {string} key @property {string} name @property {string} formula @property {string} note
 * @property {number} order @property {Param[]} params
 * @property {number} [observes] of a schedule, 1: its rate depends on f along the run, and its formula is a recurrence
 *
 * @typedef {object} Catalog
 * @property {{ steps: number, runs: number, series: number, data: number, params: number, slots: number, points: number, columns: number }} limits
 * @property {string[]} kinds @property {string[]} report @property {string[]} pointKinds
 * @property {string[]} columnKinds what a column of a run may hold
 * @property {string[]} groups of optimizers, in the menu's order
 * @property {Objective[]} objectives @property {Optimizer[]} optimizers
 * @property {Plain[]} schedules @property {Plain[]} smoothers
 */

/** The families of units, as the catalog names them. */
export const FAMILIES = Object.freeze(
  /** @type {const} */ (['objectives', 'optimizers', 'schedules', 'smoothers']),
);

/**
 * Numbers travel as "#" and the hexadecimal digits of their bits, so that none is rounded.
 * @param {unknown} value
 */
function reviveNumber(value) {
  if (typeof value !== 'string' || value[0] !== '#') return value;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setBigUint64(0, BigInt(`0x${value.slice(1)}`));
  return bits.getFloat64(0);
}

/** @param {any} value */
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
    const catalog = JSON.parse(json, (_, value) => reviveNumber(value));
    for (const family of FAMILIES) {
      catalog[family].forEach((/** @type {object} */ record, /** @type {number} */ index) => {
        this.#indexOf.set(record, index);
      });
      catalog[family].sort((/** @type {any} */ a, /** @type {any} */ b) => a.order - b.order);
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
