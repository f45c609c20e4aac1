// The messages between host and lab on plain objects: what each does and answers.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ACTS, ANSWERS, answer } from '../../web/embed/host.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { REPORTS, REQUESTS } from '../../web/state/messages.js';
import { cases } from './cases.js';
import { core } from './core.js';
import { createRandom, damage, garbage } from './corpus/generator.js';
import { createLab, LINK } from './host-lab.js';

/**
 * @typedef {import('../../web/embed/host.js').Message} Message
 * @typedef {import('../../web/state/notices.js').Notice} Notice
 */

/**
 * What is sent in answer to a message.
 * @param {import('../../web/embed/host.js').HostedLab} lab @param {Message} message
 */
async function ask(lab, message) {
  /** @type {any[]} */
  const sent = [];
  await answer(lab, message, (each) => sent.push(each));
  return sent;
}

test('what is listed as a request is done, and nothing else; the guide lists no other', () => {
  assert.deepEqual([...ACTS.keys(), ...ANSWERS.keys()].sort(), [...REQUESTS].sort());
  const source = readFileSync('web/embed/host.js', 'utf8');
  for (const type of REPORTS) assert.match(source, new RegExp(`type: '${type}'`), type);
  const sent = new Set([...source.matchAll(/type: '(\w+)'/g)].map(([, type]) => type));
  assert.deepEqual([...sent].sort(), [...REPORTS].sort());
});

test('getState is answered with the canonical query, the step shown, and the id', async () => {
  const [state, ...more] = await ask(createLab(), { type: 'getState', id: 7 });
  assert.deepEqual(more, []);
  assert.deepEqual(state, {
    type: 'state',
    id: 7,
    query: 'lab=descent&f=quadratic,a:9&x0=9&run=sgd,lr:0.2&steps=20&t=3&v=1',
    lab: 'descent',
    t: 3,
    steps: 20,
    notices: [],
  });
});

test('setState reads a query exactly as a link: what is wrong becomes the same notices', async () => {
  const bad = '?f=nowhere&x0=1e99&run=adam,beta1:7,zeta:1&steps=2.5&lock=f,moon';
  const link = decodeExperiment(bad, '', core);
  assert.ok(link.notices.length >= 5);
  const lab = createLab();
  const [state] = await ask(lab, { type: 'setState', query: bad, id: 'a' });
  assert.deepEqual(lab.experiment, link.experiment);
  assert.deepEqual(lab.notices, link.notices);
  assert.equal(state.query, encodeExperiment(link.experiment, core.catalog));
  assert.deepEqual(
    state.notices.map((/** @type {Notice} */ { key, code, used }) => [key, code, used]),
    link.notices.map(({ key, code, used }) => [key, code, used]),
  );
});

test('setState keeps what belongs to the page, unless the query names it', async () => {
  const lab = createLab(`${LINK}&lang=vi&theme=dark&embed=1&hide=table&lock=f`);
  const set = async (/** @type {string} */ query) =>
    (await ask(lab, { type: 'setState', query }))[0];
  const dress = 'lang=vi&theme=dark&embed=1&hide=table&lock=f&v=1';
  assert.equal((await set('f=wavy')).query, `lab=descent&f=wavy&${dress}`);
  assert.equal((await set('lab=smoothing')).query, `lab=smoothing&${dress}`);
  const bad = await set('f=wavy&theme=purple');
  assert.equal(bad.query, `lab=descent&f=wavy&${dress}`);
  assert.deepEqual(
    bad.notices.map((/** @type {Notice} */ { key, code, used }) => [key, code, used]),
    [['theme', 'unknown_value', 'dark']],
  );
  const other = await set('f=wavy&lang=en&theme=light&embed=0&hide=&lock=');
  assert.equal(other.query, 'lab=descent&f=wavy&lang=en&theme=light&v=1');
});

test('getData answers with the columns of the table, in full precision', async () => {
  const [data, ...more] = await ask(createLab(), { type: 'getData', id: 4 });
  assert.deepEqual(more, []);
  const { columns, ...rest } = data;
  assert.deepEqual(rest, {
    type: 'data',
    id: 4,
    query: LINK,
    lab: 'descent',
    run: 1,
    rows: 21,
    from: 0,
  });
  // f = 9x², f' = 18x, η = 0.2: x becomes x − 3.6x.
  assert.deepEqual(columns.t.slice(0, 3), [0, 1, 2]);
  assert.deepEqual([columns.x[0], columns.gx[0], columns.f[0]], [9, 162, 729]);
  assert.ok(Math.abs(columns.x[1] + 23.4) < 1e-12);
  for (const column of Object.values(columns)) {
    assert.ok(Array.isArray(column));
    assert.equal(column.length, 21);
  }
});

