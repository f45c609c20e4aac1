// The page itself: the start is dragged over Rosenbrock's plane with 4 runs of 500 steps, and the time from the
// pointer's event until everything on the page has been computed, laid out for and drawn (the browser's own painting
// follows) is printed, beside the core's four runs alone. One headless Chromium; prints, judges nothing.
import { chromium } from 'playwright-core';
import { serve } from '../../web/serve.js';

const QUERY =
  '?f=rosenbrock&x0=-1.2,1&run=sgd,lr:0.001&run=momentum,lr:0.0005&run=rmsprop,lr:0.01&run=adam,lr:0.05&steps=500&t=500';
const MOVES = 120;

const server = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(server.address + QUERY);
await page.locator('lab-plane .handle').waitFor();

const times = await page.evaluate(async (moves) => {
  const lab = /** @type {any} */ (document.querySelector('descent-lab'));
  const handle = lab.shadowRoot.querySelector('lab-plane .handle');
  const { left, top, width, height } = handle.parentElement.getBoundingClientRect();
  handle.hasPointerCapture = () => true;
  /** Until the elements have updated: each does in a microtask of its own, parents before children. */
  const done = async () => {
    for (let i = 0; i < 100; i++) await null;
  };
  const all = [];
  for (let i = 0; i < moves; i++) {
    const place = {
      clientX: left + width * (0.45 + 0.3 * Math.sin(i / 9)),
      clientY: top + height * (0.5 + 0.3 * Math.cos(i / 7)),
    };
    const from = performance.now();
    handle.dispatchEvent(new PointerEvent('pointermove', place));
    await done();
    const drawn = performance.now();
    for (const [index] of lab.experiment.runs.entries()) {
      const { optimizer, hypers } = lab.experiment.runs[index];
      const { objective, start, steps } = lab.experiment;
      lab.core.run({ objective, start, steps, optimizer: { key: optimizer, hypers } });
    }
    all.push({ whole: drawn - from, core: performance.now() - drawn });
    await new Promise(requestAnimationFrame);
  }
  return all;
}, MOVES);

await browser.close();
server.close();

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const whole = median(times.map(({ whole: time }) => time));
const core = median(times.map((time) => time.core));
console.log('Dragging the start, Rosenbrock, 4 runs × 500 steps, median of', MOVES, 'moves');
console.log(
  `  whole page ${whole.toFixed(1)} ms · the core's runs ${core.toFixed(1)} ms · ratio ${(whole / core).toFixed(1)}`,
);
