import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeExperiment } from '../../web/state/decode.js';
import { MOST_NOTICES, NOTICE_CODES } from '../../web/state/notices.js';
import { linkCore } from './corpus/core.js';
import { LAB_KEYS, ofLab } from './labs.js';

const decode = (/** @type {string} */ link, hash = '') => decodeExperiment(link, hash, linkCore);
const initial = ofLab(decode('').experiment, 'descent');
const keys = (/** @type {'objectives'|'optimizers'|'schedules'|'smoothers'} */ family) =>
  linkCore.catalog[family].map(({ key }) => key);
const lr = { min: 1e-8, max: 1000 };
const far = { min: -1e9, max: 1e9 };

/** What `map` opens where its two sides are not understood. */
const FIRST_MAP = { map: { axes: ['x', 'lr'], range: null, show: 'basin', tolerance: 0.001 } };

/**
 * link, the facts its one notice must hold, the fields of the experiment that differ from the default
 * @type {[string, object, object][]}
 */
const BAD = [
  ['x0=abc', { key: 'x0', value: 'abc', code: 'not_a_number', allowed: far, used: '70' }, {}],
  ['x0=1e10', { code: 'out_of_range', used: '1000000000' }, { start: [1e9] }],
  ['x0=-Infinity', { code: 'not_a_number', used: '70' }, {}],
  ['x0=-1e999', { code: 'out_of_range', used: '-1000000000' }, { start: [-1e9] }],
  ['x0=0,1,2', { code: 'wrong_count', value: '0,1,2', allowed: { counts: [1] }, used: '70' }, {}],
  [
    'fx=loosely x',
    { key: 'fx', code: 'read_as', value: 'loosely x', used: 'x' },
    { objective: { formula: 'x' }, start: [1] },
  ],
  ['x0=0,1', { code: 'mended', value: '0,1', used: '0.1' }, { start: [0.1] }],
  ['X0=0,1', { key: 'X0', code: 'unknown_key', value: '0,1', allowed: { values: ['x0'] } }, {}],
  ['epochs=1', { code: 'other_lab', value: '1', allowed: { values: ['sampling'] } }, {}],
  ['fbclid=1', { key: '', code: 'nothing_understood', value: 'fbclid=1' }, {}],
  ['x0=', { code: 'not_a_number', value: '', used: '70' }, {}],
  [
    'steps=1e9',
    { code: 'out_of_range', allowed: { min: 1, max: 100000 }, used: '100000' },
    { steps: 100000 },
  ],
  ['steps=2.5', { code: 'not_whole', used: '3' }, { steps: 3 }],
  ['steps=0', { code: 'out_of_range', used: '1' }, { steps: 1 }],
  ['t=31', { code: 'out_of_range', allowed: { min: 0, max: 30 }, used: '30' }, { t: 30 }],
  ['sigma=-1', { code: 'out_of_range', allowed: { min: 0, max: 1e6 }, used: '0' }, {}],
  [
    'seed=4294967296',
    { code: 'out_of_range', used: '4294967295' },
    { noise: { sigma: 0, seed: 2 ** 32 - 1 } },
  ],
  ['view=3,1', { code: 'empty_range', value: '3,1', used: '' }, {}],
  ['view=1,1', { code: 'empty_range' }, {}],
  ['view=1,2,3', { code: 'wrong_count', allowed: { counts: [2, 4] } }, {}],
  ['map=nonsense', { code: 'unknown_value', value: 'nonsense', used: 'x,lr' }, FIRST_MAP],
  ['map=x', { code: 'wrong_count', value: 'x', used: 'x,lr' }, FIRST_MAP],
  ['map=lr,lr', { code: 'named_twice', value: 'lr', used: 'x,lr' }, FIRST_MAP],
  ['view=1,x', { code: 'not_a_number', value: 'x', used: '' }, {}],
  ['view=-1e10,2', { code: 'out_of_range', used: '-1000000000' }, { view: [-1e9, 2] }],
  [
    'lang=fr',
    { key: 'lang', code: 'unknown_value', allowed: { values: ['en', 'vi'] }, used: '' },
    {},
  ],
  ['theme=__proto__', { code: 'unknown_value', allowed: { values: ['light', 'dark'] } }, {}],
  ['embed=yes', { code: 'unknown_value', allowed: { values: ['0', '1'] }, used: '0' }, {}],
  ['hide=table,toString', { code: 'unknown_value', value: 'toString' }, { hide: ['table'] }],
  [
    'lab=none',
    { code: 'unknown_value', allowed: { values: [...LAB_KEYS, 'course'] }, used: 'descent' },
    {},
  ],
  ['v=3', { code: 'unknown_value', allowed: { values: ['1', '2'] }, used: '1' }, {}],
  ['v=', { code: 'unknown_value', used: '1' }, {}],
  [
    'f=none',
    {
      code: 'unknown_unit',
      value: 'none',
      allowed: { values: keys('objectives') },
      used: 'quadratic',
    },
    {},
  ],
  ['f=', { code: 'unknown_unit', value: '' }, {}],
  [
    'f=quadratic,a:0',
    { unit: 'quadratic', param: 'a', value: '0', code: 'out_of_range', used: '0.001' },
    { objective: { key: 'quadratic', params: { a: 0.001 } } },
  ],
  [
    'f=quadratic,b:2',
    {
      unit: 'quadratic',
      param: 'b',
      value: 'b:2',
      code: 'unknown_parameter',
      allowed: { values: ['a'] },
    },
    {},
  ],
  ['f=quadratic,__proto__:2', { param: '__proto__', code: 'unknown_parameter' }, {}],
  ['f=quadratic,9', { param: '9', value: '9', code: 'unknown_parameter' }, {}],
  [
    'run=none,lr:5',
    {
      key: 'run',
      code: 'unknown_unit',
      value: 'none',
      allowed: { values: [...keys('optimizers'), 'custom'] },
      used: 'sgd',
    },
    {},
  ],
  ['run=custom,lr:5', { code: 'missing_rule', value: 'custom', used: 'sgd' }, {}],
  [
    'run=sgd,lr:0',
    { unit: 'sgd', param: 'lr', code: 'out_of_range', allowed: lr, used: '1e-8' },
    { runs: [{ ...initial.runs[0], hypers: { lr: 1e-8 } }] },
  ],
  ['exercise=?', { key: 'exercise', code: 'unreadable', value: '?', allowed: { most: 6000 } }, {}],
  ['run=sgd,lr:fast', { param: 'lr', value: 'fast', code: 'not_a_number', used: '0.1' }, {}],
  ['run=sgd,lr:0.1,lr:9', { param: 'lr', value: '9', code: 'repeated', used: '0.1' }, {}],
  [
    'run=sgd,schedule:none',
    {
      unit: 'sgd',
      param: 'schedule',
      value: 'none',
      code: 'unknown_unit',
      allowed: { values: keys('schedules') },
      used: 'constant',
    },
    {},
  ],
  [
    'run=sgd,decay:0.5',
    {
      param: 'decay',
      code: 'unknown_parameter',
      allowed: { values: ['lr', 'schedule', 'hidden', 'clip', 'clipvalue', 'l2', 'wd'] },
    },
    {},
  ],
  ['run=sgd,hidden:maybe', { param: 'hidden', code: 'unknown_value', used: '0' }, {}],
  ['x0=9&x0=8', { key: 'x0', value: '8', code: 'repeated', used: '9' }, { start: [9] }],
  [
    'fx=x?1',
    { key: 'fx', value: 'x?1', code: 'bad_formula', used: 'quadratic', detail: { position: 1 } },
    {},
  ],
  ['fx=', { code: 'bad_formula', detail: null }, {}],
  [`fx=${'x'.repeat(501)}`, { code: 'too_long', allowed: { most: 500 }, used: 'quadratic' }, {}],
  [
    'fx=x&f=wavy',
    { key: 'f', value: 'wavy', code: 'overridden', used: 'fx' },
    { objective: { formula: 'x' }, start: [1] },
  ],
  ['rule=y', { key: 'rule', code: 'bad_formula', used: '' }, {}],
  ['rule=x=x-decay*g', { code: 'reserved_name', detail: 'decay' }, {}],
  [`rule=x=${'x'.repeat(500)}`, { code: 'too_long', allowed: { most: 500 } }, {}],
];

