// Labels on a stage and in the plots never cover a point of a path or another label, whatever the
// experiment.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createI18n } from '../../web/i18n/index.js';
import { core } from './core.js';
import { drawnPlot, drawnStage } from './plots.js';
import { random } from './random.js';

const i18n = createI18n('en');
/** Words have a rim of paper and lines a width: so many pixels may touch. */
const SLACK = 1.5;

/** @param {{ left: number, right: number, top: number, bottom: number }} a @param {typeof a} b */
const overlap = (a, b) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;

/**
 * Words of the band above a plot have a place of their own.
 * @param {ReturnType<typeof drawnStage>} drawn
 * @param {string} what
 */
function assertReadable({ texts, lines }, what) {
  texts.forEach((text, i) => {
    for (const other of texts.slice(0, i))
      assert.ok(!overlap(text.box, other.box), `${what}: “${text.words}” on “${other.words}”`);
    for (const { x, y } of lines.flat()) {
      const { left, right, top, bottom } = text.box;
      const depth = Math.min(x - left, right - x, y - top, bottom - y);
      assert.ok(depth <= SLACK, `${what}: “${text.words}” covers (${x}; ${y})`);
    }
  });
}

const LANDSCAPES = ['quadratic', 'wavy', 'plateau', 'abs', 'composite'];
const OPTIMIZERS = ['sgd', 'momentum', 'rmsprop', 'adam', 'adagrad', 'nadam'];

test('on random curves, with random runs, at random steps, words cover no point and no other words', () => {
  let words = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const next = random(seed);
    const pick = (/** @type {string[]} */ list) => list[Math.floor(next() * list.length)];
    const runs = Array.from({ length: 1 + Math.floor(4 * next()) }, () => {
      return `run=${pick(OPTIMIZERS)},lr:${Number((10 ** (-3 + 3.2 * next())).toPrecision(2))}`;
    });
    const t = Math.floor(30 * next());
    const query = `?f=${pick(LANDSCAPES)}&${runs.join('&')}&steps=30&t=${t}`;
    for (const drawn of [
      drawnStage(query, core, i18n),
      drawnPlot(query, 'x', core, i18n),
      drawnPlot(query, 'f', core, i18n),
    ]) {
      words += drawn.texts.length;
      assertReadable(drawn, query);
    }
  }
  assert.ok(words > 300, `only ${words} words were written`);
});
