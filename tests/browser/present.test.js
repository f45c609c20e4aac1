// Presenting: text is large enough for the back row, a clicker walks through the steps, and leaving changes
// nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';

const PROJECTOR = { width: 1920, height: 1080 };
const LABS = {
  'descent in 1D': 't=3',
  'descent in 2D': 'f=himmelblau&x0=-1,2&run=adam,lr:0.1&run=momentum,lr:0.01,m:0.9&t=5',
  'a surface': 'f=bowl&x0=4,4&surface=-35,35&t=2',
  sampling: 'lab=sampling&t=3',
  'Adam on samples': 'lab=sampling&run=adam,lr:0.1,batch:4&t=5',
  smoothing: 'lab=smoothing&t=3',
  schedules: 'lab=schedules&t=3',
  'a schedule in 2D': 'lab=schedules&f=himmelblau&x0=0,0&run=adam,lr:0.1,schedule:cosine&t=5',
  derivative: 'lab=derivative&t=3',
};

/**
 * Presented at the size of a projector.
 * @param {string} query
 * @param {(lab: import('./browser.js').Lab) => Promise<void>} use
 */
const presented = (query, use) =>
  withLab(
    { address: `${addresses.http}?present=1&${query}`, context: { viewport: PROJECTOR } },
    async (lab) => {
      await lab.find('.worked-lines p').first().waitFor();
      await lab.settle();
      await use(lab);
    },
  );

/** @param {import('./browser.js').Lab} lab */
const isPresenting = (lab) => lab.find('.lab.is-presenting').count();

for (const [name, query] of Object.entries(LABS))
  test(`${name}: stage, player and worked step fill a projector, alone and large enough for the back row`, () =>
    presented(query, async (lab) => {
      for (const selector of [
        '.stage-chart',
        '.player',
        '.worked-lines p:visible',
        'lab-present-bar',
      ]) {
        const boxes = await lab
          .find(selector)
          .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()));
        assert.ok(boxes.length > 0, selector);
        for (const { left, top, right, bottom, width } of boxes) {
          const isInside = left >= 0 && top >= 0 && right <= 1920 && bottom <= 1080 && width > 0;
          assert.ok(isInside, `${selector}: ${JSON.stringify({ left, top, right, bottom })}`);
        }
      }
      const stages = await lab
        .find('.stage-chart')
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()));
      for (const [i, { left, width, height }] of stages.entries()) {
        assert.ok(height > 0.4 * PROJECTOR.height, `a stage of ${height} px`);
        const before = stages[i - 1];
        if (before) assert.ok(left >= before.left + before.width, `${width} px over another`);
      }
      const worked = await lab
        .find('.worked-lines p')
        .evaluateAll((lines) =>
          lines.map((line) => Number.parseFloat(getComputedStyle(line).fontSize)),
        );
      assert.ok(Math.min(...worked) >= 28, `${worked}`);
      const charts = await lab.find('.stage-chart').evaluateAll((hosts) =>
        hosts.map((host) => {
          const canvas = /** @type {HTMLCanvasElement} */ (host.querySelector('canvas'));
          const { width } = canvas.getBoundingClientRect();
          const { chart } = /** @type {any} */ (host).chart;
          const sizes = Object.values(chart?.options.scales ?? {}).map(
            ({ ticks }) => ticks.font.size,
          );
          return {
            least: Math.min(12, ...sizes),
            scale: width / canvas.offsetWidth,
            pixels: canvas.width / width,
          };
        }),
      );
      for (const { least, scale, pixels } of charts) {
        assert.ok(least * scale >= 20, `axis text of ${least * scale} px`);
        assert.ok(pixels >= 0.99, `${pixels} pixels of the canvas to one of the screen`);
      }
      for (const hidden of ['.objective', '.runs', '.table', '.plots', '.speed', '.stage-tools'])
        for (const part of await lab.find(hidden).all())
          assert.equal(await part.isVisible(), false, hidden);
      const over = await lab.frame.evaluate(() => document.elementFromPoint(60, 30)?.localName);
      assert.equal(over, 'descent-lab');
    }));

test('a clicker walks: PageDown and → on, PageUp and ← back, Home and End; B is dark, F and Esc leave', () =>
  presented('t=3', async (lab) => {
    const { keyboard } = lab.page;
    for (const [key, step] of /** @type {[string, number][]} */ ([
      ['PageDown', 4],
      ['ArrowRight', 5],
      ['PageUp', 4],
      ['ArrowLeft', 3],
      ['Home', 0],
      ['PageUp', 0],
      ['End', 30],
      ['PageDown', 30],
    ])) {
      await keyboard.press(key);
      assert.equal(await lab.step(), step, key);
    }
    await keyboard.press('b');
    assert.equal(await lab.find('.blank').count(), 1);
    await keyboard.press('PageUp');
    assert.equal(await lab.find('.blank').count(), 0);
    assert.equal(await lab.step(), 29);
    await keyboard.press('Escape');
    assert.equal(await isPresenting(lab), 0);
    await keyboard.press('f');
    assert.equal(await isPresenting(lab), 1);
    await keyboard.press('F');
    assert.equal(await isPresenting(lab), 0);
  }));

