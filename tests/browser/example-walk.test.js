// An example that is opened by a click walks once through its steps and keeps its claim on the page. Until
// the reader's first action a line says what there is to do.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PRESETS } from '../../web/lessons/presets.js';
import { TAB_KEYS } from '../web/labs.js';
import { addresses, withLab } from './browser.js';
import { eventually } from './eventually.js';

/** @typedef {import('./browser.js').Lab} Lab */

/** @param {string} key */
const entryOf = (key) => PRESETS.findIndex((entry) => entry.key === key);

/** @param {Lab} lab @param {string} key */
async function open(lab, key) {
  await lab.press('gallery');
  await lab.find(`[data-preset="${key}"]`).click();
}

/** Whether the steps stand still for longer than any walk waits between two. @param {Lab} lab */
async function isStill(lab) {
  const before = await lab.step();
  await lab.page.waitForTimeout(700);
  return (await lab.step()) === before;
}

test('opened by a click it walks once through all its steps, within eight seconds', () =>
  withLab('', async (lab) => {
    await open(lab, 'momentum-swings');
    const from = Date.now();
    await eventually(async () => {
      const t = await lab.step();
      assert.ok(t > 0 && t < 100);
    });
    await eventually(async () => assert.equal(await lab.step(), 100));
    assert.ok(Date.now() - from < 8500, `${Date.now() - from} ms`);
    assert.ok(await isStill(lab));
  }));

for (const [what, act] of /** @type {[string, (lab: Lab) => Promise<void>][]} */ ([
  ['a key', (lab) => lab.page.keyboard.press('Shift')],
  ['a click', (lab) => lab.find('h1').click()],
  ['a press on the stage', (lab) => lab.find('lab-curve').click()],
  ['Space', (lab) => lab.page.keyboard.press(' ')],
  ['the pause button', (lab) => lab.find('[data-act=play]').click()],
]))
  test(`${what} ends the walk at once`, () =>
    withLab('', async (lab) => {
      await open(lab, 'momentum-swings');
      await eventually(async () => assert.ok((await lab.step()) > 0));
      await act(lab);
      assert.ok((await lab.step()) < 100);
      assert.ok(await isStill(lab));
    }));

test('where motion is unwelcome, and by a link, all stays still', () =>
  withLab('?x0=90&run=momentum&steps=100', async (lab) => {
    assert.ok(await isStill(lab));
    assert.equal(await lab.step(), 0);
    assert.equal(await lab.find('.example').count(), 0, 'a link is no example');
    await lab.page.emulateMedia({ reducedMotion: 'reduce' });
    await open(lab, 'momentum-swings');
    assert.ok(await isStill(lab));
    assert.equal(await lab.step(), 0);
  }));

test('its claim stays while the reader works on it, and leads to the one before and after', () =>
  withLab('', async (lab) => {
    const at = entryOf('gd-overshoots');
    await open(lab, PRESETS[at].key);
    const { title, text } = PRESETS[at];
    assert.equal(await lab.words('.example p'), `${title.en} ${text.en}`);
    await lab.type('learning rate', '0.9', 0);
    assert.equal(await lab.words('.example strong'), title.en);
    await lab.press('next-example');
    assert.equal(await lab.words('.example strong'), PRESETS[at + 1].title.en);
    assert.match(await lab.link(), /lr:1\.1&view=-400,400/);
    await lab.press('previous-example', 2);
    assert.equal(await lab.words('.example strong'), PRESETS[at - 1].title.en);
    assert.equal(await lab.words('.example-place'), `${at} of ${PRESETS.length}`);
    await lab.press('close-example');
    assert.equal(await lab.find('.example').count(), 0);
  }));

test('the first has none before it, the last none after; the claim goes with what it is of', () =>
  withLab('?lang=vi', async (lab) => {
    await open(lab, PRESETS[0].key);
    const way = (/** @type {string} */ act) =>
      lab.find(`[data-act=${act}]`).getAttribute('aria-disabled');
    assert.deepEqual([await way('previous-example'), await way('next-example')], ['true', 'false']);
    assert.equal(await lab.words('.example strong'), PRESETS[0].title.vi);
    await lab.find('.labs a').last().click();
    assert.equal(await lab.find('.example').count(), 0, 'another lab');
    await open(lab, PRESETS[PRESETS.length - 1].key);
    assert.deepEqual([await way('previous-example'), await way('next-example')], ['false', 'true']);
    await lab.press('undo');
    await lab.settle();
    assert.equal(await lab.find('.example').count(), 0, 'undone');
  }));

test('until the reader does something in a lab, a line says what there is to do', () =>
  withLab('', async (lab) => {
    assert.equal(await lab.words('.hint'), 'Drag the ball. Press Step. Change η.');
    await lab.find('nav button[lang=vi]').click();
    assert.match(await lab.words('.hint'), /^Kéo bóng/, 'the language is no act');
    await lab.press('step');
    await lab.settle();
    assert.equal(await lab.find('.hint').count(), 0);
    const labs = await lab.find('.labs a').count();
    const own = lab.find('.labs a').filter({ hasText: 'Gradient descent' });
    for (let i = 0; i < labs; i++) {
      if (i === TAB_KEYS.indexOf('descent')) continue;
      await lab.find('.labs a').nth(i).click();
      assert.ok((await lab.words('.hint')).length > 20, `lab ${i}`);
    }
    await own.click();
    await lab.settle();
    assert.equal(await lab.find('.hint').count(), 0, 'it was done there');
  }));

for (const [width, height] of [
  [1366, 768],
  [1280, 720],
  [1100, 700],
  [768, 1024],
  [360, 740],
])
  test(`when that line goes nothing moves, at ${width} × ${height}`, () =>
    withLab({ address: addresses.http, context: { viewport: { width, height } } }, async (lab) => {
      for (const lang of ['en', 'vi']) {
        await lab.frame.goto(`${addresses.http}?lang=${lang}`);
        const top = async () => (await lab.find('lab-curve').boundingBox())?.y;
        const hint = lab.find('.hint');
        await hint.waitFor();
        const box = await hint.boundingBox();
        assert.ok(box && box.width > 100 && box.x + box.width <= width, 'it is seen');
        const before = await top();
        await lab.press('step');
        await lab.settle();
        assert.equal(await hint.count(), 0);
        assert.equal(await top(), before);
      }
    }));

test('that line is read whole in every lab, at every width, in both languages', () =>
  withLab('', async (lab) => {
    for (const key of TAB_KEYS)
      for (const lang of ['en', 'vi']) {
        await lab.show(`lab=${key}&lang=${lang}`);
        await lab.find('.hint').waitFor();
        await lab
          .find('.lab')
          .first()
          .evaluate((part) => part.style.setProperty('display', 'none')); // draws nothing
        for (const width of [1920, 1366, 1280, 1250, 1200, 1100, 768, 360]) {
          await lab.page.setViewportSize({ width, height: 740 });
          const isCut = await lab
            .find('.page-header p')
            .evaluate(
              (p) => p.scrollHeight > p.clientHeight + 1 || p.scrollWidth > p.clientWidth + 1,
            );
          assert.equal(isCut, false, `${key}, ${lang}, ${width}`);
        }
      }
  }));

test('a frame has no such line', () =>
  withLab('?embed=1', async (lab) => {
    await lab.find('lab-curve').waitFor();
    assert.equal(await lab.find('.hint').count(), 0);
  }));
