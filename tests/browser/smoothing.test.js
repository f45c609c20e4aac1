// The smoothing lab: the lecture's numbers read off the page, its controls, its link, and the page for
// everyone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, assertNear, withLab } from './browser.js';
import { toolsOf } from './chromium.js';
import { testWidths, testWithAxe } from './everyone.js';

const LAB = '?lab=smoothing';

/** Where place t of the series lies on the page. @param {import('./browser.js').Lab} lab @param {number} t */
async function placeOf(lab, t) {
  const box = await lab.find('lab-smoothing-plot canvas').boundingBox();
  assert.ok(box);
  const [x, y] = await lab
    .find('lab-smoothing-plot')
    .evaluate((plot, at) => /** @type {any} */ (plot).chart.placeOf(at), t);
  return { x: box.x + x, y: box.y + y };
}

test('the lab opens from its tab with the lecture’s numbers', () =>
  withLab('', async (lab) => {
    await lab.find('nav a').filter({ hasText: 'Smoothing' }).click();
    const { s, sma_1, ewa_first_2 } = await lab.table();
    assert.deepEqual(s.slice(1), [3, 8, 6, 5, 1, 7, 9, 0, 8, 4]);
    assertNear(sma_1.slice(2), [5.5, 7, 5.5, 3, 4, 8, 4.5, 4, 6], 1e-12);
    const printed = [3, 5.5, 5.75, 5.375, 3.1875, 5.09, 7.05, 3.52, 5.76, 4.88];
    assertNear(ewa_first_2.slice(1), printed, 0.005);
    assert.match(await lab.link(), /^\?lab=smoothing&v=1$/);
  }));

test('the place shown is worked, for the average that is selected', () =>
  withLab(`${LAB}&t=4`, async (lab) => {
    assert.deepEqual(await lab.mathLines(), ['V_4 = (s_3 + s_4)/k = (6 + 5)/2 = 5.5']);
    await lab.find('.mark').nth(1).click();
    const [recursion, unrolled] = await lab.mathLines();
    assert.equal(recursion, 'V_4 = ρ V_3 + (1 − ρ) s_4 = 0.5 ⋅ 5.75 + (1 − 0.5) ⋅ 5 = 5.375');
    assert.equal(unrolled, 'V_4 = 0.125 ⋅ 3 + 0.125 ⋅ 8 + 0.25 ⋅ 6 + 0.5 ⋅ 5');
    await lab.press('start');
    assert.equal(await lab.step(), 0);
    assert.deepEqual(await lab.mathLines(), []);
  }));

test('a value is dragged up, every average follows, and the link has it', () =>
  withLab(`${LAB}&t=1`, async (lab) => {
    await lab.settle();
    const from = await placeOf(lab, 3);
    await lab.page.mouse.move(from.x, from.y);
    await lab.page.mouse.down();
    await lab.page.mouse.move(from.x, from.y - 40, { steps: 4 });
    await lab.page.mouse.up();
    assert.equal(await lab.step(), 3);
    const { s, sma_1 } = await lab.table();
    assert.ok(s[3] > 6.2, `${s[3]}`);
    assertNear([sma_1[3], sma_1[4]], [(8 + s[3]) / 2, (s[3] + 5) / 2], 1e-12);
    assert.ok((await lab.link()).includes(`data=3,8,${s[3]},5,1,7,9,0,8,4&t=3`));
  }));

test('arrow keys change the value shown and go to another', () =>
  withLab(`${LAB}&t=3`, async (lab) => {
    const handle = lab.find('lab-smoothing-plot .handle');
    await handle.focus();
    await lab.page.keyboard.press('ArrowUp');
    const { s } = await lab.table();
    assert.ok(s[3] > 6 && s[3] < 7, `${s[3]}`);
    await lab.page.keyboard.press('PageDown');
    assert.ok((await lab.table()).s[3] < 6);
    await lab.page.keyboard.press('ArrowRight');
    assert.equal(await lab.step(), 4);
    assert.equal(await handle.getAttribute('aria-valuenow'), '5');
    await lab.page.keyboard.press('End');
    assert.equal(await lab.step(), 10);
  }));

test('a finger drags the value by its handle', () =>
  withLab(
    {
      address: `${addresses.http}${LAB}&t=3`,
      context: { hasTouch: true, viewport: { width: 360, height: 740 } },
    },
    async (lab) => {
      await lab.settle();
      const { x, y } = await placeOf(lab, 3);
      const session = await toolsOf(lab.page);
      const touch = (/** @type {any} */ type, /** @type {any[]} */ touchPoints) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints });
      await touch('touchStart', [{ x, y }]);
      await touch('touchMove', [{ x, y: y - 30 }]);
      await touch('touchMove', [{ x, y: y - 60 }]);
      await touch('touchEnd', []);
      assert.ok((await lab.table()).s[3] > 7);
    },
  ));

