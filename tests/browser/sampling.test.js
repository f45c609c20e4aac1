// The sampling lab: its numbers, its controls, its link, and the page for everyone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DATA_SETS } from '../../web/state/data-sets.js';
import { addresses, assertNear, withLab } from './browser.js';
import { eventually } from './eventually.js';
import { testWidths, testWithAxe } from './everyone.js';

const LAB = '?lab=sampling';
const OWN_DATA = 'xy=1,2;2,3.5;4,5;a&t=4'; // its last row is no point
const [iris] = DATA_SETS;
const mean = (/** @type {readonly number[]} */ values) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

test('the lab opens from its tab with a run of 1 sample, of 10 and of all, from w = b = 0', () =>
  withLab('', async (lab) => {
    await lab.find('nav a').filter({ hasText: 'Sampling' }).click();
    await eventually(async () => assert.equal(await lab.find('lab-run').count(), 3));
    await lab.settle();
    for (const [index, name] of ['1-sample', '10-sample', 'N-sample'].entries())
      assert.ok((await lab.words('.verdict', index)).startsWith(`${name}: `));
    const { w, b, loss } = await lab.table(1);
    assert.deepEqual([w[0], b[0]], [0, 0]);
    assertNear(loss, [mean(iris.y.map((y) => y * y))], 1e-12);
    assert.match(await lab.link(), /^\?lab=sampling&v=1$/);
  }));

test('a step moves against the gradient of its batch, and is worked with the numbers of the batch', () =>
  withLab(`${LAB}&run=sgd,lr:0.1,batch:1&standardise=0&t=1`, async (lab) => {
    const { w, b, gw, gb } = await lab.table(2);
    assertNear([w[1], b[1]], [-0.1 * gw[0], -0.1 * gb[0]], 1e-12);
    // From w = b = 0 the error of a point is −y: ∂L/∂w = −2xy and ∂L/∂b = −2y of the one point seen.
    const y = -gb[0] / 2;
    const x = -gw[0] / (2 * y);
    assert.ok(iris.x.some((value, i) => Math.abs(value - x) + Math.abs(iris.y[i] - y) < 1e-9));
    const [gradient] = await lab.mathLines();
    assert.ok(gradient.includes(`${Number(x.toFixed(1))}`), gradient);
    assert.ok(gradient.endsWith(`−${Number((2 * x * y).toPrecision(4))}`), gradient);
    const steps = await lab.mathLines('lab-worked .worked-lines p');
    for (const [i, moved] of [w[1], b[1]].entries()) {
      const result = Number(steps[i].split('= ').at(-1)?.replace('−', '-'));
      assert.ok(Math.abs(result - moved) < 1e-5, steps[i]);
    }
  }));

test('N-sample takes one step an epoch, and each lowers the loss', () =>
  withLab(`${LAB}&run=sgd,lr:0.1,batch:10`, async (lab) => {
    assert.match(await lab.words('.position'), /of 150$/);
    await lab.find('[data-batch=all]').click();
    assert.match(await lab.words('.position'), /of 10$/);
    assert.match(await lab.link(), /run=sgd,batch:150/);
    const { loss } = await lab.table();
    assert.equal(loss.length, 11);
    assert.ok(loss.every((value, t) => t === 0 || value < loss[t - 1]));
    await lab.find('[data-batch=one]').click();
    assert.match(await lab.words('.position'), /of 1,?500$/);
  }));

test('standardising takes the condition number from 105 to 1, and the stable rate from 0.0554 to 1', () =>
  withLab(LAB, async (lab) => {
    assert.match(await lab.words('.theory'), /condition number 1\. .*η < 1\.$/);
    await lab.find('[data-key=standardise]').uncheck();
    assert.match(await lab.words('.theory'), /condition number 105\.2\. .*η < 0\.0554\.$/);
    assert.match(await lab.link(), /standardise=0/);
  }));

test('a rate above the bound diverges when all points are seen, one below converges', () =>
  withLab(
    `${LAB}&standardise=0&epochs=200&run=sgd,lr:0.056,batch:150&run=sgd,lr:0.055,batch:150`,
    async (lab) => {
      assert.match(await lab.words('.verdict', 0), /diverges/);
      assert.match(await lab.words('.verdict', 1), /converges/);
    },
  ));

test('epochs, seed and batch size are typed, and the link carries them', () =>
  withLab(`${LAB}&run=sgd`, async (lab) => {
    await lab.type('epochs', '3');
    await lab.press('rest');
    await lab.type('seed', '9');
    await lab.type('batch size', '50', 0);
    assert.match(await lab.link(), /run=sgd,batch:50&epochs=3&seed=9/);
    assert.match(await lab.words('.position'), /of 9$/);
    await lab.type('batch size', '1000', 0);
    assert.match(await lab.words('.field-message', 0), /set to 150/);
  }));

