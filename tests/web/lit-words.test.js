// The mark of a number that is pointed at leaves every word on the stage readable: none of its strokes runs
// over one.

import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.Path2D ??= /** @type {any} */ (class {});

const { CurveChart, drawStage } = await import('../../web/charts/curve-chart.js');
const { besideWords } = await import('../../web/charts/draw.js');
const { createI18n } = await import('../../web/i18n/index.js');
const { curveScene, DESCENTS } = await import('../../web/labs/descent/scene.js');
const { optimizerNames } = await import('../../web/labs/descent/words.js');
const { visibleRuns } = await import('../../web/labs/visible-runs.js');
const { decodeExperiment } = await import('../../web/state/decode.js');
const { resultsNow } = await import('../../web/state/results.js');
const { core } = await import('./core.js');
const { ofLab } = await import('./labs.js');

const i18n = createI18n('en');
const LETTER = 7;

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

/** A canvas that knows its words, its rings, and the boxes that its clips leave out. */
function recorder() {
  /** @type {Box[]} */
  const words = [];
  /** @type {{ x: number, y: number, radius: number, out: Box[] }[]} */
  const rings = [];
  /** @type {{ rects: Box[], ring: [number, number, number]|null, out: Box[], saved: Box[][] }} */
  const now = { rects: [], ring: null, out: [], saved: [] };
  const own = {
    save: () => now.saved.push(now.out),
    restore: () => {
      now.out = now.saved.pop() ?? [];
    },
    beginPath: () => {
      now.rects = [];
      now.ring = null;
    },
    rect: (
      /** @type {number} */ left,
      /** @type {number} */ top,
      /** @type {number} */ width,
      /** @type {number} */ height,
    ) => now.rects.push({ left, top, right: left + width, bottom: top + height }),
    // All of the canvas, and a box that is left out of it.
    clip: (/** @type {string} */ rule) => {
      if (rule === 'evenodd') now.out = [...now.out, ...now.rects.slice(1)];
    },
    arc: (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ radius) => {
      now.ring = [x, y, radius];
    },
    stroke: () => {
      if (!now.ring) return;
      const [x, y, radius] = now.ring;
      rings.push({ x, y, radius, out: now.out });
    },
    measureText: (/** @type {string} */ text) => ({ width: LETTER * text.length }),
    fillText: (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) => {
      const half = (LETTER * text.length) / 2;
      words.push({ left: x - half, right: x + half, top: y - 6, bottom: y + 6 });
    },
  };
  const state = { textAlign: 'center' };
  const context = new Proxy(state, {
    has: (_, name) => name !== 'drawImage',
    get: (_, name) => Reflect.get(own, name) ?? Reflect.get(state, name) ?? (() => {}),
    set: (_, name, value) => Reflect.set(state, name, value),
  });
  return { words, rings, context: /** @type {any} */ (context) };
}

/** @param {Box} box @param {number} x @param {number} y */
const holds = ({ left, right, top, bottom }, x, y) =>
  x > left && x < right && y > top && y < bottom;

/**
 * How many places of rings are in a word: in all, and of those that are painted.
 * @param {ReturnType<typeof recorder>} canvas
 */
function onWords({ words, rings }) {
  const places = rings.flatMap(({ x, y, radius, out }) =>
    Array.from({ length: 360 }, (_, i) => {
      const angle = (i * Math.PI) / 180;
      return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle), out };
    }),
  );
  const touching = places.filter(({ x, y }) => words.some((word) => holds(word, x, y)));
  return {
    touching: touching.length,
    painted: touching.filter(({ x, y, out }) => !out.some((box) => holds(box, x, y))).length,
  };
}

test('the halo around a point leaves x₀, x₁, … readable, at any step', () => {
  let touching = 0;
  for (const query of ['?x0=70&run=sgd,lr:0.1', '?f=wavy&x0=-1.5&run=momentum,lr:0.1'])
    for (let t = 1; t < 8; t++) {
      const { experiment } = decodeExperiment(`${query}&t=${t}`, '', core);
      const descent = ofLab(experiment, 'descent');
      const names = optimizerNames(descent, core, i18n);
      const shown = visibleRuns(descent, resultsNow(core, DESCENTS, descent), names);
      const scene = curveScene(descent, shown, core, i18n);
      const { xRange, yRange } = scene;
      const canvas = recorder();
      const frame = /** @type {any} */ ({
        context: canvas.context,
        words: [],
        view: [...xRange, ...yRange],
        theme: { runs: Array(5).fill('#000'), font: 'sans-serif' },
        band: { left: 8, right: 632 },
        area: { left: 50, right: 626, top: 24, bottom: 354 },
        px: (/** @type {number} */ x) => 50 + ((x - xRange[0]) / (xRange[1] - xRange[0])) * 576,
        py: (/** @type {number} */ y) => 354 - ((y - yRange[0]) / (yRange[1] - yRange[0])) * 330,
      });
      drawStage(frame, scene, scene.sample(xRange));
      canvas.rings.length = 0; // of the start
      for (let row = 0; row <= t; row++)
        besideWords(frame, () => CurveChart.prototype.drawLit(frame, scene, { column: 'x', row }));
      const { touching: here, painted } = onWords(canvas);
      assert.equal(painted, 0, `${query}, step ${t}`);
      touching += here;
    }
  assert.ok(touching > 100, `${touching} places where a halo and a word meet`);
});
