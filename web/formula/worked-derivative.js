// The difference quotient and the step worked: Δy/Δx = (f(x + Δx) − f(x))/Δx = (12.25 − 9)/0.5 = 6.5.

import { digitsToTell } from './digits.js';
import { cellNumber, fence, operator, row, symbolMath } from './math.js';

/** @typedef {import('./math.js').MathNode} MathNode */

const letter = (/** @type {string} */ base) => symbolMath({ base, below: '', over: '' });
/** @param {MathNode} over @param {MathNode} under @returns {MathNode} */
const fraction = (over, under) => ({ tag: 'mfrac', children: [over, under] });
const [x, f, equals] = [letter('x'), letter('f'), operator('=')];
const dx = row(letter('Δ'), x);
const dy = row(letter('Δ'), letter('y'));
const prime = { ...operator('′'), attributes: { lspace: '0', rspace: '0' } };

/** f(…) or f′(…) @param {MathNode} inner */
const functionOf = (inner, isSlope = false) => row(f, ...(isSlope ? [prime] : []), fence(inner));

/**
 * What the numbers are, as the columns of a run are; some stand on the stage alone.
 * @type {Record<string, string>}
 */
const KINDS = {
  x: 'coordinate',
  f: 'f',
  f_dx: 'f',
  dx: 'update',
  quotient: 'secant',
  slope: 'gradient',
  to: 'coordinate',
};

/** A quotient of printed numbers may be off by this part. */
const TRUE = 1e-5;

/** In parentheses when negative. @param {string} text @param {import('./math.js').Cell} cell */
const term = (text, cell) =>
  text.startsWith('−') ? fence(cellNumber(text, cell)) : cellNumber(text, cell);

/**
 * @param {{ x: number, f: number, slope: number, dx: number, beside: { x: number, f: number }, quotient:
 *   number, lr: number, t?: number }} numbers t: the row of the step table
 * @param {(value: number, digits?: number) => string} format
 * @param {number} digits those that format gives when it is not told how many; where they would hide a
 *   difference the line gets more, so that its arithmetic holds
 * @returns {MathNode[]} the quotient, the derivative, the step
 */
export function workedDerivative({ slope, beside, quotient, lr, t = 0, ...here }, format, digits) {
  const heights = digitsToTell(here.f, beside.f, digits, TRUE);
  const to = here.x - lr * slope;
  const places = digitsToTell(here.x, to, digits);
  const cellOf = (/** @type {string} */ column) => ({ column, row: t, kind: KINDS[column] });
  const difference = (/** @type {MathNode} */ one, /** @type {MathNode} */ other) =>
    row(one, operator('−'), other);
  const quotientLine = row(
    fraction(dy, dx),
    equals,
    fraction(difference(functionOf(row(x, operator('+'), dx)), functionOf(x)), dx),
    equals,
    fraction(
      difference(
        cellNumber(format(beside.f, heights), cellOf('f_dx')),
        term(format(here.f, heights), cellOf('f')),
      ),
      cellNumber(format(here.dx), cellOf('dx')),
    ),
    equals,
    cellNumber(format(quotient), cellOf('quotient')),
  );
  if (Number.isNaN(slope)) return [quotientLine];
  const slopeLine = row(
    functionOf(cellNumber(format(here.x), cellOf('x')), true),
    equals,
    cellNumber(format(slope), cellOf('slope')),
  );
  const stepLine = row(
    x,
    operator('−'),
    row(letter('η'), operator('⁢'), functionOf(x, true)),
    equals,
    cellNumber(format(here.x, places), cellOf('x')),
    operator('−'),
    row(cellNumber(format(lr), undefined), operator('⋅'), term(format(slope), cellOf('slope'))),
    equals,
    cellNumber(format(to, places), cellOf('to')),
  );
  return [quotientLine, slopeLine, stepLine];
}
