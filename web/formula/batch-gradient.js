// The gradient of a batch, worked as on a blackboard: ∂L/∂w = (2/|B|) Σ x_i (w x_i + b − y_i), with the
// numbers put in.

import { cellNumber, fence, number, operator, row, symbolMath } from './math.js';

/** @typedef {import('./math.js').MathNode} MathNode */

const FIRST = 2; // terms written out before the dots; the last one follows them

/** @param {string} base @param {string} [below] @returns {MathNode} */
const letter = (base, below = '') => symbolMath({ base, below, over: '' });
/** @param {string} tag @param {MathNode[]} children @returns {MathNode} */
const group = (tag, ...children) => ({ tag, children });
/** A parenthesis as high as a line, however high the fraction before it. @param {string} text */
const low = (text) => ({ ...operator(text), attributes: { stretchy: 'false' } });
const size = row(operator('|'), letter('B'), operator('|'));
/** @param {MathNode} math */
const timesDot = (math) => row(operator('⋅'), math);

/** @param {string} axis "w" or "b" */
function leftSide(axis) {
  return group(
    'mfrac',
    row(operator('∂'), group('msub', letter('L'), letter('B'))),
    row(operator('∂'), letter(axis)),
  );
}

/** (2/|B|) Σ x_i (w x_i + b − y_i), without the first x_i for b. @param {string} axis */
function symbols(axis) {
  const sum = group('msub', operator('∑'), row(letter('i'), operator('∈'), letter('B')));
  const [x, y] = [letter('x', 'i'), letter('y', 'i')];
  const error = row(letter('w'), x, operator('+'), letter('b'), operator('−'), y);
  const factor = group('mfrac', number('2'), size);
  return row(factor, sum, ...(axis === 'w' ? [x] : []), fence(error));
}

/**
 * A number that comes from a point, in parentheses when negative and not first.
 * @param {string} text @param {number} point @param {boolean} [isFirst]
 */
function term(text, point, isFirst = false) {
  const value = cellNumber(text, { column: 'point', row: point, kind: 'point' });
  return text.startsWith('−') && !isFirst ? fence(value) : value;
}

/**
 * The numbers of one batch.
 * @typedef {object} BatchNumbers
 * @property {number[]} x @property {number[]} y the points the step saw
 * @property {{ w: number, b: number }} line before the step
 * @property {{ w: number, b: number }} gradient as the core has it
 * @property {readonly number[]} rows which points they are
 * @property {number} t the step
 */

/**
 * The rule for both parts of the gradient, as symbols alone.
 * @returns {MathNode[]}
 */
export const batchRule = () =>
  ['w', 'b'].map((axis) => row(leftSide(axis), operator('='), symbols(axis)));

/** Whether a batch's sum is written with dots. @param {BatchNumbers} numbers */
export const isLong = ({ x }) => x.length > FIRST + 1;

/**
 * Both parts of the gradient with their numbers: the errors w x_i + b − y_i of the first points and the last.
 * @param {BatchNumbers} numbers
 * @param {(value: number) => string} format
 * @returns {MathNode[]}
 */
export function batchGradient(numbers, format) {
  const { x, y, line, gradient, rows, t } = numbers;
  const errors = x.map((value, i) => line.w * value + line.b - y[i]);
  const isOne = x.length === 1;
  const hasDots = isLong(numbers);
  const shown = hasDots ? [...x.keys()].slice(0, FIRST) : [...x.keys()];
  const terms = (/** @type {string} */ axis) => {
    const one = (/** @type {number} */ i) =>
      axis === 'w'
        ? row(
            term(format(x[i]), rows[i], i === 0 && !isOne),
            timesDot(term(format(errors[i]), rows[i])),
          )
        : term(format(errors[i]), rows[i], i === 0 && !isOne);
    const parts = shown.flatMap((i) => (i ? [operator('+'), one(i)] : [one(i)]));
    const tail = hasDots ? [operator('+'), operator('⋯'), operator('+'), one(x.length - 1)] : [];
    return row(...parts, ...tail);
  };
  const factor = isOne ? number('2') : group('mfrac', number('2'), number(String(x.length)));
  return /** @type {const} */ (['w', 'b']).map((axis) =>
    row(
      leftSide(axis),
      operator('='),
      factor,
      // A long sum breaks between its terms, which a fence would keep together.
      ...(isOne ? [timesDot(terms(axis))] : [low('('), terms(axis), low(')')]),
      operator('='),
      cellNumber(format(gradient[axis]), { column: `g${axis}`, row: t - 1, kind: 'gradient' }),
    ),
  );
}
