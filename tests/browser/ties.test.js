// The numbers of the worked step are tied to the cells of the step table that they come from and to their
// marks on the stage: by colour, under the pointer, and by the keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';
import { eventually } from './eventually.js';

/** @typedef {import('./browser.js').Lab} Lab */

/** What is tied: the column and the row of each number of the worked step, in order. @param {Lab} lab */
async function tied(lab) {
  await lab.settle();
  const numbers = lab.find('.worked-lines [data-cell]');
  return numbers.evaluateAll((all) => all.map((each) => `${each.getAttribute('data-cell')}`));
}

/** Cells of the step table with a class, as "column row". @param {Lab} lab @param {string} name */
const cells = (lab, name) =>
  lab.find('lab-table table').evaluate((table, name) => {
    const heads = [...table.querySelectorAll('thead th')];
    return [...table.querySelectorAll(`td.${name}`)].map((cell) => {
      const { cellIndex, parentElement } = /** @type {HTMLTableCellElement} */ (cell);
      const column = heads[cellIndex].getAttribute('data-column');
      return `${column} ${parentElement?.firstElementChild?.textContent}`;
    });
  }, name);

/** The stage's pixels. @param {Lab} lab @param {string} [chart] */
const pixels = (lab, chart = '.stage-chart') =>
  lab
    .find(`${chart} canvas`)
    .first()
    .evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());

/** @param {Lab} lab @param {string} column @param {number} row */
async function cellOf(lab, column, row) {
  const heads = lab.find('lab-table thead th');
  const names = await heads.evaluateAll((all) => all.map((th) => th.getAttribute('data-column')));
  const rows = lab.find('lab-table tbody tr');
  return rows.nth(row).locator('th, td').nth(names.indexOf(column));
}

/** In each lab, where the numbers of its worked lines stand. */
const LABS = {
  '?x0=70&run=sgd,lr:0.1&t=3': ['x 2', 'lr 3', 'gx 2', 'x 3'],
  '?x0=90&run=momentum,lr:0.1,m:0.9&t=2': ['v_x 1', 'lr 2', 'gx 1', 'v_x 2', 'x 1', 'v_x 2', 'x 2'],
  '?f=bowl&x0=6,9&run=sgd,lr:0.1&t=2': [
    ...['x 1', 'lr 2', 'gx 1', 'x 2'],
    ...['y 1', 'lr 2', 'gy 1', 'y 2'],
  ],
  '?lab=derivative&t=2': [
    'f_dx 2',
    'f 2',
    'dx 2',
    'quotient 2',
    'x 2',
    'slope 2',
    'x 2',
    'slope 2',
    'to 2',
  ],
  '?lab=smoothing&run=ewa,rho:0.5&t=3': [
    ...['ewa_1 2', 's 3', 'ewa_1 3'],
    ...['s 1', 's 2', 's 3'],
  ],
  '?lab=sampling&t=1&run=sgd,lr:0.1,batch:1': [
    ...['gw 0', 'gb 0'],
    ...['w 0', 'lr 1', 'gw 0', 'w 1', 'b 0', 'lr 1', 'gb 0', 'b 1'],
  ],
  '?lab=schedules&t=2': ['lr 2', 'x 1', 'lr 2', 'gx 1', 'x 2'],
};

for (const [query, expected] of Object.entries(LABS))
  test(`${query}: each number knows its cell, and the cells in the table are marked`, () =>
    withLab(query, async (lab) => {
      const found = await tied(lab);
      assert.deepEqual(
        found.filter((cell) => !cell.startsWith('point')),
        expected,
      );
      await lab.table(1);
      const [heads] = await lab
        .find('lab-table thead')
        .evaluateAll((all) =>
          all.map((head) => [...head.querySelectorAll('th')].map((th) => th.dataset.column)),
        );
      const inTable = expected.filter((cell) => heads.includes(cell.split(' ')[0]));
      await eventually(async () =>
        assert.deepEqual((await cells(lab, 'is-source')).sort(), [...new Set(inTable)].sort()),
      );
    }));

test('the pointer on a number lights its cell and its mark, and leaves no trace', () =>
  withLab('?x0=70&run=sgd,lr:0.1&t=3', async (lab) => {
    await lab.table(1);
    const before = await pixels(lab);
    const seen = new Set([before]);
    for (const cell of ['x 2', 'gx 2', 'x 3']) {
      await lab.find(`.worked-lines [data-cell="${cell}"]`).first().hover();
      await eventually(async () => assert.deepEqual(await cells(lab, 'is-lit'), [cell]));
      seen.add(await pixels(lab));
    }
    assert.equal(seen.size, 4, 'each has a mark of its own on the stage');
    await lab.page.mouse.move(5, 5);
    await eventually(async () => assert.deepEqual(await cells(lab, 'is-lit'), []));
    assert.equal(await pixels(lab), before);
    assert.equal(await lab.find('.worked-lines .is-lit').count(), 0);
  }));

test('a number that comes to lie under a resting pointer is not lit', () =>
  withLab('?x0=70&run=sgd,lr:0.1&t=3', async (lab) => {
    await lab.table(1);
    const number = lab.find('.worked-lines [data-cell="x 2"]');
    const box = await number.boundingBox();
    assert.ok(box);
    await lab.find('[data-act=share]').click();
    await lab.find('dialog[open]').waitFor();
    await lab.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await lab.page.keyboard.press('Escape');
    await new Promise((done) => setTimeout(done, 400));
    assert.equal(await lab.find('.worked-lines .is-lit').count(), 0);
    await lab.page.mouse.move(box.x + box.width / 2 + 1, box.y + box.height / 2);
    await eventually(async () => assert.deepEqual(await cells(lab, 'is-lit'), ['x 2']));
  }));

