// The difference quotient and the step worked: Δy/Δx = (f(x + Δx) − f(x))/Δx = (12.25 − 9)/0.5 = 6.5.

import { digitsToTell } from './digits.js';
import { fence, number, operator, row, symbolMath } from './math.js';

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

/** A quotient of printed numbers may be off by this part. */
const TRUE = 1e-5;

/** @param {string} text in parentheses when negative */
const term = (text) => (text.startsWith('−') ? fence(number(text)) : number(text));

/**
 * @param {{ x: number, f: number, slope: number, dx: number, beside: { x: number, f: number }, quotient:
 *   number, lr: number }} numbers
 * @param {(value: number, digits?: number) => string} format
 * @param {number} digits those that format gives when it is not told how many; where they would hide a
 *   difference the line gets more, so that its arithmetic holds
 * @returns {MathNode[]} the quotient, the derivative, the step
 */
export function workedDerivative({ slope, beside, quotient, lr, ...here }, format, digits) {
  const heights = digitsToTell(here.f, beside.f, digits, TRUE);
  const to = here.x - lr * slope;
  const places = digitsToTell(here.x, to, digits);
  const difference = (/** @type {MathNode} */ one, /** @type {MathNode} */ other) =>
    row(one, operator('−'), other);
  const quotientLine = row(
    fraction(dy, dx),
    equals,
    fraction(difference(functionOf(row(x, operator('+'), dx)), functionOf(x)), dx),
    equals,
    fraction(
      difference(number(format(beside.f, heights)), term(format(here.f, heights))),
      number(format(here.dx)),
    ),
    equals,
    number(format(quotient)),
  );
  if (Number.isNaN(slope)) return [quotientLine];
  const slopeLine = row(functionOf(number(format(here.x)), true), equals, number(format(slope)));
  const stepLine = row(
    x,
    operator('−'),
    row(letter('η'), operator('⁢'), functionOf(x, true)),
    equals,
    number(format(here.x, places)),
    operator('−'),
    row(number(format(lr)), operator('⋅'), term(format(slope))),
    equals,
    number(format(to, places)),
  );
  return [quotientLine, slopeLine, stepLine];
}
