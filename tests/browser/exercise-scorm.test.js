// An exercise as a SCORM 1.2 package, which the page makes of its own bytes: opened by itself, and in a course
// platform (scorm-again).

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { addresses, withLab } from './browser.js';
import { usePage } from './chromium.js';
import { eventually } from './eventually.js';
import { startPlatform } from './lms.js';

const folder = mkdtempSync(join(tmpdir(), 'exercise-'));
after(() => rmSync(folder, { recursive: true }));

/** The package that the page of an address makes. @param {string} address */
async function packageOf(address) {
  /** @type {Record<string, Uint8Array>} */ let files = {};
  await withLab({ address }, async (lab) => {
    await lab.find('[data-act=share]').first().click();
    await lab.find('[data-tab=exercise]').click();
    await lab.find('[data-make=ask]').fill('2');
    await lab.find('[data-make=count]').fill('30');
    await lab.page.keyboard.press('Tab');
    const [download] = await Promise.all([
      lab.page.waitForEvent('download'),
      lab.find('[data-file=scorm]').click(),
    ]);
    assert.match(download.suggestedFilename(), /-scorm\.zip$/);
    files = unzipSync(readFileSync(await download.path()));
  });
  return files;
}

const LINK = '?x0=70&run=sgd,lr:0.1&lang=vi&theme=dark&v=1';
const files = await packageOf(addresses.file + LINK);
const [, parameters = ''] =
  / parameters="\?([^"]*)"/.exec(strFromU8(files['imsmanifest.xml'])) ?? [];
const query = parameters.replace(/&#38;/g, '&');

test('the package is the page as it is built, but for how it is written, and a manifest with the exact link', () => {
  assert.deepEqual(Object.keys(files), ['imsmanifest.xml', 'index.html']);
  assert.match(query, /^lab=descent&exercise=[\w-]+&v=1$/);
  const built = readFileSync('dist/index.html', 'utf8');
  const copy = strFromU8(files['index.html']);
  for (const script of built.match(/<script[^>]*>[\s\S]*?<\/script>/g) ?? [])
    assert.ok(copy.includes(script));
  const squeezed = (/** @type {string} */ text) =>
    text.replace(/\s+/g, ' ').replace(/ ?(<\/?\w[^>]*>) ?/g, '$1');
  const bare = (/** @type {string} */ text) =>
    squeezed(text.replace(/<(script|style)[\s\S]*?<\/\1>/g, '')).replace(
      /<\/?(html|head|body)\b[^>]*>/g,
      '',
    );
  assert.equal(bare(copy), bare(built));
});

test('the copy opens by itself from a file, and makes the same package again', async () => {
  const path = join(folder, 'index.html');
  writeFileSync(path, files['index.html']);
  const again = await packageOf(`${pathToFileURL(path).href}${LINK}`);
  assert.deepEqual(again, files);
});

const platform = await startPlatform(files, `index.html?${query}`);
/** Opens the exercise as a learner. @param {string} learner
 * @param {(frame: import('playwright-core').Frame, page: import('playwright-core').Page) => Promise<void>} use */
const sit = (learner, use) =>
  usePage({ isOwn: true }, async (page) => {
    await page.goto(`${platform.address}?learner=${learner}`);
    const frame = page.frames().find((each) => each.url().includes('/package/'));
    assert.ok(frame);
    await frame.locator('[data-question=x_1]').waitFor();
    await use(frame, page);
  });
/** What the platform keeps of a learner: [score, status]. @param {string} learner */
const keptOf = (learner) => {
  const { core } = platform.kept.get(learner);
  return [core.score.raw, core.lesson_status];
};

test('a learner has numbers of their own; the score goes to the platform, and the best one stays', async () => {
  platform.preset('ann', { core: { student_id: 'ann-7' } });
  /** x_t of gradient descent on a x². @param {import('playwright-core').Frame} frame @param {number} t */
  const byHand = async (frame, t) => {
    const value = (/** @type {string} */ name) =>
      frame
        .locator(`[data-key=${name}] input[type=text], input[data-key=${name}]`)
        .first()
        .inputValue();
    const [x, lr] = [Number(await value('x0')), Number(await value('lr'))];
    const a = Number(await value('a'));
    return x * (1 - 2 * a * lr) ** t;
  };
  let who = '';
  await sit('ann', async (frame) => {
    const field = frame.locator('[data-key=who]');
    await eventually(async () => assert.notEqual(await field.inputValue(), '1'));
    who = await field.inputValue();
    for (const t of [1, 2]) {
      const question = frame.locator(`[data-question=x_${t}]`);
      await question.fill(String(await byHand(frame, t)));
      await question.press('Enter');
      await eventually(async () =>
        assert.deepEqual(keptOf('ann'), t === 1 ? ['50', 'incomplete'] : ['100', 'passed']),
      );
    }
  });
  const { interactions } = platform.kept.get('ann');
  assert.deepEqual(
    Object.values(interactions).map((/** @type {any} */ { id, type, result }) => [
      id,
      type,
      result,
    ]),
    ['x_1', 'x_2'].map((id) => [id, 'numeric', 'correct']),
  );
  await sit('ann', async (frame, page) => {
    await eventually(async () =>
      assert.equal(await frame.locator('[data-key=who]').inputValue(), who),
    );
    await frame.locator('[data-act=reveal]').click();
    await page.goto('about:blank');
  });
  assert.deepEqual(keptOf('ann'), ['100', 'passed']);
});
