// The recipes of web/examples work as they stand, once their server's address is that of a lab.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { transform } from 'esbuild';
import { serve } from '../../web/serve.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { core } from '../web/core.js';
import { eventually } from './eventually.js';
import { withCourse } from './host-page.js';

const SERVER = 'https://descent-lab.example/';
const text = readFileSync('web/examples/README.md', 'utf8');
/** @type {Map<string, string>} the code of each recipe, by its name */
const recipes = new Map(
  [...text.matchAll(/^(`{3,})\w+ (\w+)\n(.*?)^\1$/gms)].map(([, , name, code]) => [name, code]),
);
const site = await serve();
test.after(() => site.close());

/** @param {string} code */
const here = (code) => code.replaceAll(SERVER, site.address);

/** The queries in some code. @param {string} code */
const queriesIn = (code) =>
  [...code.matchAll(/index\.html\?([^"\s]+)|"query": "([^"]+)"|DescentLab\("([^"]+)"/g)].map(
    ([, address, json, python]) => (address ?? json ?? python).replaceAll('&amp;', '&'),
  );

test('there is a recipe for each place, and every experiment in them is taken at its word', () => {
  const names = 'moodle canvas wordpress myst jupyter marimo quarto docusaurus'.split(' ');
  assert.deepEqual([...recipes.keys()], names);
  for (const [name, code] of recipes) {
    const queries = queriesIn(code);
    assert.ok(queries.length > 0, name);
    for (const query of queries)
      assert.deepEqual(decodeExperiment(query, '', core).notices, [], `${name}: ${query}`);
  }
});

for (const name of ['moodle', 'canvas', 'wordpress', 'quarto'])
  test(`the frame for ${name} opens a lab that needs no scroll bar`, () => {
    const [frame] = /<iframe[\s\S]*<\/iframe>/.exec(recipes.get(name) ?? '') ?? [];
    assert.ok(frame);
    return withCourse(`<main style="width: 800px">${here(frame)}</main>`, async (course) => {
      const [{ query }] = await course.hear('ready');
      const [wanted] = queriesIn(frame);
      assert.deepEqual(
        decodeExperiment(query, '', core).experiment,
        decodeExperiment(wanted, '', core).experiment,
      );
      const [{ height }] = await course.hear('resize');
      assert.ok(height <= 560, `${height}`);
    });
  });

test('the code for Docusaurus is JSX', async () => {
  const { code } = await transform(recipes.get('docusaurus') ?? '', { loader: 'jsx' });
  assert.match(code, /createElement/);
});

test('the code for MyST has a model in JSON', () => {
  const [, json] = /mjs\n(\{.*\})\n```/s.exec(recipes.get('myst') ?? '') ?? [];
  assert.equal(typeof JSON.parse(json).query, 'string');
});

/** A page of web/examples, as a body. @param {string} name */
const bodyOf = (name) => {
  const page = here(readFileSync(`web/examples/${name}`, 'utf8'));
  const [head, style, body] = [
    /<script type.*?<\/script>/s,
    /<style>.*?<\/style>/s,
    /<body>(.*)<\/body>/s,
  ].map((part) => part.exec(page)?.at(-1) ?? '');
  return head + style + body;
};

test('the course page shows its three labs, each as high as its content', () =>
  withCourse(bodyOf('course-page.html'), async (course) => {
    for (const index of [0, 1, 2]) {
      const frame = course.page.locator('iframe').nth(index);
      await frame.scrollIntoViewIfNeeded();
      await course.hear('ready', 1, index);
      await course.hear('resize', 1, index);
      await eventually(async () => {
        const { height } = (await course.said('resize', index)).at(-1);
        assert.equal(await frame.evaluate((element) => element.clientHeight), height);
      });
    }
    const { query } = await course.ask('getState', {}, 1);
    assert.match(query, /lock=f,x0,optimizer/);
  }));

test('the page of elements shows two labs, and hears of their steps', () =>
  withCourse(bodyOf('element-page.html'), async ({ page }) => {
    const labs = page.locator('descent-lab');
    await labs.nth(1).scrollIntoViewIfNeeded();
    await labs.nth(1).locator('[data-act="step"]').click();
    await page.waitForFunction(() => document.querySelector('#t')?.textContent === '1');
    assert.match(
      String(await labs.nth(0).locator('.verdict').first().textContent()),
      /V\(10\) = 6/,
    );
  }));
