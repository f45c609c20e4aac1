// The user's own f and own rule: typed, read, written into the link; errors are marked and explained.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, assertNear, withLab } from './browser.js';

const OWN = { f: '.own-f .own', rule: '[data-key=rule] .own' };

/** The pixels of the stage, as one text. @param {import('./browser.js').Lab} lab */
async function pictureOf(lab) {
  await lab.settle();
  return lab
    .find('.stage canvas')
    .first()
    .evaluate((canvas) => /** @type {any} */ (canvas).toDataURL());
}

test('an own f starts as the function shown; typing it changes curve, table and link', () =>
  withLab('?f=quadratic,a:9&x0=2', async (lab) => {
    await lab.find('.choose-objective').selectOption('own');
    assert.equal(await lab.find(OWN.f).inputValue(), '9*x^2');
    const before = await pictureOf(lab);
    await lab.find(OWN.f).fill('x^2 + 10*sin(x)');
    assert.notEqual(await pictureOf(lab), before);
    assert.match(await lab.link(), /fx=x\^2 \+ 10\*sin\(x\)&x0=2/);
    const { f, gx } = await lab.table(1);
    // f(2) = 4 + 10 sin 2, f′(2) = 4 + 10 cos 2
    assertNear([f[0], gx[0]], [13.092974268256818, -0.16146836547142424], 1e-12);
    await lab.page.reload();
    assert.equal(await lab.find(OWN.f).inputValue(), 'x^2 + 10*sin(x)');
    assertNear((await lab.table(1)).f, [13.092974268256818], 1e-12);
  }));

test('an own f that uses y has two variables, and one again when it does not', () =>
  withLab('?fx=x^2', async (lab) => {
    await lab.find(OWN.f).fill('x^2 + 3*y^2');
    assert.deepEqual(Object.keys(await lab.table(1)).slice(0, 4), ['t', 'x', 'y', 'f']);
    assert.match(await lab.link(), /fx=x\^2 \+ 3\*y\^2/);
    await lab.find(OWN.f).fill('x^2 + 3');
    assert.deepEqual(Object.keys(await lab.table(1)).slice(0, 3), ['t', 'x', 'f']);
  }));

/** what is typed, what stands before the mark, what is marked, and the sentence in both languages */
const MISTAKES = [
  ['x^2 + z', 'x^2 + ', 'z', /^z is not a known name/, /^Không có tên nào là z\./],
  [
    '2*sinn(x)',
    '2*',
    'sinn',
    /sinn is not a function.*mean sin\?/,
    /sinn không phải là hàm.*sin\?/,
  ],
  ['(1 - x', '(1 - x', ' ', /Expected \) here/, /Ở đây thiếu \)\./],
  ['x 2', 'x ', '2', /Multiplication must be written: put \* before 2/, /thêm \* trước 2/],
  [
    'x2',
    '',
    'x2',
    /x2 is one name; write x\^2/,
    /x2 được hiểu là một tên duy nhất; hãy viết x\^2\./,
  ],
  [
    '1 + sin 2x',
    '1 + ',
    'sin 2x',
    /sin 2x can be read in more ways than one; write sin\(…\)/,
    /sin 2x có thể hiểu theo nhiều cách; hãy viết sin\(…\)\./,
  ],
  ['0 < x < 1', '0 < x ', '<', /Comparisons cannot be chained/, /Không thể nối nhiều phép so sánh/],
];

for (const [i, lang] of ['en', 'vi'].entries())
  test(`a mistake in an own f is marked where it is, and named in ${lang}`, () =>
    withLab(`?lang=${lang}&fx=x^2&x0=3`, async (lab) => {
      for (const [typed, before, marked, ...sentences] of MISTAKES) {
        await lab.find(OWN.f).fill(/** @type {string} */ (typed));
        assert.equal(await lab.find('.own-error mark').textContent(), marked, `${typed}`);
        const said = (await lab.find('.own-error code').textContent()) ?? '';
        assert.ok(said.startsWith(`${before}${marked}`), `${typed}: ${said}`);
        assert.match(await lab.words('.own-error p'), /** @type {RegExp} */ (sentences[i]));
        assert.equal(await lab.find(OWN.f).getAttribute('aria-invalid'), 'true');
        assert.match(await lab.link(), /fx=x\^2&/);
      }
      await lab.find(OWN.f).fill('x^4');
      assert.equal(await lab.find('.own-error').count(), 0);
      assert.match(await lab.link(), /fx=x\^4&/);
      assert.deepEqual((await lab.table(1)).f, [81]);
    }));

