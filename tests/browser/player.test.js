// Walking through the steps, by pointer and by keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';
import { eventually } from './eventually.js';

test('step, back, end, start and the scrubber show the step they name', () =>
  withLab('', async (lab) => {
    await lab.press('step', 3);
    assert.equal(await lab.step(), 3);
    await lab.press('back');
    assert.equal(await lab.step(), 2);
    await lab.press('end');
    assert.equal(await lab.step(), 30);
    assert.equal(await lab.find('[data-act=step]').isDisabled(), true);
    await lab.find('.scrub').fill('12');
    assert.equal(await lab.step(), 12);
    await lab.press('start');
    assert.equal(await lab.step(), 0);
    assert.equal(await lab.find('[data-act=back]').isDisabled(), true);
  }));

test('run advances, and pause holds the step', () =>
  withLab('?steps=1000&run=sgd,lr:0.001', async (lab) => {
    await lab.find('.speed').selectOption('25');
    await lab.press('play');
    await eventually(async () => assert.notEqual(await lab.step(), 0));
    await lab.press('play');
    await lab.find('[data-act=play][aria-label=Run]').waitFor();
    const held = await lab.step();
    assert.ok(held > 0 && held < 1000, `step ${held}`);
    await lab.page.waitForTimeout(200);
    assert.equal(await lab.step(), held);
  }));

test('run ends at the last step by itself, and then starts over', () =>
  withLab('?steps=60', async (lab) => {
    await lab.find('.speed').selectOption('100');
    await lab.press('play');
    await lab.find('tr[aria-current=step] th:text-is("60")').waitFor();
    await lab.find('[data-act=play][aria-label=Run]').waitFor();
    assert.equal(await lab.step(), 60);
    await lab.find('.speed').selectOption('1');
    await lab.press('play');
    assert.ok((await lab.step()) < 60);
  }));

test('arrows, Home and End walk while a button of the lab has the focus', () =>
  withLab('', async (lab) => {
    await lab.find('[data-act=fit]').focus();
    const presses = { ArrowRight: 1, End: 30, ArrowLeft: 29, Home: 0 };
    for (const [key, step] of Object.entries(presses)) {
      await lab.page.keyboard.press(key);
      assert.equal(await lab.step(), step, key);
    }
  }));

test('keys walk nothing while the focus is outside the lab or in a field', () =>
  withLab('?t=3', async (lab) => {
    const press = async () => {
      for (const key of ['ArrowRight', 'End', 'Home']) await lab.page.keyboard.press(key);
    };
    await press();
    await lab.find('[data-act=theme]').focus();
    await press();
    await lab.field('Start').focus();
    await press();
    await lab.find('.table-box').focus();
    await press();
    assert.equal(await lab.step(), 3);
  }));

test('a row of the table shows its step when pressed', () =>
  withLab('', async (lab) => {
    await lab.find('lab-table tbody tr').nth(5).click();
    assert.equal(await lab.step(), 5);
  }));

test('on a phone the controls stand still while the step gains digits', () =>
  withLab(
    {
      address: `${addresses.http}?t=8`,
      context: { viewport: { width: 390, height: 844 } },
    },
    async (lab) => {
      for (const width of [360, 390, 412, 430]) {
        await lab.page.setViewportSize({ width, height: 844 });
        const tops = [];
        for (const query of ['t=8', 't=28', 'steps=120&t=108']) {
          await lab.show(query);
          const parts = lab.find('.player > *');
          tops.push(
            await parts.evaluateAll((all) =>
              all.map((one) => /** @type {HTMLElement} */ (one).offsetTop),
            ),
          );
        }
        assert.deepEqual(tops[1], tops[0], `${width}`);
        assert.deepEqual(tops[2], tops[0], `${width}`);
      }
    },
  ));
