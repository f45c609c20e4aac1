// The page itself: the start is dragged over Rosenbrock's plane with 4 runs of 500 steps, and the time from
// the pointer's event until all that follows it has been computed and drawn (the browser's own layout and
// painting come after) is printed, beside the core's four runs alone. One headless Chromium; prints, judges
// nothing.
import { chromium } from 'playwright-core';
import { serve } from '../../web/serve.js';

const QUERY =
  '?f=rosenbrock&x0=-1.2,1&run=sgd,lr:0.001&run=momentum,lr:0.0005' +
  '&run=rmsprop,lr:0.01&run=adam,lr:0.05&steps=500&t=500';
const MOVES = 120;

const server = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(server.address + QUERY);
await page.locator('lab-plane .handle').waitFor();

// The mouse is Chromium's own: its events come as a reader's do, once a frame and after the last one's
// layout. What the page does in answer ends before the event has bubbled up to the window.
await page.evaluate(() => {
  /** @type {{ lab: any, times: object[] }} */
  const { lab, times } = Object.assign(window, {
    lab: document.querySelector('descent-lab'),
    times: [],
  });
  let from = 0;
  addEventListener('pointermove', () => (from = performance.now()), true);
  addEventListener('pointermove', () => {
    const whole = performance.now() - from;
    const { objective, start, steps, runs } = lab.experiment;
    for (const { optimizer, hypers } of runs) {
      lab.core.run({ objective, start, steps, optimizer: { key: optimizer, hypers } });
    }
    times.push({ whole, core: performance.now() - from - whole, start });
  });
});
/** @param {string} selector */
const boxOf = async (selector) => {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  return box;
};
const plane = await boxOf('lab-plane canvas');
const handle = await boxOf('lab-plane .handle');
await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
await page.mouse.down();
for (let i = 0; i < MOVES; i++) {
  await page.mouse.move(
    plane.x + plane.width * (0.45 + 0.3 * Math.sin(i / 9)),
    plane.y + plane.height * (0.5 + 0.3 * Math.cos(i / 7)),
  );
}
await page.mouse.up();
/** @type {{ start: number[], whole: number, core: number }[]} */
const times = /** @type {any} */ (await page.evaluate('times')).slice(1); // the first was the way to the handle
const moved = new Set(times.map(({ start }) => start.join())).size;

await browser.close();
server.close();

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const whole = median(times.map((time) => time.whole));
const core = median(times.map((time) => time.core));
console.log(
  'Dragging the start, Rosenbrock, 4 runs × 500 steps, median of',
  times.length,
  'moves to',
  moved,
  'places',
);
console.log(
  `  whole page ${whole.toFixed(1)} ms · the core's runs ${core.toFixed(1)} ms · ratio ${(whole / core).toFixed(1)}`,
);
