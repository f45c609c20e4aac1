// The notebook widget in a page that does what anywidget does: it imports the module and passes it a model
// and a cell.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { serve } from '../../web/serve.js';
import { eventually } from './eventually.js';
import { withPage } from './plain-page.js';

const folder = mkdtempSync(join(tmpdir(), 'notebook-'));
const site = await serve({ folder: `${folder}/` });
after(() => site.close());

/** anywidget loads the module from a Blob: nothing lies beside it. */
const NOTEBOOK = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A notebook</title>
<link rel="icon" href="data:,"><div id="cell"></div><div id="other"></div>
<script type="text/plain" id="code"></script>
<script>
  class Model {
    #traits = new Map();
    #listeners = new Set();
    saved = [];
    get(name) { return this.#traits.get(name); }
    set(name, value) { this.#traits.set(name, value); }
    save_changes() { this.saved.push(this.get('query')); }
    on(event, listener) { if (event === 'change:query') this.#listeners.add(listener); }
    off(event, listener) { this.#listeners.delete(listener); }
    /** The kernel sets a trait. */
    receive(name, value) { this.set(name, value); for (const listener of this.#listeners) listener(); }
    get listening() { return this.#listeners.size; }
  }
  const url = URL.createObjectURL(new Blob([document.querySelector('#code').textContent], { type: 'text/javascript' }));
  globalThis.show = async (id, query, traits = {}) => {
    const { default: widget } = await import(url);
    const model = new Model();
    if (query !== undefined) model.set('query', query);
    for (const [name, value] of Object.entries(traits)) model.set(name, value);
    const el = document.querySelector(id);
    const end = await widget.render({ model, el });
    return { model, el, lab: el.querySelector('descent-lab'), end };
  };
</script>`;

const code = readFileSync('dist/widget.mjs', 'utf8').replaceAll('</script', '<\\/script');
writeFileSync(
  join(folder, 'index.html'),
  NOTEBOOK.replace('id="code">', () => `id="code">${code}`),
);

/** @typedef {any} Shown */

test('a cell shows what the model says, and says what the reader changes', () =>
  withPage(site.address, async (page) => {
    const first = await page.evaluate(async () => {
      const shown = await /** @type {any} */ (globalThis).show('#cell', 'f=quadratic&x0=9&steps=5');
      Object.assign(globalThis, { shown });
      await shown.lab.settled();
      return { query: shown.lab.query, saved: shown.model.saved };
    });
    assert.deepEqual(first, { query: 'lab=descent&x0=9&steps=5&lang=en&embed=1&v=1', saved: [] });
    await page.locator('#cell [data-act="step"]').click();
    await page.locator('#cell [data-act="step"]').click();
    // Two steps are told at once, or one after the other if the reader rests between them.
    await eventually(async () => {
      const saved = await page.evaluate(() => /** @type {Shown} */ (globalThis).shown.model.saved);
      assert.equal(saved.at(-1), 'lab=descent&x0=9&steps=5&t=2&lang=en&embed=1&v=1');
    });
  }));

test('the kernel shows another experiment, and hears no echo of it', () =>
  withPage(site.address, async (page) => {
    const { t, saved } = await page.evaluate(async () => {
      const { model, lab } = await /** @type {any} */ (globalThis).show('#cell', '');
      await lab.settled();
      model.receive('query', 'lab=descent&x0=9&steps=5&t=3&v=1');
      await new Promise((done) => setTimeout(done, 400));
      return { t: lab.t, saved: model.saved };
    });
    assert.equal(t, 3);
    assert.deepEqual(saved, []);
  }));

test('a kernel that asks for it hears what the page makes of its query, and at most four times a second', () =>
  withPage(site.address, async (page) => {
    const heard = await page.evaluate(async () => {
      const { show } = /** @type {any} */ (globalThis);
      const traits = { _shown: {}, notices: [] };
      const { model, lab } = await show('#cell', 'f=quadratic&x0=1,2,3&steps=900&lang=en', traits);
      await lab.settled();
      const first = { ...model.get('_shown'), notices: model.get('notices') };
      model.receive('query', 'f=quadratic&x0=9&steps=900&lang=en');
      const second = { ...model.get('_shown'), notices: model.get('notices') };
      const before = model.saved.length;
      for (let t = 1; t <= 50; t++) {
        lab.seek(t);
        await new Promise((done) => setTimeout(done, 20));
      }
      await new Promise((done) => setTimeout(done, 400));
      const { query, keys } = model.get('_shown');
      const isSame = query === model.get('query');
      return { first, second, isSame, t: keys.t, saves: model.saved.length - before };
    });
    assert.equal(heard.first.query, 'f=quadratic&x0=1,2,3&steps=900&lang=en');
    assert.deepEqual(heard.first.keys.x0, ['70']);
    assert.deepEqual(heard.first.keys.run, ['sgd']);
    assert.equal(heard.first.notices.length, 1);
    assert.match(heard.first.notices[0], /x0.*1,2,3.*70/);
    assert.deepEqual([heard.second.keys.x0, heard.second.notices], [['9'], []]);
    assert.deepEqual([heard.isSame, heard.t], [true, ['50']]);
    assert.ok(heard.saves >= 2 && heard.saves <= 8, String(heard.saves));
  }));

test('two cells are two labs, and a closed cell leaves nothing behind', () =>
  withPage(site.address, async (page) => {
    const left = await page.evaluate(async () => {
      const { show } = /** @type {any} */ (globalThis);
      const [one, two] = [await show('#cell', 'f=wavy'), await show('#other')];
      await one.lab.settled();
      one.lab.seek(1);
      two.end();
      return {
        cells: document.querySelectorAll('descent-lab').length,
        listening: [one.model.listening, two.model.listening],
      };
    });
    assert.deepEqual(left, { cells: 1, listening: [1, 0] });
  }));

test('a cell is as high as an embedded lab, whatever the kernel shows in it; one that asks for all of it gets it', () =>
  withPage(site.address, async (page) => {
    const heights = await page.evaluate(async () => {
      const { model, lab } = await /** @type {any} */ (globalThis).show('#cell', 'f=himmelblau');
      const height = async (/** @type {string|undefined} */ query) => {
        if (query !== undefined) model.receive('query', query);
        await lab.settled();
        await new Promise((done) => setTimeout(done, 200));
        return lab.clientHeight;
      };
      return [
        await height(undefined),
        await height('f=wavy&x0=1'),
        await height('lab=smoothing'),
        await height('f=wavy&embed=0'),
      ];
    });
    const whole = heights.pop();
    for (const height of heights) assert.ok(height > 300 && height < 800, `${heights}`);
    assert.ok(whole > 900, `${whole}`);
  }));