test('Space plays and pauses while presenting', () =>
  presented('steps=200', async (lab) => {
    await lab.page.keyboard.press('Space');
    await lab.find('[data-act=play][aria-label=Pause]').waitFor();
    await lab.page.keyboard.press('Space');
    await lab.find('[data-act=play][aria-label=Run]').waitFor();
  }));

test('F takes the screen, and leaving returns to the same state, place and focus', () =>
  withLab('?x0=50&run=sgd,lr:0.2&t=4&steps=40', async (lab) => {
    await lab.find('.worked-lines p').first().waitFor();
    await lab.type('Steps', '20');
    await lab.frame.evaluate(() => scrollTo(0, 200));
    const [before, at] = [await lab.link(), await lab.frame.evaluate(() => scrollY)];
    assert.ok(at > 0);
    await lab
      .find('[data-act=present]')
      .evaluate((button) => button.focus({ preventScroll: true }));
    await lab.page.keyboard.press('f');
    const full = () => lab.frame.evaluate(() => document.fullscreenElement?.localName);
    await lab.frame.waitForFunction(() => document.fullscreenElement);
    assert.equal(await full(), 'descent-lab');
    assert.equal(await isPresenting(lab), 1);
    assert.match(await lab.link(), /^\?present=1&/);
    await lab.page.keyboard.press('Escape');
    await lab.frame.waitForFunction(() => !document.fullscreenElement);
    assert.equal(await lab.link(), before);
    assert.equal(await lab.frame.evaluate(() => scrollY), at);
    assert.equal(
      await lab.find('[data-act=present]').evaluate((button) => button.matches(':focus')),
      true,
    );
    await lab.page.keyboard.press('Control+z');
    assert.match(
      await lab.link(),
      /steps=40/,
      'undo knows the number of steps, not the presenting',
    );
    await lab.find('[data-act=present]').click();
    await lab.frame.waitForFunction(() => document.fullscreenElement);
    await lab.press('leave');
    assert.equal(await isPresenting(lab), 0);
  }));

test('the one control is the rate, or what is chosen; after it is moved a clicker still walks', () =>
  presented('x0=50&run=sgd,lr:0.1&t=2', async (lab) => {
    const slider = lab.find('lab-present-bar [type=range]');
    const box = await slider.boundingBox();
    assert.ok(box);
    await lab.page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
    const rate = Number((await lab.link()).match(/lr:([\d.]+)/)?.[1]);
    assert.ok(rate > 0.1, `${rate}`);
    await lab.settle();
    assert.equal(Number(await lab.find('lab-present-bar input[type=text]').inputValue()), rate);
    await lab.page.keyboard.press('ArrowRight');
    assert.equal(await lab.step(), 3);
    assert.equal(Number((await lab.link()).match(/lr:([\d.]+)/)?.[1]), rate);
    await lab.find('lab-present-bar select').selectOption({ label: 'Start' });
    await lab.find('lab-present-bar input[type=text]').fill('9');
    await lab.page.keyboard.press('Enter');
    assert.match(await lab.link(), /x0=9&/);
  }));

test('on the enlarged stage the start goes where the pointer is', () =>
  presented('f=quadratic&x0=70&view=-100,100', async (lab) => {
    const starts = [];
    for (const across of [0.4, 0.6, 0.8]) {
      const { x, y } = await lab.place(across);
      await lab.page.mouse.click(x, y);
      starts.push(Number((await lab.link()).match(/x0=([^&]+)/)?.[1] ?? 70));
    }
    const [a, b, c] = starts;
    assert.ok(Math.abs(c - b - (b - a)) <= 1 && c > 50 && c < 75, `${starts}`);
  }));

test('what is shared does not present', () =>
  presented('t=3', async (lab) => {
    await lab.page.keyboard.press('Escape');
    await lab.page.keyboard.press('f');
    await lab.frame.evaluate(() =>
      /** @type {any} */ (document.querySelector('descent-lab')).share(),
    );
    const link = await lab
      .find('lab-share lab-copy input, lab-share lab-copy textarea')
      .first()
      .inputValue();
    assert.match(link, /t=3/);
    assert.doesNotMatch(link, /present/);
  }));

test('presented with its keys, the lab has nothing against it that axe knows', () =>
  presented('t=3', async (lab) => {
    assert.deepEqual(await lab.axe(), []);
  }));

test('presenting the derivative, the control at hand is Δx', () =>
  withLab('?lab=derivative&present=1', async (lab) => {
    const control = lab.find('lab-present-bar select');
    assert.match((await control.locator(':checked').textContent()) ?? '', /Δx|first/i);
    assert.equal(await lab.find('lab-present-bar input[type=text]').inputValue(), '2');
  }));
