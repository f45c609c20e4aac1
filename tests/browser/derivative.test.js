// The derivative lab: its numbers read off the page, both points moved, its link, and the page for everyone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, assertNear, withLab } from './browser.js';
import { testWidths, testWithAxe } from './everyone.js';

const LAB = '?lab=derivative';

/** Where a point lies on the page. @param {import('./browser.js').Lab} lab @param {'place'|'beside'} point */
async function placeOf(lab, point) {
  const box = await lab.find('lab-secant canvas').boundingBox();
  assert.ok(box);
  const [x, y] = await lab
    .find('lab-secant')
    .evaluate(
      (host, name) =>
        /** @type {any} */ (host).chart.placeOf(/** @type {any} */ (host).scene[name]),
      point,
    );
  return { x: box.x + x, y: box.y + y };
}

test('the lab opens from its tab: of x² at 3 the secant’s slope is 6 + Δx, the tangent’s 6', () =>
  withLab('', async (lab) => {
    await lab.find('nav a').filter({ hasText: 'Derivative' }).click();
    assert.match(await lab.words('.key-secant'), / 8$/);
    assert.match(await lab.words('.key-tangent'), / 6$/);
    assert.equal(
      await lab.words('.direction'),
      'f′(3) = 6 is positive: f rises to the right, so the step goes left, to 2.4.',
    );
    const { dx, x_dx, dy, quotient } = await lab.table(7);
    assertNear(dx, [2, 1, 0.4, 0.2, 0.1, 0.04, 0.02], 1e-15);
    assertNear(x_dx, [5, 4, 3.4, 3.2, 3.1, 3.04, 3.02], 1e-12);
    assertNear(dy, [16, 7, 2.56, 1.24, 0.61, 0.2416, 0.1204], 1e-12);
    assertNear(quotient, [8, 7, 6.4, 6.2, 6.1, 6.04, 6.02], 1e-11);
    assert.match(await lab.link(), /^\?lab=derivative&v=1$/);
  }));

test('stepping brings the secant to the tangent, and it is worked', () =>
  withLab(LAB, async (lab) => {
    await lab.press('step', 4);
    assert.match(await lab.words('.key-secant'), / 6\.1$/);
    const [line] = await lab.mathLines();
    assert.match(line, /= \(9\.61 − 9\)\/0\.1 = 6\.1$/);
    await lab.press('end');
    assert.match(await lab.words('.key-secant'), / 0$/); // x + Δx is x: all digits are lost
  }));

test('the second point is dragged: Δx is what lies between', () =>
  withLab(LAB, async (lab) => {
    await lab.settle();
    const [place, beside] = [await placeOf(lab, 'place'), await placeOf(lab, 'beside')];
    await lab.page.mouse.move(beside.x, beside.y);
    await lab.page.mouse.down();
    await lab.page.mouse.move((place.x + beside.x) / 2, beside.y, { steps: 4 });
    await lab.page.mouse.up();
    const { dx, quotient } = await lab.table(1);
    assertNear(dx, [1], 0.02);
    assertNear(quotient, [6 + dx[0]], 1e-9);
    assert.ok((await lab.link()).includes(`dx=${dx[0]}`));
  }));

test('the place is dragged, and moved by keys; the second point too', () =>
  withLab(LAB, async (lab) => {
    await lab.settle();
    const { x, y } = await placeOf(lab, 'place');
    await lab.page.mouse.move(x, y);
    await lab.page.mouse.down();
    await lab.page.mouse.move(x - 60, y, { steps: 4 });
    await lab.page.mouse.up();
    assert.match(await lab.link(), /x0=2\.\d+/);
    await lab.find('[data-point=place]').focus();
    await lab.page.keyboard.press('ArrowRight');
    await lab.find('[data-point=beside]').focus();
    const before = (await lab.table(1)).dx[0];
    await lab.page.keyboard.press('ArrowRight');
    assert.ok((await lab.table(1)).dx[0] > before);
    assert.equal(await lab.step(), 0);
  }));

test('a negative slope sends the step right, a kink has none', () =>
  withLab(`${LAB}&x0=-2`, async (lab) => {
    assert.match(
      await lab.words('.direction'),
      /^f′\(−2\) = −4 is negative: .* right, to −1\.6\.$/,
    );
    await lab.find('.choose-objective').selectOption('abs');
    await lab.find('[data-key=x0] input').fill('0');
    await lab.find('[data-key=x0] input').blur();
    assert.match(
      await lab.words('.direction'),
      /kink at 0: the slope is −1 from the left and 1 from/,
    );
    assert.equal(await lab.find('.key-tangent').count(), 0);
  }));

test('one’s own f works; a formula with y is refused where it stands', () =>
  withLab(`${LAB}&fx=exp(x)&x0=0`, async (lab) => {
    assert.match(await lab.words('.key-tangent'), / 1$/);
    await lab.find('[data-key=fx] .own').fill('x*y');
    assert.match(await lab.words('.own-error'), /y/);
    assert.match(await lab.link(), /fx=exp\(x\)/);
    assert.equal(await lab.find('.choose-objective optgroup').count(), 1);
  }));

test('bad values of a link are replaced and said', () =>
  withLab(`${LAB}&f=rosenbrock&dx=0&lr=0`, async (lab) => {
    const notices = await lab.words('.notices');
    for (const words of [/no “rosenbrock”/, /dx: 0 is outside/, /lr: 0 is outside/])
      assert.match(notices, words);
  }));

test('a locked part cannot be changed, a hidden one is not there', () =>
  withLab(`${LAB}&lock=f,x0&hide=plots,table,worked`, async (lab) => {
    await lab.settle();
    for (const part of ['.choose-objective', '[data-key=x0] input', '[data-key=dx] input'])
      assert.ok(await lab.find(part).first().isDisabled(), part);
    await lab.find('[data-point=place]').focus();
    await lab.page.keyboard.press('ArrowRight');
    assert.doesNotMatch(await lab.link(), /x0=/);
    for (const part of ['lab-errors', 'lab-table', '.worked'])
      assert.equal(await lab.find(part).count(), 0);
  }));

test('the lab works from a file, in Vietnamese', () =>
  withLab({ address: `${addresses.file}${LAB}&lang=vi&t=4` }, async (lab) => {
    assert.match(await lab.words('.key-secant'), / 6,1$/);
    assert.match(await lab.words('.direction'), /bước đi sang trái, đến 2,4/);
  }));

testWithAxe('the derivative lab', `${LAB}&t=5`, (lab) => lab.table(1));
testWidths('the derivative lab', `${LAB}&t=4`);
