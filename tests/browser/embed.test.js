// Labs in a course page: they take no more room than they are given, do nothing while out of view, and fit
// small frames.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAB_KEYS } from '../web/labs.js';
import { eventually, settled } from './eventually.js';
import { embedAddress, frame, withCourse } from './host-page.js';
import { withPage } from './plain-page.js';

const QUERY = 'f=quadratic,a:9&x0=9&run=sgd,lr:0.1';
const SANDBOX = 'width="800" height="560" sandbox="allow-scripts"';
/** What an editor that drops most attributes leaves, as Canvas does. */
const BARE = 'width="800" height="560"';
const TEXT = '<p style="height: 500px">A course.</p>';
const THREE = `<label>Name <input></label>${TEXT}${frame(QUERY)}${frame(QUERY, SANDBOX)}${frame(QUERY, BARE)}${TEXT}`;

/** @param {import('./host-page.js').Course} course */
const placeOf = (course) =>
  course.page.evaluate(() => ({
    focus: document.activeElement?.tagName,
    scroll: [scrollX, scrollY],
    history: history.length,
    address: location.href,
  }));

test('three labs load without moving the focus, the scroll position or the history', () =>
  withCourse(THREE, async (course) => {
    const before = await placeOf(course);
    assert.equal(before.focus, 'BODY');
    for (const index of [0, 1, 2]) {
      await course.page.locator('iframe').nth(index).scrollIntoViewIfNeeded();
      await course.hear('ready', 1, index);
    }
    await course.page.evaluate(() => scrollTo(0, 0));
    await course.page.waitForTimeout(200);
    assert.deepEqual(await placeOf(course), before);
  }));

test('messages and steps leave the focus, the scroll position and the history alone', () =>
  withCourse(THREE, async (course) => {
    await course.page.locator('input').focus();
    const before = await placeOf(course);
    for (const index of [0, 1, 2]) {
      await course.ask('setState', { query: `${QUERY}&embed=1&t=5` }, index);
      for (let i = 0; i < 3; i++) await course.ask('step', {}, index);
      await course.ask('setState', { query: 'f=himmelblau&embed=1' }, index);
    }
    await course.page.waitForTimeout(200);
    assert.deepEqual(await placeOf(course), before);
    assert.equal(before.focus, 'INPUT');
  }));

test('keys typed beside a lab do not reach it; those typed in it do', () =>
  withCourse(THREE, async (course) => {
    await course.page.locator('iframe').first().scrollIntoViewIfNeeded();
    await course.hear('ready');
    await course.page.locator('input').focus();
    await course.page.keyboard.press('ArrowRight');
    await course.page.keyboard.press('End');
    await course.page.keyboard.press(' ');
    assert.equal((await course.ask('getState')).t, 0);
    await course.inside().locator('[data-act=step]').focus();
    await course.page.keyboard.press('ArrowRight');
    assert.equal((await course.ask('getState')).t, 1);
  }));

test('the wheel over a lab scrolls the course page', () =>
  withCourse(
    `${frame(QUERY)}${TEXT}${TEXT}${TEXT}`,
    async (course) => {
      await course.hear('ready');
      await course.inside().locator('canvas').first().waitFor();
      await course.page.waitForTimeout(200);
      await course.page.mouse.move(400, 250);
      await course.page.mouse.wheel(0, 300);
      await eventually(async () => assert.equal(await course.page.evaluate(() => scrollY), 300));
      assert.doesNotMatch((await course.ask('getState')).query, /view=/);
    },
    { viewport: { width: 1000, height: 700 } },
  ));

test('going through steps and labs leaves Back to the course page', () =>
  withCourse(THREE, async (course) => {
    const { history: before } = await placeOf(course);
    await course.page.locator('iframe').first().scrollIntoViewIfNeeded();
    await course.hear('ready');
    for (let i = 0; i < 5; i++) await course.inside().locator('[data-act=step]').click();
    await course.inside().locator('[data-act=more]').click();
    assert.equal((await placeOf(course)).history, before);
  }));

const TEN = `<p style="height: 3000px">A long course.</p>${frame(QUERY).repeat(10)}`;

test('ten labs out of view start nothing: no core, no element, no message', () =>
  withCourse(TEN, async (course) => {
    await course.page.waitForTimeout(500);
    const frames = course.page.frames().slice(1);
    assert.equal(frames.length, 10);
    for (const each of frames) {
      const isRead = await each.evaluate(
        () => 'labPage' in globalThis || document.querySelector('descent-lab') !== null,
      );
      assert.equal(isRead, false, 'not even the script of the page is read');
    }
    assert.deepEqual(await course.page.evaluate(() => /** @type {any} */ (globalThis).said), []);
    await course.page.locator('iframe').nth(2).scrollIntoViewIfNeeded();
    await course.hear('ready', 1, 2);
    assert.deepEqual(await course.said('ready', 9), []);
    assert.equal((await course.ask('getState', {}, 9)).t, 0, 'one that is spoken to wakes up');
  }));

