// One's own averages in the smoothing lab: typed, judged, the first wrong one marked in the table and on the plot.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';
import { eventually } from './eventually.js';

const FIELD = 'lab-own-numbers textarea';
/** 3, 8, 6, 5, … with ρ 0.9 from 0: 0.3, 1.07, 1.563, 1.9067. */
const EWA = '?lab=smoothing&run=ewa,rho:0.9&check=1';

/** @param {import('./browser.js').Lab} lab @param {string} selector @param {RegExp} wanted */
const says = (lab, selector, wanted) =>
  eventually(async () => assert.match(await lab.words(selector), wanted));

test('averages are checked as they are typed, with the mistake that was made', () =>
  withLab(EWA, async (lab) => {
    await lab.find(FIELD).fill('t s v\n1 3 0.3\n2 8 1.07\n3 6 1.56\n4 5 1.91');
    await says(lab, '.check-said', /All 4 rows are right/);
    // Divided by 1 − 0.9^t.
    await lab.find(FIELD).fill('t v\n1 3\n2 5.632\n3 5.768\n4 5.544');
    await says(lab, '.check-said', /first wrong number is v at step 1: 3/);
    await lab.find('.own-numbers summary').click();
    await says(
      lab,
      '.own-numbers details',
      /bias correction was applied, which.*right v there is 0\.3/s,
    );
    const marked = lab.find('lab-table td.is-first');
    assert.deepEqual(await marked.allTextContents(), ['0.3']);
  }));

test('the button of the table opens the check, and Close gives the focus back', () =>
  withLab('?lab=smoothing', async (lab) => {
    await lab.find('[data-act=check]').focus();
    await lab.page.keyboard.press('Enter');
    await lab.find(FIELD).waitFor();
    await eventually(async () => assert.match(lab.page.url(), /[?&]check=1/));
    await lab.press('close-check');
    await eventually(async () => assert.equal(await lab.find(FIELD).count(), 0));
    const act = () =>
      lab.frame.evaluate(
        () => document.activeElement?.shadowRoot?.activeElement?.getAttribute('data-act') ?? '',
      );
    await eventually(async () => assert.equal(await act(), 'check'));
  }));

test('another average, and a value that is changed, are judged anew', () =>
  withLab('?lab=smoothing&run=sma,window:2&run=ewa,rho:0.9&check=1', async (lab) => {
    await lab.find(FIELD).fill('t v\n2 5.5\n3 7');
    await says(lab, '.check-said', /All 2 rows are right/);
    await lab.find('.runs .mark').nth(1).click();
    await says(lab, '.check-said', /first wrong number is v at step 2/);
  }));

test('a number where there is no average yet is said to be none', () =>
  withLab('?lab=smoothing&run=sma,window:3&check=1', async (lab) => {
    await lab.find(FIELD).fill('t v\n1 3\n2 5.5\n3 5.667');
    await says(lab, '.check-said', /v at step 1: 3/);
    await lab.find('.own-numbers summary').click();
    await says(lab, '.own-numbers details', /not defined there yet/);
  }));
