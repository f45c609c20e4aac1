// One's own numbers beside a run: typed or pasted, judged, the first wrong one marked, and what it was said
// when the reader asks.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';
import { eventually } from './eventually.js';
import { testWithAxe } from './everyone.js';

const FIELD = 'lab-own-numbers textarea';
const SAID = '.check-said';
const HINT = '.check-hint';
/** x² from 70 with η 0.1: 70, 56, 44.8, 35.84, 28.672. */
const DESCENT = '?f=quadratic&x0=70&run=sgd,lr:0.1';
/** The same with half of η: 70·0.9^t, and 140·0.9^t. */
const HALVED = 't,x,g\n0,70,140\n1,63,126\n2,56.7,113.4';

/** @param {import('./browser.js').Lab} lab @param {string} selector @param {RegExp} wanted */
const says = (lab, selector, wanted) =>
  eventually(async () => assert.match(await lab.words(selector), wanted));

test('numbers are checked as they are typed; what the mistake was is told when asked', () =>
  withLab(`${DESCENT}&check=1`, async (lab) => {
    await lab.find(FIELD).fill('70\n56\n44.8');
    await says(lab, SAID, /All 3 rows are right/);
    await lab.find(FIELD).fill(HALVED);
    await says(lab, SAID, /first wrong number is x at step 1: 63/);
    await says(lab, HINT, /first step with η/);
    const details = lab.find('.own-numbers details');
    assert.equal(await details.getAttribute('open'), null);
    await details.locator('summary').click();
    assert.match(await lab.words('.own-numbers details'), /half as large.*The right x there is 56/);
    const marked = lab.find('lab-table td.is-first');
    assert.equal(await marked.count(), 1);
    assert.equal(await marked.textContent(), '56');
    assert.match(await lab.words('.own-numbers tbody'), /✓\s*right.*✗\s*wrong/);
  }));

test('what follows from a wrong number is not wrong', () =>
  withLab(`${DESCENT}&check=1`, async (lab) => {
    await lab.find(FIELD).fill('70\n56\n44.8\n35.48\n28.384');
    await says(lab, SAID, /x at step 3: 35\.48/);
    await says(lab, HINT, /Only one number is wrong/);
    assert.match(await lab.words('.own-numbers tbody'), /→\s*follows/);
  }));

test('the button opens the check and the link says so; Close gives the focus back', () =>
  withLab(DESCENT, async (lab) => {
    assert.equal(await lab.find(FIELD).count(), 0);
    await lab.find('[data-act=check]').focus();
    await lab.page.keyboard.press('Enter');
    await lab.find(FIELD).waitFor();
    const focused = () =>
      lab.frame.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.outerHTML ?? '');
    await eventually(async () => assert.match(await focused(), /^<textarea/));
    await eventually(async () => assert.match(lab.page.url(), /[?&]check=1/));
    await lab.page.keyboard.type('70');
    await says(lab, SAID, /All 1 rows|is right/);
    assert.doesNotMatch(lab.page.url(), /numbers/);
    await lab.press('close-check');
    await eventually(async () => assert.match(await focused(), /data-act="check"/));
    assert.equal(await lab.find(FIELD).count(), 0);
    await eventually(async () => assert.doesNotMatch(lab.page.url(), /check/));
  }));

test('the reader says what a column is, and which step the first row is', () =>
  withLab(`${DESCENT}&check=1`, async (lab) => {
    await lab.find(FIELD).fill('foo,x\n140,70\n112,56\n89.6,44.8');
    await says(lab, SAID, /All 3 rows/);
    await lab.find('[data-column="0"]').selectOption('gx');
    await says(lab, SAID, /All 3 rows/);
    await lab.find('[data-column="0"]').selectOption('x');
    await says(lab, SAID, /first wrong number is foo at step 1: 140/);
    await lab.find('[data-column="1"]').selectOption('x');
    await lab.find('[data-key=first]').selectOption('1');
    await says(lab, SAID, /x at step 1: 70/);
  }));

test('the numbers are checked again when the run changes', () =>
  withLab(`${DESCENT}&check=1`, async (lab) => {
    await lab.find(FIELD).fill('70\n63\n56.7\n51.03');
    await says(lab, SAID, /step 1/);
    await lab.type('learning rate', '0.05', 0);
    await says(lab, SAID, /All 4 rows are right/);
  }));

test('two variables, in Vietnamese with decimal commas, from a file', () =>
  withLab(
    {
      address: `${addresses.file}?lang=vi&check=1&f=elongated,a:0.1,b:2&x0=-5,-2&run=momentum_ewa,lr:0.6,beta1:0.9`,
    },
    async (lab) => {
      // without (1 − β): v = g = (−1, −8), w = (−5 + 0,6, −2 + 4,8);
      // then v = (−0,9 − 0,88, −7,2 + 11,2)
      await lab.find(FIELD).fill('w1\tw2\n-5\t-2\n-4,4\t2,8\n-3,332\t0,4');
      await says(lab, SAID, /Số sai đầu tiên là w1 ở bước 1: −4,4/);
      await lab.find('.own-numbers summary').click();
      assert.match(await lab.words('.own-numbers details'), /1 trừ hệ số nhớ/);
    },
  ));

test('the check stays where the table is hidden, and gives nothing away', () =>
  withLab(`${DESCENT}&check=1&hide=table`, async (lab) => {
    await lab.find(FIELD).fill('70\n56');
    await says(lab, SAID, /All 2 rows/);
    assert.equal(await lab.find('lab-table').count(), 0);
  }));

test('hostile text does nothing but wait to be corrected', () =>
  withLab(`${DESCENT}&check=1`, async (lab) => {
    await lab.find(FIELD).fill('<img src=x onerror=alert(1)>\n=HYPERLINK("http://x")\n{{7*7}}');
    await says(lab, SAID, /no number here/);
    // 10⁵ cells: x, and 99 columns that are nothing.
    const nothing = ',-'.repeat(99);
    const wide = Array.from({ length: 1000 }, (_, t) => `${70 * 0.8 ** t}${nothing}`).join('\n');
    // As pasting does; typing it would take a browser ten seconds.
    await lab.find(FIELD).evaluate((field, text) => {
      Object.assign(field, { value: text });
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }, wide);
    await says(lab, SAID, /All \d+ rows are right/);
    assert.match(await lab.words('.own-numbers'), /Only the first 60,000 characters/);
    assert.ok((await lab.find('.own-numbers tbody tr').count()) <= 60);
    assert.equal(await lab.find('.own-numbers img').count(), 0);
  }));

testWithAxe('the check, with a wrong number', `${DESCENT}&check=1`, async (lab) => {
  await lab.find(FIELD).fill(HALVED);
  await says(lab, SAID, /first wrong|đầu tiên/);
  await lab.find('.own-numbers summary').click();
});