/**
 * Fills a field with one event, as a paste does.
 * @param {import('playwright-core').Locator} box
 * @param {string} text
 */
const paste = (box, text) =>
  box.evaluate((element, value) => {
    /** @type {HTMLTextAreaElement} */ (element).value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

test('plain numbers are used as they are typed; what a link cannot carry stays', () =>
  withLab(LAB, async (lab) => {
    await lab.find('.choose-series').selectOption('own');
    const box = lab.find('[data-key=data]');
    assert.equal(await box.inputValue(), '3 8 6 5 1 7 9 0 8 4');
    await box.fill('1; 2; 4,5');
    assert.match(await lab.link(), /data=1,2,4\.5&/);
    assert.match(await lab.words('.position'), /of 3$/);
    assert.equal(await lab.find('.as-read').count(), 0);
    assert.equal(await box.inputValue(), '1; 2; 4,5');
    await paste(box, Array.from({ length: 2000 }, (_, i) => (i / 7).toFixed(4)).join('\n'));
    assert.match(await lab.words('.own-error'), /stay on this page/);
    assert.doesNotMatch(await lab.link(), /data=/);
    assert.match(await lab.words('.position'), /of 2,?000$/);
  }));

test('what is left out is shown, with the numbers as read, before they are used', () =>
  withLab(LAB, async (lab) => {
    await lab.find('.choose-series').selectOption('own');
    await paste(lab.find('[data-key=data]'), '1\n2\nfour\n\n5');
    assert.deepEqual(await lab.find('.own-error p').allInnerTexts(), [
      'Line 3, column 1: “four” is not a number. It is a gap of the series.',
      'Empty cells: 1. They are gaps of the series.',
    ]);
    assert.deepEqual(await lab.find('.as-read tbody tr').allInnerTexts(), [
      '1',
      '2',
      'four',
      '–',
      '5',
    ]);
    assert.doesNotMatch(await lab.link(), /data=/);
    await lab.press('use');
    assert.match(await lab.link(), /data=1,2,NaN,NaN,5&/);
    assert.match(await lab.words('.position'), /of 5$/);
    assert.equal(await lab.words('[data-act=use]'), 'In use');
    assert.deepEqual(await lab.axe(), []);
  }));

test('the column of a table is chosen: TensorBoard’s Value by itself, another by hand', () =>
  withLab(LAB, async (lab) => {
    await lab.find('.choose-series').selectOption('own');
    await paste(
      lab.find('[data-key=data]'),
      'Wall time,Step,Value\n1712345678.5,0,0.75\n1712345680.5,10,0.5\n1712345691,20,0.25',
    );
    const choice = lab.find('[data-choice="0"]');
    assert.equal(await choice.locator(':checked').textContent(), 'Value');
    await lab.press('use');
    assert.match(await lab.link(), /data=0\.75,0\.5,0\.25&/);
    await choice.selectOption({ label: 'Step' });
    assert.match(await lab.link(), /data=0\.75,0\.5,0\.25&/);
    await lab.press('use');
    assert.match(await lab.link(), /data=0,10,20&/);
  }));

test('where a comma can be two things the reader says which', () =>
  withLab(LAB, async (lab) => {
    await lab.find('.choose-series').selectOption('own');
    await lab.find('[data-key=data]').fill('1,200 950 1,100');
    assert.deepEqual(await lab.find('.as-read-list li').allInnerTexts(), ['1200', '950', '1100']);
    await lab.find('[data-choice=comma]').selectOption({ label: '1.2' });
    await lab.press('use');
    assert.match(await lab.link(), /data=1\.2,950,1\.1&/);
    await lab.find('[data-choice=comma]').selectOption({ label: '1200' });
    await lab.press('use');
    assert.match(await lab.link(), /data=1200,950,1100&/);
  }));

test('a made series, its length, noise and seed', () =>
  withLab(LAB, async (lab) => {
    await lab.find('.choose-series').selectOption('step');
    await lab.type('values', '50');
    await lab.type('noise', '0');
    assert.match(await lab.link(), /series=step,n:50,noise:0&/);
    const { s } = await lab.table();
    assert.deepEqual([s[25], s[26]], [0, 1]);
  }));

test('on a constant series the uncorrected average starts too low, the corrected one does not', () =>
  withLab(
    `${LAB}&series=constant,noise:0,n:60&run=ewa,rho:0.9&run=ewa_corrected,rho:0.9`,
    async (lab) => {
      const { ewa_1, ewa_corrected_2 } = await lab.table();
      assertNear(ewa_1.slice(0, 4), [0, 0.1, 0.19, 0.271], 1e-12);
      assertNear(ewa_corrected_2.slice(1), Array(60).fill(1), 1e-12);
    },
  ));

test('a run’s squared gradients are smoothed to RMSProp’s s, and one click goes back', () =>
  withLab('?f=quadratic&x0=9&run=sgd&run=rmsprop,lr:0.2&steps=20', async (lab) => {
    await lab.find('.mark').nth(1).click();
    const run = await lab.table();
    await lab.press('smooth-gx2');
    assert.match(await lab.link(), /^\?lab=smoothing&data=324,/);
    const { ewa_1 } = await lab.table();
    assert.equal(ewa_1.length, 21);
    assertNear(ewa_1.slice(1), run.s_x.slice(1), 1e-9);
    await lab.press('back-to-run');
    assert.match(await lab.link(), /^\?lab=descent&x0=9&run=sgd&run=rmsprop,lr:0\.2/);
  }));

test('an infinite value is not drawn, said, and leaves a window again', () =>
  withLab(`${LAB}&data=1,2,inf,4,5,6&run=sma,window:2`, async (lab) => {
    assert.match(await lab.words('.stage .note'), /not finite numbers: 1\./);
    const { sma_1 } = await lab.table();
    assertNear(sma_1.slice(5), [4.5, 5.5], 1e-12);
    await lab.find('lab-smoothing-plot .handle').focus();
    await lab.page.keyboard.press('Home');
    assert.equal(await lab.step(), 1);
  }));

test('averages are added to eight, changed, hidden and removed', () =>
  withLab(LAB, async (lab) => {
    for (let i = 0; i < 6; i++) await lab.press('add');
    assert.equal(await lab.find('lab-curve-card').count(), 8);
    assert.ok(await lab.find('[data-act=add]').isDisabled());
    const first = lab.find('lab-curve-card').first();
    await first.locator('.choose-smoother').selectOption('ewa');
    await first.locator('[data-act=show]').click();
    assert.match(await lab.link(), /run=ewa,hidden:1&/);
    await first.locator('[data-act=remove]').click();
    assert.equal(await lab.find('lab-curve-card').count(), 7);
  }));

test('a locked part cannot be changed, a hidden one is not there', () =>
  withLab(`${LAB}&lock=f,runs&hide=plots,table,worked&t=3`, async (lab) => {
    await lab.settle();
    for (const part of ['.choose-series', '.choose-smoother', 'lab-curve-card input', '.add'])
      assert.ok(await lab.find(part).first().isDisabled(), part);
    for (const part of ['lab-weights', 'lab-table', '.worked'])
      assert.equal(await lab.find(part).count(), 0);
    const { x, y } = await placeOf(lab, 3);
    await lab.page.mouse.move(x, y);
    await lab.page.mouse.down();
    await lab.page.mouse.move(x, y - 60);
    await lab.page.mouse.up();
    assert.doesNotMatch(await lab.link(), /data=/);
  }));

test('the lab works from a file, in Vietnamese', () =>
  withLab({ address: `${addresses.file}${LAB}&lang=vi&t=4` }, async (lab) => {
    assert.match(await lab.words('lab-worked-average h2'), /^Giá trị thứ 4 của SMA, k = 2$/);
    assert.match(await lab.words('.verdict >> nth=0'), /^V\(4\) = 5,5/);
  }));

testWithAxe(
  'the smoothing lab with own numbers and a notice',
  `${LAB}&data=1,x,4,inf&t=3`,
  async (lab) => {
    await lab.find('.notices').waitFor();
    await lab.table(1);
  },
);
testWidths('the smoothing lab', `${LAB}&data=1,x,4&t=2`);

test('every canvas has a name, and the stage a summary in words', () =>
  withLab(LAB, async (lab) => {
    const canvases = lab.find('canvas');
    assert.equal(await canvases.count(), 3);
    for (const canvas of await canvases.all()) assert.ok(await canvas.getAttribute('aria-label'));
    assert.match(
      await lab.spoken('.stage canvas'),
      /averages\. 10 values\. SMA, k = 2: V\(10\) = 6; EWA from s₁, ρ = 0\.5: V\(10\) = 4\.88086\.$/,
    );
  }));

for (const size of [
  [800, 560],
  [320, 480],
])
  test(`embedded in ${size.join(' × ')} the plot and the player are in view`, () =>
    withLab(`${LAB}&embed=1&t=4`, async (lab) => {
      await lab.page.setViewportSize({ width: size[0], height: size[1] });
      await lab.settle();
      const bottom = await lab
        .find('.player')
        .evaluate((player) => player.getBoundingClientRect().bottom);
      assert.ok(bottom <= size[1], `${bottom}`);
    }));
