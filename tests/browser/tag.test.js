// <descent-lab> of the package in pages of others.

import assert from 'node:assert/strict';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { serve } from '../../web/serve.js';
import { eventually } from './eventually.js';
import { withPage } from './plain-page.js';

const folder = mkdtempSync(join(tmpdir(), 'tag-'));
symlinkSync(resolve('dist'), join(folder, 'lab'));
const site = await serve({ folder: `${folder}/` });
after(() => site.close());

const SCRIPT = '<script type="module" src="lab/descent-lab.js"></script>';
const LECTURE = '<descent-lab f="quadratic" x0="70" run="sgd,lr:0.1" steps="4"></descent-lab>';
let pages = 0;

/**
 * Opens a page with that body.
 * @param {string} body @param {(page: import('playwright-core').Page) => Promise<void>} use
 * @param {string} [head] @param {import('./chromium.js').PageOptions} [options]
 */
function withBody(body, use, head = SCRIPT, options = {}) {
  const name = `page-${++pages}.html`;
  writeFileSync(
    join(folder, name),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A course</title><link rel="icon" href="data:,">${head}<body>${body}`,
  );
  return withPage(site.address + name, use, options);
}

/** Until each lab of the page shows an experiment. @param {import('playwright-core').Page} page */
const ready = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('descent-lab')].every((lab) =>
      /** @type {any} */ (lab).shadowRoot?.querySelector('lab-table, lab-player'),
    ),
  );

/** A column of a lab's step table. @param {import('playwright-core').Page} page @param {string} name @param {number} [index] */
const column = (page, name, index = 0) =>
  page
    .locator('descent-lab')
    .nth(index)
    .evaluate(async (lab, wanted) => {
      const table = /** @type {any} */ (lab.shadowRoot?.querySelector('lab-table'));
      await table.updateComplete;
      const names = [...table.querySelectorAll('th[data-column]')].map((th) => th.dataset.column);
      const rows = [...table.querySelectorAll('tbody tr')];
      return rows.map((tr) => Number(tr.querySelectorAll('td')[names.indexOf(wanted)].title));
    }, name);

/** What stands in a lab. @param {import('playwright-core').Page} page @param {number} [index] */
const words = (page, index = 0) =>
  page
    .locator('descent-lab')
    .nth(index)
    .evaluate((lab) => String(lab.shadowRoot?.querySelector('.lab, [role="alert"]')?.textContent));

/** @param {import('playwright-core').Page} page */
const query = (page) =>
  page.locator('descent-lab').evaluate((lab) => /** @type {any} */ (lab).query);

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
    `<section lang="VI-vn">${LECTURE}</section><script>document.querySelector('descent-lab').query = 'f=quadratic&x0=9'</script>`,
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
      // What was named stays as well; a new attribute changes what it says, and one that goes what it said.
      assert.equal(await show('f=bowl'), 'lab=descent&f=bowl&lang=en&theme=dark&lock=steps&v=1');
      const lab = page.locator('descent-lab');
      await lab.evaluate((element) => element.setAttribute('hide', 'plots'));
      assert.match(await query(page), /theme=dark&hide=plots&lock=steps/);
      await lab.evaluate((element) => element.removeAttribute('theme'));
      assert.match(await query(page), /lang=en&hide=plots&lock=steps/);
    },
  ));

/** In the page: plays for a while, and tells where the lab is, and where a little later. @param {string} acts */
const played = (page, acts) =>
  page.evaluate(async (code) => {
    const lab = /** @type {any} */ (document.querySelector('descent-lab'));
    const rest = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
    /** @type {any[]} */
    const seen = [];
    for (const act of code.split(' ')) {
      const [name, value] = act.split('=');
      if (name === 'rest') await rest(Number(value));
      else if (name === 'see') seen.push(lab.t);
      else if (name === 't') lab.t = Number(value);
      else if (name === 'query') lab.query = value.replace(/~/g, '=');
      else lab[name]();
    }
    return seen;
  }, acts);

const LONG = '<descent-lab f="quadratic" x0="70" steps="400"></descent-lab>';

test('play() twice is play() once: pause() stops it', () =>
  withBody(LONG, async (page) => {
    await ready(page);
    const [before, after] = await played(page, 'play play play rest=700 pause see rest=700 see');
    assert.ok(before > 0);
    assert.equal(after, before);
  }));

test('what is said in one breath is done in its order: t = 0, play() plays from the start', () =>
  withBody(LONG, async (page) => {
    await ready(page);
    const [end, early] = await played(page, 't=400 see t=0 play rest=500 see');
    assert.equal(end, 400);
    assert.ok(early > 0 && early < 100, `${early}`);
    const [far] = await played(page, 'pause t=100 play rest=500 see pause');
    assert.ok(far > 100 && far < 200, `${far}`);
    // The same with an experiment of more steps, and one of another lab, which is loaded first.
    const [more] = await played(page, 'query=f~wavy&steps~900 t=600 see');
    assert.equal(more, 600);
    const [other, still] = await played(
      page,
      'query=lab~smoothing&series~sine,n:200&t~0 play rest=1500 see pause rest=10 see rest=600 see',
    );
    assert.ok(other > 0 && other < 100, `${other}`);
    assert.equal(still, other);
  }));

test('play() before the lab is there plays once it is, and pause() after it takes that back', () =>
  withBody(
    `${LONG}<script type="module">
      await customElements.whenDefined('descent-lab');
      document.querySelector('descent-lab').play();
    </script>`,
    async (page) => {
      await ready(page);
      await page.waitForFunction(
        () => /** @type {any} */ (document.querySelector('descent-lab')).t > 0,
      );
      const lab = page.locator('descent-lab');
      await lab.evaluate((element) => {
        const other = /** @type {any} */ (element.cloneNode());
        element.replaceWith(other);
        other.play();
        other.pause();
      });
      await ready(page);
      await page.waitForTimeout(600);
      assert.equal(await lab.evaluate((element) => /** @type {any} */ (element).t), 0);
    },
  ));

test('an equal query set again lets the lab play on; another stops it, and when it rests an equal one shows its step', () =>
  withBody(LONG, async (page) => {
    await ready(page);
    const query = 'query=f~wavy&steps~400&t~3';
    const [first, second] = await played(
      page,
      `${query} play rest=400 ${query} see rest=400 ${query} rest=400 see`,
    );
    assert.ok(first >= 3 && second > first, `${first} ${second}`);
    const [other, still] = await played(page, 'query=f~wavy&steps~400&t~9 see rest=500 see');
    assert.deepEqual([other, still], [9, 9]);
    const [rests] = await played(page, `t=50 query=f~wavy&steps~400&t~9 see`);
    assert.equal(rests, 9);
  }));

test('loading the package twice registers the tag once', () =>
  withBody(LECTURE, async (page) => {
    await ready(page);
    await page.evaluate(() => import(/** @type {any} */ ('/lab/descent-lab.js?again')));
    assert.equal(await page.locator('descent-lab lab-run').count(), 1);
  }));

test('the page’s styles stay out, its custom properties come in', () =>
  withBody(
    `<p>A course.</p>${LECTURE}`,
    async (page) => {
      await ready(page);
      const step = page.locator('descent-lab [data-act="step"]');
      assert.ok(await step.isVisible());
      const colour = await page
        .locator('descent-lab .verdict strong')
        .first()
        .evaluate((element) => getComputedStyle(element).color);
      assert.equal(colour, 'rgb(120, 0, 120)');
      const outside = await page
        .locator('body > p')
        .evaluate((element) => getComputedStyle(element).color);
      assert.equal(outside, 'rgb(255, 0, 0)');
    },
    `${SCRIPT}<style>button, .player { display: none } p { color: red } descent-lab { --lab-run-1: #780078 }</style>`,
  ));

/** Counts how often a core is made; until the page says otherwise, none can be. @param {boolean} works */
const counting = (works) => `<script>
  globalThis.made = 0;
  globalThis.works = ${works};
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    made++;
    if (!works) throw new WebAssembly.CompileError('no room for core.wasm');
    return instantiate(...given);
  };</script>${SCRIPT}`;

test('a lab out of view makes no core and asks for nothing, and begins when it is scrolled to', () =>
  withBody(
    `<div style="height: 4000px"></div>${LECTURE}`,
    async (page) => {
      /** @type {string[]} */
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      const made = () => page.evaluate(() => /** @type {any} */ (globalThis).made);
      await page.waitForFunction(() => customElements.get('descent-lab'));
      await page.waitForTimeout(300);
      assert.equal(await made(), 0);
      const height = await page.locator('descent-lab').evaluate((lab) => lab.clientHeight);
      assert.ok(height > 400, `its place is kept: ${height}`);
      await page.locator('descent-lab').scrollIntoViewIfNeeded();
      await ready(page);
      assert.equal(await made(), 1);
      assert.deepEqual(asked, []);
    },
    counting(true),
  ));

test('a lab speaks the language of the part of the page it stands in', () =>
  withBody(`<section lang="vi">${LECTURE}</section>`, async (page) => {
    await ready(page);
    assert.match(await words(page), /Một bước/);
  }));

test('in a narrow column of a wide page the runs stand below the plot', () =>
  withBody(`<div style="width: 500px">${LECTURE}</div>`, async (page) => {
    await ready(page);
    const [stage, runs] = await Promise.all(
      ['.stage', 'section.runs'].map((part) => page.locator(`descent-lab ${part}`).boundingBox()),
    );
    assert.ok(stage && runs && runs.y > stage.y + stage.height && stage.width > 450);
  }));

test('without its core the lab says so, where it stands and as an event', () =>
  withBody(
    `<script>addEventListener('error', (event) => globalThis.fault = event.detail, true)</script>${LECTURE}`,
    async (page) => {
      await page.locator('descent-lab [role="alert"]').waitFor();
      assert.match(await words(page), /no room for core\.wasm/);
      await page.evaluate(() => {
        const lab = /** @type {Element} */ (document.querySelector('descent-lab'));
        Object.assign(globalThis, { works: true });
        lab.remove();
        document.body.append(lab);
      });
      await page.locator('descent-lab lab-player').waitFor();
      assert.equal(await page.locator('descent-lab [role="alert"]').count(), 0);
      assert.match(
        await page.evaluate(() => String(/** @type {any} */ (globalThis).fault)),
        /core\.wasm/,
      );
    },
    counting(false),
  ));
