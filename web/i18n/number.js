// Numbers in decimals, as each language writes them. Intl.NumberFormat writes the same (a test compares
// them), but a page's first one costs a tenth of its start.

/** @typedef {readonly [point: string, group: string]} Separators */

/** @type {Record<string, Separators>} */
export const SEPARATORS = { en: ['.', ','], vi: [',', '.'] };

/**
 * The decimal digits of a number, rounded half away from zero: not of its binary value but of the shortest
 * decimal that stands for it, as a reader who typed 1.005 expects.
 * @param {number} size not negative @param {number} most digits, at least 1
 * @returns {{ digits: string, point: number }} point: how many digits stand before it
 */
function roundedDigits(size, most) {
  const [mantissa, exponent] = size.toExponential().split('e');
  const all = mantissa.replace('.', '');
  const point = Number(exponent) + 1;
  if (all.length <= most) return { digits: all, point };
  const kept = all.slice(0, most);
  if (all[most] < '5') return { digits: kept, point };
  const up = String(BigInt(kept) + 1n);
  // 99.96 to three digits is 100: one more before the point.
  return { digits: up, point: point + up.length - kept.length };
}

/**
 * @param {number} value finite @param {number} most significant digits @param {Separators} separators
 * @param {boolean} groups whether thousands are grouped
 */
export function writeNumber(value, most, [decimal, group], groups) {
  const { digits, point } = roundedDigits(Math.abs(value), most);
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const rest = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const fraction = rest.replace(/0+$/, '');
  const grouped = groups ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  const sign = value < 0 || Object.is(value, -0) ? '−' : '';
  return sign + grouped + (fraction && decimal + fraction);
}
