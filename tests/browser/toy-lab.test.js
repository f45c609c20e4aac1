// A lab is one folder and one line. A lab unknown to the rest of the code is added to a copy of the sources:
// tabs, links, undo, frames, sharing, files, paper and the guide work for it as for the others.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { withLab } from './browser.js';

/** The folder: a die that is rolled. It has no steps, no runs and no charts. */
const FOLDER = {
  'lab.js': `
    import { numberKey } from '../../state/key-rows.js';
    import { PLAIN_DRESS } from '../../state/page-keys.js';
    const BASE = { lab: 'toy', pips: 1, ...PLAIN_DRESS };
    const RANGE = { min: 1, max: 6, scale: 'integer' };
    const pips = numberKey('pips', RANGE, 'pips=4', (e) => e.pips, (d, pips) => ({ ...d, pips }));
    export const toy = {
      key: 'toy',
      keys: () => [pips],
      initial: () => BASE,
      base: () => BASE,
      cards: () => [],
      subject: ({ pips }) => 'die-' + pips,
      screen: () => import('./screen.js'),
    };`,
  'screen.js': `
    import { html } from 'lit';
    import { define } from '../../elements/lab-element.js';
    import { LabView } from '../lab-view.js';
    class Toy extends LabView {
      render() {
        const { pips } = this.experiment;
        const roll = () => this.change((e) => ({ ...e, pips: (e.pips % 6) + 1 }));
        return html\`<section class="stage die" tabindex="0">\${pips}</section>
          <button type="button" data-act="roll" @click=\${roll}>Roll</button>\`;
      }
      toPaper() { this.dataset.paper = String(this.experiment.pips); }
      toScreen() { delete this.dataset.paper; }
    }
    define('lab-toy', Toy);
    globalThis.isToyLoaded = true;
    export const screen = {
      tag: 'lab-toy',
      styles: '.die { min-height: 321px; }',
      parts: ['share'],
      locks: [],
      title: ({ pips }) => 'A die that shows ' + pips,
      caption: ({ pips }) => pips + ' pips.',
      table: ({ pips }) => ({ rows: 1, names: ['pips'], columns: { pips: Float64Array.of(pips) } }),
    };`,
};
/** The line of labs/index.js, and its name in the list. */
const LINE = "import { toy } from './toy/lab.js';\n";

const home = mkdtempSync(join(tmpdir(), 'toy-lab-'));
const page = pathToFileURL(join(home, 'dist/index.html')).href;

/** The house with the toy in it, built when the first test asks. */
function build() {
  if (existsSync(join(home, 'dist'))) return;
  for (const name of ['build', 'c', 'node_modules', 'package.json', '.tsconfig.json', 'LICENSE'])
    symlinkSync(resolve(name), join(home, name));
  cpSync('web', join(home, 'web'), { recursive: true });
  mkdirSync(join(home, 'web/labs/toy'));
  for (const [name, text] of Object.entries(FOLDER))
    writeFileSync(join(home, 'web/labs/toy', name), text);
  const list = join(home, 'web/labs/index.js');
  const text = readFileSync(list, 'utf8');
  assert.match(text, /freeze\(\[.*\]\)/);
  writeFileSync(list, LINE + text.replace(/(freeze\(\[.*)\]\)/, '$1, toy])'));
  const env = { ...process.env, QUICK: '1' };
  execFileSync(process.execPath, ['web/build.js'], { cwd: home, env });
}
after(() => rmSync(home, { recursive: true }));

/**
 * @param {string} query
 * @param {(lab: import('./browser.js').Lab) => Promise<void>} use
 * @param {boolean} [isFramed]
 */
function withToy(query, use, isFramed = false) {
  build();
  return withLab({ address: page + query, isFramed, context: {} }, use);
}

test('it is loaded when its tab is chosen, and wears its own styles', () =>
  withToy('', async (lab) => {
    await lab.table(1);
    const isLoaded = () => lab.frame.evaluate(() => Reflect.has(globalThis, 'isToyLoaded'));
    assert.equal(await isLoaded(), false);
    await lab.find('nav.labs a').filter({ hasText: 'lab.toy' }).click();
    await lab.find('lab-toy .die').waitFor();
    assert.equal(await isLoaded(), true);
    const height = (await lab.find('.die').boundingBox())?.height ?? 0;
    assert.ok(height >= 321, `${height}`);
    assert.equal(await lab.frame.locator('html').getAttribute('data-lab'), 'toy');
    assert.equal(await lab.link(), '?lab=toy&v=1');
    await lab.find('nav.labs a').filter({ hasText: 'Descent' }).click();
    await lab.find('lab-curve').waitFor();
    assert.equal(await lab.frame.locator('html').getAttribute('data-lab'), 'descent');
  }));

