// An experiment as a file: it is read back as it was written, with the notices that a link would get.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { MOST_FILE, readFile, writeFile } from '../../web/state/file.js';
import { cases } from './cases.js';
import { core, linkCore } from './corpus/core.js';
import { createRandom, damage, randomExperiment } from './corpus/generator.js';

const { catalog } = core;
/** @param {unknown} value @returns {any} */
const read = (value) =>
  readFile(typeof value === 'string' ? value : JSON.stringify(value), linkCore);
const FORMAT = 'descent-lab-experiment';

test('a file reads as what it is: a key a line, texts, runs in a list', () => {
  const link = '?f=quadratic,a:9&x0=9&run=sgd,lr:0.2&run=momentum&t=3';
  const { experiment } = decodeExperiment(link, '', linkCore);
  assert.deepEqual(JSON.parse(writeFile(experiment, catalog)), {
    format: FORMAT,
    lab: 'descent',
    f: 'quadratic,a:9',
    x0: '9',
    run: ['sgd,lr:0.2', 'momentum'],
    t: '3',
    v: '1',
  });
});

const RIGHT = cases(1000);
const DAMAGED = cases(5000);

test(`${RIGHT} random experiments are written and read back`, () => {
  const random = createRandom(3);
  for (let i = 0; i < RIGHT; i++) {
    const experiment = randomExperiment(random);
    assert.deepEqual(read(writeFile(experiment, catalog)), { experiment, notices: [] });
  }
});

test('data that no link has room for are in the file', () => {
  const x = Array.from({ length: 490 }, (_, i) => i + 0.123456789);
  const y = x.map((value) => Math.sin(value));
  const { experiment: base } = decodeExperiment('?lab=sampling', '', linkCore);
  const experiment = { ...base, data: { x, y } };
  assert.doesNotMatch(encodeExperiment(experiment, catalog), /xy=/);
  const { experiment: again, notices } = read(writeFile(experiment, catalog));
  assert.deepEqual(notices, []);
  assert.deepEqual(again.data, { x, y });
});

test('a file with bad values gives the notices that a link with them gives', () => {
  const link = decodeExperiment('?f=none&x0=1e99&run=adam,beta1:7', '', linkCore);
  assert.equal(link.notices.length, 3);
  const file = read({ format: FORMAT, f: 'none', x0: '1e99', run: 'adam,beta1:7' });
  assert.deepEqual(file, link);
});

for (const [what, text, flaw] of [
  ['no JSON', '{', { code: 'not_json', key: '' }],
  ['nothing', '', { code: 'not_json', key: '' }],
  ['null', 'null', { code: 'not_ours', key: '' }],
  ['a list', '[]', { code: 'not_ours', key: '' }],
  ['a text', '"descent"', { code: 'not_ours', key: '' }],
  ['another program’s JSON', '{"format":"h5p"}', { code: 'not_ours', key: '' }],
  ['a value that is an object', { format: FORMAT, f: {} }, { code: 'not_text', key: 'f' }],
  ['a value that is null', { format: FORMAT, x0: null }, { code: 'not_text', key: 'x0' }],
  [
    'a list with a list in it',
    { format: FORMAT, run: [['sgd']] },
    { code: 'not_text', key: 'run' },
  ],
  [
    'too many texts',
    { format: FORMAT, run: Array(101).fill('sgd') },
    { code: 'not_text', key: 'run' },
  ],
  ['too long', ' '.repeat(MOST_FILE + 1), { code: 'too_long', key: '' }],
])
  test(`${what} is refused by name`, () => assert.deepEqual(read(text), { flaw }));

test('keys that objects have by themselves are keys like others', () => {
  const { notices } = read(
    `{"format":"${FORMAT}","x0":"9","__proto__":"1","constructor":"2","toString":"3"}`,
  );
  assert.deepEqual(notices, []);
});

test(`${DAMAGED} damaged files never throw, and what is read is canonical`, () => {
  const random = createRandom(5);
  let refused = 0;
  for (let i = 0; i < DAMAGED; i++) {
    const text = damage(writeFile(randomExperiment(random), catalog), random);
    const result = read(text);
    if ('flaw' in result) refused++;
    else {
      const query = encodeExperiment(result.experiment, catalog);
      const again = decodeExperiment(query, '', linkCore);
      assert.equal(encodeExperiment(again.experiment, catalog), query);
    }
  }
  assert.ok(refused > 0.02 * DAMAGED && refused < 0.98 * DAMAGED, `${refused} refused`);
});
