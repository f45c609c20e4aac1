// The page opens wherever a lecturer puts it, says nothing in the console and asks the network for nothing.

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

test('every 1D function with every optimizer opens from a link without a message', () =>
  withLab('', async (lab) => {
    const { objectives, optimizers, limits } = core.catalog;
    const keys = optimizers.map(({ key }) => key);
    for (const { key: f } of objectives.filter(({ dim }) => dim === 1)) {
      for (let i = 0; i < keys.length; i += limits.runs) {
        const some = keys.slice(i, i + limits.runs);
        const hash = `#f=${f}&t=30&${some.map((key) => `run=${key}`).join('&')}`;
        await lab.frame.evaluate((next) => location.replace(next), hash);
        await lab.settle();
        assert.deepEqual(lab.faults, [], `${f}: ${some}`);
        assert.equal(await lab.find('.choose-objective').inputValue(), f);
        assert.equal(await lab.find('.run .verdict strong:not(:empty)').count(), some.length);
      }
    }
  }));