for (const [lang, words] of [
  ['en', 'Read as 8x*sin(2x) - abs(x)'],
  ['vi', 'Được đọc là 8x*sin(2x) - abs(x)'],
])
  test(`what is typed loosely is shown as it was read in ${lang}`, () =>
    withLab(`?lang=${lang}&fx=x^2&x0=0.5`, async (lab) => {
      await lab.find(OWN.f).fill('f(x) = 8xsin(2x) – |x|');
      assert.equal(await lab.words('.own-read'), words);
      assert.match(await lab.link(), /fx=8x\*sin\(2x\) - abs\(x\)&/);
      assert.equal(await lab.find(OWN.f).inputValue(), 'f(x) = 8xsin(2x) – |x|');
      assertNear((await lab.table(1)).f, [2.865883939231586], 1e-15); // 4 sin 1 − 0.5
      await lab.find(OWN.f).blur();
      assert.equal(await lab.find('.own-read').count(), 0);
      assert.equal(await lab.find(OWN.f).inputValue(), '8x*sin(2x) - abs(x)');
      await lab.find(OWN.f).fill('|x|');
      assert.equal(await lab.find('.own-read').count(), 1);
      await lab.find(OWN.f).fill('x^2');
      assert.equal(await lab.find('.own-read').count(), 0);
      await lab.find(OWN.f).fill('|x|');
      assert.match(await lab.link(), /fx=abs\(x\)&/);
      await lab.page.reload();
      assert.equal(await lab.find(OWN.f).inputValue(), 'abs(x)');
    }));

test('an own f begins without a factor of 1', () =>
  withLab('?x0=2', async (lab) => {
    await lab.find('.choose-objective').selectOption('own');
    assert.equal(await lab.find(OWN.f).inputValue(), 'x^2');
  }));

test('a field for a number takes what comes to a number', () =>
  withLab('?x0=2', async (lab) => {
    await lab.type('learning rate', '1/3', 0);
    assert.match(await lab.link(), /lr:0\.3333333333333333/);
    await lab.type('Start', '-sqrt(2)');
    assert.match(await lab.link(), /x0=-1\.4142135623730951/);
    await lab.type('Start', '2^-3');
    assert.match(await lab.link(), /x0=0\.125/);
    await lab.type('Start', 'x');
    assert.match(await lab.words('.objective .field-message'), /it must be a number/);
  }));

test('an own rule starts as a copy of the run’s, with its numbers', () =>
  withLab('?run=momentum,lr:0.02,m:0.5', async (lab) => {
    const before = await lab.table();
    await lab.chooseOptimizer(0, 'custom');
    assert.equal(await lab.find(OWN.rule).inputValue(), 'v = m*v - lr*g\nx = x + v');
    assert.match(await lab.link(), /run=custom,lr:0\.02,m:0\.5/);
    assert.deepEqual(await lab.table(), before);
  }));

test('an own rule copied from Adagrad starts its sum where the run did', () =>
  withLab('?x0=9&run=adagrad,lr:0.5,s0:0.1', async (lab) => {
    const { x, s_x: sum } = await lab.table();
    await lab.chooseOptimizer(0, 'custom');
    assert.match(await lab.find(OWN.rule).inputValue(), /^s0 = 0\.1\ns = s \+ g\^2\n/);
    const copy = await lab.table();
    assert.deepEqual([copy.x, copy.s_x], [x, sum]);
    assert.equal(sum[0], 0.1);
  }));

