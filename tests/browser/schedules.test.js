// The schedules lab: the lecture's decays read off the page, its controls, its link, and the page for
// everyone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, assertNear, withLab } from './browser.js';
import { testWidths, testWithAxe } from './everyone.js';

const LAB = '?lab=schedules';

test('the lab opens from its tab: the constant rate hops, both decays settle at −1.993', () =>
  withLab('', async (lab) => {
    await lab.find('nav a').filter({ hasText: 'Schedules' }).click();
    assert.match(await lab.words('.verdict', 0), /does not settle/);
    for (const run of [1, 2])
      assert.match(await lab.words('.verdict', run), /converged.*x = −1\.9929/);
    assert.match(await lab.link(), /^\?lab=schedules&v=1$/);
  }));

test('the table has the rate of each step: halved every ten steps by the step decay', () =>
  withLab(LAB, async (lab) => {
    await lab.find('.mark').nth(1).click();
    const { lr } = await lab.table();
    assertNear(
      [lr[1], lr[10], lr[11], lr[20], lr[21], lr[60]],
      [0.2, 0.2, 0.1, 0.1, 0.05, 0.00625],
      1e-15,
    );
    await lab.find('.mark').nth(2).click();
    const exponential = (await lab.table()).lr;
    assertNear(
      exponential.slice(1, 61),
      Array.from({ length: 60 }, (_, s) => 0.2 * 0.5 ** (s / 10)),
      1e-15,
    );
  }));

test('the rate of the step shown is worked', () =>
  withLab(`${LAB}&t=5`, async (lab) => {
    await lab.find('.mark').nth(2).click();
    await lab.settle();
    const [line] = await lab.mathLines('lab-worked-schedule p');
    assert.equal(line, 'η_5 = η_0 λ^(s/k) = 0.2 ⋅ 0.5^(4/10) = 0.151572');
    assert.match(await lab.words('lab-worked-schedule .soft'), /step 5; s = 4/);
  }));

test('a schedule is added, chosen in its card, and its numbers typed; the link carries them', () =>
  withLab(LAB, async (lab) => {
    await lab.press('add');
    assert.equal(await lab.find('lab-run').count(), 4);
    await lab.card(3).locator('header .choose-schedules').selectOption('inverse_time');
    await lab.settle();
    const numbers = lab.card(3).locator('.fields input[type=text]');
    await numbers.first().fill('3');
    await numbers.first().blur();
    assert.match(await lab.link(), /run=sgd,lr:0\.2,schedule:inverse_time,every:3/);
    await lab.card(3).locator('[data-act=remove]').click();
    assert.match(await lab.link(), /^\?lab=schedules&sel=3&v=1$/);
  }));

test('any f works, of two variables and one’s own too', () =>
  withLab(LAB, async (lab) => {
    await lab.find('.objective .f select').selectOption('rosenbrock');
    assert.equal(await lab.find('lab-plane').count(), 1);
    assert.match(await lab.link(), /^\?lab=schedules&f=rosenbrock&/);
  }));

test('keys walk the steps, and the plot of the rate goes to a step', () =>
  withLab(LAB, async (lab) => {
    await lab.find('.lab').focus();
    await lab.page.keyboard.press('ArrowRight');
    assert.equal(await lab.step(), 1);
    const box = await lab.find('.stage lab-series canvas').boundingBox();
    assert.ok(box);
    await lab.page.mouse.click(box.x + box.width * 0.6, box.y + box.height / 2);
    assert.ok((await lab.step()) > 20);
  }));

test('a locked part cannot be changed, a hidden one is not there', () =>
  withLab(`${LAB}&lock=schedule&hide=plots,table`, async (lab) => {
    await lab.settle();
    assert.ok(await lab.find('.choose-schedules').first().isDisabled());
    assert.ok(await lab.find('.choose-optimizers').first().isEnabled());
    assert.equal(await lab.find('lab-table').count(), 0);
  }));

test('the lab works from a file, in Vietnamese', () =>
  withLab({ address: `${addresses.file}${LAB}&lang=vi&t=5` }, async (lab) => {
    assert.match(await lab.words('lab-worked-schedule .soft'), /bước 5; đã đi s = 4 bước/);
  }));

testWithAxe('the schedules lab', `${LAB}&t=12`, (lab) => lab.table(1));
testWidths('the schedules lab', `${LAB}&t=4`);
