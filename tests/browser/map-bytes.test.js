// A map has the same bytes in Node, Chromium and Firefox, with one worker, with four and without any, whole
// or in bands, and when a worker dies in the middle.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serve } from '../../web/serve.js';
import { core } from '../web/core.js';
import { withPage } from './plain-page.js';

const folder = mkdtempSync(join(tmpdir(), 'map-'));
symlinkSync(resolve('dist'), join(folder, 'lab'));
const site = await serve({ folder: `${folder}/` });
after(() => site.close());
writeFileSync(
  join(folder, 'page.html'),
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script>window.workers = [];
  window.Worker = class extends Worker { constructor(url) { super(url); window.workers.push(this); } };
  </script><script type="module">
  import { loadRemoteCore } from '${site.address}lab/remote.js';
  const ARRAYS = ['basin', 'steps', 'value', 'fate', 'visits'];
  window.bytesOf = async (spec, workers, killAfterMs) => {
    window.workers.length = 0;
    const remote = await loadRemoteCore({ wasm: '${site.address}lab/core.wasm', workers });
    let isOver = false;
    let killed = 0;
    if (killAfterMs) setTimeout(() => {
      if (!isOver) killed = window.workers.length;
      window.workers[0].terminate();
    }, killAfterMs);
    const map = await remote.map(spec);
    isOver = true;
    const parts = ARRAYS.map((name) => map[name]).filter(Boolean);
    const digests = parts.map(({ buffer }) => crypto.subtle.digest('SHA-256', buffer));
    const answer = (await Promise.all(digests)).map((each) => new Uint8Array(each).join(','));
    remote.close();
    return { answer, killed, opened: window.workers.length };
  };</script>`,
);

/** @type {import('../../web/core/types.js').MapSpec['axes']} */
const PLANE = [
  { of: 'x', from: -5, to: 5, n: 150 },
  { of: 'y', from: -5, to: 5, n: 130 },
];
/** @type {[string, any][]} */
const MAPS = [
  [
    'basins of momentum',
    { objective: 'himmelblau', optimizer: 'momentum', steps: 120, axes: PLANE },
  ],
  [
    'Adam’s β1 × η on an own f with exp and sin',
    {
      ...{ objective: { formula: 'sin(3*x)*exp(-x^2/9) + x^2/10' }, optimizer: 'adam', steps: 60 },
      ...{ start: 2, fate: false },
      axes: [
        { of: 'lr', from: 1e-3, to: 1, n: 90, scale: 'log' },
        { of: 'beta1', from: 0, to: 0.99, n: 90 },
      ],
    },
  ],
  [
    'an orbit',
    {
      ...{ objective: { key: 'doublewell', params: { c: 0 } }, optimizer: 'sgd', steps: 300 },
      ...{ start: 0.5, orbit: true },
      axes: [
        { of: 'lr', from: 0.15, to: 0.52, n: 300 },
        { of: 'x', from: -1.6, to: 1.6, n: 100 },
      ],
    },
  ],
];

/** @param {any} spec */
function here(spec) {
  const { basin, steps, value, fate, visits } = core.map(spec);
  return [basin, steps, value, fate, visits]
    .filter((each) => each !== undefined)
    .map((each) => createHash('sha256').update(new Uint8Array(each.buffer)).digest().join(','));
}

/** What Node answers for each of the maps. */
const right = new Map(MAPS.map(([name, spec]) => [name, here(spec)]));

/**
 * @param {{ evaluate: Function }} page @param {any} spec @param {number} workers @param {number} [killAfterMs]
 * @returns {Promise<{ answer: string[], killed: number, opened: number }>}
 */
const there = (page, spec, workers, killAfterMs = 0) =>
  page.evaluate(`window.bytesOf(${JSON.stringify(spec)}, ${workers}, ${killAfterMs})`);

/** @param {any} spec @param {number} band */
function inBands(spec, band) {
  const whole = core.map(spec);
  const { height } = whole;
  for (let row = 0; row < height; row += band) {
    const rows = [row, Math.min(height, row + band)];
    const part = core.map({ ...spec, rows, points: whole.points });
    for (const name of /** @type {const} */ (['basin', 'steps', 'value', 'fate'])) {
      const wanted = whole[name].subarray(rows[0] * whole.width, rows[1] * whole.width);
      if (whole[name].length) assert.deepEqual(part[name], wanted, `${name}, rows ${rows}`);
    }
  }
}

test('in Node a map in bands of any height is the whole map', () => {
  for (const [, spec] of MAPS.slice(0, 2)) for (const band of [1, 7, 64]) inBands(spec, band);
});

test('Chromium: with one worker, four, and none, the bytes are those of Node', () =>
  withPage(`${site.address}page.html`, async (page) => {
    await page.waitForFunction('window.bytesOf');
    for (const [name, spec] of MAPS)
      for (const workers of [0, 1, 4]) {
        const { answer } = await there(page, spec, workers);
        assert.deepEqual(answer, right.get(name), `${name}, ${workers} workers`);
      }
  }));

test('Chromium: a worker that dies in the middle of a map is replaced, and its tile done again', () =>
  withPage(`${site.address}page.html`, async (page) => {
    await page.waitForFunction('window.bytesOf');
    const axes = PLANE.map((axis) => ({ ...axis, n: 700 }));
    const spec = { objective: 'himmelblau', optimizer: 'adam', steps: 500, axes, fate: false };
    const { answer, killed, opened } = await there(page, spec, 2, 400);
    assert.ok(killed > 0, 'the map was over before');
    assert.equal(opened, killed + 1);
    assert.deepEqual(answer, here(spec));
  }));

const firefox = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const skip = existsSync(firefox) ? false : `${firefox} is not installed`;

test('Firefox: with one worker, four, and none, the bytes are those of Node', {
  skip,
}, async () => {
  const browser = await puppeteer.launch({
    ...{ browser: 'firefox', executablePath: firefox, headless: true },
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${site.address}page.html`);
    await page.waitForFunction('window.bytesOf');
    for (const [name, spec] of MAPS)
      for (const workers of [0, 1, 4]) {
        const { answer } = await there(page, spec, workers);
        assert.deepEqual(answer, right.get(name), `${name}, ${workers} workers`);
      }
  } finally {
    await browser.close();
  }
});
