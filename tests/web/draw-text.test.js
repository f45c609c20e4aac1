// Texts on charts: where they stand, which room they take, the plate below them, and that their picture is made
// once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawText, textWidth } from '../../web/charts/draw.js';

const THEME = /** @type {any} */ ({ paper: '#fff', font: 'serif' });
const LOOK = { colour: '#123' };

/** A context that keeps what is done to it; a letter is 5 pixels wide. @param {object} [more] */
function contextOf(more) {
  /** @type {any[][]} */ const done = [];
  const keep =
    (/** @type {string} */ name) =>
    (/** @type {any[]} */ ...given) => {
      done.push([name, ...given, context.fillStyle, context.globalAlpha]);
    };
  const context = /** @type {any} */ ({
    ...{ done, globalAlpha: 1, save() {}, restore() {} },
    ...{ fillText: keep('fillText'), strokeText: keep('strokeText'), fillRect: keep('fillRect') },
    measured: 0,
    measureText: (/** @type {string} */ text) => {
      context.measured++;
      return { width: 5 * text.length };
    },
    ...more,
  });
  return context;
}

/** @param {any} [context] */
const frameOf = (context = contextOf()) => ({
  ...{ context: /** @type {any} */ (context), theme: THEME },
  words: /** @type {any[]} */ ([]),
});

test('a text takes the room where it stands, from its left, its middle or its right', () => {
  const frame = frameOf();
  for (const align of /** @type {const} */ (['left', 'center', 'right']))
    drawText(frame, 'four', 100, 50, { ...LOOK, align, size: 10 });
  drawText(frame, 'four', 100, 50, LOOK);
  assert.deepEqual(frame.words, [
    { left: 100, right: 120, top: 45, bottom: 55 },
    { left: 90, right: 110, top: 45, bottom: 55 },
    { left: 80, right: 100, top: 45, bottom: 55 },
    { left: 90, right: 110, top: 44, bottom: 56 },
  ]);
});

test('a plate of paper lies around and below its text, and lets a little through', () => {
  const frame = frameOf();
  drawText(frame, 'four', 100, 50, { ...LOOK, plate: true });
  const [plate, rim, text] = frame.context.done;
  assert.deepEqual(plate, ['fillRect', 87, 42, 26, 16, '#fff', 0.85]);
  assert.deepEqual([rim[0], text], ['strokeText', ['fillText', 'four', 100, 50, '#123', 1]]);
  const plain = frameOf();
  drawText(plain, 'four', 100, 50, LOOK);
  assert.deepEqual(
    plain.context.done.map((/** @type {any[]} */ [name]) => name),
    ['strokeText', 'fillText'],
  );
});

test('a text is measured once for each font', () => {
  const frame = frameOf();
  for (const size of [12, 12, 13]) assert.equal(textWidth(frame, 'abc', size), 15);
  textWidth(frame, 'abc', 12, 600);
  assert.equal(frame.context.measured, 3);
});

test('on a canvas a text is an image, made once, on whole pixels of the screen', () => {
  let made = 0;
  const before = globalThis.document;
  globalThis.document = /** @type {any} */ ({
    createElement: () => {
      made++;
      return { getContext: () => contextOf({ scale() {} }) };
    },
  });
  try {
    /** @type {any[][]} */ const images = [];
    const context = contextOf({
      getTransform: () => ({ a: 2 }),
      drawImage: (/** @type {any[]} */ ...given) => images.push(given),
    });
    for (const x of [100.3, 200]) drawText(frameOf(context), 'four', x, 50, LOOK);
    assert.equal(made, 1);
    // 20 wide and a rim of 4 on both sides, 24 + 4 high; two pixels to a CSS pixel.
    const [{ width, height }] = images[0];
    assert.deepEqual([width, height], [56, 56]);
    assert.deepEqual(
      images.map(([, ...place]) => place),
      [
        [86.5, 36, 28, 28],
        [186, 36, 28, 28],
      ],
    );
  } finally {
    globalThis.document = before;
  }
});
