// <descent-lab>: what it shows, by attributes, by properties and by a query.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from './eventually.js';
import { column, LECTURE, query, ready, withBody, words } from './tag-page.js';

test('attributes are the keys of a link: the lecture’s first steps', () =>
  withBody(LECTURE, async (page) => {
    await ready(page);
    assert.deepEqual(
      await column(page, 'x'),
      [70, 56, 44.8, 35.839999999999996, 28.671999999999997],
    );
    assert.equal(await query(page), 'lab=descent&steps=4&lang=en&v=1');
  }));

test('several runs stand in one attribute, an own rule and function in theirs', () =>
  withBody(
    '<descent-lab fx="x^2 + y^2" x0="6,9" rule="x = x - lr*g" run="custom,lr:0.1 adam,lr:0.2" steps="2"></descent-lab>',
    async (page) => {
      await ready(page);
      assert.equal(await page.locator('descent-lab lab-run').count(), 2);
      assert.deepEqual((await column(page, 'y')).slice(0, 2), [9, 7.2]);
    },
  ));

test('labs on one page know nothing of each other', () =>
  withBody(
    `${LECTURE}<descent-lab lab="smoothing" theme="dark" lang="vi"></descent-lab>`,
    async (page) => {
      await ready(page);
      await page.locator('descent-lab').first().locator('[data-act="step"]').click();
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll('descent-lab')].map((lab) => {
          const { t, query: link, dataset } = /** @type {any} */ (lab);
          return [t, link.startsWith('lab=smoothing'), dataset.theme];
        }),
      );
      assert.deepEqual(shown[0], [1, false, 'light']);
      assert.deepEqual(shown[1].slice(1), [true, 'dark']);
      assert.match(await words(page, 1), /trung bình/i);
    },
  ));

test('a changed attribute shows its experiment, a bad one is said in a notice', () =>
  withBody(LECTURE, async (page) => {
    await ready(page);
    const lab = page.locator('descent-lab');
    await lab.evaluate((element) => element.setAttribute('x0', '9'));
    assert.deepEqual((await column(page, 'x')).slice(0, 2), [9, 7.2]);
    await lab.evaluate((element) => element.setAttribute('steps', 'many'));
    await lab.locator('.notices').waitFor();
    assert.match(String(await lab.locator('.notices').textContent()), /many/);
    const { notices } = await lab.evaluate((element) => ({
      notices: /** @type {any} */ (element).notices,
    }));
    assert.equal(notices[0].key, 'steps');
    // What a reader changes is theirs: another attribute, of no meaning to the lab, leaves it alone.
    await lab.locator('[data-act="end"]').click();
    await lab.evaluate((element) => element.setAttribute('class', 'wide'));
    assert.equal(await lab.evaluate((element) => /** @type {any} */ (element).t), 30);
  }));

test('a query set before the tag is known counts, and events tell of what is shown', () =>
  withBody(
    `<descent-lab></descent-lab><script>
      globalThis.heard = [];
      const lab = document.querySelector('descent-lab');
      lab.query = '?lab=descent&f=quadratic,a:9&x0=70&run=sgd,lr:0.1&steps=3';
      for (const type of ['ready', 'change', 'error']) lab.addEventListener(type, () => heard.push(type));
    </script>`,
    async (page) => {
      await ready(page);
      assert.deepEqual(await column(page, 'x'), [70, -56, 44.80000000000001, -35.84000000000002]);
      await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.includes('ready'));
      await page.locator('[data-act="step"]').click();
      await eventually(async () => {
        const heard = await page.evaluate(() => /** @type {any} */ (globalThis).heard);
        assert.equal(heard.at(-1), 'change');
        assert.ok(!heard.includes('error'));
      });
      const played = await page.evaluate(async () => {
        const lab = /** @type {any} */ (document.querySelector('descent-lab'));
        lab.seek(2);
        await lab.updateComplete;
        const blob = await lab.screenshot(1);
        const refused = await lab
          .screenshot(9)
          .catch((/** @type {Error} */ error) => error.message);
        return { t: lab.t, steps: lab.steps, type: blob.type, size: blob.size, refused };
      });
      assert.deepEqual([played.t, played.steps, played.type], [2, 3, 'image/png']);
      assert.ok(played.size > 3000);
      assert.equal(played.refused, 'scale is 9; it must be a number from 1 to 4');
    },
  ));

test('a lab that is moved in its page keeps its experiment and its pictures', () =>
  withBody(`<div id="one">${LECTURE}</div><div id="two"></div>`, async (page) => {
    await ready(page);
    const inked = () =>
      page.locator('descent-lab .stage-chart canvas').evaluate((canvas) => {
        const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(/** @type {HTMLCanvasElement} */ (canvas), 0, 0);
        const data = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
        return data.reduce((sum, value, i) => sum + (i % 4 === 3 && value > 0 ? 1 : 0), 0);
      });
    await page.locator('descent-lab [data-act="step"]').click();
    let before = 0;
    await eventually(async () => {
      before = await inked();
      await page.waitForTimeout(200);
      assert.equal(await inked(), before, 'it is drawn');
    });
    assert.ok(before > 1000, `${before}`);
    await page.evaluate(() => {
      const lab = /** @type {Element} */ (document.querySelector('descent-lab'));
      document.querySelector('#two')?.append(lab);
    });
    await eventually(async () => assert.equal(await inked(), before));
    assert.equal(
      await page.evaluate(() => /** @type {any} */ (document.querySelector('descent-lab')).t),
      1,
    );
  }));

