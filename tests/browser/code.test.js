// A run as a program: the dialog shows it, copies it and saves it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';
import { testWithAxe } from './everyone.js';

const OPEN = '[data-act=code]';
const TEXT = '.code-dialog pre';

/** Refuses what a sandboxed frame refuses. */
const refuseClipboard = () =>
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: () => Promise.reject(new Error('refused')) },
  });

test('the dialog opens, changes its language and closes by keyboard; the focus goes back', () =>
  withLab('?f=rosenbrock&run=momentum&run=adam,lr:0.02', async (lab) => {
    await lab.find('lab-run .mark').nth(1).click();
    await lab.find(OPEN).focus();
    await lab.page.keyboard.press('Enter');
    assert.match(
      await lab.words(TEXT),
      /^# Adam on Rosenbrock.s valley, in NumPy\..* import numpy as np/,
    );
    assert.match(await lab.words(TEXT), /Made with Descent Lab: \?lab=.*run=adam,lr:0\.02/);
    await lab.page.keyboard.press('Tab');
    await lab.page.keyboard.press('Enter');
    assert.match(await lab.words(TEXT), /torch\.optim\.Adam\(/);
    await lab.find('[data-language=c]').click();
    assert.match(await lab.words(TEXT), /#include <math\.h>/);
    await lab.page.keyboard.press('Escape');
    await lab.find(TEXT).waitFor({ state: 'detached' });
    const focused = await lab.frame.evaluate(() =>
      document.activeElement?.shadowRoot?.activeElement?.getAttribute('data-act'),
    );
    assert.equal(focused, 'code');
  }));

test('a program is saved under a name that says what it is, as a file too', () =>
  withLab({ address: `${addresses.file}?run=rmsprop` }, async (lab) => {
    await lab.find(OPEN).click();
    assert.match(await lab.words(TEXT), /Made with Descent Lab: \?lab=descent&run=rmsprop/);
    const [download] = await Promise.all([
      lab.page.waitForEvent('download'),
      lab.press('download'),
    ]);
    assert.equal(download.suggestedFilename(), 'descent-lab-rmsprop-quadratic.py');
    const saved = readFileSync(await download.path(), 'utf8');
    assert.equal(saved, await lab.find(TEXT).textContent());
  }));

test('a refused clipboard leaves the program selected, and says so', () =>
  withLab({ address: addresses.http, init: refuseClipboard }, async (lab) => {
    await lab.find(OPEN).click();
    await lab.press('copy');
    assert.match(await lab.words('.code-dialog [role=status]'), /refused/);
    const selected = await lab.frame.evaluate(() => {
      const root = /** @type {any} */ (document.querySelector('descent-lab')?.shadowRoot);
      return String(root.getSelection ? root.getSelection() : getSelection());
    });
    assert.match(selected, /import numpy as np/);
  }));

testWithAxe('the dialog of a program', '', async (lab) => {
  await lab.find(OPEN).click();
  await lab.find(TEXT).waitFor();
});