test('getData sends the rows asked for, ten thousand at most; what is left is asked for next', async () => {
  const lab = createLab('f=quadratic&x0=9&steps=25000&run=sgd,lr:0.1&run=adam');
  const get = async (/** @type {object} */ fields) =>
    (await ask(lab, { type: 'getData', ...fields }))[0];
  const first = await get({});
  assert.deepEqual([first.rows, first.columns.x.length], [25001, 10000]);
  const last = await get({ from: 20000 });
  assert.deepEqual([last.columns.t[0], last.columns.t.at(-1)], [20000, 25000]);
  const one = await get({ run: 2, from: 3, to: 3 });
  assert.deepEqual([one.run, one.columns.t], [2, [3]]);
  for (const fields of [
    { run: 0 },
    { run: 3 },
    { run: 1.5 },
    { run: '1' },
    { from: -1 },
    { from: 25001 },
    { from: 5, to: 4 },
    { to: 10000 },
    { from: 3, to: 10003 },
    { from: {} },
  ])
    assert.equal((await get(fields)).code, 'bad_field', JSON.stringify(fields));
  const none = { ...createLab(), table: () => undefined };
  assert.equal((await ask(none, { type: 'getData' }))[0].code, 'no_data');
});

for (const [message, act] of /** @type {[Message, string][]} */ ([
  [{ type: 'run' }, 'play'],
  [{ type: 'pause' }, 'pause'],
  [{ type: 'step' }, 'seek 4'],
  [{ type: 'step', by: 5 }, 'seek 8'],
  [{ type: 'step', by: -5 }, 'seek 0'],
  [{ type: 'step', by: 19 }, 'seek 20'],
  [{ type: 'step', to: 0 }, 'seek 0'],
  [{ type: 'step', to: 20 }, 'seek 20'],
]))
  test(`${JSON.stringify(message)} makes the player ${act}`, async () => {
    const lab = createLab();
    const [state] = await ask(lab, message);
    assert.deepEqual(lab.acts, [act]);
    assert.equal(state.type, 'state');
    assert.equal('id' in state, false);
  });

for (const message of [
  { type: 'step', by: 0.5 },
  { type: 'step', by: '1' },
  { type: 'step', by: Number.NaN },
  { type: 'step', by: Infinity },
  { type: 'step', by: 21 },
  { type: 'step', to: -1 },
  { type: 'step', to: 21 },
  { type: 'step', to: {} },
  { type: 'step', to: 1n },
  { type: 'setState' },
  { type: 'setState', query: { lab: 'descent' } },
  { type: 'setState', query: ['lab=descent'] },
  { type: 'screenshot', scale: 0 },
  { type: 'screenshot', scale: 100 },
  { type: 'screenshot', scale: 'big' },
])
  test(`${message.type} with ${Object.values(message).slice(1).map(String)} is refused by name`, async () => {
    const lab = createLab();
    const before = lab.experiment;
    const [error, ...more] = await ask(lab, { ...message, id: 1 });
    assert.deepEqual(more, []);
    assert.deepEqual([error.type, error.id, error.code], ['error', 1, 'bad_field']);
    assert.match(error.message, /^(by|to|query|scale) must be a /);
    assert.deepEqual(lab.acts, []);
    assert.equal(lab.experiment, before);
  });

test('a lab without steps says so', async () => {
  const lab = { ...createLab(), player: () => null };
  const [error] = await ask(lab, { type: 'run' });
  assert.equal(error.code, 'no_steps');
});

test('a screenshot comes at the scale asked for, at 2 otherwise', async () => {
  const [shot] = await ask(createLab(), { type: 'screenshot', id: 'x', scale: 3 });
  assert.deepEqual(shot, {
    type: 'screenshot',
    id: 'x',
    dataUrl: 'data:image/png;base64,',
    width: 3,
    height: 1,
  });
  assert.equal((await ask(createLab(), { type: 'screenshot' }))[0].width, 2);
});

test('a failing screenshot is answered with an error', async () => {
  const lab = { ...createLab(), screenshot: () => Promise.reject(new Error('no canvas')) };
  const [error] = await ask(lab, { type: 'screenshot', id: 5 });
  assert.deepEqual(error, { type: 'error', id: 5, code: 'failed', message: 'no canvas' });
});

test('an id that is neither a number nor a short text is not sent back', async () => {
  for (const id of [{}, [1], null, true, 'x'.repeat(101)]) {
    const [state] = await ask(createLab(), { type: 'getState', id });
    assert.equal('id' in state, false);
  }
});

const COUNT = cases(3000);

test(`${COUNT} random queries are set without a throw, and the state they lead to is canonical`, async () => {
  const random = createRandom(11);
  const lab = createLab();
  for (let i = 0; i < COUNT; i++) {
    const query = random.chance(0.3) ? garbage(random) : damage(LINK, random);
    const [state] = await ask(lab, { type: 'setState', query });
    assert.equal(state.type, 'state', query);
    const again = decodeExperiment(state.query, '', core);
    assert.deepEqual(again.notices, []);
    assert.equal(encodeExperiment(again.experiment, core.catalog), state.query);
  }
});

test('getScore is answered with the score of an exercise, and refused where none is set', async () => {
  const lab = createLab();
  const [refused] = await ask(lab, { type: 'getScore', id: 1 });
  assert.deepEqual([refused.type, refused.code, refused.id], ['error', 'no_exercise', 1]);
  const score = { score: 67, right: 2, of: 3, done: false };
  const [told] = await ask({ ...lab, score: () => score }, { type: 'getScore', id: 'b' });
  assert.deepEqual(told, { type: 'score', id: 'b', ...score });
});