test('a typed rule’s parameters become fields, go into the link and survive it', () =>
  withLab('?x0=90', async (lab) => {
    await lab.chooseOptimizer(0, 'custom');
    await lab.find(OWN.rule).fill('v = k*v - lr*g\nx = x + v');
    await lab.type('k', '0.9', 0);
    assert.match(await lab.link(), /run=custom,lr:0\.1,k:0\.9/);
    const { x, v_x: v } = await lab.table(6);
    assertNear(x, [90, 72, 41.4, 5.58, -27.774, -52.2378], 1e-10);
    assertNear(v, [0, -18, -30.6, -35.82, -33.354, -24.4638], 1e-10);
    const link = await lab.link();
    await lab.page.reload();
    assert.equal(await lab.link(), link);
    assert.equal(await lab.find(OWN.rule).inputValue(), 'v = k*v - lr*g\nx = x + v');
    assert.equal(await lab.field('k', 0).inputValue(), '0.9');
    assertNear((await lab.table(6)).x, x, 0);
  }));

/** a rule, and what is said of it in both languages; "" for nothing */
const REMARKS = [
  ['x = x - lr*g', '', ''],
  [
    'x = x - lr*grad',
    'The rule never reads the gradient g. Did you mean g?',
    'Quy tắc không dùng đến gradient g. Ý bạn là g?',
  ],
  [
    'x = x - lr*g/gnorm',
    'gnorm is a parameter of this rule. Did you mean norm(g)?',
    'gnorm ở đây là một tham số của quy tắc. Ý bạn là norm(g)?',
  ],
];
for (const [place, lang] of ['en', 'vi'].entries())
  test(`what looks like a mistake in an own rule is said in ${lang}`, () =>
    withLab(`?rule=x=x-lr*grad&run=custom&lang=${lang}`, async (lab) => {
      const said = () => lab.find('.own-remark').allTextContents();
      assert.deepEqual(await said(), [REMARKS[1][1 + place]]); // of a link, too
      for (const [rule, ...words] of REMARKS) {
        await lab.find(OWN.rule).fill(rule);
        assert.deepEqual(await said(), words[place] ? [words[place]] : [], rule);
      }
    }));

test('a mistake in an own rule leaves the run as it was', () =>
  withLab('?rule=x=x-lr*g&run=custom,lr:0.1', async (lab) => {
    const before = await lab.table();
    await lab.find(OWN.rule).fill('x - lr*g');
    assert.match(await lab.words('.own-error p'), /name = expression/);
    assert.equal(await lab.find('.own-error mark').textContent(), '-');
    assert.deepEqual(await lab.table(), before);
    assert.match(await lab.link(), /rule=x=x-lr\*g/);
  }));

const MARKUP = '</script><script>hit()</script><img src=x onerror=hit()>';

test('hostile text in a field is text: nothing of it runs, and it ends at 500 characters', () =>
  withLab('?fx=x^2&rule=x=x-lr*g&run=custom,lr:0.1', async (lab) => {
    const hostile = [
      MARKUP,
      '('.repeat(600),
      `${'x+'.repeat(400)}x`,
      '\u202e\u0000😀{{x}}',
      'x^'.repeat(300),
    ];
    for (const field of Object.values(OWN))
      for (const text of hostile) {
        await lab.find(field).fill(text);
        await lab.settle();
        assert.ok((await lab.find(field).inputValue()).length <= 500);
        assert.equal(await lab.find('descent-lab script, descent-lab img').count(), 0);
      }
    assert.match(await lab.link(), /^\?/);
  }));

for (const key of ['fx', 'rule'])
  test(`hostile text in a link’s ${key} is a notice, and nothing of it runs`, () =>
    withLab(
      { address: `${addresses.http}?${key}=${encodeURIComponent(MARKUP)}&x0=9` },
      async (lab) => {
        assert.match(await lab.words('.notices'), new RegExp(`${key}.*<img src=x`));
        assert.equal(await lab.find('descent-lab script, descent-lab img').count(), 0);
        assert.deepEqual((await lab.table(1)).x, [9]);
      },
    ));

test('a formula of more than 500 characters in a link is refused with a notice', () =>
  withLab({ address: `${addresses.http}?fx=${'x%2B'.repeat(400)}x&x0=9` }, async (lab) => {
    assert.match(await lab.words('.notices'), /fx.*too long.*500/);
    assert.equal(await lab.find('.choose-objective').inputValue(), 'quadratic');
  }));
