// The share dialog: links, the code of a frame, files, and what happens when the browser refuses.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';
import { testWithAxe } from './everyone.js';

const QUERY = '?f=quadratic&x0=70&run=sgd,lr:0.1&run=momentum&t=4';
const DIALOG = '.share[open]';

/**
 * Opens the dialog, at one of its parts.
 * @param {import('./browser.js').Lab} lab
 * @param {'link'|'frame'|'files'} [tab]
 */
async function open(lab, tab = 'link') {
  await lab.press('share');
  await lab.find(DIALOG).waitFor();
  if (tab !== 'link') await lab.find(`[data-tab=${tab}]`).click();
}

/** The text that is to be copied. @param {import('./browser.js').Lab} lab */
const textOf = (lab) => lab.find(`${DIALOG} lab-copy textarea`).first().inputValue();

/** The experiment's query in the dialog's link. @param {import('./browser.js').Lab} lab */
const queryOf = async (lab) => decodeURIComponent(new URL(await textOf(lab)).search);

/** Refuses what a sandboxed frame refuses. */
const refuseClipboard = () =>
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: () => Promise.reject(new Error('refused')) },
  });

test('the dialog opens and closes by keyboard, and the focus goes back', () =>
  withLab(QUERY, async (lab) => {
    await lab.find('[data-act=share]').focus();
    await lab.page.keyboard.press('Enter');
    await lab.find(DIALOG).waitFor();
    await lab.page.keyboard.press('Tab');
    await lab.page.keyboard.press('Enter');
    assert.equal(await lab.find('[data-tab=frame]').getAttribute('aria-pressed'), 'true');
    await lab.page.keyboard.press('Escape');
    await lab.find(DIALOG).waitFor({ state: 'detached' });
    const focused = await lab.frame.evaluate(() =>
      document.activeElement?.getAttribute('data-act'),
    );
    assert.equal(focused, 'share');
  }));

test('nothing of the dialog is there before it is opened', () =>
  withLab(QUERY, async (lab) => {
    assert.equal(await lab.find('lab-share dialog > *').count(), 0);
  }));

test('the link is the canonical one, and follows the choices', () =>
  withLab(QUERY, async (lab) => {
    await open(lab);
    assert.equal(await textOf(lab), `${addresses.http}?lab=descent&run=sgd&run=momentum&t=4&v=1`);
    await lab.find('[name=opens][value=start]').check();
    assert.equal(await queryOf(lab), '?lab=descent&run=sgd&run=momentum&v=1');
    await lab.find('[name=opens][value=here]').check();
    // x after four steps of the lecture: 28.672.
    assert.equal(await queryOf(lab), '?lab=descent&x0=28.672&run=sgd&run=momentum&v=1');
    assert.match(await lab.words('.share fieldset'), /starting from the point shown: 28\.672/);
    await lab.find('[data-choice=lang]').selectOption('vi');
    await lab.find('[data-choice=theme]').selectOption('dark');
    assert.match(await queryOf(lab), /&lang=vi&theme=dark&v=1$/);
    assert.equal(await lab.link(), QUERY, 'the page itself is as it was');
  }));

test('the selected run’s point is the one to start from', () =>
  withLab(QUERY, async (lab) => {
    await lab.find('lab-run .mark').nth(1).click();
    const { x } = await lab.table();
    await open(lab);
    await lab.find('[name=opens][value=here]').check();
    const start = Number(/x0=([^&]+)/.exec(await queryOf(lab))?.[1]);
    assert.ok(Math.abs(start - x[4]) <= 1e-9 * Math.abs(x[4]), `${start} is not ${x[4]}`);
  }));

test('at step 0 there is nothing to choose between', () =>
  withLab('?x0=70', async (lab) => {
    await open(lab);
    assert.equal(await lab.find('[name=opens]').count(), 0);
  }));

test('the link is copied, and that is said', () =>
  withLab(
    {
      address: addresses.http + QUERY,
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    },
    async (lab) => {
      await open(lab);
      await lab.press('copy');
      await lab.find(`${DIALOG} [role=status]:has-text("Copied")`).waitFor();
      const copied = await lab.frame.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, await textOf(lab));
    },
  ));

test('a refused clipboard leaves the link selected, and says so', () =>
  withLab({ address: addresses.http + QUERY, init: refuseClipboard }, async (lab) => {
    await open(lab);
    await lab.press('copy');
    assert.match(await lab.words(`${DIALOG} lab-copy:first-of-type .copy-tools`), /refused/);
    const link = lab.find('lab-copy textarea').first();
    const [selected, whole] = await link.evaluate((field) => {
      const { selectionStart, selectionEnd, value } = /** @type {HTMLTextAreaElement} */ (field);
      return [value.slice(selectionStart, selectionEnd), value];
    });
    assert.equal(selected, whole);
  }));

