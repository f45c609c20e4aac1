// The lecture's numbers, chosen by hand on the page and read off its step table.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNear, withLab } from './browser.js';

test('four presses of Step walk x² from 70 as the lecture does', () =>
  withLab('', async (lab) => {
    await lab.press('step', 4);
    const { x, gx } = await lab.table(5);
    assertNear(x, [70, 56, 44.8, 35.84, 28.672], 1e-12);
    assertNear(gx.slice(0, 4), [140, 112, 89.6, 71.68], 1e-12);
    assert.equal(await lab.step(), 4);
    assert.match(await lab.words('tr[aria-current=step]'), /^4\s+28\.672/);
  }));

test('RMSProp chosen on the page from 9 gives the lecture’s three steps', () =>
  withLab('?x0=9', async (lab) => {
    await lab.chooseOptimizer(0, 'rmsprop');
    await lab.type('learning rate', '0.1', 0);
    await lab.type('decay of the average', '0.9', 0);
    await lab.type('small constant', '1e-7', 0);
    const { x, gx, s_x: s } = await lab.table(4);
    assertNear(x, [9, 8.6838, 8.4583, 8.2715], 5e-5);
    assertNear(gx.slice(0, 3), [18, 17.3675, 16.9166], 2e-4);
    assertNear(s.slice(1), [32.4, 59.323, 82.008], 1e-3);
  }));

test('20x² typed on the page, with a decimal comma, overshoots from 2 by a factor of 3', () =>
  withLab('', async (lab) => {
    await lab.type('steepness', '20');
    await lab.type('Start', '2');
    await lab.type('learning rate', '0,1', 0);
    const { x, gx } = await lab.table(5);
    assertNear(x, [2, -6, 18, -54, 162], 1e-12);
    assertNear(gx.slice(0, 4), [80, -240, 720, -2160], 1e-10);
    assert.match(await lab.words('.run', 0), /overshoots by a factor 3 each step: diverges/);
    assert.match(await lab.words('.run', 0), /unstable here: η = 0\.1 is above 0\.05/);
  }));

test('ln x² chosen on the page is thrown from 9 across 0 as in the lecture', () =>
  withLab('', async (lab) => {
    await lab.find('.choose-objective').selectOption('logsquare');
    await lab.type('Start', '9');
    await lab.type('learning rate', '10', 0);
    const { x, gx } = await lab.table(5);
    assertNear(x, [9, 6.778, 3.827, -1.399, 12.896], 1e-3);
    assertNear(gx.slice(0, 4), [0.222, 0.295, 0.523, -1.43], 1e-3);
  }));

test('momentum chosen on the page shows the lecture’s velocities', () =>
  withLab('?x0=90', async (lab) => {
    await lab.chooseOptimizer(0, 'momentum');
    await lab.type('learning rate', '0.1', 0);
    await lab.type('momentum', '0.9', 0);
    const { x, v_x: v } = await lab.table(6);
    assertNear(x, [90, 72, 41.4, 5.58, -27.774, -52.238], 1e-3);
    assertNear(v, [0, -18, -30.6, -35.82, -33.354, -24.464], 1e-3);
  }));

test('what is typed and no number is refused and said; what is out of range is moved to its end and said', () =>
  withLab('', async (lab) => {
    await lab.type('Start', 'nine');
    assert.match(await lab.words('.objective .field-message'), /nine.*must be a number/);
    assert.equal(await lab.field('Start').inputValue(), '70');
    await lab.type('learning rate', '-1', 0);
    assert.match(await lab.words('.field-message', 0), /-1 is outside/);
    assert.match(await lab.link(), /lr:1e-8/);
    await lab.type('Start', '1e300');
    assert.match(await lab.words('.objective .field-message'), /1e300 is outside/);
  }));
