// Screen readers: charts describe their current state, a result is announced once, steps are not read while
// they play. The limit of stability is visible and announced at the slider that crosses it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';
import { eventually } from './eventually.js';

/** @typedef {import('./browser.js').Lab} Lab */

const said = (/** @type {Lab} */ lab) => lab.words('lab-announcer [role=status]');

test('the stage and the plots say where the runs are at the step shown', () =>
  withLab('?x0=70&run=sgd&run=sgd,lr:0.8', async (lab) => {
    const stage = 'lab-curve canvas';
    assert.match(await lab.spoken(stage), /From 70: Gradient descent, η = 0\.1: converges/);
    assert.doesNotMatch(await lab.spoken(stage), /At step/);
    await lab.press('step', 2);
    assert.match(
      await lab.spoken(stage),
      /At step 2: Gradient descent, η = 0\.1 x = 44\.8, f = 2007; Gradient descent, η = 0\.8 x = 25\.2/,
    );
    assert.match(await lab.spoken('lab-series canvas'), /x over t\. At step 2: .*η 0\.1: 44\.8/);
  }));

test('at first nothing is said; a change is said once it rests, and the end of a run when it is reached', () =>
  withLab('?x0=70', async (lab) => {
    await lab.page.waitForTimeout(1300);
    assert.equal(await said(lab), '');
    await lab.press('step', 3);
    await lab.page.waitForTimeout(1300);
    assert.equal(await said(lab), '', 'a step is no result');
    await lab.type('learning rate', '1.1', 0);
    await eventually(async () => assert.match(await said(lab), /^Gradient descent: .*diverges/));
    await lab.type('learning rate', '0.1', 0);
    await eventually(async () => assert.match(await said(lab), /: converges, factor 0\.8/));
    await lab.type('learning rate', '0.2', 0);
    await eventually(async () => assert.match(await said(lab), /step 14 on/));
    await lab.press('end');
    await lab.settle();
    assert.equal(await said(lab), '', 'it is said anew');
    await eventually(async () => assert.match(await said(lab), /step 14 on, .*, ends at/));
  }));

test('while steps play they are not read, and the one at which they rest is', () =>
  withLab('?x0=70&steps=100', async (lab) => {
    const live = () => lab.find('.position').getAttribute('aria-live');
    assert.equal(await live(), 'polite');
    await lab.press('play');
    assert.equal(await live(), 'off');
    await lab.press('play');
    assert.equal(await live(), 'polite');
  }));

test('no two regions of the page have one name', () =>
  withLab('?x0=70', async (lab) => {
    await lab.find('lab-table table').waitFor();
    const names = await lab.frame.evaluate(() => {
      const root = document.querySelector('descent-lab')?.shadowRoot;
      const regions = root?.querySelectorAll(
        '[role=region], section[aria-label], aside[aria-label]',
      );
      return [...(regions ?? [])].map((each) => each.getAttribute('aria-label'));
    });
    assert.ok(names.length >= 2);
    assert.equal(new Set(names).size, names.length, `${names}`);
  }));

test('the slider of η has a tick at the limit of stability, and changes when it is crossed, by keys too', () =>
  withLab('?x0=70&run=sgd,lr:1', async (lab) => {
    const slider = lab.card(0).locator('input[type=range]').first();
    const heard = () => slider.getAttribute('aria-valuetext');
    const isOutside = () => lab.find('.slide.is-outside').count();
    const [track, tick] = await Promise.all([
      slider.boundingBox(),
      lab.find('.limit').boundingBox(),
    ]);
    assert.ok(track && tick);
    // x²: η < 1; the slider goes from 0.001 to 2 by powers, its thumb is 16 px wide.
    const place = track.x + 8 + (track.width - 16) * (Math.log(1000) / Math.log(2000));
    assert.ok(Math.abs(tick.x + tick.width / 2 - place) < 1.5, `${tick.x} ${place}`);
    assert.equal(await heard(), '1, below the limit of stability, 1');
    await slider.focus();
    await lab.page.keyboard.press('ArrowRight');
    await lab.page.keyboard.press('ArrowRight');
    await lab.settle();
    assert.match((await heard()) ?? '', /above the limit of stability, 1$/);
    assert.equal(await isOutside(), 1);
    await eventually(async () => assert.match(await lab.words('.verdict .is-outside'), /unstable/));
    for (let i = 0; i < 4; i++) await lab.page.keyboard.press('ArrowLeft');
    await lab.settle();
    assert.equal(await isOutside(), 0);
  }));

test('where no limit is known there is no tick', () =>
  withLab('?f=wavy&run=sgd&run=adam', async (lab) => {
    await lab.find('lab-run').first().waitFor();
    assert.equal(await lab.find('.limit').count(), 0);
  }));

test('a key on the stage says what its marks mean, when asked for', () =>
  withLab('?x0=70', async (lab) => {
    assert.equal(await lab.find('.marks ul').isVisible(), false);
    await lab.find('.marks summary').click();
    assert.match(await lab.words('.marks ul'), /the start.*steps to come.*tangent.*the next step/);
    await lab.show('f=bowl');
    await lab.find('.marks summary').click();
    assert.match(await lab.words('.marks ul'), /∇f: longer where f is steeper, up to a limit/);
  }));
