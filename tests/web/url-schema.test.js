import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeExperiment } from '../../web/state/decode.js';
import { CUSTOM, RUN_WORDS } from '../../web/state/own-units.js';
import { linkKeys } from '../../web/state/schema.js';
import { linkCore } from './corpus/core.js';
import { LAB_KEYS } from './labs.js';

const { catalog } = linkCore;
const KEYS =
  'lab f fx x0 rule run from sel steps sigma seed precision view surface t check exercise ' +
  'map maprange mapshow maptol lang theme embed layout hide present controls lock v';

test('the keys of a descent link, in their order, are these', () => {
  const names = linkKeys(catalog).map(({ name }) => name);
  assert.deepEqual(names, KEYS.split(' '));
  assert.equal(LAB_KEYS[0], 'descent');
});

for (const key of linkKeys(catalog)) {
  test(`the row of ${key.name} documents itself, and its example works`, () => {
    assert.equal(key.description, `link.${key.name}`);
    assert.ok(Object.keys(key.allowed).length > 0);
    assert.ok(key.example.startsWith(`${key.name}=`));
    const { experiment, notices } = decodeExperiment(`?${key.example}`, '', linkCore);
    assert.deepEqual(notices, []);
    // Presenting is no part of the experiment.
    if (['lab', 'v', 'present'].includes(key.name)) return;
    assert.notDeepEqual(key.write(experiment, catalog), key.initial());
    assert.notDeepEqual(experiment, decodeExperiment('', '', linkCore).experiment);
  });
}

for (const lab of LAB_KEYS) {
  test(`every example of the ${lab} lab’s keys is taken at its word there`, () => {
    for (const { name, example } of linkKeys(catalog, lab)) {
      const query = name === 'lab' ? `?${example}` : `?lab=${lab}&${example}`;
      const { experiment, notices } = decodeExperiment(query, '', linkCore);
      assert.deepEqual(notices, [], example);
      assert.equal(experiment.lab, name === 'lab' ? 'descent' : lab);
    }
  });
}

test('in one run no two parameters share a name', () => {
  for (const { key, hypers } of catalog.optimizers) {
    assert.notEqual(key, CUSTOM);
    for (const schedule of catalog.schedules) {
      const names = [...hypers, ...schedule.params].map((param) => param.key).concat(RUN_WORDS);
      assert.equal(new Set(names).size, names.length, `${key} with ${schedule.key}: ${names}`);
    }
  }
});

test('every key of the catalog can stand in a link as it is', () => {
  const units = [...catalog.objectives, ...catalog.optimizers, ...catalog.schedules];
  const params = units.flatMap((unit) => ('hypers' in unit ? unit.hypers : unit.params));
  for (const { key } of [...units, ...params]) assert.match(key, /^[a-z][a-z0-9_]*$/);
});

test('every preset and first start can stand in a link: it is finite and in range', () => {
  for (const { key, starts, params } of catalog.objectives) {
    assert.ok(
      starts[0].every((value) => Math.abs(value) <= 1e9),
      key,
    );
    for (const { preset, min, max } of params) assert.ok(preset >= min && preset <= max, key);
  }
});
