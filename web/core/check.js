// Checks at the door: an argument is completed, or refused with an error that names the key, the value and
// what is allowed. Each value is read once and lists are copied, because a getter may do anything, even call
// the core.

/**
 * @typedef {import('./catalog.js').Param} Param
 *
 * @typedef {Record<string, any>} Fields of an object from outside. any: the next line of the caller checks
 *   what each holds
 */

/**
 * What kind of object a value is: "Object", "Array", "Uint8Array", "URL", …; the same for those of another
 * frame.
 */
const kindOf = (/** @type {unknown} */ value) =>
  Object.prototype.toString.call(value).slice('[object '.length, -1);

/** A value as an error quotes it. @param {unknown} value */
export const shown = (value) => {
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) {
    const kind = kindOf(value);
    if (kind === 'Array') return 'a list';
    return kind === 'Object' ? 'an object' : `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind}`;
  }
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** @param {string} name @param {unknown} value @param {string} must what it must be */
const refused = (name, value, must) =>
  new TypeError(`${name} is ${shown(value)}; it must be ${must}`);

/**
 * A plain object, or a TypeError.
 * @param {string} name
 * @param {unknown} value
 * @param {string} [allowed] what it must be, in the error
 * @returns {Fields}
 */
export function checkObject(name, value, allowed = 'an object') {
  if (kindOf(value) !== 'Object') throw refused(name, value, allowed);
  return /** @type {Fields} */ (value);
}

/**
 * A text, or a TypeError.
 * @param {string} name
 * @param {unknown} value
 * @returns {string}
 */
export function checkText(name, value) {
  if (typeof value !== 'string') throw refused(name, value, 'a text');
  return value;
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
  const kind = integer ? 'whole number' : 'number';
  const range = Number.isFinite(min) ? ` from ${min} to ${max}` : '';
  if (typeof value !== 'number') throw refused(name, value, `a ${kind}${range}`);
  if (
    !(value >= min && value <= max) ||
    !Number.isFinite(value) ||
    (integer && !Number.isInteger(value))
  ) {
    throw new RangeError(`${name} is ${shown(value)}; it must be a finite ${kind}${range}`);
  }
  return value;
}

/**
 * A number; NaN and infinities pass.
 * @param {string} name
 * @param {unknown} value
 * @returns {number}
 */
export function checkAnyNumber(name, value) {
  if (typeof value === 'number') return value;
  throw refused(name, value, 'a number');
}

/**
 * The values of all parameters in the record's order, defaults filled in.
 * @param {string} name whose they are, in an error: "optimizer adam"
 * @param {unknown} given
 * @param {readonly Param[]} params
 * @param {'params'|'hypers'} field what they are called
 * @returns {number[]}
 */
export function checkParams(name, given, params, field) {
  const values = checkObject(`${field} of ${name}`, given ?? {});
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
 * A copy of a Float64Array (no other array will do: those that are written in place are asked for like this).
 * @param {string} name
 * @param {unknown} value
 * @param {number} [length] any when left out
 * @returns {Float64Array}
 */
export function checkFloat64(name, value, length) {
  if (!(value instanceof Float64Array)) {
    const long = length === undefined ? '' : ` of length ${length}`;
    throw refused(name, value, `a Float64Array${long}`);
  }
  const own = new Float64Array(value);
  if (length !== undefined && own.length !== length) {
    throw new RangeError(`${name} has length ${own.length}; it must be ${length}`);
  }
  return own;
}

/**
 * A copy of any list of numbers; NaN and infinities pass.
 * @param {string} name
 * @param {unknown} value
 * @param {number} most
 * @param {number} [length] exactly so many; any when left out
 * @returns {Float64Array}
 */
export function checkList(name, value, most, length) {
  const list = /** @type {ArrayLike<unknown>} */ (value);
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
  if (!isList) throw refused(name, value, 'an array of numbers');
  const count = list.length;
  if (count > most)
    throw new RangeError(`${name} has ${count} values; at most ${most} are allowed`);
  if (length !== undefined && count !== length)
    throw new RangeError(`${name} has length ${count}; it must be ${length}`);
  if (value instanceof Float64Array) return new Float64Array(value);
  const own = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const each = list[i];
    own[i] = typeof each === 'number' ? each : checkAnyNumber(`${name}[${i}]`, each);
  }
  return own;
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
  const place = checkOneOf(
    family,
    key,
    units.map((record) => record.key),
  );
  return units[place];
}

/**
 * A word of a list.
 * @param {string} name
 * @param {unknown} value
 * @param {readonly string[]} words
 * @returns {number} its place in the list
 */
export function checkOneOf(name, value, words) {
  const place = words.indexOf(/** @type {string} */ (value));
  if (place < 0)
    throw new RangeError(`${name} is ${shown(value)}; it must be one of ${words.join(', ')}`);
  return place;
}
