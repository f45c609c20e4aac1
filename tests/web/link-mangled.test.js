// Links as other programs change them: encoders that disagree about blanks, mail programs, spreadsheets,
// word processors, copying by hand. A text with one possible reading is read so, with a notice; any other is
// reported.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { NOTICE_CODES } from '../../web/state/notices.js';
import { cases } from './cases.js';
import { core } from './core.js';
import { createRandom, damage } from './corpus/generator.js';
import { LAB_KEYS } from './labs.js';

const decode = (/** @type {string} */ link, hash = '') => decodeExperiment(link, hash, core);
const codes = (/** @type {ReturnType<typeof decode>} */ { notices }) =>
  notices.map(({ code }) => code);
const initial = decode('').experiment;

const FORMULA = 'sin(x) * 2 + x^2';
const RULE = 'm = 0.9*m + g; x = x - lr*m';

/**
 * What was mangled, the link, the key that says so and as it is read, the link that means the same.
 * @type {[string, string, [string, string], string][]}
 */
const MENDED = [
  [
    'a form encoder, which writes + for a blank',
    `?${new URLSearchParams({ fx: FORMULA, x0: '2' })}`,
    ['fx', FORMULA],
    `?fx=${encodeURIComponent(FORMULA)}&x0=2`,
  ],
  [
    'a form encoder, in a rule',
    `?${new URLSearchParams({ rule: RULE, run: 'custom,lr:0.1' })}`,
    ['rule', RULE],
    `?rule=${encodeURIComponent(RULE)}&run=custom,lr:0.1`,
  ],
  [
    'blanks between parameters',
    '?run=adam,+lr:0.5,+beta1:0.8',
    ['run', 'adam, lr:0.5, beta1:0.8'],
    '?run=adam,lr:0.5,beta1:0.8',
  ],
  [
    'blanks between values',
    '?lab=smoothing&data=3+8+6+5',
    ['data', '3 8 6 5'],
    '?lab=smoothing&data=3,8,6,5',
  ],
  ['encoded twice', '?fx=x%255E2%252B1', ['fx', 'x^2+1'], '?fx=x%5E2%2B1'],
  ['encoded twice, a list', '?f=bowl&x0=1%252C2', ['x0', '1,2'], '?f=bowl&x0=1,2'],
  ['a bracket at its end', '?x0=9)', ['x0', '9'], '?x0=9'],
  ['a pointed bracket at its end', '?run=adam%3E', ['run', 'adam'], '?run=adam'],
  ['a quotation mark at its end', '?f=wavy%E2%80%9D', ['f', 'wavy'], '?f=wavy'],
  ['a full stop at its end', '?f=wavy.', ['f', 'wavy'], '?f=wavy'],
  ['brackets of its formula, and one more', '?fx=(x-1)^2)', ['fx', '(x-1)^2'], '?fx=(x-1)^2'],
  ['a blank of no width at its end', '?f=wavy%E2%80%8B', ['f', 'wavy'], '?f=wavy'],
  ['a blank of no width within', '?x0=9%E2%80%8B&steps=5', ['x0', '9'], '?x0=9&steps=5'],
  ['a decimal comma', '?run=sgd,lr:0,5', ['run', 'sgd,lr:0.5'], '?run=sgd,lr:0.5'],
  [
    'decimal commas',
    '?run=adam,lr:0,5,beta1:0,8,hidden:1',
    ['run', 'adam,lr:0.5,beta1:0.8,hidden:1'],
    '?run=adam,lr:0.5,beta1:0.8,hidden:1',
  ],
  ['a decimal comma in a lone number', '?sigma=0,25', ['sigma', '0.25'], '?sigma=0.25'],
  ['a decimal comma in a start on a line', '?x0=-1,5', ['x0', '-1.5'], '?x0=-1.5'],
  ['a decimal comma and a bracket', '?run=sgd,lr:0,5)', ['run', 'sgd,lr:0.5'], '?run=sgd,lr:0.5'],
];

for (const [what, link, [key, used], meaning] of MENDED)
  test(`a link is read although it has ${what}, and that is said`, () => {
    const { experiment, notices } = decode(link);
    assert.deepEqual(experiment, decode(meaning).experiment);
    assert.deepEqual(codes(decode(meaning)), []);
    assert.deepEqual(
      notices.map((notice) => [notice.key, notice.code, notice.used]),
      [[key, 'mended', used]],
    );
    assert.notEqual(notices[0].value, used);
  });

