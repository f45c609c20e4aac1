// The address holds the whole experiment, and a bad one leads to a notice.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';
import { eventually } from './eventually.js';

test('the address follows every change without adding to the history, and reloads as the same experiment', () =>
  withLab('', async (lab) => {
    const length = await lab.frame.evaluate(() => history.length);
    await lab.find('.choose-objective').selectOption('wavy');
    await lab.type('Start', '-3.2');
    await lab.type('Steps', '40');
    await lab.type('learning rate', '0.2', 0);
    await lab.card(0).locator('.choose-schedules').selectOption('exponential');
    await lab.press('add');
    await lab.press('step', 2);
    await lab.press('fit');
    const link = await lab.link();
    assert.match(link, /f=wavy.*x0=-3\.2.*lr:0\.2,schedule:exponential.*steps=40/);
    const before = await lab.table();
    await lab.card(0).locator('.mark').click();
    const first = await lab.table();
    const shown = await lab.link();
    assert.equal(shown, link.replace('&sel=2', ''), 'which run is shown in full is in the link');
    await lab.page.reload();
    assert.equal(await lab.link(), shown);
    assert.deepEqual(await lab.table(), first);
    await lab.card(1).locator('.mark').click();
    assert.deepEqual(await lab.table(), before);
    assert.equal(await lab.frame.evaluate(() => history.length), length);
  }));

/**
 * a link, and what its notice must name: the key, the value, what is allowed, what is used
 * @type {[string, RegExp[]][]}
 */
const BAD = [
  ['f=nosuch', [/\bf\b/, /nosuch/, /quadratic, logsquare/, /Used instead: quadratic/]],
  ['run=nosuch', [/run/, /nosuch/, /sgd, momentum/, /Used instead: sgd/]],
  ['run=sgd,lr:0', [/run › sgd › lr/, /: 0 is/, /1e−8 to 1,?000/, /Used instead: 1e-8/]],
  ['run=sgd,lr:1e300', [/run › sgd › lr/, /1e300/, /1e−8 to 1,?000/, /Used instead: 1000/]],
  ['steps=1e9', [/steps/, /1e9/, /1 to 100,000/, /Used instead: 100000/]],
  ['x0=here', [/x0/, /here/, /−1e9 to 1e9/, /Used instead: 70/]],
];

for (const [query, named] of BAD)
  test(`the link ?${query} opens with a notice of key, value, what is allowed and what is used`, () =>
    withLab(`?${query}`, async (lab) => {
      const notice = await lab.words('.notices');
      for (const part of named) assert.match(notice, part);
      await lab.press('step', 2);
      assert.equal(await lab.step(), 2);
      await lab.find('.notices button').click();
      assert.equal(await lab.find('.notices').count(), 0);
    }));

test('parameters after # win over those after ?, and a changed # shows its experiment', () =>
  withLab('?x0=9&f=wavy#x0=-2', async (lab) => {
    assert.deepEqual((await lab.table(1)).x, [-2]);
    assert.equal(await lab.find('.choose-objective').inputValue(), 'wavy');
    await lab.frame.evaluate(() => location.replace('#x0=3'));
    await lab.settle();
    assert.deepEqual((await lab.table(1)).x, [3]);
  }));

test('a link of garbage opens the default experiment', () =>
  withLab(
    { address: `${addresses.http}?run=%E0%A4%A&&=&f=a:b:c&x0=<b>&__proto__=1&view=1` },
    async (lab) => {
      assert.deepEqual((await lab.table(1)).x, [70]);
      await lab.find('.notices').waitFor();
    },
  ));

// Browsers refuse more than 100 to 200 changes of the address in ten seconds: they warn, or throw, and keep
// the old one.
test('a drag of many frames leaves the address of its last one', () =>
  withLab('?x0=9', async (lab) => {
    await lab.frame.evaluate(async () => {
      const tag = /** @type {any} */ (document.querySelector('descent-lab'));
      for (let i = 1; i <= 260; i++) {
        tag.experiment = { ...tag.experiment, start: [i] };
        await new Promise(requestAnimationFrame);
      }
    });
    await eventually(async () =>
      assert.match(await lab.frame.evaluate(() => location.search), /x0=260\b/),
    );
  }));

test('a reload right after two quick changes shows the second, and a changed # keeps it', () =>
  withLab('?x0=9', async (lab) => {
    const change = (/** @type {number} */ x) =>
      lab.frame.evaluate((to) => {
        const tag = /** @type {any} */ (document.querySelector('descent-lab'));
        tag.change((/** @type {any} */ shown) => ({ ...shown, start: [to] }));
      }, x);
    await change(11);
    await change(12);
    await lab.page.waitForTimeout(60); // a few frames
    await lab.page.reload();
    assert.deepEqual((await lab.table(1)).x, [12]);
    for (let x = 13; x < 60; x++) await change(x); // more than may be written at once
    await lab.frame.evaluate(() => location.replace('#t=1'));
    await lab.settle();
    assert.deepEqual((await lab.table(1)).x, [59]);
  }));
