// Checks at the door: what a caller hands over is made whole or refused with an error that names the key, the
// value and what is allowed.

/** @typedef {import('./catalog.js').Param} Param */

/** @param {unknown} value */
const shown = (value) => {
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/**
 * A plain object, or a TypeError.
 * @param {string} name
 * @param {unknown} value
 * @returns {Record<string, any>}
 */
export function checkObject(name, value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`${name} is ${shown(value)}; it must be an object`);
  }
  return /** @type {Record<string, any>} */ (value);
}

/**
 * Refuses keys that mean nothing here.
 * @param {string} name
 * @param {object} value
 * @param {readonly string[]} allowed
 */
export function checkKeys(name, value, allowed) {
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) {
      const list = allowed.length ? `it takes ${allowed.join(', ')}` : 'it takes none';
      throw new RangeError(`${name} has no "${key}"; ${list}`);
    }
  }
}

/**
 * A number within [min, max]; NaN never is.
 * @param {string} name
 * @param {unknown} value
 * @param {{ min?: number, max?: number, integer?: boolean }} [allowed]
 * @returns {number}
 */
export function checkNumber(
  name,
  value,
  { min = -Infinity, max = Infinity, integer = false } = {},
) {
  const kind = integer ? 'a whole number' : 'a number';
  if (typeof value !== 'number')
    throw new TypeError(`${name} is ${shown(value)}; it must be ${kind}`);
  if (
    !(value >= min && value <= max) ||
    !Number.isFinite(value) ||
    (integer && !Number.isInteger(value))
  ) {
    const range = Number.isFinite(min) ? ` from ${min} to ${max}` : '';
    throw new RangeError(
      `${name} is ${shown(value)}; it must be a finite ${kind.slice(2)}${range}`,
    );
  }
  return value;
}

/**
 * The values of all parameters in the record's order, defaults filled in.
 * @param {string} name what to call it in an error: "hypers of adam"
 * @param {unknown} given
 * @param {readonly Param[]} params
 * @returns {number[]}
 */
export function checkParams(name, given, params) {
  const values = checkObject(name, given ?? {});
  const keys = params.map(({ key }) => key);
  checkKeys(name, values, keys);
  return params.map(({ key, min, max, preset, scale }) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined) return preset;
    return checkNumber(`${key} of ${name}`, value, {
      min,
      max,
      integer: scale === 'integer' || scale === 'switch',
    });
  });
}

/**
 * A Float64Array (no other array will do: it is written in place).
 * @param {string} name
 * @param {unknown} value
 * @param {number} length
 * @returns {Float64Array}
 */
export function checkFloat64(name, value, length) {
  if (!(value instanceof Float64Array)) {
    throw new TypeError(
      `${name} is ${shown(value)}; it must be a Float64Array of length ${length}`,
    );
  }
  if (value.length !== length) {
    throw new RangeError(`${name} has length ${value.length}; it must be ${length}`);
  }
  return value;
}

/**
 * Any list of numbers; NaN and infinities pass.
 * @param {string} name
 * @param {unknown} value
 * @param {number} most
 * @returns {ArrayLike<number>}
 */
export function checkList(name, value, most) {
  const list = /** @type {any} */ (value);
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
  if (!isList) throw new TypeError(`${name} is ${shown(value)}; it must be an array of numbers`);
  if (list.length > most)
    throw new RangeError(`${name} has ${list.length} values; at most ${most} are allowed`);
  if (value instanceof Float64Array) return value;
  const bad = Array.prototype.findIndex.call(list, (entry) => typeof entry !== 'number');
  if (bad >= 0) throw new TypeError(`${name}[${bad}] is ${shown(list[bad])}; it must be a number`);
  return list;
}

/**
 * Finds a unit by its key.
 * @template {{ key: string }} T
 * @param {string} family what to call it in an error: "objective"
 * @param {readonly T[]} units
 * @param {unknown} key
 * @returns {T}
 */
export function checkUnit(family, units, key) {
  const unit = units.find((record) => record.key === key);
  if (!unit) {
    const list = units.map((record) => record.key).join(', ');
    throw new RangeError(`${family} is ${shown(key)}; it must be one of ${list}`);
  }
  return unit;
}
