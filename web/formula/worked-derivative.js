// The difference quotient and the step worked: Δy/Δx = (f(x + Δx) − f(x))/Δx = (12.25 − 9)/0.5 = 6.5.

import { fence, number, operator, row, symbolMath } from './math.js';

/** @typedef {import('./math.js').Math} Math */

const letter = (/** @type {string} */ base) => symbolMath({ base, below: '', over: '' });
/** @param {Math} over @param {Math} under @returns {Math} */
const fraction = (over, under) => ({ tag: 'mfrac', children: [over, under] });
const [x, f, equals] = [letter('x'), letter('f'), operator('=')];
const dx = row(letter('Δ'), x);
const dy = row(letter('Δ'), letter('y'));
const prime = { ...operator('′'), attributes: { lspace: '0', rspace: '0' } };

/** f(…) or f′(…) @param {Math} inner */
const functionOf = (inner, isSlope = false) => row(f, ...(isSlope ? [prime] : []), fence(inner));

/** @param {string} text in parentheses when negative */
const term = (text) => (text.startsWith('−') ? fence(number(text)) : number(text));

/**
 * @param {{ x: number, f: number, slope: number, dx: number, beside: { x: number, f: number }, quotient: number, lr: number }} numbers
 * @param {(value: number) => string} format
 * @returns {Math[]} the quotient, the derivative, the step
 */
export function workedDerivative({ slope, beside, quotient, lr, ...here }, format) {
  const [at, height, by, rate] = [here.x, here.f, here.dx, lr].map(format);
  const difference = (/** @type {Math} */ one, /** @type {Math} */ other) =>
    row(one, operator('−'), other);
  const quotientLine = row(
    fraction(dy, dx),
    equals,
    fraction(difference(functionOf(row(x, operator('+'), dx)), functionOf(x)), dx),
    equals,
    fraction(difference(number(format(beside.f)), term(height)), number(by)),
    equals,
    number(format(quotient)),
  );
  if (Number.isNaN(slope)) return [quotientLine];
  const slopeLine = row(functionOf(number(at), true), equals, number(format(slope)));
  const stepLine = row(
    x,
    operator('−'),
    row(letter('η'), operator('⁢'), functionOf(x, true)),
    equals,
    number(at),
    operator('−'),
    row(number(rate), operator('⋅'), term(format(slope))),
    equals,
    number(format(here.x - lr * slope)),
  );
  return [quotientLine, slopeLine, stepLine];
}
