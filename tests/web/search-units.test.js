// Optimizers are found by the names that people use: those of papers, libraries and courses, and their
// symbols.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNamed, plainWords } from '../../web/elements/search-units.js';
import { core } from './core.js';

const { optimizers } = core.catalog;

/** The keys of those that the menu finds by their names and symbols. @param {string} typed */
const found = (typed) =>
  optimizers
    .filter(({ key, name, aliases, hypers, slots }) =>
      isNamed(typed, [
        ...[key, name, ...aliases.split(',')],
        ...[...hypers, ...slots].map(({ symbol }) => symbol),
      ]),
    )
    .map(({ key }) => key);

test('letters of all alphabets, cases and accents are one', () => {
  assert.equal(plainWords('Newton–Raphson'), 'newton raphson');
  assert.equal(plainWords('β_1'), 'beta 1');
  assert.equal(plainWords('Độ dốc'), 'do doc');
  assert.equal(plainWords('ρ σ ς ω'), 'rho sigma sigma omega');
});

for (const [typed, first] of [
  ['heavy ball', 'momentum'],
  ['AdamW', 'adamw'],
  ['ewa form', 'momentum_averaged'],
  ['rms prop', 'rmsprop'],
  ['torch.optim.Adam', 'adam'],
  ['NAG', 'nesterov'],
  ['newton raphson', 'newton'],
  ['GD', 'sgd'],
  ['heavyball', 'momentum'],
])
  test(`“${typed}” finds ${first} first`, () => assert.equal(found(typed)[0], first));

test('the symbols of the course find its optimizers', () => {
  assert.ok(found('EWA form').includes('momentum_ewa'));
  for (const typed of ['β', 'beta']) {
    const keys = found(typed);
    for (const key of ['momentum_ewa', 'adam', 'adamw']) assert.ok(keys.includes(key), key);
    assert.ok(!keys.includes('sgd'));
  }
  assert.ok(found('γ').includes('rmsprop') && found('gamma').includes('rmsprop'));
});

test('every optimizer has an alias, and each alias finds it', () => {
  for (const { key, aliases } of optimizers) {
    const names = aliases.split(',').map((name) => name.trim());
    assert.ok(
      names.every((name) => name.length > 0),
      `${key}: "${aliases}"`,
    );
    for (const name of names) assert.ok(found(name).includes(key), `${key}: ${name}`);
  }
});

test('what is no name finds nothing, and nothing typed finds all', () => {
  assert.deepEqual(found('qqq'), []);
  assert.equal(found('').length, optimizers.length);
});
