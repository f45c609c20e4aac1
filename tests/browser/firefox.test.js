// A second engine: the built page in Firefox, over http, shows the same numbers as the core in Node, to the
// last digit.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serve } from '../../web/serve.js';
import { core } from '../web/core.js';

const executablePath = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const isHere = existsSync(executablePath);
const skip = isHere ? false : `${executablePath} is not installed`;

/** @type {any} */ let browser;
/** @type {any} */ let page;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
/** @type {string[]} */ let faults = [];

/** Starts it when the first test asks. */
async function start() {
  if (browser) return;
  server = await serve();
  browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  page = await browser.newPage();
  page.on('console', (/** @type {any} */ message) => faults.push(message.text()));
  page.on('pageerror', (/** @type {Error} */ error) => faults.push(error.message));
}

after(async () => {
  await browser?.close();
  server?.close();
});

/** Opens the lab and reads its step table in full precision. @param {string} query */
async function tableOf(query) {
  await start();
  faults = [];
  await page.goto(server.address + query);
  await page.waitForFunction(() =>
    document.querySelector('descent-lab')?.shadowRoot?.querySelector('lab-table tbody tr'),
  );
  const [names, rows] = await page.evaluate(() => {
    const lab = /** @type {ShadowRoot} */ (document.querySelector('descent-lab')?.shadowRoot);
    const all = (/** @type {string} */ selector) => [...lab.querySelectorAll(selector)];
    return [
      all('lab-table th[data-column]').map((cell) => cell.getAttribute('data-column')),
      all('lab-table tbody tr').map((row) =>
        [...row.querySelectorAll('td')].map((cell) => cell.title),
      ),
    ];
  });
  assert.deepEqual(faults, []);
  return Object.fromEntries(
    names.map((/** @type {string} */ name, /** @type {number} */ i) => [
      name,
      rows.map((/** @type {string[]} */ cells) => cells[i]),
    ]),
  );
}

test('Firefox: the lecture’s first run', { skip }, async () => {
  const { x } = await tableOf('?x0=70&run=sgd,lr:0.1&steps=5');
  assert.deepEqual(x.slice(0, 3).map(Number), [70, 56, 44.8]);
});

test('Firefox: same link, same digits, also through exp, log, sin and powers', {
  skip,
}, async () => {
  const formula = 'log(1+x^2)+0.1*y^2*sin(3*x)+exp(-x*y)';
  const { x, y, f } = await tableOf(
    `?fx=${encodeURIComponent(formula)}&x0=1.5,-1&run=adam,lr:0.1&steps=40`,
  );
  const run = core.run({
    objective: { formula },
    start: [1.5, -1],
    optimizer: { key: 'adam', hypers: { lr: 0.1 } },
    steps: 40,
  });
  for (const [name, shown] of Object.entries({ x, y, f }))
    assert.deepEqual(shown, [...run.columns[name]].map(String), name);
});