test('a new theme or language of the page leaves the reader’s step alone', () =>
  withBody(LECTURE, async (page) => {
    await ready(page);
    const lab = page.locator('descent-lab');
    await lab.locator('[data-act="step"]').click();
    await page.evaluate(() => {
      document.documentElement.lang = 'vi';
      document.querySelector('descent-lab')?.setAttribute('theme', 'dark');
    });
    await lab.locator('[data-act="step"]').click();
    const shown = await lab.evaluate((element) => {
      const { t, dataset } = /** @type {any} */ (element);
      return [t, dataset.theme];
    });
    assert.deepEqual(shown, [2, 'dark']);
  }));

test('properties named as keys can be set, before the lab is there and after', () =>
  withBody(
    `<script>
      const lab = document.createElement('descent-lab');
      customElements.whenDefined('descent-lab').then(() => {
        lab.steps = 4;
        lab.t = 2;
        lab.setAttribute('x0', '9');
        document.body.append(lab);
      });
    </script>`,
    async (page) => {
      await page.locator('descent-lab').waitFor();
      await ready(page);
      const shown = () =>
        page.locator('descent-lab').evaluate((element) => {
          const { t, steps } = /** @type {any} */ (element);
          return [t, steps];
        });
      assert.deepEqual(await shown(), [2, 4]);
      await page.locator('descent-lab').evaluate((element) => {
        /** @type {any} */ (element).t = 3;
      });
      assert.deepEqual(await shown(), [3, 4]);
    },
  ));

test('a query that names no language takes the page’s too', () =>
  withBody(
    `<section lang="VI-vn">${LECTURE}</section>
    <script>document.querySelector('descent-lab').query = 'f=quadratic&x0=9'</script>`,
    async (page) => {
      await ready(page);
      assert.match(await words(page), /Một bước/);
      assert.deepEqual((await column(page, 'x')).slice(0, 2), [9, 7.2]);
    },
  ));

test('a new theme keeps what a query set as a property shows; a bad one is said in a notice', () =>
  withBody('<descent-lab></descent-lab>', async (page) => {
    await ready(page);
    const lab = page.locator('descent-lab');
    await lab.evaluate((element) => {
      /** @type {any} */ (element).query = 'f=quadratic&x0=9&steps=5&t=2';
      element.setAttribute('theme', 'dark');
    });
    await page.waitForFunction(
      () => document.querySelector('descent-lab')?.getAttribute('data-theme') === 'dark',
    );
    assert.match(await query(page), /x0=9&steps=5&t=2&/);
    await lab.evaluate((element) => element.setAttribute('theme', 'purple'));
    await lab.locator('.notices').waitFor();
    assert.match(String(await lab.locator('.notices').textContent()), /purple/);
    assert.match(await query(page), /x0=9&steps=5&t=2&/);
  }));

test('a query set before the tag is there is kept through a new theme too', () =>
  withBody(
    `<descent-lab></descent-lab><script>document.querySelector('descent-lab').query = 'f=quadratic&x0=9&t=2'</script>`,
    async (page) => {
      await ready(page);
      await page
        .locator('descent-lab')
        .evaluate((element) => element.setAttribute('theme', 'dark'));
      await page.waitForFunction(
        () => document.querySelector('descent-lab')?.getAttribute('data-theme') === 'dark',
      );
      assert.match(await query(page), /x0=9&t=2&/);
    },
  ));

test('a query set as a property keeps the dress that attributes gave the lab, unless it names it', () =>
  withBody(
    '<descent-lab f="quadratic" theme="dark" lang="vi" embed="1" hide="table" lock="f,x0"></descent-lab>',
    async (page) => {
      await ready(page);
      const show = (/** @type {string} */ next) =>
        page.locator('descent-lab').evaluate(async (element, text) => {
          const lab = /** @type {any} */ (element);
          lab.query = text;
          await lab.settled();
          return lab.query;
        }, next);
      assert.equal(
        await show('f=wavy&x0=1'),
        'lab=descent&f=wavy&x0=1&lang=vi&theme=dark&embed=1&hide=table&lock=f,x0&v=1',
      );
      assert.equal(
        await show('f=bowl&lang=en&embed=0&hide=&lock=steps'),
        'lab=descent&f=bowl&lang=en&theme=dark&lock=steps&v=1',
      );
      // What the query named stays too. A new attribute changes only what it names; removing one resets only
      // that.
      assert.equal(await show('f=bowl'), 'lab=descent&f=bowl&lang=en&theme=dark&lock=steps&v=1');
      const lab = page.locator('descent-lab');
      await lab.evaluate((element) => element.setAttribute('hide', 'plots'));
      assert.match(await query(page), /theme=dark&hide=plots&lock=steps/);
      await lab.evaluate((element) => element.removeAttribute('theme'));
      assert.match(await query(page), /lang=en&hide=plots&lock=steps/);
    },
  ));
