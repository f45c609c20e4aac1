// The front page: what the address alone opens, and nothing else does.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';
import { eventually } from './eventually.js';

/**
 * The address alone, which withLab would take for the lab's.
 * @param {(lab: import('./browser.js').Lab) => Promise<void>} use
 * @param {import('./browser.js').PageOptions} [context]
 */
const front = (use, context = {}) =>
  withLab({ address: `${addresses.http}?`, context }, async (lab) => {
    await lab.find('.front').waitFor();
    await lab.find('lab-curve canvas').waitFor();
    await use(lab);
  });

const query = (/** @type {import('./browser.js').Lab} */ lab) =>
  lab.frame.evaluate(() => decodeURIComponent(location.search));

for (const [name, path] of Object.entries({
  'without a query': '',
  'with an empty hash': '#',
  'from a file': addresses.file,
}))
  test(`the page opens its front ${name}, with three ways in and no tabs`, () =>
    front(async (lab) => {
      await lab.page.goto(path.startsWith('file') ? path : addresses.http + path);
      await lab.find('.front').waitFor();
      assert.equal(await lab.find('.front [data-way]').count(), 3);
      assert.equal(await lab.find('.labs, .page-acts, .open-full').count(), 0);
      assert.equal(await lab.find('.choose-objective').isVisible(), false);
    }).catch((error) => {
      // Another address than the one the helper opened counts as a request.
      if (!path.startsWith('file') || !/request: file/.test(error.message)) throw error;
    }));

test('any key, a hash or a frame opens the lab as before', async () => {
  for (const rest of ['?lang=en', '#t=3', '?x0=9'])
    await withLab({ address: addresses.http + rest }, async (lab) => {
      await lab.find('.page-header .labs').waitFor();
      assert.equal(await lab.find('.front').count(), 0, rest);
    });
  await withLab({ address: addresses.file, isFramed: true }, async (lab) => {
    await lab.find('.page-header .labs').waitFor();
    assert.equal(await lab.find('.front').count(), 0);
  });
});

test('its figure answers to the first touch, and the address stays as it is', () =>
  front(async (lab) => {
    const before = await query(lab);
    const { x, y } = await lab.place(0.3);
    await lab.page.mouse.click(x, y);
    assert.doesNotMatch(await lab.words('.start'), /= 70$/);
    await lab.find('[data-act=step]').click();
    assert.equal((await lab.mathLines()).length, 1);
    await lab.frame.evaluate(() => dispatchEvent(new Event('pagehide')));
    assert.equal(await query(lab), before);
  }));

test('the ways lead to the course, to the lab with what was touched, and to the check; Back returns', () =>
  front(async (lab) => {
    await lab.find('[data-act=step]').click();
    for (const [way, there, said] of /** @type {[string, string, RegExp][]} */ ([
      ['learn', '.chapter', /^\?lab=course&v=1$/],
      ['try', 'lab-table', /^\?lab=descent&.*t=1/],
      ['check', 'lab-own-numbers textarea', /check=1/],
    ])) {
      const link = lab.find(`[data-way=${way}]`);
      await link.focus();
      const href = await link.getAttribute('href');
      await link.click();
      await lab.find(there).first().waitFor();
      assert.match(await query(lab), said);
      assert.equal(decodeURIComponent(String(href)), await query(lab));
      assert.equal(await lab.find('.front').count(), 0);
      assert.ok((await lab.find('.labs a').count()) > 4);
      await lab.page.goBack();
      await lab.find('.front').waitFor();
      await lab.find('[data-act=step]').click();
    }
  }));

for (const lang of ['en', 'vi'])
  test(`${lang}: the front has no faults for axe, and fits 360 pixels`, () =>
    front(
      async (lab) => {
        await lab.find(`button[lang=${lang}]`).click();
        assert.deepEqual(await lab.axe(), []);
        assert.equal(await lab.frame.evaluate(() => document.documentElement.scrollWidth), 360);
        await lab.find('[data-act=theme]').click();
        assert.deepEqual(await lab.axe('contrast'), []);
        const href = await lab.find('[data-way=learn]').getAttribute('href');
        assert.match(String(href), new RegExp(`lang=${lang}&theme=dark`));
      },
      { viewport: { width: 360, height: 720 } },
    ));

test('the way to the check leads to its box, in view and ready to type, in a low window', () =>
  front(
    async (lab) => {
      await lab.find('[data-way=check]').click();
      const box = lab.find('lab-own-numbers textarea');
      await eventually(async () => {
        const place = await box.boundingBox();
        assert.ok(place && place.y > 0 && place.y + place.height < 600, JSON.stringify(place));
      });
      assert.equal(await box.evaluate((field) => field.matches(':focus')), true);
    },
    { viewport: { width: 1280, height: 600 } },
  ));

test('the front keeps the language on the way back, and leads to the course in the other', () =>
  front(async (lab) => {
    const other = () => lab.find('.front-other').getAttribute('href');
    assert.equal(await other(), '?lab=course&lang=vi&v=1');
    await lab.find('button[lang=vi]').click();
    assert.equal(await other(), '?lab=course&lang=en&v=1');
    const words = await lab.words('.front > p');
    await lab.find('[data-way=learn]').click();
    await lab.find('.chapter').waitFor();
    await lab.page.goBack();
    await lab.find('.front').waitFor();
    assert.equal(await lab.words('.front > p'), words);
  }));
