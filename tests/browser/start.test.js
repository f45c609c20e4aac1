// The start point is dragged, clicked, tapped, walked with the keyboard or typed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';
import { toolsOf } from './chromium.js';

/** The start as address and field agree on. @param {import('./browser.js').Lab} lab */
async function startOf(lab) {
  const link = Number((await lab.link()).match(/x0=([^&]+)/)?.[1]);
  assert.equal(
    Number(
      await lab
        .field('Start')
        .inputValue()
        .then((text) => text.replace('−', '-')),
    ),
    link,
  );
  return link;
}

test('a drag on the stage carries the start along, and lets go of it with the pointer', () =>
  withLab('', async (lab) => {
    const { mouse } = lab.page;
    const from = await lab.place(0.3);
    const to = await lab.place(0.7);
    await mouse.move(from.x, from.y);
    await mouse.down();
    const left = await startOf(lab);
    await mouse.move(to.x, to.y, { steps: 3 });
    const right = await startOf(lab);
    await mouse.up();
    await mouse.move(from.x, from.y);
    assert.ok(left < right, `${left} < ${right}`);
    assert.equal(await startOf(lab), right);
    assert.deepEqual((await lab.table(1)).x, [right]);
  }));

test('a click puts the start under the pointer', () =>
  withLab('?f=quadratic&x0=70&view=-100,100', async (lab) => {
    const places = [await lab.place(0.4), await lab.place(0.6), await lab.place(0.8)];
    const starts = [];
    for (const { x, y } of places) {
      await lab.page.mouse.click(x, y);
      starts.push(await startOf(lab));
    }
    const [a, b, c] = starts;
    assert.ok(Math.abs(c - b - (b - a)) <= 1, `evenly spaced: ${starts}`);
    assert.ok(c > 50 && c < 75, `${c}`);
  }));

test('a tap moves the start on a touch screen', () =>
  withLab(
    { address: addresses.http, context: { hasTouch: true, viewport: { width: 390, height: 800 } } },
    async (lab) => {
      const { x, y } = await lab.place(0.35);
      await lab.page.touchscreen.tap(x, y);
      const start = await startOf(lab);
      assert.ok(start < 0, `${start}`);
    },
  ));

test('arrow keys on the start’s handle move it, with Shift by a tenth', () =>
  withLab('?x0=60&view=-100,100', async (lab) => {
    await lab.find('.start').focus();
    await lab.page.keyboard.press('ArrowLeft');
    const first = await startOf(lab);
    await lab.page.keyboard.press('ArrowRight');
    assert.ok(first < 60);
    assert.equal(await startOf(lab), 60);
    await lab.page.keyboard.press('Shift+ArrowRight');
    const fine = await startOf(lab);
    assert.ok(fine > 60 && fine - 60 < (60 - first) / 5, `${fine}`);
    assert.equal(await lab.step(), 0);
  }));

test('a locked start cannot be dragged, walked or typed', () =>
  withLab('?lock=x0', async (lab) => {
    const { x, y } = await lab.place(0.3);
    await lab.page.mouse.click(x, y);
    await lab.find('.start').focus();
    await lab.page.keyboard.press('ArrowLeft');
    assert.equal(await lab.field('Start').isDisabled(), true);
    assert.deepEqual((await lab.table(1)).x, [70]);
  }));

for (const [query, canvas] of /** @type {[string, string][]} */ ([
  ['?x0=70&t=5', 'lab-curve canvas'],
  ['?lab=derivative', 'lab-secant canvas'],
  ['?lab=smoothing', 'lab-smoothing-plot canvas'],
  ['?f=bowl&surface=-35,35', 'lab-surface canvas'],
]))
  test(`a finger that swipes down over the plot scrolls the page and changes nothing: ${query}`, () =>
    withLab(
      {
        address: addresses.http + query,
        context: { hasTouch: true, viewport: { width: 360, height: 740 } },
      },
      async (lab) => {
        await lab.find(canvas).waitFor();
        await lab.settle();
        const box = await lab.find(canvas).boundingBox();
        assert.ok(box);
        const session = await toolsOf(lab.page);
        const [x, y] = [box.x + box.width * 0.4, box.y + box.height * 0.8];
        const touch = (/** @type {any} */ type, /** @type {object[]} */ touchPoints) =>
          session.send('Input.dispatchTouchEvent', {
            type,
            touchPoints: /** @type {any} */ (touchPoints),
          });
        await touch('touchStart', [{ x, y }]);
        for (let i = 1; i <= 8; i++) await touch('touchMove', [{ x: x + i / 2, y: y - i * 15 }]);
        await touch('touchEnd', []);
        await lab.settle();
        // An address that nothing changed is left as it was given.
        assert.equal(await lab.link(), query);
        assert.ok(await lab.frame.evaluate(() => scrollY > 0), 'the page has scrolled');
      },
    ));
