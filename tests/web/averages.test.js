// The facts that records state about moving averages, and the averages found in an update rule.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decayOf } from '../../web/formula/decay.js';
import { core } from './core.js';

const { catalog } = core;
const decay = (/** @type {string} */ rule, /** @type {1|2} */ power) => {
  const { ast } = core.parseRule(rule);
  return ast && decayOf(ast, power);
};

test('an EWA spans 1/(1 − ρ) values and knows 1 − ρ^t, a window its k values', () => {
  const { span, known } = core.averageFacts({ key: 'ewa_corrected', params: { rho: 0.5 } }, 3);
  assert.equal(span, 2);
  assert.deepEqual([...(known ?? [])], [0, 0.5, 0.75, 0.875]);
  assert.deepEqual(core.averageFacts({ key: 'sma', params: { window: 7 } }, 3), {
    span: 7,
    known: null,
  });
});

test('what the weights sum to is what the record says is known', () => {
  const ewa = { key: 'ewa', params: { rho: 0.8 } };
  const { known } = core.averageFacts(ewa, 20);
  for (let n = 0; n <= 20; n++) {
    const sum = core.weights(ewa, n).reduce((total, weight) => total + weight, 0);
    assert.ok(Math.abs(sum - (known?.[n] ?? Number.NaN)) < 1e-14, `${n}`);
  }
});

test('every parameter that a smoother’s record names is one of its own', () => {
  for (const { key, params, windowParam, decayParam, lines } of catalog.smoothers) {
    const named = [windowParam, decayParam].filter((each) => each !== null);
    assert.equal(named.length, 1, key);
    assert.ok(
      params.some((param) => param.key === named[0]),
      key,
    );
    const { ast } = core.traceAverage(key, Array(50).fill(1), 1);
    assert.deepEqual(
      lines.map((line) => line.key),
      ast.lines.map(({ name }) => name),
      key,
    );
    assert.equal(
      ast.inputs.includes('sum') && /\bsum\b/.test(JSON.stringify(ast.lines)),
      windowParam !== null,
    );
  }
});

test('the decay of an average of g, or of g², is read off the rule, whatever it is called', () => {
  const of = (/** @type {string} */ key) => {
    const ast = core.formula('optimizers', key);
    return [decayOf(ast, 1), decayOf(ast, 2)];
  };
  assert.deepEqual(of('adam'), ['beta1', 'beta2']);
  assert.deepEqual(of('lion'), ['beta2', 'beta2']);
  assert.deepEqual(of('momentum_averaged'), ['rho', 'rho']);
  assert.deepEqual(of('rmsprop_torch'), ['alpha', 'alpha']);
  // Averages of (g − m)², of sign(v − g²) g², of differences of gradients, of g over a root: by the papers.
  assert.deepEqual(of('adabelief'), ['beta1', 'beta2']);
  assert.deepEqual(of('yogi'), ['beta1', 'beta2']);
  assert.deepEqual(of('adan'), ['beta1', 'beta3']);
  assert.deepEqual(of('laprop'), ['beta1', 'beta2']);
  assert.deepEqual(of('momentum'), [undefined, undefined]);
  assert.deepEqual(of('asgd'), [undefined, undefined], 'its alpha is a power');
  const own = 'q = (1 - k)*g*g + k*q; m = c*m + (1 - c)*g; x = x - lr*m/sqrt(q + 1)';
  assert.deepEqual([decay(own, 1), decay(own, 2)], ['c', 'k']);
  for (const none of ['m = c*m + g', 'm = -g', 'm = -(m - g)', 'm = g'])
    assert.equal(decay(`${none}; x = x - lr*m`, 1), undefined, none);
  assert.equal(decay('m = c*m + (1 - d)*g; x = x - lr*m', 1), undefined);
});