test('a lab that leaves the view stops playing', () =>
  withCourse(
    `${frame(`${QUERY}&steps=1000`)}${'<p style="height: 3000px"></p>'}`,
    async (course) => {
      await course.hear('ready');
      await course.ask('run');
      await course.hear('state', 3);
      await course.page.evaluate(() => scrollTo(0, 3000));
      await eventually(async () => {
        const { t } = await course.ask('getState');
        await course.page.waitForTimeout(600);
        assert.equal((await course.ask('getState')).t, t);
        assert.ok(t < 1000);
      });
    },
  ));

test('the full lab opens in a window of its own, with the experiment as it is', () =>
  withCourse(
    frame(`${QUERY}&hide=table&lock=f&lang=vi`, `${BARE} sandbox="allow-scripts allow-popups"`),
    async (course) => {
      await course.hear('ready');
      await course.ask('step');
      const link = course.inside().locator('.open-full');
      assert.equal(await link.getAttribute('target'), '_blank');
      assert.equal(await link.getAttribute('rel'), 'noopener');
      const href = (await link.getAttribute('href')) ?? '';
      assert.equal(new URL(href).search, '?lab=descent&f=quadratic,a:9&x0=9&t=1&lang=vi&v=1');
    },
  ));

test('hide=share leaves the way to the full lab out', () =>
  withCourse(frame(`${QUERY}&hide=share`), async (course) => {
    await course.hear('ready');
    assert.equal(await course.inside().locator('.open-full').count(), 0);
  }));

/** What each lab opens with, some steps on, where it has steps, and the descent lab's plane. */
const USUAL = [
  ...LAB_KEYS.map((lab) => `lab=${lab}${lab === 'smoothing' ? '' : '&t=3'}`),
  'f=himmelblau&run=adam,lr:0.1&t=3',
];

/**
 * What is wrong with a lab in a frame of the size that the window has now.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
async function misfits(page) {
  await page.locator('lab-foot').waitFor();
  await settled(page.mainFrame());
  const { width, height } = /** @type {{ width: number, height: number }} */ (page.viewportSize());
  const inside = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { width: scrollWidth, height: scrollHeight };
  });
  const step = page.locator('lab-player [data-act=step]:visible');
  const box = (await step.count()) ? await step.boundingBox() : null;
  return [
    ...((await page.locator('.page-header').count()) ? ['a header'] : []),
    ...(inside.width > width ? [`${inside.width - width} pixels beside`] : []),
    ...(inside.height > height ? [`${inside.height - height} pixels below`] : []),
    ...(box && box.y + box.height > height ? [`the step button at ${box.y}`] : []),
  ];
}

const FRAMES = [
  [900, 560],
  [720, 560],
  [320, 480],
];

for (const [width, height] of FRAMES)
  test(`in a frame of ${width} × ${height} every lab is at hand, bare, and needs no scroll bar, in vi`, () =>
    withPage(
      'about:blank',
      async (page) => {
        for (const query of USUAL) {
          await page.goto(embedAddress(`${query}&lang=vi`));
          assert.deepEqual(await misfits(page), [], query);
        }
      },
      { viewport: { width, height } },
    ));

test('so it is in en, and when a frame becomes smaller', () =>
  withPage('about:blank', async (page) => {
    for (const query of USUAL) {
      await page.setViewportSize({ width: 1000, height: 560 });
      await page.goto(embedAddress(`${query}&lang=en`));
      for (const [width, height] of FRAMES) {
        await page.setViewportSize({ width, height });
        assert.deepEqual(await misfits(page), [], `${query} at ${width}`);
      }
    }
  }));

test('in wide frames every lab has its step button in view, no header and nothing beside it', () =>
  withPage('about:blank', async (page) => {
    for (const query of [
      ...LAB_KEYS.map((lab) => `lab=${lab}`),
      'f=himmelblau&run=adam&run=momentum',
    ])
      for (const width of [1000, 760]) {
        await page.setViewportSize({ width, height: 560 });
        if (width === 1000) await page.goto(embedAddress(`${query}&lang=vi`));
        const faults = (await misfits(page)).filter((fault) => !fault.endsWith('below'));
        assert.deepEqual(faults, [], `${query} at ${width}`);
      }
  }));

test('the lecture’s first figure fits wide frames without a scroll bar', () =>
  withPage(embedAddress('f=quadratic&x0=70&run=sgd,lr:0.1&t=4'), async (page) => {
    for (const width of [1000, 760]) {
      await page.setViewportSize({ width, height: 560 });
      assert.deepEqual(await misfits(page), []);
    }
  }));
