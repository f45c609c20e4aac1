// The worked step shows on the page what the lecture writes on the board.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';

const FIRST = 'x_1 = x_0 − η f′(x_0) = 70 − 0.1 ⋅ 140 = 56';

test('the worked step follows the player, with the lecture’s numbers at each step', () =>
  withLab('', async (lab) => {
    assert.deepEqual(await lab.mathLines(), ['x_t = x_{t−1} − η f′(x_{t−1})']);
    await lab.press('step');
    assert.deepEqual(await lab.mathLines(), [FIRST]);
    await lab.press('step', 3);
    assert.deepEqual(await lab.mathLines(), [
      'x_4 = x_3 − η f′(x_3) = 35.84 − 0.1 ⋅ 71.68 = 28.672',
    ]);
    assert.match(await lab.words('lab-worked h2'), /\b4\b/);
    await lab.press('back', 3);
    assert.deepEqual(await lab.mathLines(), [FIRST]);
    await lab.find('lab-table tbody tr').nth(2).click();
    assert.deepEqual(await lab.mathLines(), ['x_2 = x_1 − η f′(x_1) = 56 − 0.1 ⋅ 112 = 44.8']);
  }));

test('the worked step is the selected run’s: the lecture’s momentum, line by line', () =>
  withLab('?x0=90&run=sgd,lr:0.1&run=momentum,lr:0.1,m:0.9&t=2', async (lab) => {
    assert.deepEqual(await lab.mathLines(), ['x_2 = x_1 − η f′(x_1) = 72 − 0.1 ⋅ 144 = 57.6']);
    await lab.card(1).locator('.mark').click();
    assert.deepEqual(await lab.mathLines(), [
      'v_2 = m v_1 − η f′(x_1) = 0.9 ⋅ (−18) − 0.1 ⋅ 144 = −30.6',
      'x_2 = x_1 + v_2 = 72 + (−30.6) = 41.4',
    ]);
  }));

test('“All digits” shows the numbers as they are, and rounds them again', () =>
  withLab('?t=4', async (lab) => {
    await lab.press('exact');
    assert.deepEqual(await lab.mathLines(), [
      'x_4 = x_3 − η f′(x_3) = 35.839999999999996 − 0.1 ⋅ 71.67999999999999 = 28.671999999999997',
    ]);
    assert.equal(await lab.find('[data-act=exact]').getAttribute('aria-pressed'), 'true');
    await lab.press('exact');
    assert.match((await lab.mathLines())[0] ?? '', /35\.84 − 0\.1 ⋅ 71\.68 = 28\.672$/);
  }));

test('in two variables each coordinate is worked by itself', () =>
  withLab('?f=bowl&x0=6,9&run=sgd,lr:0.1&t=2', async (lab) => {
    assert.deepEqual(await lab.mathLines(), [
      'x_2 = x_1 − η ∂f/∂x(x_1, y_1) = 4.8 − 0.1 ⋅ 9.6 = 3.84',
      'y_2 = y_1 − η ∂f/∂y(x_1, y_1) = 7.2 − 0.1 ⋅ 14.4 = 5.76',
    ]);
  }));

test('in Vietnamese the numbers have a decimal comma', () =>
  withLab('?lang=vi&t=1', async (lab) => {
    assert.deepEqual(await lab.mathLines(), ['x_1 = x_0 − η f′(x_0) = 70 − 0,1 ⋅ 140 = 56']);
  }));

test('a worked step is real math: fractions stand on their denominators, indices hang lower', () =>
  withLab('?x0=9&run=rmsprop,lr:0.1&t=1', async (lab) => {
    await lab.settle();
    const boxesOf = (/** @type {string} */ tag) =>
      lab
        .find(`.worked-lines ${tag}`)
        .first()
        .evaluate((group) =>
          [...group.children].map((child) => {
            const { top, bottom, height } = child.getBoundingClientRect();
            return { top, bottom, height };
          }),
        );
    const [numerator, denominator] = await boxesOf('mfrac');
    assert.ok(numerator.height > 0 && numerator.bottom <= denominator.top + 1);
    const [letter, index] = await boxesOf('msub');
    assert.ok(index.bottom > letter.bottom);
    assert.equal(await lab.find('.worked-lines msqrt').count(), 2);
  }));

for (const lang of ['en', 'vi'])
  test(`on a phone no worked line of Adam is cut off, in ${lang}`, () =>
    withLab(
      {
        address: `${addresses.http}?f=rastrigin&run=adam,lr:0.1&t=25&lang=${lang}`,
        context: { viewport: { width: 360, height: 740 } },
      },
      async (lab) => {
        const box = lab.find('.worked-lines');
        await box.waitFor();
        const [inside, width, lines] = await box.evaluate((element) => [
          element.scrollWidth,
          element.clientWidth,
          element.querySelectorAll('p').length,
        ]);
        assert.equal(lines, 12);
        assert.ok(inside <= width, `${inside} > ${width}`);
      },
    ));

for (const query of [
  '?lab=smoothing&series=constant&run=ewa&t=100',
  '?lab=sampling&run=sgd,batch:150&t=4',
])
  test(`on a phone a long sum breaks between its terms: ${query}`, () =>
    withLab(
      { address: addresses.http + query, context: { viewport: { width: 360, height: 740 } } },
      async (lab) => {
        const box = lab.find('.worked-lines').first();
        await lab.find('.worked-lines p').first().waitFor();
        await lab.settle();
        assert.match((await lab.mathLines()).join(), /⋯/);
        const [inside, width] = await box.evaluate((it) => [it.scrollWidth, it.clientWidth]);
        assert.ok(inside <= width, `${inside} > ${width}`);
      },
    ));

