// The stage, the player and the worked step are visible together on every common screen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';

/** @type {[number, number][]} */
const SIZES = [
  [1280, 720],
  [1280, 800],
  [1366, 768],
  [1920, 1080],
  [768, 1024],
];
/** In the longer language on every screen; in the other one on the lowest and on the narrowest. */
const SCREENS = /** @type {const} */ ([
  ['vi', SIZES],
  ['en', [SIZES[0], SIZES[4]]],
]);
const LABS = {
  'descent in 1D': '?t=3',
  'momentum in 1D': '?run=momentum,lr:0.01,m:0.9&t=3',
  'descent in 2D': '?f=bowl&x0=6,9&run=sgd,lr:0.1&t=2',
  'two parameters': '?f=rosenbrock&x0=-1,2&run=sgd,lr:0.001&t=2',
  'a surface': '?f=himmelblau&x0=-1,2&run=sgd,lr:0.01&surface=-35,35&t=2',
  'a function of one’s own': '?fx=x^2%2B10*sin(x)&x0=-1.5&run=sgd,lr:0.1&t=2',
  sampling: '?lab=sampling&t=3',
  smoothing: '?lab=smoothing&t=3',
  schedules: '?lab=schedules&t=3',
  derivative: '?lab=derivative&t=3',
};
/** The parts of the window that the stage has. */
const SHARE = [0.44, 0.56];

/** The boxes of what a selector finds. @param {import('./browser.js').Lab} lab @param {string} selector */
const boxesOf = (lab, selector) =>
  lab
    .find(selector)
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()));

for (const [name, query] of Object.entries(LABS))
  test(`${name}: stage, player and worked step are in view on every common screen, in en and vi`, () =>
    withLab(
      {
        address: `${addresses.http}${query}`,
        context: { viewport: { width: 1280, height: 720 } },
      },
      async (lab) => {
        for (const [lang, sizes] of SCREENS) {
          await lab.show(`${query.slice(1)}&lang=${lang}`);
          await lab.find('.worked-lines p').first().waitFor();
          for (const [width, height] of sizes) {
            await lab.page.setViewportSize({ width, height });
            await lab.settle();
            for (const selector of ['.stage-chart', '.player', '.worked-lines p']) {
              const boxes = await boxesOf(lab, selector);
              assert.ok(boxes.length > 0, selector);
              for (const { left, top, right, bottom } of boxes) {
                const isInside = left >= 0 && top >= 0 && right <= width && bottom <= height;
                assert.ok(isInside, `${width} × ${height}: ${selector} ends at ${bottom}`);
              }
            }
            const [stage] = await boxesOf(lab, '.stage-chart');
            const share = stage.height / height;
            assert.ok(share >= SHARE[0] && share <= SHARE[1], `${width} × ${height}: ${share}`);
          }
        }
      },
    ));

for (const [name, query] of Object.entries({
  'Adam in 1D': '?x0=9&run=adam,lr:0.1&t=5',
  'Adam in 2D': '?f=himmelblau&x0=0,0&run=adam,lr:0.1&t=5',
  'Adam with a schedule': '?lab=schedules&x0=9&run=adam,lr:0.1,schedule:cosine&t=5',
}))
  test(`${name}: many lines scroll by themselves, their result is in view, in en and vi`, () =>
    withLab(query, async (lab) => {
      for (const [lang, sizes] of SCREENS) {
        await lab.show(`${query.slice(1)}&lang=${lang}`);
        await lab.find('.worked-lines p').first().waitFor();
        for (const [width, height] of sizes) {
          await lab.page.setViewportSize({ width, height });
          await lab.settle();
          for (const selector of [
            '.stage-chart',
            '.player',
            'lab-worked .worked-lines',
            'lab-worked .is-result',
          ])
            for (const { top, bottom } of await boxesOf(lab, selector)) {
              const isInside = top >= 0 && bottom <= height;
              assert.ok(isInside, `${width} × ${height}: ${selector} ends at ${bottom}`);
            }
        }
        await lab.page.setViewportSize({ width: 768, height: 1024 });
        const lines = lab.find('lab-worked .worked-lines');
        await lines.evaluate((box) => box.scrollTo(0, box.scrollHeight));
        const [box] = await boxesOf(lab, 'lab-worked .worked-lines');
        const lasts = await boxesOf(lab, '.axis p:nth-last-child(2)');
        for (const { bottom } of lasts) assert.ok(bottom <= box.bottom, 'all can be read');
      }
    }));

/** The lines of the worked step that show, and whether they are whole within their box and the window. */
const readable = (/** @type {import('./browser.js').Lab} */ lab, selector = '.is-long p') =>
  lab.find(`lab-worked ${selector}`).evaluateAll((lines) =>
    lines
      .filter((line) => line.getClientRects().length)
      .map((line) => {
        const frame = line.closest('.worked-lines')?.getBoundingClientRect();
        const { top, bottom } = line.getBoundingClientRect();
        const ends = frame && Math.min(frame.bottom, innerHeight) + 0.5;
        return Boolean(frame && ends && top >= frame.top - 0.5 && bottom <= ends);
      }),
  );