test('pasted data are read, bad cells are named, and the link carries the points', () =>
  withLab(`${LAB}&run=sgd,lr:0.1,batch:2`, async (lab) => {
    await lab.find('.choose-data').selectOption('own');
    const box = lab.find('[data-key=xy]');
    await box.fill('x\ty\n1\t2\n2\t3,5\n3\tfour\n4\t5');
    assert.equal(
      await lab.words('.own-error'),
      'Line 4, column y: “four” is not a number. The row is left out.',
    );
    assert.doesNotMatch(await lab.link(), /xy=1,2/);
    await lab.press('use');
    assert.match(await lab.link(), /&xy=1,2;2,3\.5;4,5&/);
    await box.fill('1,2');
    assert.match(await lab.words('.own-error'), /needs two points; there are 1/);
    assert.match(await lab.link(), /&xy=1,2;2,3\.5;4,5&/);
    await box.fill('1,2\n3,4\n5,7');
    assert.match(await lab.link(), /&xy=1,2;3,4;5,7&/);
    // More columns than two: which are x and y is chosen.
    await box.fill(',u,v,w\n0,1,2,3\n1,4,5,6\n2,7,8,10');
    assert.match(await lab.words('.own-error'), /counts the rows/);
    await lab.find('[data-choice="1"]').selectOption({ label: 'w' });
    await lab.press('use');
    assert.match(await lab.link(), /&xy=1,3;4,6;7,10&/);
    const rows = Array.from({ length: 499 }, (_, i) => `${i}.123456 ${i % 7}.654321`);
    await box.evaluate((element, text) => {
      /** @type {HTMLTextAreaElement} */ (element).value = text; // one event, as a paste gives
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }, rows.join('\n'));
    assert.match(await lab.words('.own-error'), /stay on this page/);
    assert.doesNotMatch(await lab.link(), /xy=/);
    assert.match(await lab.words('.objective .note:not(.theory)'), /N = 499/);
  }));

test('a link with own points shows them to be edited', () =>
  withLab(`${LAB}&xy=1,2;2,3.5;4,5`, async (lab) => {
    assert.equal(await lab.find('[data-key=xy]').inputValue(), '1\t2\n2\t3.5\n4\t5');
    assert.equal(await lab.find('.choose-data').inputValue(), 'own');
  }));

test('bad values of a link are replaced and said', () =>
  withLab(`${LAB}&data=cars&epochs=1e9&run=sgd,batch:0`, async (lab) => {
    const notices = await lab.words('.notices');
    for (const words of [
      /data: “cars” is not known; allowed: iris/,
      /epochs: 1e9 is outside/,
      /batch: 0 is outside/,
    ])
      assert.match(notices, words);
  }));

test('arrow keys on the start move it, and elsewhere walk the steps', () =>
  withLab(`${LAB}&run=sgd`, async (lab) => {
    const handle = lab.find('lab-plane .handle');
    await handle.focus();
    await lab.page.keyboard.press('ArrowRight');
    assert.match(await lab.link(), /x0=0\.\d+,0&/);
    await lab.press('step');
    for (const [key, step] of Object.entries({
      ArrowRight: 2,
      End: 150,
      ArrowLeft: 149,
      Home: 0,
    })) {
      await lab.page.keyboard.press(key);
      assert.equal(await lab.step(), step, key);
    }
  }));

test('a locked part cannot be changed, a hidden one is not there', () =>
  withLab(`${LAB}&lock=f,x0,runs,steps,noise&hide=plots,table,worked`, async (lab) => {
    await lab.settle();
    for (const part of [
      '.choose-data',
      '[data-key=standardise]',
      '[data-key=epochs] input',
      '[data-batch=all]',
    ])
      assert.ok(await lab.find(part).first().isDisabled(), part);
    for (const part of ['lab-series', 'lab-table', '.worked'])
      assert.equal(await lab.find(part).count(), 0);
  }));

test('the lab works from a file, in Vietnamese', () =>
  withLab(
    { address: `${addresses.file}${LAB}&lang=vi&run=adam,lr:0.02,batch:5&t=30` },
    async (lab) => {
      assert.match(
        await lab.words('lab-batch-gradient h2'),
        /Gradient của bước 30, từ 5 trong 150 điểm/,
      );
      const { t } = await lab.table();
      assert.equal(t.length, 100);
    },
  ));

testWithAxe('the sampling lab with own data and a notice', `${LAB}&${OWN_DATA}`, async (lab) => {
  await lab.find('.notices').waitFor();
  await lab.table(1);
});
testWidths('the sampling lab', `${LAB}&${OWN_DATA}`);

test('every canvas has a name, and those of the stage a summary in words', () =>
  withLab(LAB, async (lab) => {
    const canvases = lab.find('canvas');
    assert.equal(await canvases.count(), 4);
    for (const canvas of await canvases.all()) assert.ok(await canvas.getAttribute('aria-label'));
    assert.match(
      await lab.spoken('lab-plane canvas'),
      /From \(0; 0\): .*1-sample: .*10-sample: .*N-sample: converges/,
    );
    assert.match(await lab.spoken('lab-data-line canvas'), /150 points; .*step 0/);
  }));

test('nothing in the sampling lab moves when steps are taken', () =>
  withLab(`${LAB}&run=sgd,lr:0.05,batch:10`, async (lab) => {
    const tops = () =>
      lab.frame.evaluate(() =>
        ['.stage', '.player', '.runs', 'lab-worked', '.plots', '.table'].map(
          (part) =>
            document
              .querySelector('descent-lab')
              ?.shadowRoot?.querySelector(part)
              ?.getBoundingClientRect().top,
        ),
      );
    await lab.table(1);
    const before = await tops();
    await lab.press('step', 3);
    assert.deepEqual(await tops(), before);
    await lab.press('end');
    assert.deepEqual(await tops(), before);
  }));
