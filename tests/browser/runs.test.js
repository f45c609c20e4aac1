// Several runs side by side, languages and themes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';

test('eight runs can be added, and not a ninth', () =>
  withLab('', async (lab) => {
    await lab.press('add', 7);
    assert.equal(await lab.find('lab-run').count(), 8);
    assert.equal(await lab.find('[data-act=add]').isDisabled(), true);
    assert.match(await lab.words('[data-act=add]'), /No more than 8 runs/);
    assert.equal(await lab.card(0).locator('[data-act=duplicate]').isDisabled(), true);
    assert.equal((await lab.link()).match(/run=/g)?.length, 8);
  }));

test('a run is duplicated with its parameters, hidden, shown and removed', () =>
  withLab('?run=momentum,lr:0.02,m:0.5', async (lab) => {
    assert.equal(await lab.card(0).locator('[data-act=remove]').isDisabled(), true);
    await lab.card(0).locator('[data-act=duplicate]').click();
    assert.match(await lab.link(), /run=momentum,lr:0\.02,m:0\.5.*run=momentum,lr:0\.02,m:0\.5/);
    await lab.card(0).locator('[data-act=show]').click();
    assert.match(await lab.link(), /hidden/);
    await lab.card(0).locator('[data-act=hide]').click();
    assert.doesNotMatch(await lab.link(), /hidden/);
    await lab.card(1).locator('[data-act=remove]').click();
    assert.equal(await lab.find('lab-run').count(), 1);
  }));

test('the table is the selected run’s', () =>
  withLab('?run=sgd,lr:0.1&run=momentum,lr:0.1', async (lab) => {
    assert.deepEqual(Object.keys(await lab.table(1)), ['t', 'x', 'f', 'gx', 'lr', 'dx']);
    await lab.card(1).locator('.mark').click();
    assert.ok('v_x' in (await lab.table(1)));
    assert.match(await lab.words('lab-table header'), /Momentum/);
    assert.equal(await lab.card(1).locator('.mark').getAttribute('aria-pressed'), 'true');
  }));

test('each run’s card says in words how it ended', () =>
  withLab(
    '?x0=99&run=sgd,lr:0.1&run=sgd,lr:0.001&run=sgd,lr:0.8&run=sgd,lr:1.1&steps=10',
    async (lab) => {
      const words = [/^converges/, /^crawls/, /overshoots each step, still converges/, /diverges/];
      for (const [i, said] of words.entries())
        assert.match(await lab.words('.verdict strong', i), said);
      assert.match(await lab.words('.run', 0), /stable here: η = 0\.1 is below 1/);
      assert.match(await lab.words('.end', 0), /ends at x = 10\.63/);
    },
  ));

test('Vietnamese changes the document’s language, its words and its decimal sign', () =>
  withLab('?x0=0.5', async (lab) => {
    await lab.find('button[lang=vi]').click();
    assert.match(await lab.link(), /lang=vi/);
    assert.equal(await lab.find('html').getAttribute('lang'), 'vi');
    assert.match(await lab.words('[data-act=step]'), /Một bước/);
    assert.equal(await lab.field('Điểm xuất phát').inputValue(), '0,5');
    await lab.type('Điểm xuất phát', '-1,5');
    assert.match(await lab.link(), /x0=-1\.5/);
    await lab.find('button[lang=en]').click();
    assert.equal(await lab.find('html').getAttribute('lang'), 'en');
  }));

test('the theme follows the reader’s system until the reader chooses', () =>
  withLab('', async (lab) => {
    const theme = () => lab.find('html').getAttribute('data-theme');
    assert.equal(await theme(), 'light');
    /** How light what is drawn on the plot is on average, from 0 to 255. */
    const light = () =>
      lab.find('lab-curve canvas').evaluate((canvas) => {
        const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(/** @type {HTMLCanvasElement} */ (canvas), 0, 0);
        const { data } = /** @type {OffscreenCanvasRenderingContext2D} */ (context).getImageData(
          0,
          0,
          width,
          height,
        );
        let [sum, count] = [0, 0];
        for (let i = 0; i < data.length; i += 4) {
          if (data[i + 3] < 255) continue;
          sum += (data[i] + data[i + 1] + data[i + 2]) / 3;
          count++;
        }
        return sum / count;
      });
    const byDay = await light();
    await lab.page.emulateMedia({ colorScheme: 'dark' });
    await lab.settle();
    assert.equal(await theme(), 'dark');
    // Most of what is drawn are grid lines and rims of paper.
    const byNight = await light();
    assert.ok(byNight < byDay - 30, `${byNight} is not darker than ${byDay}`);
    await lab.press('theme');
    assert.match(await lab.link(), /theme=light/);
    assert.equal(await theme(), 'light');
  }));

test('theory is said where it holds: not of a saddle, a schedule or a bound of 0, and with digits that tell', () => {
  const said = async (/** @type {string} */ query) => {
    let words = '';
    await withLab(query, async (lab) => {
      words = await lab.words('.verdict', 0);
    });
    return words;
  };
  return (async () => {
    assert.match(await said('?f=quadratic&run=sgd,lr:0.1'), /stable here: η = 0\.1 is below 1/);
    for (const query of [
      '?f=saddle&run=sgd',
      '?f=quadratic&run=sgd,lr:1.5,schedule:exponential&steps=60',
      '?f=quadratic&run=momentum,m:1',
    ])
      assert.doesNotMatch(await said(query), /stable/, query);
    assert.doesNotMatch(await said('?f=saddle&run=sgd'), /^converges/);
    assert.match(await said('?f=quadratic,a:9&run=sgd,lr:0.1111'), /0\.1111 is below 0\.111111/);
  })();
});
