// The page opens wherever a lecturer puts it, writes nothing to the console and requests nothing from the
// network.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { addresses, assertNear, withLab } from './browser.js';

const LECTURE = [70, 56, 44.8, 35.84, 28.672];

for (const [scheme, address] of Object.entries(addresses)) {
  test(`from ${scheme}: the page opens and is used without a message, a request or a violation`, () =>
    withLab({ address }, async (lab) => {
      await lab.press('step', 4);
      await lab.type('Start', '9');
      await lab.press('add');
      assert.match(await lab.link(), /x0=9.*run=.*run=.*t=4/);
    }));

  test(`from ${scheme}, in a sandboxed frame: the page works without a message, a request or a violation`, () =>
    withLab({ address, isFramed: true }, async (lab) => {
      await lab.press('step', 4);
      assertNear((await lab.table(5)).x, LECTURE, 1e-12);
      assert.equal(await lab.step(), 4);
    }));
}

test('the page that opens shows the lecture’s first experiment, plays nothing and takes no focus', () =>
  withLab('', async (lab) => {
    assertNear((await lab.table(5)).x, LECTURE, 1e-12);
    await lab.page.waitForTimeout(500);
    assert.equal(await lab.step(), 0);
    const [active, scrolled] = await lab.frame.evaluate(() => [
      document.activeElement?.tagName,
      scrollY,
    ]);
    assert.deepEqual([active, scrolled], ['BODY', 0]);
  }));

test('without WebAssembly a sentence says so, in the language of the link', async () => {
  const init = () => Reflect.deleteProperty(globalThis, 'WebAssembly');
  const say = { en: /This browser has no WebAssembly/, vi: /Trình duyệt này không có WebAssembly/ };
  for (const [lang, sentence] of Object.entries(say))
    await withLab({ address: `${addresses.http}?lang=${lang}`, init }, async (lab) => {
      assert.match(await lab.words('[role=alert]'), sentence);
    });
});

test('every 1D function and every optimizer opens from a link without a message', () =>
  withLab('', async (lab) => {
    const { objectives, optimizers, limits } = core.catalog;
    const keys = optimizers.map(({ key }) => key);
    const curves = objectives.filter(({ dim }) => dim === 1);
    // Each function with as many optimizers as fit, other ones each time, until every optimizer was opened.
    const links = Math.max(curves.length, Math.ceil(keys.length / limits.runs));
    for (let i = 0; i < links; i++) {
      const { key: f } = curves[i % curves.length];
      const some = keys.filter((_, k) => Math.floor(k / limits.runs) === i % links);
      const runs = some.length ? some : keys.slice(0, limits.runs);
      const query = `f=${f}&t=30&${runs.map((key) => `run=${key}`).join('&')}`;
      await lab.show(query);
      assert.deepEqual(lab.faults, [], query);
      assert.equal(await lab.find('.choose-objective').inputValue(), f);
      assert.equal(await lab.find('.run .verdict strong:not(:empty)').count(), runs.length);
    }
  }));
