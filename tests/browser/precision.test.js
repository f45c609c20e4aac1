// The number format: chosen in the panel, carried by the link, seen in the worked step; what it cannot do is
// said.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';
import { eventually } from './eventually.js';
import { testWithAxe } from './everyone.js';

/**
 * Gradient descent on x² from 3.7: in float16 3.7 is 3.69921875, η 0.0999755859375, their update 0.7397; what is
 * left of x, 2.9595, lies nearest to 2.958984375.
 */
const NARROW = '?x0=3.7&t=1&precision=float16';

test('a format is chosen under More; the link has it, and float64 is no word of it', () =>
  withLab('?x0=3.7', async (lab) => {
    await lab.press('rest');
    await lab.find('select[data-key=precision]').selectOption('bfloat16');
    await eventually(async () => assert.match(lab.page.url(), /[?&]precision=bfloat16(&|$)/));
    await lab.find('[data-key=stochastic]').check();
    await eventually(async () =>
      assert.match(lab.page.url(), /precision=bfloat16(,|%2C)stochastic(:|%3A)1/),
    );
    await lab.find('select[data-key=precision]').selectOption('float64');
    await eventually(async () => assert.doesNotMatch(lab.page.url(), /precision/));
    assert.equal(await lab.find('[data-key=stochastic]').count(), 0);
  }));

test('the worked step has the numbers of the format, and says how far they are apart', () =>
  withLab(NARROW, async (lab) => {
    await eventually(async () => {
      const worked = await lab.words('lab-worked');
      assert.match(worked, /3\.69922/);
      assert.match(worked, /0\.0999756/);
      assert.match(worked, /float16: near x = 2\.95898 numbers are 0\.001953 apart/);
    });
  }));

test('a link with an unknown format says which there are', () =>
  withLab('?precision=half', async (lab) => {
    await eventually(async () => assert.match(await lab.words('.notices'), /half/));
  }));

test('a method says that it knows float64 alone', () =>
  withLab('?f=rosenbrock&run=bfgs&precision=float16', async (lab) => {
    await eventually(async () => assert.match(await lab.words('.lab'), /bfgs is a method/));
  }));

testWithAxe('an experiment in eight bits', '?x0=9&t=3&precision=e4m3,stochastic:1', async () => {});
