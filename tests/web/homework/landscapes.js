// Landscapes with their gradients worked out by hand, right and with slips.

/**
 * @typedef {object} Landscape
 * @property {any} objective as core.run takes it
 * @property {(at: number[]) => number} value
 * @property {(at: number[]) => number[]} gradient
 * @property {Record<string, (at: number[]) => number[]>} slips by mistake
 * @property {() => number[]} start
 * @property {number} largest learning rate for a gentle path
 */

/** @param {() => number} random @param {number} from @param {number} to @param {number} places */
const between = (random, from, to, places) =>
  Number((from + (to - from) * random()).toFixed(places));

const { sin, cos, PI } = Math;

/** @type {Record<string, (random: () => number) => Landscape>} */
export const LANDSCAPES = {
  parabola(random) {
    const a = between(random, 0.5, 9, 1);
    return {
      objective: { key: 'quadratic', params: { a } },
      value: ([x]) => a * x ** 2,
      gradient: ([x]) => [2 * a * x],
      slips: { derivative_exponent: ([x]) => [a * x], derivative_factor: ([x]) => [2 * x] },
      start: () => [between(random, -90, 90, 0) || 7],
      largest: 0.8 / a,
    };
  },
  bowl: (random) => ({
    objective: 'bowl',
    value: ([x, y]) => x ** 2 + y ** 2,
    gradient: ([x, y]) => [2 * x, 2 * y],
    slips: { derivative_exponent: ([x, y]) => [x, y] },
    start: () => [between(random, 1, 9, 1), between(random, -9, -1, 1)],
    largest: 0.8,
  }),
  valley(random) {
    const [a, b] = [between(random, 0.1, 0.9, 1), between(random, 1, 4, 1)];
    return {
      objective: { key: 'elongated', params: { a, b } },
      value: ([x, y]) => a * x ** 2 + b * y ** 2,
      gradient: ([x, y]) => [2 * a * x, 2 * b * y],
      slips: {
        derivative_exponent: ([x, y]) => [a * x, b * y],
        derivative_factor: ([x, y]) => [2 * x, 2 * y],
      },
      start: () => [between(random, -9, -1, 1), between(random, -9, -1, 1)],
      largest: 0.8 / b,
    };
  },
  wavy: (random) => ({
    objective: { formula: 'x^2 - 3*sin(2*x)' },
    value: ([x]) => x ** 2 - 3 * sin(2 * x),
    gradient: ([x]) => [2 * x - 6 * cos(2 * x)],
    slips: {
      derivative_inner: ([x]) => [2 * x - 3 * cos(2 * x)],
      derivative_sign: ([x]) => [2 * x + 6 * cos(2 * x)],
      derivative_exponent: ([x]) => [x - 6 * cos(2 * x)],
      derivative_factor: ([x]) => [2 * x - 2 * cos(2 * x)],
      degrees: ([x]) => [2 * x - 6 * cos((2 * x * PI) / 180)],
    },
    start: () => [between(random, -4, 4, 1)],
    largest: 0.1,
  }),
  square: (random) => ({
    objective: { formula: '(x^2 - 2*x)^2' },
    value: ([x]) => (x ** 2 - 2 * x) ** 2,
    gradient: ([x]) => [2 * (x ** 2 - 2 * x) * (2 * x - 2)],
    slips: {
      derivative_inner: ([x]) => [2 * (x ** 2 - 2 * x)],
      derivative_exponent: ([x]) => [(x ** 2 - 2 * x) * (x - 2)],
    },
    start: () => [between(random, 2.2, 3, 1)],
    largest: 0.02,
  }),
  coupled: (random) => ({
    objective: { formula: 'x^2 + x*y + 2*y^2' },
    value: ([x, y]) => x ** 2 + x * y + 2 * y ** 2,
    gradient: ([x, y]) => [2 * x + y, x + 4 * y],
    slips: {},
    start: () => [between(random, -5, 5, 1) || 3, between(random, 1, 5, 1)],
    largest: 0.2,
  }),
};