/** Mangled without any doubt about what was meant: nothing to say. */
for (const [what, link, meaning] of [
  ['&amp;amp; for &', '?f=wavy&amp;amp;x0=9&amp;steps=5', '?f=wavy&x0=9&steps=5'],
  ['&amp%3B for &', '?f=wavy&amp%3Bx0=9', '?f=wavy&x0=9'],
  [
    '%3D for =',
    '?lab%3Ddescent&f%3Dquadratic,a:9&rule%3Dx=x-lr*g',
    '?f=quadratic,a:9&rule=x=x-lr*g',
  ],
  ['the whole encoded once more', '?f%3Dwavy%26x0%3D9%26steps%3D5', '?f=wavy&x0=9&steps=5'],
  ['the whole encoded twice more', '?f%253Dwavy%2526x0%253D9', '?f=wavy&x0=9'],
  ['two question marks', '??f=wavy&x0=9', '?f=wavy&x0=9'],
  ['U+2212 in numbers', '?x0=%E2%88%923&run=sgd,lr:1e%E2%88%922', '?x0=-3&run=sgd,lr:1e-2'],
  ['an en dash in numbers', '?f=bowl&x0=–1,–2&view=–3,3,–4,4', '?f=bowl&x0=-1,-2&view=-3,3,-4,4'],
  ['a blank of no width before a key', '?%E2%80%8Bx0=9', '?x0=9'],
  ['thousands where whole numbers are meant', '?steps=10,000', '?steps=10000'],
])
  test(`a link with ${what} is read as it was meant`, () => {
    assert.deepEqual(decode(link), decode(meaning));
    assert.deepEqual(codes(decode(meaning)), []);
    assert.notDeepEqual(decode(meaning).experiment, initial);
  });

test('a query in the hash is mended as well', () => {
  const { experiment, notices } = decode('?f=wavy', '#fx=sin(x)+*+2&x0=9)');
  assert.deepEqual(experiment.objective, { formula: 'sin(x) * 2' });
  assert.deepEqual(experiment.start, [9]);
  assert.deepEqual(
    notices.map(({ key, code }) => [key, code]),
    [
      ['fx', 'mended'],
      ['x0', 'mended'],
    ],
  );
});

test('the literal + wins wherever the literal text can be read', () => {
  for (const fx of ['x^2+10*sin(x)', 'sin(x)+cos(x)', 'x++1']) {
    const { experiment, notices } = decode(`?fx=${fx}`);
    assert.deepEqual(experiment.objective, { formula: fx });
    assert.deepEqual(notices, []);
  }
  assert.deepEqual(decode('?run=sgd,lr:+0.5').experiment.runs?.[0].hypers.lr, 0.5);
});

test('a link that no reading puts right keeps its own notices', () => {
  for (const link of ['?fx=sin(+x', '?x0=nine)', '?run=sgd,lr:fast)', '?x0=1,000', '?x0=1,2,3'])
    assert.ok(!codes(decode(link)).includes('mended'), link);
  assert.deepEqual(codes(decode('?x0=1,000')), ['wrong_count']);
  // The end of a shortened link may have been a digit.
  assert.deepEqual(codes(decode('?x0=9...')), ['not_a_number']);
  assert.deepEqual(codes(decode('?x0=9…')), ['not_a_number']);
});

test('a mended value that is out of bounds is clamped and said, as any other', () => {
  const { experiment, notices } = decode('?run=adam,+lr:0.5,+beta1:7,+zeta:1');
  assert.deepEqual(
    notices.map(({ code, param }) => [code, param]),
    [
      ['mended', ''],
      ['out_of_range', 'beta1'],
      ['unknown_parameter', 'zeta'],
    ],
  );
  assert.equal(experiment.runs?.[0].hypers.lr, 0.5);
});

/* ---- keys ---- */

for (const [link, key, nearest] of [
  ['?XO=9&f=wavy', 'XO', 'x0'],
  ['?xo=9', 'xo', 'x0'],
  ['?X0=9', 'X0', 'x0'],
  ['?x_0=9', 'x_0', 'x0'],
  ['?F=wavy', 'F', 'f'],
  ['?step=9', 'step', 'steps'],
  ['?setps=9', 'setps', 'steps'],
  ['?Run=adam', 'Run', 'run'],
  ['?ruls=x=x-g', 'ruls', 'rule'],
  ['?lab=sampling&epoch=3', 'epoch', 'epochs'],
])
  test(`${link}: a near miss of a key is told`, () => {
    const { notices } = decode(link);
    assert.deepEqual(
      notices.map((notice) => [notice.key, notice.code, notice.allowed]),
      [[key, 'unknown_key', { values: [nearest] }]],
    );
    assert.equal(
      notices[0].value,
      link.slice(link.indexOf(`${key}=`) + key.length + 1).split('&')[0],
    );
  });

