// How soon there is something to see: the page's first paint and when it can be used, at the machine's speed
// and six times slower, and what ten elements cost before anybody sees them. Medians, and ratios to a page
// with one word that is opened in turn with them, so that a busy machine slows both. One headless Chromium;
// prints, judges nothing.
//
//   node tests/bench/start.bench.js [TURNS]      20 when left out

import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../../web/serve.js';

const TURNS = Number(process.argv[2] ?? 20);
const ELEMENTS = 10;

/** An element far below, which is not in view. */
const LAZY = '<div style="height: 4000px">word</div>';
const PAGES = {
  word: 'word',
  elements: `${LAZY}${'<descent-lab></descent-lab>'.repeat(ELEMENTS)}
    <script type="module" src="dist/descent-lab.js"></script>`,
};

const folder = mkdtempSync(join(tmpdir(), 'start-'));
symlinkSync(resolve('dist'), join(folder, 'dist'));
for (const [name, body] of Object.entries(PAGES))
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title>${body}`,
  );
const server = await serve({ folder: `${folder}/` });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
});

/**
 * Opens a page in a context of its own, where nothing is cached.
 * @param {string} path @param {{ slower?: number, ready?: string }} how ready: what is there once it can be
 *   used
 * @returns {Promise<{ paint: number, ready: number, busy: number }>} in ms from navigation; busy: computing
 *   on the page's thread
 */
async function open(path, { slower = 1, ready }) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await session.send('Performance.enable');
  await page.addInitScript((selector) => {
    const look = () => {
      const found = (/** @type {ParentNode} */ root) =>
        root.querySelector(selector) ??
        root.querySelector('descent-lab')?.shadowRoot?.querySelector(selector);
      if (selector && !found(document)) requestAnimationFrame(look);
      else setTimeout(() => Object.assign(globalThis, { readyAt: performance.now() }));
    };
    addEventListener('DOMContentLoaded', look);
  }, ready ?? '');
  await page.goto(server.address + path);
  await page.waitForFunction(
    () =>
      'readyAt' in globalThis && performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  if (!ready) await page.waitForTimeout(300); // whatever comes after loading
  const { metrics } = await session.send('Performance.getMetrics');
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    ready: /** @type {any} */ (globalThis).readyAt,
  }));
  await context.close();
  const busy = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  return { ...times, busy };
}

/** Drawn, and a control that answers. */
const READY = '.player .position';
const CASES = {
  word: () => open('word.html', {}),
  page: () => open('dist/index.html?lab=descent', { ready: READY }),
  front: () => open('dist/index.html', { ready: READY }),
  wordSlow: () => open('word.html', { slower: 6 }),
  pageSlow: () => open('dist/index.html?lab=descent', { ready: READY, slower: 6 }),
  frontSlow: () => open('dist/index.html', { ready: READY, slower: 6 }),
  elements: () => open('elements.html', {}),
};

/** @type {Map<string, { paint: number, ready: number, busy: number }[]>} */
const seen = new Map(Object.keys(CASES).map((name) => [name, []]));
for (let turn = -1; turn < TURNS; turn++)
  for (const [name, measure] of Object.entries(CASES)) {
    const times = await measure();
    if (turn >= 0) seen.get(name)?.push(times); // the first turn warms the browser
  }
await browser.close();
server.close();
rmSync(folder, { recursive: true });

/** @param {keyof typeof CASES} name @param {'paint'|'ready'|'busy'} what */
function median(name, what) {
  const values = (seen.get(name) ?? []).map((times) => times[what]).sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)];
}
const ms = (/** @type {number} */ value) => `${value.toFixed(0).padStart(6)} ms`;
const times = (/** @type {number} */ ratio) => `${ratio.toFixed(1).padStart(7)} ×`;

/** A line with two numbers. @param {string} name @param {string} here @param {string} slow */
const line = (name, here, slow) => console.log(`  ${name.padEnd(32)}${here}${slow}`);

/** First paints: of the word and of the page, here and six times slower. */
const [word, wordSlow, page, pageSlow] = /** @type {const} */ ([
  'word',
  'wordSlow',
  'page',
  'pageSlow',
]).map((name) => median(name, 'paint'));
console.log(`Start, medians of ${TURNS} turns; on the right six times slower`);
line('first paint of a word', ms(word), ms(wordSlow));
line('first paint of the page', ms(page), ms(pageSlow));
line('  to that of a word', times(page / word), times(pageSlow / wordSlow));
line('the page can be used', ms(median('page', 'ready')), ms(median('pageSlow', 'ready')));
line('the front page, painted', ms(median('front', 'paint')), ms(median('frontSlow', 'paint')));
line('  it can be used', ms(median('front', 'ready')), ms(median('frontSlow', 'ready')));
const unseen = median('elements', 'busy') - median('word', 'busy');
line(`${ELEMENTS} elements, unseen: computing`, ms(unseen), '');
