// An exercise on the page: what it hides, what it says to answers, hints, the answers told, by keyboard, on a phone,
// in both languages.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';
import { eventually } from './eventually.js';
import { testWithAxe } from './everyone.js';

/** The address of an exercise. @param {string} text a link inside the link */
const exercise = (text) => `?exercise=${Buffer.from(text).toString('base64url')}`;
/** x² from 70 with η 0.1: 56, 44.8, 35.84. */
const STEPS = exercise('task=steps&x0=70&run=sgd,lr:0.1');
const WHICH = exercise('task=which&f=himmelblau&x0=-1,2&run=adam,lr:0.05&steps=60');

/** @param {import('./browser.js').Lab} lab @param {string} key */
const field = (lab, key) => lab.find(`[data-question=${key}]`);
/** @param {import('./browser.js').Lab} lab @param {string} key @param {RegExp} wanted */
const says = (lab, key, wanted) =>
  eventually(async () => assert.match(await lab.words(`#reply-${key}`), wanted));
/** @param {import('./browser.js').Lab} lab @param {string} key @param {string} text */
async function answer(lab, key, text) {
  await field(lab, key).fill(text);
  await lab.page.keyboard.press('Enter');
}
/** What has the focus. @param {import('./browser.js').Lab} lab */
const focused = (lab) =>
  lab.frame.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.outerHTML ?? '');

test('an exercise hides table, plots, worked step, player and verdict, and locks what is given', () =>
  withLab(STEPS, async (lab) => {
    await field(lab, 'x_1').waitFor();
    for (const part of ['lab-table', 'lab-plots', 'lab-worked', 'lab-player:not([hidden])'])
      assert.equal(await lab.find(part).count(), 0, part);
    assert.doesNotMatch(await lab.words('.view'), /converges|56|44\.8/);
    assert.equal(await lab.field('learning rate', 0).isDisabled(), true);
    await lab.find('.start').focus();
    await lab.page.keyboard.press('ArrowLeft');
    assert.match(await lab.link(), /^\?lab=descent&exercise=[\w-]+&v=1$/);
    assert.equal(await lab.find('lab-objective input[type=text]').last().isDisabled(), true);
  }));

test('answers are checked as they are given; why? says which mistake it probably was', () =>
  withLab(STEPS, async (lab) => {
    await answer(lab, 'x_1', '84');
    await says(lab, 'x_1', /✗ wrong\. Tries left: 2/);
    const why = lab.find('.exercise details').first();
    await why.locator('summary').first().click();
    assert.match(await lab.words('.exercise details >> nth=0'), /Does f get smaller\?/);
    await answer(lab, 'x_1', '56');
    await says(lab, 'x_1', /✓ right/);
    await answer(lab, 'x_2', '45');
    await says(lab, 'x_2', /give 4 significant digits/);
    await answer(lab, 'x_2', '44.8');
    await answer(lab, 'x_3', '35.84');
    await says(lab, 'x_3', /right/);
    assert.match(await lab.words('.exercise'), /3 of 3 right: 100 of 100 points/);
    await lab.find('lab-table').waitFor();
    assert.match(await lab.words('.runs'), /converges/);
  }));

test('hints come one after the other; “Show me” tells the answers, and the focus is not lost', () =>
  withLab(exercise('task=steps&hint=Mind%20the%20sign&x0=70'), async (lab) => {
    await field(lab, 'x_1').waitFor();
    await lab.press('hint');
    assert.match(await lab.words('.exercise ol'), /Mind the sign/);
    await lab.press('hint', 2);
    assert.match(await lab.words('.exercise ol'), /The rule.*the gradient is 140/);
    assert.equal(await lab.find('.exercise lab-worked').count(), 1);
    await lab.find('[data-act=reveal]').focus();
    await lab.page.keyboard.press('Enter');
    await says(lab, 'x_3', /The answer: 35\.84/);
    await eventually(async () => assert.match(await focused(lab), /data-act="leave"/));
    assert.match(await lab.words('.exercise'), /0 of 3 right/);
    await lab.press('leave');
    await eventually(async () => assert.match(lab.page.url(), /f=quadratic|lab=descent&v=1/));
    assert.equal(await lab.find('.exercise').count(), 0);
    await eventually(async () =>
      assert.equal(await lab.field('learning rate', 0).isDisabled(), false),
    );
  }));

test('which optimizer it was is said nowhere, until it is known', () =>
  withLab(WHICH, async (lab) => {
    await lab.find('[data-option=adam]').waitFor();
    assert.doesNotMatch(await lab.link(), /adam|himmelblau/);
    assert.equal(await lab.find('section.runs').count(), 0);
    const spoken = await lab.frame.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('descent-lab')?.shadowRoot);
      return [...root.querySelectorAll('[aria-label]')]
        .filter((part) => !part.closest('.exercise'))
        .map((part) => part.getAttribute('aria-label'))
        .join();
    });
    assert.doesNotMatch(spoken, /Adam/);
    await lab.find('[data-option=adam]').click();
    await says(lab, 'which', /right/);
    await lab.find('section.runs').waitFor();
    assert.match(await lab.words('section.runs'), /Adam/);
  }));