test('a drag is not slowed by lines nobody can read so fast: they follow at their pace, and end exact', () =>
  withLab('?f=bowl&x0=4,4&run=sgd,lr:0.1&t=1', async (lab) => {
    await lab.settle();
    const workings = await lab.frame.evaluate(async () => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('descent-lab')?.shadowRoot);
      const handle = /** @type {HTMLElement} */ (root.querySelector('lab-plane .handle'));
      const lines = /** @type {Element} */ (root.querySelector('.worked-lines'));
      let count = 0;
      const observer = new MutationObserver(() => count++);
      observer.observe(lines, { childList: true, subtree: true });
      const end = performance.now() + 1000;
      while (performance.now() < end) {
        handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
        await new Promise(requestAnimationFrame);
      }
      observer.disconnect();
      return count;
    });
    assert.ok(workings >= 1 && workings <= 11, `${workings} times in a second`);
    const [line] = await lab.mathLines();
    const { x } = await lab.table(2);
    const [before, after] = x.map((value) =>
      String(Number(value.toPrecision(6))).replace('-', '−'),
    );
    assert.ok(line.includes(before), `${line} works with ${before}`);
    assert.ok(line.endsWith(`= ${after}`), `${line} ends with ${after}`);
  }));

test('on a phone what is below the worked step goes down, never up, while steps are taken', () =>
  withLab('?f=elongated&x0=-5,-2&run=adam,lr:0.3&steps=60&t=16', async (lab) => {
    await lab.page.setViewportSize({ width: 360, height: 800 });
    /** @type {number[]} */
    const tops = [];
    for (let t = 17; t <= 36; t++) {
      await lab.press('step');
      await lab.settle();
      const place = (/** @type {Element} */ part) => part.getBoundingClientRect().top + scrollY;
      tops.push(await lab.find('lab-plots').evaluate(place));
    }
    const ups = tops.filter((top, i) => i > 0 && top < tops[i - 1] - 0.5);
    assert.deepEqual(ups, []);
  }));

test('lines of another form have their own height: another optimizer, fewer digits, another width', () =>
  withLab('?f=himmelblau&x0=0,0&run=adam,lr:0.1&t=5', async (lab) => {
    await lab.frame.evaluate(() => {
      const told = Object.assign(window, { told: /** @type {string[]} */ ([]) }).told;
      addEventListener('error', ({ message }) => told.push(message));
    });
    const height = async () => {
      await lab.settle();
      const box = await lab.find('.worked-lines').boundingBox();
      return box?.height ?? 0;
    };
    await lab.page.setViewportSize({ width: 360, height: 800 });
    const adam = await height();
    await lab.press('exact');
    const exact = await height();
    await lab.press('exact');
    assert.ok(exact > adam && (await height()) === adam, `${adam}, ${exact}`);
    await lab.chooseOptimizer(0, 'sgd');
    assert.ok((await height()) < adam / 2);
    await lab.page.setViewportSize({ width: 1280, height: 800 });
    assert.ok((await height()) < 100);
    assert.deepEqual(await lab.frame.evaluate('told'), []);
  }));

test('an embed that was whole is as small again as before', () =>
  withLab('?f=himmelblau&x0=0,0&run=adam,lr:0.1&t=5&embed=1', async (lab) => {
    await lab.page.setViewportSize({ width: 800, height: 600 });
    const height = async () => {
      await lab.settle();
      return (await lab.find('.worked-lines').boundingBox())?.height ?? 0;
    };
    const small = await height();
    await lab.press('more');
    assert.ok((await height()) > small);
    await lab.press('more');
    assert.equal(await height(), small);
  }));

test('on a phone the terms of a broken sum stand behind its "="', () =>
  withLab(
    {
      address: `${addresses.http}?fx=x^2%2B10*sin(x)&x0=-1.5&run=nadam,lr:0.1&t=3`,
      context: { viewport: { width: 360, height: 800 } },
    },
    async (lab) => {
      await lab.settle();
      const parts = await lab.find('.worked-lines .part').evaluateAll((all) =>
        all.map((part) =>
          [...part.querySelectorAll('math')].map((math) => {
            const { left, top, bottom } = math.getBoundingClientRect();
            return { left, middle: (top + bottom) / 2, bottom };
          }),
        ),
      );
      const below = parts.flatMap(([first, ...others]) =>
        others.filter(({ middle }) => middle > first.bottom).map(({ left }) => left - first.left),
      );
      assert.ok(below.length > 0, 'no sum is broken');
      assert.ok(
        below.every((by) => by > 12),
        `${below}`,
      );
    },
  ));

test('lines that are too long for one of two columns do not run into the other', () =>
  withLab('?f=himmelblau&x0=-1,2&run=rprop&t=2', async (lab) => {
    await lab.settle();
    const lines = await lab.find('.worked-lines .axis p').evaluateAll((all) =>
      all.map((line) => {
        const inside = line.scrollWidth <= line.clientWidth;
        return { inside, isCut: getComputedStyle(line).overflowX !== 'visible' };
      }),
    );
    assert.ok(
      lines.some(({ inside }) => !inside),
      'no line is too long',
    );
    assert.deepEqual(
      lines.filter(({ inside, isCut }) => !inside && !isCut),
      [],
    );
  }));