test('the pointer on a cell lights the numbers from it, and its point', () =>
  withLab('?x0=70&run=sgd,lr:0.1&t=3', async (lab) => {
    await lab.table(1);
    const before = await pixels(lab);
    const lit = lab.find('.worked-lines .is-lit');
    await (await cellOf(lab, 'gx', 2)).hover();
    await eventually(async () =>
      assert.deepEqual(await lit.evaluateAll((all) => all.map((n) => n.textContent)), ['89.6']),
    );
    assert.notEqual(await pixels(lab), before);
    await (await cellOf(lab, 'x', 0)).hover();
    await eventually(async () => assert.equal(await lit.count(), 0, 'x₀ is no part of step 3'));
    assert.deepEqual(await cells(lab, 'is-lit'), ['x 0']);
  }));

test('with the keyboard: down and up go from number to number, while the arrows go on walking', () =>
  withLab('?x0=70&run=sgd,lr:0.1&t=3', async (lab) => {
    await lab.table(1);
    await lab.find('.worked-lines').focus();
    assert.deepEqual(await cells(lab, 'is-lit'), []);
    await lab.page.keyboard.press('ArrowDown');
    assert.deepEqual(await cells(lab, 'is-lit'), ['x 2']);
    await lab.page.keyboard.press('ArrowDown');
    await lab.page.keyboard.press('ArrowDown');
    assert.deepEqual(await cells(lab, 'is-lit'), ['gx 2']);
    await lab.page.keyboard.press('ArrowRight');
    await eventually(async () => assert.deepEqual(await cells(lab, 'is-lit'), ['gx 3']));
    await lab.page.keyboard.press('ArrowUp');
    assert.deepEqual(await cells(lab, 'is-lit'), ['lr 4']);
    await lab.page.keyboard.press('Escape');
    assert.deepEqual(await cells(lab, 'is-lit'), []);
    await lab.page.keyboard.press('ArrowDown');
    await lab.find('[data-act=play]').focus();
    assert.deepEqual(await cells(lab, 'is-lit'), [], 'the focus has gone');
  }));

test('on the plane, its surface and in the plots each number has its mark too', () =>
  withLab('?f=bowl&x0=6,9&run=momentum,lr:0.1&t=2', async (lab) => {
    const number = (/** @type {string} */ cell) =>
      lab.find(`.worked-lines [data-cell="${cell}"]`).first();
    const plane = await pixels(lab);
    const seen = new Set([plane]);
    for (const cell of ['x 1', 'gx 1', 'y 1', 'gy 1']) {
      await number(cell).hover();
      seen.add(await pixels(lab));
    }
    assert.equal(seen.size, 5);
    await lab.press('surface');
    await lab.settle();
    await lab.page.mouse.move(5, 5);
    const surface = await pixels(lab);
    await number('x 1').hover();
    assert.notEqual(await pixels(lab), surface);
  }));

test('a number that comes from a point of the data has its mark there, and none on the plane', () =>
  withLab('?lab=sampling&t=3&run=sgd,batch:1', async (lab) => {
    await lab.settle();
    const [data, plane] = [await pixels(lab, 'lab-data-line'), await pixels(lab, 'lab-plane')];
    await lab.find('.worked-lines [data-cell^=point]').first().hover();
    assert.notEqual(await pixels(lab, 'lab-data-line'), data);
    assert.equal(await pixels(lab, 'lab-plane'), plane);
  }));

test('under a finger a number stays lit until something else is touched', () =>
  withLab(
    {
      address: `${addresses.http}?x0=70&run=sgd,lr:0.1&t=3`,
      context: { hasTouch: true, viewport: { width: 390, height: 844 } },
    },
    async (lab) => {
      await lab.table(1);
      await lab.find('.worked-lines [data-cell="gx 2"]').tap();
      await new Promise((done) => setTimeout(done, 300));
      assert.deepEqual(await cells(lab, 'is-lit'), ['gx 2']);
      await lab.find('.worked h2').tap();
      await eventually(async () => assert.deepEqual(await cells(lab, 'is-lit'), []));
    },
  ));

test('nothing of it is said aloud, and forced colours keep it', () =>
  withLab(
    { address: `${addresses.http}?x0=70&run=sgd,lr:0.1&t=3`, context: { forcedColors: 'active' } },
    async (lab) => {
      await lab.table(1);
      const spoken = () =>
        lab.frame.evaluate(() => {
          const root = /** @type {ShadowRoot} */ (
            document.querySelector('descent-lab')?.shadowRoot
          );
          return [...root.querySelectorAll('[aria-live], [role=status], [aria-label], math')].map(
            (part) => (part.ariaLabel ?? part.getAttribute('alttext') ?? '') + part.textContent,
          );
        });
      const before = await spoken();
      await lab.find('.worked-lines [data-cell]').first().hover();
      await eventually(async () => assert.equal((await cells(lab, 'is-lit')).length, 1));
      assert.deepEqual(await spoken(), before);
      const looks = await lab.frame.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector('descent-lab')?.shadowRoot);
        const of = (/** @type {string} */ query) =>
          getComputedStyle(/** @type {Element} */ (root.querySelector(query)));
        return [
          of('td.is-source').textDecorationLine,
          of('td.is-lit').outlineStyle,
          of('.worked-lines .is-lit').outlineStyle,
        ];
      });
      assert.deepEqual(looks, ['underline', 'solid', 'solid']);
    },
  ));
