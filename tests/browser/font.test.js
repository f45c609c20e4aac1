// Formulas use the font in the file wherever the page may load it, and another font elsewhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';
import { toolsOf } from './chromium.js';
import { ready, withBody } from './tag-page.js';

const ADAM = '?x0=9&run=adam,lr:0.1&t=1';
const FAMILY = 'Descent Lab Math';

/** @param {import('./browser.js').Lab} lab */
const fontOf = (lab) =>
  lab.frame.evaluate(async (family) => {
    await document.fonts.ready;
    const faces = [...document.fonts].filter((face) => face.family.includes(family));
    return faces.map(({ status }) => status);
  }, FAMILY);

for (const [where, options] of Object.entries({
  'over http': { address: addresses.http + ADAM },
  'as a file': { address: addresses.file + ADAM },
  'in a sandboxed frame': { address: addresses.http + ADAM, isFramed: true },
}))
  test(`the font of formulas is there once, ${where}`, () =>
    withLab(options, async (lab) => {
      await lab.find('.worked-lines mfrac').first().waitFor();
      assert.deepEqual(await fontOf(lab), ['loaded']);
      const used = await lab
        .find('.worked-lines math')
        .first()
        .evaluate((math) => getComputedStyle(math).fontFamily);
      assert.ok(used.startsWith(`"${FAMILY}"`), used);
    }));

test('fractions keep the air that the font’s MATH table asks for', () =>
  withLab(ADAM, async (lab) => {
    const fraction = lab.find('.worked-lines mfrac').first();
    await fraction.waitFor();
    await fontOf(lab);
    const [over, under, size] = await fraction.evaluate((frac) => {
      const [top, bottom] = [...frac.children].map((part) => part.getBoundingClientRect());
      return [top.bottom, bottom.top, Number.parseFloat(getComputedStyle(frac).fontSize)];
    });
    // STIX Two Math: a bar of 0.068 em with gaps of at least 0.068 em above and below it, outside of display
    // style.
    assert.ok(under - over >= 0.19 * size, `${under - over} of ${size}`);
  }));

test('without the interface of fonts the page is silent, and sets formulas in the reader’s', () =>
  withLab(
    {
      address: addresses.http + ADAM,
      init: () => {
        Reflect.deleteProperty(globalThis, 'FontFace');
      },
    },
    async (lab) => {
      await lab.find('.worked-lines mfrac').first().waitFor();
      assert.deepEqual(await fontOf(lab), []);
    },
  ));

test('a word among factors has space: 0.1 sign(−0.85), η sign(', () =>
  withLab('?x0=-0.85&f=quadratic&run=signsgd,lr:0.1&t=1', async (lab) => {
    await lab.find('.worked-lines math').first().waitFor();
    await fontOf(lab);
    const gaps = await lab.find('.worked-lines math').evaluateAll((maths) =>
      maths.flatMap((math) =>
        [...math.querySelectorAll('mi')]
          .filter(({ textContent }) => textContent === 'sign')
          .map((word) => {
            const factor = word.closest('mrow')?.parentElement?.firstElementChild;
            const size = Number.parseFloat(getComputedStyle(word).fontSize);
            const { left } = word.getBoundingClientRect();
            return (left - (factor?.getBoundingClientRect().right ?? left)) / size;
          }),
      ),
    );
    assert.equal(gaps.length, 2);
    for (const gap of gaps) assert.ok(gap >= 0.15, `${gap} em`);
  }));

/**
 * The fonts that glyphs of a worked line were really drawn with, as the browser's own tools tell.
 * @param {import('playwright-core').Page} page
 */
async function drawnWith(page) {
  const tools = await toolsOf(page);
  for (const part of ['DOM', 'CSS']) await tools.send(/** @type {any} */ (`${part}.enable`));
  await tools.send('DOM.getDocument', { depth: -1, pierce: true });
  const tokens = ':is(mi, mn, mo)';
  const all = `[...document.querySelector('descent-lab').shadowRoot.querySelectorAll('.worked-lines ${tokens}')]`;
  const count = Number(
    (await tools.send('Runtime.evaluate', { expression: `${all}.length` })).result.value,
  );
  const found = [];
  for (let i = 0; i < count; i++) {
    const { result } = await tools.send('Runtime.evaluate', { expression: `${all}[${i}]` });
    const { nodeId } = await tools.send('DOM.requestNode', { objectId: result.objectId ?? '' });
    const { fonts } = await tools.send('CSS.getPlatformFontsForNode', { nodeId });
    found.push(...fonts.map(({ familyName, isCustomFont }) => `${familyName} ${isCustomFont}`));
  }
  assert.ok(found.length > 30, `${found.length} glyph runs`);
  return [...new Set(found)];
}

const ELEMENT = '<descent-lab x0="9" run="adam,lr:0.1" t="1"></descent-lab>';
const OTHERS = '<style>* { font-family: cursive !important }</style>';
for (const [where, body] of Object.entries({
  plain: ELEMENT,
  'with its own fonts': OTHERS + ELEMENT,
}))
  test(`in <descent-lab> on a page of others, ${where}, every glyph of a formula is of that font`, () =>
    withBody(body, async (page) => {
      await ready(page);
      await page.locator('.worked-lines mfrac').first().waitFor();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      assert.deepEqual(await drawnWith(page), [`${FAMILY} true`]);
    }));
