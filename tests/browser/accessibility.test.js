// Accessibility of every lab: axe finds nothing, nothing scrolls sideways, every control is large enough to
// hit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';
import { testWidths, testWithAxe } from './everyone.js';

const RUNS = 'run=sgd,lr:0.1&run=momentum,lr:0.1&run=sgd,lr:1.1';

testWithAxe('the page with a notice', `?${RUNS}&steps=1e9&t=4`, async (lab) => {
  await lab.find('.notices').waitFor();
  await lab.table(1);
});
testWidths('the page', `?${RUNS}&steps=1e9`, [320, 360, 768, 1280, 1920]);

test('every canvas is an image with a name, and the stage has a summary in words', () =>
  withLab(`?${RUNS}`, async (lab) => {
    const canvases = lab.find('canvas');
    assert.equal(await canvases.count(), 3);
    for (const canvas of await canvases.all()) {
      assert.equal(await canvas.getAttribute('role'), 'img');
      assert.ok(await canvas.getAttribute('aria-label'));
    }
    const summary = await lab.find('lab-curve canvas').getAttribute('aria-label');
    for (const words of [/From 70: /, /: converges/, /: oscillates/, /overshoots.*diverges/])
      assert.match(summary ?? '', words);
  }));

test('nothing on the page moves when a step is taken', () =>
  withLab('?x0=99&run=sgd,lr:1.1', async (lab) => {
    const tops = () =>
      lab.frame.evaluate(() =>
        ['.stage', '.player', '.runs', '.plots', '.table'].map(
          (part) =>
            document
              .querySelector('descent-lab')
              ?.shadowRoot?.querySelector(part)
              ?.getBoundingClientRect().top,
        ),
      );
    await lab.table(1);
    const before = await tops();
    await lab.press('step', 5);
    assert.deepEqual(await tops(), before);
  }));