/** Makes the lab think that its page is on the web. @param {import('./browser.js').Lab} lab */
const publish = (lab) =>
  lab.find('descent-lab').evaluate((element) => {
    /** @type {any} */ (element).home = 'https://lab.example/';
  });

test('a link has a QR code, one that is too long says so', () =>
  withLab(QUERY, async (lab) => {
    await publish(lab);
    await open(lab);
    const path = (await lab.find('lab-qr path').getAttribute('d')) ?? '';
    // A finder pattern stands in the corner: seven dark modules in a row.
    assert.match(path, /^M0 0h7v1h-7z/);
    await lab.find('[data-act=close]:visible').click();
    const rows = Array.from({ length: 200 }, (_, i) => `${i}.123,${i}.456`).join(';');
    await lab.page.goto(`${addresses.http}?lab=sampling&xy=${rows}`);
    await publish(lab);
    await open(lab);
    assert.equal(await lab.find('lab-qr svg').count(), 0);
    assert.match(await lab.words('lab-qr'), /too long for a QR code/);
  }));

for (const [what, address] of Object.entries(addresses))
  test(`a page of this computer (${what}) says that its link works here only, and gives the query`, () =>
    withLab({ address: address + QUERY }, async (lab) => {
      await open(lab);
      assert.match(await lab.words(DIALOG), /works on this computer only/);
      const query = await lab.find('lab-copy textarea').nth(1).inputValue();
      assert.equal(query, '?lab=descent&run=sgd&run=momentum&t=4&v=1');
      assert.equal(await lab.find('lab-qr').count(), 0);
      await lab.find('[data-tab=frame]').click();
      assert.match(await lab.words(DIALOG), /change the address in src/);
    }));

test('the code of a frame follows what is hidden, locked and asked for, and opens so', () =>
  withLab(QUERY, async (lab) => {
    await open(lab, 'frame');
    await lab.find('[data-choice=width]').fill('800');
    await lab.find('[data-choice=height]').fill('400');
    await lab.find('[data-list=hide][value=worked]').check();
    await lab.find('[data-list=hide][value=controls]').check();
    await lab.find('[data-list=lock][value=x0]').check();
    const code = await textOf(lab);
    const frame = await lab.frame.evaluate((text) => {
      const holder = new DOMParser().parseFromString(text, 'text/html').body;
      const [only, ...more] = holder.children;
      const names = [...only.attributes].map(({ name, value }) => [name, value]);
      return { tag: only.tagName, more: more.length, ...Object.fromEntries(names) };
    }, code);
    assert.deepEqual(
      [frame.tag, frame.more, frame.width, frame.height],
      ['IFRAME', 0, '800', '400'],
    );
    assert.match(frame.title, /^Descent Lab – Parabola: f\(x\) = a·x², a = 1$/);
    assert.equal(
      decodeURIComponent(new URL(frame.src).search),
      '?lab=descent&run=sgd&run=momentum&t=4&embed=1&hide=controls,worked&lock=x0&v=1',
    );
    await lab.page.goto(frame.src);
    await lab.find('lab-player').waitFor();
    assert.equal(await lab.find('lab-worked, lab-objective, .page-header').count(), 0);
  }));

test('an impossible size is said, and the code keeps a possible one', () =>
  withLab(QUERY, async (lab) => {
    await open(lab, 'frame');
    await lab.find('[data-choice=width]').fill('"><script>');
    assert.match(await lab.words('.share .own-error'), /pixels \(320\) or percent \(100%\)/);
    assert.match(await textOf(lab), / width="100%" height="560" /);
  }));