for (const [link, facts, changed] of BAD) {
  test(`a bad value is replaced, and the notice says how: ${link.slice(0, 60)}`, () => {
    const { experiment, notices } = decode(`?${link}`);
    const [notice] = notices;
    for (const [field, value] of Object.entries(facts))
      assert.deepEqual(Reflect.get(notice, field), value, field);
    assert.deepEqual(experiment, { ...initial, ...changed });
    assert.equal(notices.length, 1);
    assert.ok(NOTICE_CODES.includes(notice.code));
  });
}

test('a decimal comma in a link is not silently read as two values', () => {
  const { experiment, notices } = decode('?run=sgd,lr:0,5');
  assert.equal(experiment.runs?.[0].hypers.lr, 0.5);
  assert.deepEqual(
    notices.map(({ code, value, used }) => [code, value, used]),
    [['mended', 'sgd,lr:0,5', 'sgd,lr:0.5']],
  );
});

test('a ninth run is left out with a notice', () => {
  const { experiment, notices } = decode(`?${'run=sgd&'.repeat(9)}`);
  assert.equal(experiment.runs?.length, 8);
  const [{ code, value, allowed, used }] = notices;
  assert.deepEqual([code, value, allowed, used], ['too_many', '9', { most: 8 }, '8']);
});

test('a bad own formula falls back to f', () => {
  const { experiment, notices } = decode('?f=wavy&fx=?');
  assert.deepEqual(experiment.objective, { key: 'wavy', params: {} });
  assert.deepEqual([notices[0].code, notices[0].used], ['bad_formula', 'wavy']);
});