test('a link opens it, says what is wrong, and follows it; a change can be undone', () =>
  withToy('?lab=toy&pips=9', async (lab) => {
    assert.equal(await lab.words('.die'), '6');
    assert.match(await lab.words('.notices'), /pips/);
    await lab.press('roll', 2);
    assert.equal(await lab.link(), '?lab=toy&pips=2&v=1');
    await lab.page.keyboard.press('Control+z');
    assert.equal(await lab.words('.die'), '6');
  }));

test('it is shared as a link, as a frame and as files', () =>
  withToy('?lab=toy&pips=4', async (lab) => {
    await lab.press('share');
    const link = await lab.find('lab-share lab-copy textarea').first().inputValue();
    assert.match(link, /\?lab=toy&pips=4&v=1$/);
    await lab.find('[data-tab=frame]').click();
    const boxes = lab.find('lab-share input[type=checkbox]');
    assert.deepEqual(
      await boxes.evaluateAll((all) => all.map((box) => box.getAttribute('value'))),
      ['share'],
    );
    const code = await lab.find('lab-share lab-copy textarea').first().inputValue();
    assert.match(code, /lab=toy&#38;pips=4|lab=toy&amp;pips=4/);
    assert.match(code, /A die that shows 4/);
    await lab.find('[data-tab=files]').click();
    const kinds = await lab
      .find('[data-file]')
      .evaluateAll((all) => all.map((each) => each.textContent));
    assert.deepEqual(kinds, ['PNG', 'CSV', 'JSON']);
    const [csv, json, png] = [
      await save(lab, 'csv'),
      await save(lab, 'json'),
      await save(lab, 'png'),
    ];
    assert.equal(csv.name, 'descent-lab-toy-die-4.csv');
    assert.equal(csv.bytes.toString(), 't,pips\r\n0,4\r\n');
    assert.equal(JSON.parse(json.bytes.toString()).pips, '4');
    assert.equal(png.bytes.toString('latin1', 1, 4), 'PNG');
  }));

/** Saves one kind of file. @param {import('./browser.js').Lab} lab @param {string} kind */
async function save(lab, kind) {
  const [download] = await Promise.all([
    lab.page.waitForEvent('download'),
    lab.find(`[data-file=${kind}]`).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('in a frame it answers its host: it has no steps, and a table', () =>
  withToy(
    '?lab=toy&pips=3&embed=1',
    async (lab) => {
      await lab.find('.die').waitFor();
      const ask = (/** @type {string} */ type) =>
        lab.page.evaluate(
          (wanted) =>
            new Promise((done) => {
              const heard = (/** @type {MessageEvent} */ { data }) =>
                data.id === wanted && done(data);
              addEventListener('message', heard);
              frames[0].postMessage({ target: 'descent-lab', v: 1, type: wanted, id: wanted }, '*');
            }),
          type,
        );
      const { lab: key, query, t, steps } = await ask('getState');
      assert.deepEqual([key, t, steps], ['toy', 0, 0]);
      assert.equal(query, 'lab=toy&pips=3&embed=1&v=1');
      assert.equal((await ask('run')).code, 'no_steps');
      assert.deepEqual((await ask('getData')).columns, { t: [0], pips: [3] });
      assert.match(
        (await lab.find('.open-full').getAttribute('href')) ?? '',
        /lab=toy&pips=3&v=1$/,
      );
    },
    true,
  ));

test('it is told when it goes to paper and when it comes back', () =>
  withToy('?lab=toy&pips=5', async (lab) => {
    await lab.settle();
    await lab.frame.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await lab.find('lab-toy').getAttribute('data-paper'), '5');
    await lab.frame.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await lab.find('lab-toy').getAttribute('data-paper'), null);
  }));

test('the guide lists its keys', () =>
  withToy('?lab=toy', async (lab) => {
    await lab.press('guide');
    const row = lab.find('[data-key=pips]');
    assert.match((await row.textContent()) ?? '', /pips=4/);
  }));