test('a key of another lab is told, with the labs that have it', () => {
  const { experiment, notices } = decode('?epochs=3&x0=9');
  assert.deepEqual(experiment.start, [9]);
  assert.deepEqual(
    notices.map(({ key, code, value, allowed }) => [key, code, value, allowed]),
    [['epochs', 'other_lab', '3', { values: ['sampling'] }]],
  );
  const [{ allowed }] = decode('?data=3,8,6').notices;
  assert.deepEqual(allowed, { values: ['smoothing', 'sampling'] });
});

test('keys of others, beside one that is ours, say nothing', () => {
  for (const name of 'utm_source fbclid gclid ref source __proto__ constructor'.split(' '))
    assert.deepEqual(codes(decode(`?x0=9&${name}=abc`)), [], name);
});

test('a link of which nothing was understood says so, always', () => {
  for (const query of [
    'fbclid=IwAR0',
    'utm_source=mail&utm_medium=x',
    'quadratic',
    '9',
    '=',
    '=9',
    '%',
    '%00',
    'https://example.org/?x0=9',
    '__proto__=1&constructor',
    'x^2',
    '{"f":"wavy"}',
    '/wavy/9',
  ]) {
    const { experiment, notices } = decode(`?${query}`);
    assert.deepEqual(experiment, initial, query);
    assert.deepEqual(
      notices.map(({ key, code }) => [key, code]),
      [['', 'nothing_understood']],
      query,
    );
    assert.ok(notices[0].allowed.values?.includes('x0'));
    assert.ok(notices[0].value.length > 0 || query === '=');
  }
  for (const link of ['', '?', '??', '?&', '#', '?&&amp;'])
    assert.deepEqual(codes(decode(link)), [], link);
  assert.deepEqual(codes(decode('?fbclid=1', '#x0=9')), []);
  assert.deepEqual(codes(decode('', '#guide')), []);
  assert.deepEqual(codes(decode('', '#nothing=ours')), ['nothing_understood']);
});

/* ---- any link ---- */

const LINKS = LAB_KEYS.flatMap((lab) => [
  `lab=${lab}&x0=1.5&lr=0.1&run=adam,lr:0.1&embed=1&hide=table&lock=f&t=3`,
  `lab=${lab}&data=3,8,6,5&xy=1,2;2,3;3,5&run=ewa,rho:0.5&fx=sin(x)*2+x^2&rule=m=0.9*m+g;x=x-lr*m&seed=7`,
]);
/** @type {((link: string) => string)[]} */
const MANGLERS = [
  (link) => link.replace(/%20| /g, '+'),
  (link) => encodeURI(link),
  (link) => encodeURIComponent(link),
  (link) => link.replace(/&/g, '&amp;amp;'),
  (link) => link.replace(/=/g, '%3D'),
  (link) => link.replace(/-/g, '−'),
  (link) => link.replace(/\./g, ','),
  (link) => link.replace(/0/g, 'O'),
  (link) => link.toUpperCase(),
  (link) => `${link})`,
  (link) => `${link}\u200b`,
  (link) => link.replace(/,/g, ',+'),
  (link) => link.replace(/=/g, '=%E2%80%9C'),
  (link) => link.slice(0, link.length / 2),
];

const COUNT = cases(10_000);

test(`${COUNT} mangled links never throw; notices say what is allowed; what is read is canonical`, () => {
  const random = createRandom(18);
  const seen = new Set();
  for (let i = 0; i < COUNT; i++) {
    let link = random.pick(LINKS);
    for (let times = 1 + random.below(3); times > 0; times--) link = random.pick(MANGLERS)(link);
    if (random.chance(0.3)) link = damage(link, random);
    const { experiment, notices } = decode(`?${link}`);
    for (const { key, code, value, allowed } of notices) {
      seen.add(code);
      assert.ok(NOTICE_CODES.includes(code), code);
      assert.equal(typeof key, 'string');
      assert.equal(typeof value, 'string');
      assert.ok([...value].length <= 60);
      assert.equal(typeof allowed, 'object');
      if (key === '') assert.ok(['too_long', 'nothing_understood'].includes(code), code);
    }
    const query = encodeExperiment(experiment, core.catalog);
    assert.deepEqual(decode(query), { experiment, notices: [] }, link);
  }
  for (const code of ['mended', 'unknown_key', 'other_lab', 'nothing_understood'])
    assert.ok(seen.has(code), code);
});

test('the longest link that is read, hostile to every mend, is read at once', () => {
  for (const piece of [
    '+',
    '%25',
    ')',
    ',0:1,1',
    '​',
    '&x0=1,1',
    '&XO=1',
    '%3D',
    '&amp;amp;',
    'lr:0,1,',
  ]) {
    const link = `?run=sgd,${piece.repeat(8000)}`.slice(0, 7990);
    const since = process.cpuUsage(); // on a busy machine the clock goes on without us
    decode(link);
    assert.ok(process.cpuUsage(since).user < 5e5, piece);
  }
});
