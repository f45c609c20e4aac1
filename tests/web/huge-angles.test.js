import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

// mpmath, 2,400 bits: the angle as the float64 that it is.
const HUGE = [
  [1e22, -0.8522008497671888, 0.523214785395139, -1.6287782256068988],
  [1.2345678901234568e17, 0.4592114411816471, 0.8883269962620041, 0.5169396439756592],
  [1e300, -0.8178819121159085, -0.5753861119575491, 1.4214488238747245],
  [-Number.MAX_VALUE, -0.004961954789184062, -0.9999876894265599, 0.004962015874444895],
  [6381956970095103 * 2 ** 797, 1, -4.687165924254628e-19, -2.133485385753704e18], // closest to a multiple of π/2
  [0.7853981633974483 * 2 ** 60, 0.6746729811964742, -0.7381167715500454, -0.9140464045812977],
];

/** @param {string} formula @param {number} x */
const at = (formula, x) =>
  core.run({ objective: { formula }, start: [x], optimizer: 'sgd', steps: 0 }).columns.f[0];

test('sin, cos and tan of angles up to the largest number are right to the last digits', () => {
  for (const [x, ...right] of HUGE)
    for (const [i, name] of ['sin', 'cos', 'tan'].entries()) {
      const is = at(`${name}(x)`, x);
      assert.ok(
        Math.abs(is - right[i]) <= 4e-16 * Math.abs(right[i]),
        `${name}(${x}) is ${is}, not ${right[i]}`,
      );
    }
});
