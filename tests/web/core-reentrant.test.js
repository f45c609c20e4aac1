// A getter in a caller's arguments may do anything, even call the core, and the answer stays the same. Every
// method is tested with such a getter in place of every value.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Core } from '../../web/core/index.js';
import { core } from './core.js';
import { fit, own, QUESTIONS, series, spec } from './questions.js';

/** What a hostile getter does: lays out other things in the same memory. */
function intrude() {
  core.run({ ...spec, ...own, start: [-1, 2], steps: 40 });
  core.sample({ ...fit, seed: 2 });
  core.parseRule('s = 2*s + g^3; x = x - 7*s');
  core.evaluate('rosenbrock', { x: series, y: series });
  const state = { x: Float64Array.from(series), g: Float64Array.from(series) };
  core.step('sgd', state);
}

const isWritten = (/** @type {unknown} */ value) => value instanceof Float64Array;

/** The places of all values in `value`, each a list of keys. @param {any} value @returns {string[][]} */
function placesIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  const keys = isWritten(value) ? ['length'] : Object.keys(value).slice(0, 20);
  return keys.flatMap((key) => [
    [key],
    ...placesIn(key === 'length' ? null : value[key]).map((rest) => [key, ...rest]),
  ]);
}

/** A copy in which a getter stands at a place. @param {any} value @param {string[]} place @returns {any} */
function withGetter(value, [key, ...rest]) {
  const copy = isWritten(value) ? value : Array.isArray(value) ? [...value] : { ...value };
  const inner = rest.length ? withGetter(value[key], rest) : value[key];
  const get = () => {
    intrude();
    return inner;
  };
  return Object.defineProperty(copy, key, { get, enumerable: true, configurable: true });
}

/** The answer, and what was written in place. @param {string} method @param {any[]} args */
function ask(method, args) {
  const answer = /** @type {any} */ (core)[method](...args);
  const written = args.flatMap((each) => Object.values(each ?? {})).filter(isWritten);
  return { answer, written: method === 'step' ? written.map((each) => Array.from(each)) : [] };
}

test('every method is asked', () => {
  const methods = Object.getOwnPropertyNames(Core.prototype).filter(
    (name) => name !== 'constructor',
  );
  assert.deepEqual(Object.keys(QUESTIONS).sort(), methods.sort());
});

for (const [method, questions] of Object.entries(QUESTIONS)) {
  test(`core.${method}() answers the same when its arguments call the core while they are read`, () => {
    for (const question of questions) {
      const right = ask(method, question());
      for (const [first, ...rest] of placesIn(question())) {
        if (!rest.length) continue; // only a value within an argument can be a getter
        const args = question();
        args[Number(first)] = withGetter(args[Number(first)], rest);
        assert.deepEqual(ask(method, args), right, [first, ...rest].join('.'));
      }
    }
  });
}