/** Saves one kind of file. @param {import('./browser.js').Lab} lab @param {string} kind */
async function save(lab, kind) {
  const [download] = await Promise.all([
    lab.page.waitForEvent('download'),
    lab.find(`[data-file=${kind}]`).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

for (const [what, query, stem, tableStem] of [
  ['a curve', QUERY, 'descent-lab-sgd-momentum-quadratic', 'descent-lab-sgd-quadratic'],
  [
    'a plane',
    '?f=himmelblau&run=adam&t=9&theme=dark',
    'descent-lab-adam-himmelblau',
    'descent-lab-adam-himmelblau',
  ],
  [
    'data and a loss',
    '?lab=sampling&run=adam&t=5',
    'descent-lab-sampling-adam-iris',
    'descent-lab-sampling-adam-iris',
  ],
])
  test(`${what}: the files are named after the experiment and hold it`, () =>
    withLab(query, async (lab) => {
      const { width } = (await lab.find('.stage').boundingBox()) ?? { width: 0 };
      await open(lab, 'files');
      const png = await save(lab, 'png');
      assert.equal(png.name, `${stem}.png`);
      assert.equal(png.bytes.toString('latin1', 1, 4), 'PNG');
      assert.ok(Math.abs(png.bytes.readUInt32BE(16) - 2 * (width + 40)) <= 4, 'twice as wide');
      const svg = await save(lab, 'svg');
      assert.equal(svg.name, `${stem}.svg`);
      const root = await lab.frame.evaluate(
        (text) => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.tagName,
        svg.bytes.toString(),
      );
      assert.equal(root, 'svg');
      const csv = await save(lab, 'csv');
      assert.equal(csv.name, `${tableStem}.csv`);
      const json = await save(lab, 'json');
      assert.equal(json.name, `${stem}.json`);
      const { format, lab: key } = JSON.parse(json.bytes.toString());
      assert.equal(format, 'descent-lab-experiment');
      assert.equal(key, new URLSearchParams(query).get('lab') ?? 'descent');
    }));

test('the CSV is the step table of the selected run, in full precision', () =>
  withLab(QUERY, async (lab) => {
    const { t, x, f } = await lab.table();
    await open(lab, 'files');
    const lines = (await save(lab, 'csv')).bytes.toString().trim().split('\r\n');
    const cells = lines.slice(1).map((line) => line.split(',').map(Number));
    assert.match(lines[0], /^t,x,f,/);
    assert.deepEqual(
      cells.map(([first]) => first),
      t,
    );
    assert.deepEqual(
      cells.map((row) => row[1]),
      x,
    );
    assert.deepEqual(
      cells.map((row) => row[2]),
      f,
    );
  }));

/**
 * Chooses a file with a text in it.
 * @param {import('./browser.js').Lab} lab
 * @param {string} name
 * @param {string} text
 */
const choose = (lab, name, text) =>
  lab
    .find('.open-file input')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('a saved experiment is opened again, in the reader’s language', () =>
  withLab('?f=rosenbrock&run=adam,lr:0.02&run=momentum&t=7&lang=vi', async (lab) => {
    await open(lab, 'files');
    const { bytes } = await save(lab, 'json');
    await lab.page.goto(`${addresses.http}?x0=3&lang=vi`);
    await open(lab, 'files');
    await choose(lab, 'saved.json', bytes.toString());
    await lab.find(DIALOG).waitFor({ state: 'detached' });
    const saved = '?lab=descent&f=rosenbrock&run=adam,lr:0.02&run=momentum&t=7&lang=vi&v=1';
    assert.equal(await lab.link(), saved);
  }));

for (const [what, text, said] of /** @type {[string, string, RegExp][]} */ ([
  ['no JSON', '{"format":', /“a\.json” is not JSON/],
  ['other JSON', '{"hello":1}', /“a\.json” holds no experiment/],
  ['no text', '{"format":"descent-lab-experiment","f":{"x":1}}', /the value of “f” is not a text/],
  ['<b>', '<b>bold</b>', /“a\.json” is not JSON/],
]))
  test(`a file with ${what} changes nothing, and what is wrong is said`, () =>
    withLab(QUERY, async (lab) => {
      const before = await lab.link();
      await open(lab, 'files');
      await choose(lab, 'a.json', text);
      await lab.find('.share .own-error p').waitFor();
      assert.match(await lab.words('.share .own-error'), said);
      assert.equal(await lab.link(), before);
    }));

test('a file with a bad value opens with the default there, and says which key and what is allowed', () =>
  withLab(QUERY, async (lab) => {
    await open(lab, 'files');
    await choose(
      lab,
      'a.json',
      '{"format":"descent-lab-experiment","x0":"far","run":"adam,beta1:9"}',
    );
    await lab.find('.share .own-error p').nth(1).waitFor();
    const words = await lab.words('.share .own-error');
    assert.match(words, /x0.*far/);
    assert.match(words, /run › adam › beta1/);
    assert.match(await lab.link(), /run=adam/);
  }));

testWithAxe(
  'the dialog at each of its parts',
  QUERY,
  (lab) => open(lab),
  (lab) => lab.find('[data-tab=frame]').click(),
  (lab) => lab.find('[data-tab=files]').click(),
);

for (const lang of ['en', 'vi'])
  test(`at 320 pixels nothing of the dialog stands beside it, in ${lang}`, () =>
    withLab(`${QUERY}&lang=${lang}`, async (lab) => {
      await lab.page.setViewportSize({ width: 320, height: 640 });
      for (const tab of /** @type {const} */ (['link', 'frame', 'files'])) {
        await open(lab, tab);
        const beside = await lab
          .find('.share-body')
          .evaluate((body) => body.scrollWidth - body.clientWidth);
        assert.ok(beside <= 0, `${beside} pixels beside at ${tab}`);
        await lab.page.keyboard.press('Escape');
      }
    }));