test('without a parser no own text is accepted', () => {
  const { catalog } = linkCore;
  const { experiment, notices } = decodeExperiment('?fx=x&rule=x=x&run=custom', '', { catalog });
  assert.deepEqual(experiment, initial);
  assert.deepEqual(
    notices.map(({ code }) => code),
    ['bad_formula', 'bad_formula', 'missing_rule'],
  );
});

test('every code that is declared occurs, and none that is not', () => {
  const links = [...BAD.map(([link]) => link), 'run=sgd&'.repeat(9)];
  const seen = new Set(links.flatMap((link) => decode(link).notices.map(({ code }) => code)));
  assert.deepEqual([...seen].sort(), [...NOTICE_CODES].sort());
});

test('a value is shown in at most 60 characters, whole ones', () => {
  const [{ value }] = decode(`?f=${'🎯'.repeat(80)}`).notices;
  assert.equal(value, `${'🎯'.repeat(59)}…`);
});

test('notices stop at a number that can be read', () => {
  assert.equal(decode(`?run=sgd${',lr:1'.repeat(400)}`).notices.length, MOST_NOTICES);
  const many = Array.from({ length: 200 }, (_, i) => `q${i}:1`).join(',');
  assert.equal(decode(`?run=sgd,${many}`).notices.length, MOST_NOTICES);
});

test('unknown keys say nothing, whatever they are called', () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'x',
    '',
    '%',
    '\0',
    '\ud800',
  ];
  for (const name of names) {
    const link = `?x0=70&${name}=1&${name}`;
    assert.deepEqual(decode(link), { experiment: initial, notices: [] }, name);
  }
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

test('the hash wins key by key, and f in the hash silences fx in the query', () => {
  const { runs, start } = decode('?run=sgd,lr:0.5&run=adam&x0=9', '#run=momentum').experiment;
  assert.deepEqual(
    runs?.map(({ optimizer }) => optimizer),
    ['momentum'],
  );
  assert.deepEqual(start, [9]);
  const both = decode('?fx=x', '#f=wavy');
  assert.deepEqual(both.experiment.objective, { key: 'wavy', params: {} });
  assert.deepEqual(both.notices, []);
  assert.deepEqual(decode('?f=wavy', '#fx=x').experiment.objective, { formula: 'x' });
});