for (const [name, query] of Object.entries({
  'Adam in 2D with a schedule':
    '?lab=schedules&f=himmelblau&x0=0,0&run=adam,lr:0.1,schedule:cosine&t=5',
  'Adam on samples': '?lab=sampling&run=adam,lr:0.1,batch:4&t=5',
}))
  for (const lang of ['en', 'vi'])
    test(`${name}: the result is in view without scrolling, the other lines when asked for, in ${lang}`, () =>
      withLab(`${query}&lang=${lang}`, async (lab) => {
        await lab.find('.worked-lines p').first().waitFor();
        for (const [width, height] of SIZES) {
          await lab.page.setViewportSize({ width, height });
          await lab.settle();
          for (const selector of ['.stage-chart', '.player', '.worked-parts p.is-result'])
            for (const { top, bottom } of await boxesOf(lab, selector)) {
              const isInside = top >= 0 && bottom <= height;
              assert.ok(isInside, `${width} × ${height}: ${selector} ends at ${bottom}`);
            }
          assert.deepEqual(await readable(lab, '.is-result'), [true, true], `${width} × ${height}`);
        }
        await lab.page.setViewportSize({ width: 1280, height: 720 });
        const few = await readable(lab);
        await lab.press('lines');
        await lab.page.setViewportSize({ width: 1280, height: 1800 });
        await lab.settle();
        const all = await readable(lab);
        assert.ok(all.length > few.length && all.every(Boolean), `${all}`);
        assert.equal(await lab.find('[data-act=lines]').getAttribute('aria-pressed'), 'true');
      }));

test('lines that are cut off have a button that shows them all; others have none', () =>
  withLab(
    {
      address: `${addresses.http}?f=himmelblau&x0=0,0&run=adam,lr:0.1&t=5`,
      context: { viewport: { width: 1366, height: 768 } },
    },
    async (lab) => {
      const button = lab.find('[data-act=lines]');
      await button.click();
      await lab.settle();
      const box = lab.find('lab-worked .worked-lines');
      const isCut = () => box.evaluate((lines) => lines.scrollHeight > lines.clientHeight);
      assert.equal(await isCut(), false);
      await button.click();
      await lab.settle();
      assert.equal(await isCut(), true);
      await lab.chooseOptimizer(0, 'sgd');
      await lab.settle();
      assert.equal(await button.isVisible(), false);
      await lab.page.setViewportSize({ width: 1366, height: 1400 });
      await lab.show('f=himmelblau&x0=0,0&run=momentum,lr:0.01&t=5');
      assert.equal(await button.isVisible(), false, 'two lines fit');
    },
  ));

test('the panel is one line on a wide screen; the rest of it is there when asked for', () =>
  withLab('?f=rosenbrock&x0=-1,2', async (lab) => {
    await lab.find('.objective').waitFor();
    const [{ height }] = await boxesOf(lab, '.objective');
    assert.ok(height < 40, `${height}`);
    assert.equal(await lab.field('Gradient noise').isVisible(), false);
    await lab.press('rest');
    assert.equal(await lab.find('[data-act=rest]').getAttribute('aria-expanded'), 'true');
    assert.equal(await lab.find('.objective .note').isVisible(), true);
    await lab.type('Gradient noise', '2');
    await lab.press('rest');
    assert.equal(await lab.find('.objective .note').isVisible(), false);
    assert.equal(await lab.field('Gradient noise').isVisible(), true, 'noise that there is');
  }));

for (const lang of ['en', 'vi'])
  test(`the button for more never stands alone in a row of the panel, in ${lang}`, () =>
    withLab(`?lang=${lang}`, async (lab) => {
      for (const query of ['f=rosenbrock', 'lab=sampling', 'lab=derivative&fx=x^2%2B10*sin(x)']) {
        await lab.show(`${query}&lang=${lang}`);
        await lab.find('.rest-button').waitFor();
        // What stands below the panel is left out: charts take a while to draw anew.
        for (const below of await lab.find('.stage, .plots, .table').all())
          await below.evaluate((part) => part.style.setProperty('display', 'none'));
        for (const width of [640, 700, 768, 820, 912, 1024, 1100, 1200, 1280, 1366]) {
          await lab.page.setViewportSize({ width, height: 800 });
          await lab.settle();
          const [{ top, bottom }] = await boxesOf(lab, '.rest-button');
          const fields = await boxesOf(lab, '.objective :is(.short, .f)');
          const beside = fields.filter((box) => box.top < bottom && box.bottom > top);
          assert.ok(beside.length > 0, `${query}, ${width}`);
        }
      }
    }));
