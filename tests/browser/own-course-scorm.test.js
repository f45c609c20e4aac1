// A course of one's own as a SCORM 1.2 package, which the form makes of the page's own bytes: in a course platform
// (scorm-again) it opens whole, however long it is, and its score is reported.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { addresses, withLab } from './browser.js';
import { usePage } from './chromium.js';
import { eventually } from './eventually.js';
import { startPlatform } from './lms.js';

const predict = {
  kind: 'choice',
  ask: 'Up or down?',
  after: 'Down.',
  answer: 1,
  options: ['Up', 'Down'],
};
/** @param {number} length characters of its text */
const courseOf = (length) => ({
  title: 'Mine',
  beats: [{ text: 'Look.', query: 'lab=descent&x0=70', predict }, { text: 'y'.repeat(length) }],
});

/** @param {object} course @returns {Promise<Record<string, Uint8Array>>} the files of its package */
async function packageOf(course) {
  /** @type {Record<string, Uint8Array>} */ let files = {};
  const own = encodeURIComponent(JSON.stringify(course));
  await withLab({ address: `${addresses.file}#lab=course&at=own.1&course=${own}` }, async (lab) => {
    await lab.find('[data-act=edit]').click();
    const [download] = await Promise.all([
      lab.page.waitForEvent('download'),
      lab.find('.own-form [data-act=scorm]').click(),
    ]);
    assert.match(download.suggestedFilename(), /scorm\.zip$/);
    files = unzipSync(readFileSync(await download.path()));
  });
  return files;
}

test('a learner answers; the score goes to the platform', async () => {
  const files = await packageOf(courseOf(900));
  const start = / href="(\w+\.html)"/.exec(strFromU8(files['imsmanifest.xml']))?.[1] ?? '';
  assert.equal(start, 'start.html');
  const platform = await startPlatform(files, start);
  await usePage({ isOwn: true }, async (page) => {
    await page.goto(`${platform.address}?learner=ann`);
    const frame = page.frameLocator('iframe');
    await frame.locator('#chapter-title').waitFor();
    assert.equal(
      await frame.locator('.beat').last().locator('p').first().textContent(),
      'y'.repeat(900),
    );
    await frame.locator('[data-option="1"]').click();
    await eventually(async () => assert.equal(platform.kept.get('ann')?.core.score.raw, '100'));
    assert.equal(platform.kept.get('ann').core.lesson_status, 'passed');
  });
});
