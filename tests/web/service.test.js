// The core behind a channel of messages: what it answers when it starts, cannot start, is asked and is stopped.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Engine } from '../../web/core/engine.js';
import { instantiate } from '../../web/core/load.js';
import { readRun } from '../../web/core/run.js';
import { createService } from '../../web/core/service.js';
import { core } from './core.js';

const MODULE = await WebAssembly.compile(readFileSync('build/core.wasm'));
const { units } = new Engine(await instantiate(MODULE));
const SPEC = { objective: 'quadratic', start: [70], optimizer: 'sgd', steps: 4 };

async function started() {
  /** @type {any[]} */ const said = [];
  const take = createService((/** @type {any} */ message) => said.push(message));
  await take(/** @type {any} */ ({ start: MODULE }));
  return { said, take: /** @type {(message: any) => Promise<void>} */ (take) };
}

test('once it has started it hands over its catalog', async () => {
  const { said } = await started();
  assert.deepEqual(Object.keys(said[0]), ['ready']);
  const { optimizers } = JSON.parse(said[0].ready);
  assert.deepEqual(
    optimizers.map((/** @type {any} */ { key }) => key).sort(),
    core.catalog.optimizers.map(({ key }) => key).sort(),
  );
});

test('a module that is no core is said to have failed', async () => {
  /** @type {any[]} */ const said = [];
  const take = createService((/** @type {any} */ message) => said.push(message));
  const empty = await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  await take(/** @type {any} */ ({ start: empty }));
  assert.deepEqual(said.map(Object.keys), [['failed']]);
  assert.match(said[0].failed, /Error/);
});

test('a question is answered with its id, a bad one with its fault', async () => {
  const { said, take } = await started();
  await take({ ask: 5, method: 'run', asked: readRun(units, SPEC) });
  const { id, answer } = said.at(-1);
  assert.equal(id, 5);
  assert.deepEqual([...answer.columns.x], [...core.run(SPEC).columns.x]);
  await take({ ask: 6, method: 'run', asked: {} });
  const { id: bad, fault } = said.at(-1);
  assert.equal(bad, 6);
  assert.equal(fault.name, 'TypeError');
});

test('a question that is stopped is said to be, and is not answered', async () => {
  const { said, take } = await started();
  // Many sines a step: far longer than a slice of 8 ms.
  const formula = Array.from({ length: 8 }, (_, i) => `sin(${i + 1}*x)*exp(-x^2/${i + 9})`).join(
    '+',
  );
  const spec = { ...SPEC, objective: { formula }, optimizer: 'adam', steps: 100_000 };
  const asked = take({ ask: 7, method: 'run', asked: readRun(units, spec) });
  take({ stop: 7 });
  await asked;
  assert.deepEqual(said.at(-1), { id: 7, stopped: true });
});
