// From pointer-down to pointer-up every view stands still, and what is dragged is under the pointer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';

/** @typedef {import('./browser.js').Lab} Lab */

const CHARTS =
  'lab-curve, lab-plane, lab-secant, lab-smoothing-plot, lab-series, lab-errors, lab-data-line';
const WAY = [0.3, 0.55, 0.48, 0.501, 0.7, 0.92];
const NEAR = 1.5; // px: the start is rounded to what can be told apart

/**
 * What every chart in view shows: x from, x to, y from, y to. Charts that come into view later are left out.
 * @param {Lab} lab @param {number[][]} [before] what they showed
 * @returns {Promise<number[][]>}
 */
async function views(lab, before) {
  await lab.settle();
  const shown = await lab.frame.evaluate((charts) => {
    const root = document.querySelector('descent-lab')?.shadowRoot;
    return [.../** @type {any} */ (root).querySelectorAll(charts)].map(({ chart }) => {
      const { x, y } = chart?.scene ? chart.chart.scales : {};
      return x ? [x.min, x.max, y.min, y.max] : [];
    });
  }, CHARTS);
  return shown.map((view, i) => (before && !before[i].length ? [] : view));
}

/** Where what is dragged lies on the page, and the plot with it. @param {Lab} lab @param {string} host */
const placeOf = (lab, host) =>
  lab.find(host).evaluate((element) => {
    const { chart, scene } = /** @type {any} */ (element);
    const { scales, chartArea } = chart.chart;
    const canvas = /** @type {Element} */ (element.querySelector('canvas')).getBoundingClientRect();
    /** @type {Record<string, () => number[]>} */
    const places = {
      'lab-curve': () => [scene.start, scene.startHeight],
      'lab-plane': () => scene.start,
      'lab-secant': () => [scene.place.x, scene.place.f],
      'lab-smoothing-plot': () => [scene.t, scene.values[scene.t - 1]],
    };
    const [x, y] = places[element.localName]?.() ?? [0, 0];
    return {
      x: canvas.left + scales.x.getPixelForValue(x),
      y: canvas.top + scales.y.getPixelForValue(y),
      value: x,
      plot: { x: canvas.left + chartArea.left, y: canvas.top + chartArea.top },
      size: { x: chartArea.width, y: chartArea.height },
    };
  });

/** @type {[string, string, string, 'x'|'xy'|'y'][]} */
const STAGES = [
  ['a parabola', '?x0=70', 'lab-curve', 'x'],
  ['|x|', '?f=abs&run=sgd&run=momentum', 'lab-curve', 'x'],
  ['ln x²', '?f=logsquare&run=sgd,lr:10&t=9', 'lab-curve', 'x'],
  ['own f', '?fx=x^2-3*sin(2*x)&x0=1', 'lab-curve', 'x'],
  ['schedules', '?lab=schedules', 'lab-curve', 'x'],
  ['a plane', '?f=himmelblau&x0=1,1&run=sgd,lr:0.01&run=adam', 'lab-plane', 'xy'],
  ['sampling', '?lab=sampling', 'lab-plane', 'xy'],
  ['the secant', '?lab=derivative&t=3', 'lab-secant', 'x'],
  ['smoothing', '?lab=smoothing&t=4', 'lab-smoothing-plot', 'y'],
];

for (const [what, query, host, axes] of STAGES)
  test(`${what}: while a point is dragged it is under the pointer, and no view moves`, () =>
    withLab(query, async (lab) => {
      const { mouse } = lab.page;
      const from = await placeOf(lab, host);
      await mouse.move(from.x, from.y);
      await mouse.down();
      const before = await views(lab);
      assert.ok(before.some((view) => view.length));
      for (const part of WAY) {
        const to = {
          x: from.plot.x + part * from.size.x,
          y: from.plot.y + (0.1 + 0.8 * part) * from.size.y,
        };
        await mouse.move(to.x, to.y);
        assert.deepEqual(await views(lab, before), before, `at ${part}`);
        const ball = await placeOf(lab, host);
        for (const axis of /** @type {('x'|'y')[]} */ ([...axes]))
          assert.ok(
            Math.abs(ball[axis] - to[axis]) < NEAR,
            `at ${part}: ${ball[axis]} under ${to[axis]}`,
          );
      }
      await mouse.up();
    }));

test('the ball stays at the edge of the plot when the pointer leaves it', () =>
  withLab('?x0=70', async (lab) => {
    const from = await placeOf(lab, 'lab-curve');
    await lab.page.mouse.move(from.x, from.y);
    await lab.page.mouse.down();
    const [[low]] = await views(lab);
    await lab.page.mouse.move(1, 700);
    await lab.settle();
    const { value: x } = await placeOf(lab, 'lab-curve');
    assert.ok(Math.abs(x - low) < 1, `${x} at ${low}`);
    await lab.page.mouse.up();
  }));

test('what was held fits again when the pointer is let go of', () =>
  withLab('?x0=70', async (lab) => {
    const from = await placeOf(lab, 'lab-curve');
    await lab.page.mouse.move(from.x, from.y);
    await lab.page.mouse.down();
    await lab.page.mouse.move(from.x - 280, from.y, { steps: 4 });
    const [[, held]] = await views(lab);
    await lab.page.mouse.up();
    const [[, free]] = await views(lab);
    assert.ok(free < held / 2, `${free} of ${held}`);
  }));

for (const [what, query, slider] of [
  ['η', '?x0=99&run=sgd,lr:0.9&t=20', 'lab-run input[type=range]'],
  ['a parameter of f', '?f=quadratic&x0=5', '.objective input[type=range]'],
  ['the step shown', '?f=quadratic,a:20&x0=2', '.scrub'],
])
  test(`${what}: no view moves while its slider is dragged`, () =>
    withLab(query, async (lab) => {
      await lab.page.setViewportSize({ width: 1280, height: 1600 }); // the plots are in view
      const box = await lab.find(slider).first().boundingBox();
      assert.ok(box);
      const at = (/** @type {number} */ part) => box.x + part * box.width;
      const height = box.y + box.height / 2;
      await lab.page.mouse.move(at(0.5), height);
      await lab.page.mouse.down();
      const before = await views(lab);
      for (const part of [0.2, 0.95, 0.7]) {
        await lab.page.mouse.move(at(part), height);
        assert.deepEqual(await views(lab, before), before, `at ${part}`);
      }
      await lab.page.mouse.up();
    }));

test('η from 0.9 to 1.1: the stage’s axes stay where they are', () =>
  withLab('?x0=99&run=sgd,lr:0.9&steps=20', async (lab) => {
    const [[from, to]] = await views(lab);
    assert.deepEqual([from, to], [-120, 120]);
    await lab.type('learning rate', '1.1', 0);
    assert.deepEqual((await views(lab))[0].slice(0, 2), [from, to]);
  }));
