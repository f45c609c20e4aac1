// Labels of the paths on the stage: names at their ends, and the step at which they leave the view.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';

const FOUR = '?x0=99&run=sgd,lr:0.001&run=sgd&run=sgd,lr:0.8&run=sgd,lr:1.1&steps=20';
const SADDLE = '?f=saddle&run=sgd&run=momentum&run=rmsprop&run=adam';

/** Notes every text that is drawn. */
const NOTE_TEXTS = () => {
  const { fillText } = CanvasRenderingContext2D.prototype;
  const texts = /** @type {any} */ (globalThis);
  texts.drawn = new Set();
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    texts.drawn.add(text);
    return fillText.call(this, text, ...place);
  };
};

/** @param {import('./browser.js').Lab} lab @returns {Promise<string[]>} */
const drawn = async (lab) => {
  await lab.settle();
  return lab.frame.evaluate(() => [.../** @type {any} */ (globalThis).drawn]);
};

for (const width of [1366, 390])
  test(`four learning rates at once: at ${width} px each is named, and the one that leaves says when`, () =>
    withLab(
      {
        address: addresses.http + FOUR,
        init: NOTE_TEXTS,
        context: { viewport: { width, height: 768 } },
      },
      async (lab) => {
        const texts = await drawn(lab);
        for (const name of ['η 0.001', 'η 0.1', 'η 0.8', 'η 1.1 leaves at step 2'])
          assert.ok(texts.includes(name), `${name} in ${texts}`);
      },
    ));

test('runs that leave the plane are told by name and step, in Vietnamese too', () =>
  withLab({ address: `${addresses.http}${SADDLE}&lang=vi`, init: NOTE_TEXTS }, async (lab) => {
    const texts = await drawn(lab);
    for (const name of [
      'Momentum ra ngoài ở bước 20',
      'RMSProp ra ngoài ở bước 9',
      'Gradient descent',
    ])
      assert.ok(texts.includes(name), `${name} in ${texts}`);
  }));