test('another number gives another student’s exercise, which the link keeps', () =>
  withLab(exercise('task=steps&who=1&x0=70'), async (lab) => {
    await field(lab, 'x_1').waitFor();
    const before = await lab.field('Start').inputValue();
    await lab.find('[data-key=who]').fill('2');
    await lab.page.keyboard.press('Enter');
    await eventually(async () => assert.notEqual(await lab.field('Start').inputValue(), before));
    const sealed = /exercise=([\w-]+)/.exec(await lab.link())?.[1] ?? '';
    assert.match(Buffer.from(sealed, 'base64url').toString(), /^task=steps&who=2$/);
  }));

test('by keyboard, in Vietnamese with decimal commas, from a file, on a phone', () =>
  withLab(
    {
      address: `${addresses.file}${STEPS}&lang=vi`,
      context: { viewport: { width: 360, height: 800 } },
    },
    async (lab) => {
      await field(lab, 'x_1').focus();
      await lab.page.keyboard.type('56');
      await lab.page.keyboard.press('Tab');
      await says(lab, 'x_1', /✓ đúng/);
      await lab.page.keyboard.type('44,8');
      await lab.page.keyboard.press('Enter');
      await says(lab, 'x_2', /✓ đúng/);
      assert.match(await focused(lab), /data-question="x_2"/);
    },
  ));

test('an exercise does not scroll sideways at 320 and 360 px, open or done', () =>
  withLab(`${exercise('task=steps&ask=2&who=3&f=elongated&x0=-5,-2')}&lang=vi`, async (lab) => {
    await lab.page.setViewportSize({ width: 320, height: 800 });
    await field(lab, 'y_2').waitFor();
    const wide = () => lab.frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(await wide(), 0);
    await lab.press('hint', 3);
    assert.equal(await wide(), 0);
    await lab.press('reveal');
    for (const width of [320, 360]) assert.deepEqual(await lab.misfits(width), []);
  }));

testWithAxe('an exercise with a wrong answer and all hints', STEPS, async (lab) => {
  await answer(lab, 'x_1', '84');
  await lab.press('hint', 3);
  await lab.find('.exercise details summary').first().click();
});
testWithAxe('a choice of optimizers, answered', WHICH, async (lab) => {
  await lab.find('[data-option=adam]').click();
});

/** Opens what makes exercises. @param {import('./browser.js').Lab} lab */
async function openMaker(lab) {
  await lab.find('[data-act=share]').first().click();
  await lab.find('[data-tab=exercise]').click();
  await lab.find('[data-make=task]').waitFor();
}

/** The text of a file that a button saves. @param {import('./browser.js').Lab} lab @param {string} file */
async function saved(lab, file) {
  const [download] = await Promise.all([
    lab.page.waitForEvent('download'),
    lab.find(`[data-file=${file}]`).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

test('a teacher makes an exercise of what is shown: its link, a sheet with solutions, files', () =>
  withLab('?x0=70&run=momentum,lr:0.1&run=sgd,lr:0.2&sel=2', async (lab) => {
    await openMaker(lab);
    const tasks = lab.find('[data-make=task] option');
    assert.deepEqual(
      await tasks.evaluateAll((all) =>
        all.map((each) => /** @type {HTMLOptionElement} */ (each).value),
      ),
      ['steps', 'stable', 'end', 'which'],
    );
    await lab.find('[data-make=ask]').fill('2');
    await lab.find('[data-make=count]').fill('3');
    await lab.find('[data-make=hints]').fill('Mind the sign');
    await lab.page.keyboard.press('Tab');
    const link = await lab.find('lab-exercise-maker lab-copy textarea').inputValue();
    const sealed = /\?lab=descent&exercise=([\w-]+)&v=1$/.exec(link)?.[1] ?? '';
    assert.equal(
      Buffer.from(sealed, 'base64url').toString(),
      'task=steps&ask=2&who=1&hint=Mind%20the%20sign&run=sgd,lr:0.2',
    );
    assert.equal((await saved(lab, 'csv')).split('\r\n').length, 1 + 3 * 2 + 1);
    assert.match(await saved(lab, 'xml'), /<question type="numerical">/);
    assert.match(await saved(lab, 'gift'), /^::Exercise 1, x₁::/);
    const sheet = await saved(lab, 'sheet');
    assert.equal(sheet.match(/<section>/g)?.length, 6); // 3 exercises, 3 solutions
    assert.equal(sheet.match(/class="worked /g)?.length, 6); // 2 steps each
    assert.doesNotMatch(sheet, /<script|<!--/);
    assert.equal(await lab.find('lab-worked').count(), 1); // what worked the steps is gone
  }));

test('who does an exercise is offered no answers by Share', () =>
  withLab(STEPS, async (lab) => {
    await lab.find('[data-act=share]').first().click();
    await lab.find('[data-tab=files]').click();
    assert.equal(await lab.find('[data-tab=exercise]').count(), 0);
    assert.equal(await lab.find('[data-file=csv], [data-file=svg]').count(), 0);
    assert.doesNotMatch(await lab.words('.share-body'), /56/);
  }));

testWithAxe('what makes exercises', '?x0=70', openMaker);
