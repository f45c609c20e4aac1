// Methods on the page: what a step tried is told and named in the key of marks, and f can be plotted over
// evaluations.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';

/** @typedef {import('./browser.js').Lab} Lab */

const clocks = (/** @type {Lab} */ lab) =>
  lab.find('.toggle[aria-label="Horizontal axis of f"] button');

test('a stage tells what a method tried in the step shown, and its key of marks has the mark', () =>
  withLab('?v=2&x0=8&fx=x^2&run=backtracking,lr:2', async (lab) => {
    const stage = 'lab-curve canvas';
    assert.doesNotMatch(await lab.spoken(stage), /tried/);
    await lab.press('step');
    assert.match(
      await lab.spoken(stage),
      /In step 1 Backtracking line search tried x = −24, x = −8, x = 0/,
    );
    await lab.find('.marks summary').click();
    assert.match(await lab.words('.marks ul'), /tried in this step/);
    await lab.show('x0=8&run=sgd&from=4,1,lr:0.3');
    await lab.find('.marks summary').click();
    assert.match(await lab.words('.marks ul'), /from here on the run has other parameters/);
    assert.doesNotMatch(await lab.words('.marks ul'), /tried/);
  }));

test('with a method among the runs f can be plotted over evaluations, and a click there finds its step', () =>
  withLab('?v=2&f=rosenbrock&x0=-1.2,1&run=nelder_mead&run=adam&steps=60', async (lab) => {
    const plot = lab.find('.plot').filter({ has: clocks(lab) });
    assert.equal(await clocks(lab).count(), 2);
    await clocks(lab).nth(1).click();
    assert.match((await plot.locator('h2').textContent()) ?? '', /f\s+over evaluations/);
    // Each step of the simplex asks at least once: at the right of the plot is its last step.
    const canvas = plot.locator('canvas');
    const { width, height } = (await canvas.boundingBox()) ?? { width: 0, height: 0 };
    await canvas.click({ position: { x: width - 16, y: height / 2 } });
    assert.match(await lab.words('.position'), /step 60 of 60/);
    await clocks(lab).nth(0).click();
    assert.match((await plot.locator('h2').textContent()) ?? '', /f\s+over t/);
    await lab.show('f=rosenbrock&x0=-1.2,1&run=sgd&run=adam&steps=60');
    assert.equal(await clocks(lab).count(), 0);
  }));
