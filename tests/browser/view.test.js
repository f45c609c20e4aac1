// A path that leaves the view stays readable; long tables have pages and can be copied.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';

const DIVERGING = '?x0=99&run=sgd,lr:1.1&steps=200';

test('divergence does not blow up the view, and the card says it', () =>
  withLab(DIVERGING, async (lab) => {
    await lab.press('end');
    const [from, to] = await lab.range();
    assert.ok(from > -2000 && to < 2000, `${from} to ${to}`);
    assert.ok(from < -99 && to > 99, `${from} to ${to}`);
    assert.match(await lab.words('.run', 0), /overshoots by a factor 1\.2 each step: diverges/);
  }));

test('a path to infinity ends in its last row and a sentence', () =>
  withLab('?f=composite&x0=3&run=sgd,lr:1&steps=50', async (lab) => {
    await lab.press('end');
    const { f } = await lab.table();
    assert.ok(f.length < 51, `${f.length} rows`);
    assert.equal(Number.isFinite(f.at(-1)), false);
    assert.equal(Number.isFinite(f.at(-2)), true);
    assert.match(await lab.words('.run', 0), /left the finite numbers at step \d/);
  }));

test('Fit the path shows the steps walked so far, Reset the view goes back', () =>
  withLab(`${DIVERGING}&t=20`, async (lab) => {
    const before = await lab.range();
    await lab.press('fit');
    const [from, to] = await lab.range();
    const { x } = await lab.table(21);
    assert.ok(from < Math.min(...x) && to > Math.max(...x), `${from} to ${to}`);
    assert.match(await lab.link(), /view=/);
    await lab.press('reset-view');
    assert.deepEqual(await lab.range(), before);
    assert.doesNotMatch(await lab.link(), /view=/);
  }));

test('before the first step Fit the path shows all of it', () =>
  withLab('?x0=99&run=sgd,lr:1.1&steps=10', async (lab) => {
    await lab.press('fit');
    const [from, to] = await lab.range();
    const { x } = await lab.table();
    assert.ok(from < Math.min(...x) && to > Math.max(...x), `${from} to ${to}`);
  }));

test('a table of 1,000 steps is paged, and follows the step shown', () =>
  withLab('?steps=1000&run=sgd,lr:0.001', async (lab) => {
    const table = lab.find('lab-table');
    assert.equal(await table.locator('tbody tr').count(), 100);
    await table.getByRole('button', { name: 'Later rows' }).click();
    assert.deepEqual((await lab.table(2)).t, [100, 101]);
    await lab.press('end');
    const last = (await lab.table()).t; // and no page for row 1000 alone
    assert.deepEqual([last.length, last[0], last.at(-1)], [101, 900, 1000]);
    assert.equal(await table.getByRole('button', { name: 'Later rows' }).isDisabled(), true);
    await table.getByRole('button', { name: 'Earlier rows' }).click();
    assert.deepEqual((await lab.table(1)).t, [800]);
  }));

test('the whole table is copied as CSV, a dot in every number whatever the language', () =>
  withLab(
    {
      address: `${addresses.http}?lang=vi&steps=150`,
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    },
    async (lab) => {
      await lab.press('csv');
      await lab.find('lab-table [role=status]:has-text("chép")').waitFor();
      const lines = (await lab.frame.evaluate(() => navigator.clipboard.readText()))
        .trim()
        .split(/\r?\n/);
      assert.equal(lines.length, 152);
      assert.match(lines[0], /^t,x,f,gx,/);
      assert.match(lines[1], /^0,70,4900,140,/);
      assert.match(lines[3], /^2,44\.8,/);
    },
  ));

test('where the clipboard is refused the CSV is shown to be copied by hand', () =>
  withLab(
    {
      address: addresses.http,
      init: () => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      },
    },
    async (lab) => {
      await lab.press('csv');
      assert.match(await lab.find('lab-table textarea').inputValue(), /^t,x,f,gx,.*\r?\n0,70,4900/);
      assert.match(await lab.words('lab-table [role=status]'), /refused the clipboard/);
    },
  ));
