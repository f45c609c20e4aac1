// The map: its picture, what is said of a pixel, pointing, picking, zooming, the link, and the page for everyone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';
import { eventually } from './eventually.js';
import { testWidths, testWithAxe } from './everyone.js';

const LAB = '?f=himmelblau&run=momentum,lr:0.01&steps=200&map=x,y';
const RATES = '?f=elongated&run=momentum,lr:0.1&steps=60&map=lr,m&mapshow=fate';

/** @param {import('./browser.js').Lab} lab @param {RegExp} wanted */
const legendSays = (lab, wanted) =>
  eventually(async () => assert.match(await lab.words('.map-legend'), wanted));

/** The canvas's picture as text. @param {import('./browser.js').Lab} lab */
const pictureOf = (lab) =>
  lab
    .find('lab-map canvas')
    .evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());

/** @param {import('./browser.js').Lab} lab */
const placeOf = async (lab) => {
  const box = await lab.find('lab-map canvas').boundingBox();
  assert.ok(box);
  return (/** @type {number} */ across, /** @type {number} */ down) =>
    /** @type {const} */ ([box.x + across * box.width, box.y + down * box.height]);
};

test('the map is one press away, has the link, and its legend counts where runs end', () =>
  withLab('?f=himmelblau&run=momentum,lr:0.01&steps=200', async (lab) => {
    assert.equal(await lab.find('lab-map').count(), 0);
    await lab.press('map');
    await legendSays(lab, /1: \d+ % reach \(−3.779, −3.283\).*4: \d+ % reach \(3.584, −1.848\)/s);
    assert.match(await lab.link(), /&map=x,y&/);
    await lab.press('plane');
    await lab.find('lab-plane').waitFor();
    assert.doesNotMatch(await lab.link(), /map/);
  }));

test('a click on a pixel starts there, and the words under the pointer say where it ends', () =>
  withLab(LAB, async (lab) => {
    await legendSays(lab, /reach/);
    const place = await placeOf(lab);
    await lab.page.mouse.click(...place(0.42, 0.3));
    assert.match(await lab.link(), /x0=-?[\d.]+,[\d.]+&/);
    await lab.page.mouse.move(...place(0.42, 0.31));
    await eventually(async () =>
      assert.match(
        await lab.words('.map-words'),
        /x₀ = −.*, y₀ = .*: reaches \(−2.805, 3.131\) at step \d+, f = /,
      ),
    );
    const at = await lab.frame.evaluate(() => document.activeElement?.tagName);
    assert.ok(at);
  }));

test('the map stands still when a click moves the start that its range follows', () =>
  withLab('?x0=70&map=x,lr&steps=30', async (lab) => {
    await legendSays(lab, /reach/);
    const place = await placeOf(lab);
    assert.doesNotMatch(await lab.link(), /maprange/);
    await lab.page.mouse.click(...place(0.8, 0.3));
    await eventually(async () => assert.match(await lab.link(), /x0=4\d.*maprange=-80,80,/));
  }));

test('arrow keys point at a pixel and Enter takes its rates', () =>
  withLab(RATES, async (lab) => {
    await legendSays(lab, /diverges/);
    const handle = lab.find('lab-map .handle');
    await handle.focus();
    for (let i = 0; i < 8; i++) await lab.page.keyboard.press('ArrowRight');
    await eventually(async () =>
      assert.match((await handle.getAttribute('aria-valuetext')) ?? '', /^η = 0.2.*, m = 0.9/),
    );
    await lab.page.keyboard.press('Enter');
    await eventually(async () => assert.match(await lab.link(), /run=momentum,lr:0\.2\d*/));
    await lab.page.keyboard.press('+');
    await eventually(async () =>
      assert.match(await lab.link(), /maprange=[\d.e-]+,[\d.]+,0\.\d+,/),
    );
    await lab.page.keyboard.press('0');
    await eventually(async () => assert.doesNotMatch(await lab.link(), /maprange/));
  }));

test('other sides and other colours are chosen in menus, and an own tolerance stays in the link', () =>
  withLab(`${LAB}&maptol=0.05`, async (lab) => {
    await legendSays(lab, /reach/);
    await lab.find('[data-act=map-axis-0]').selectOption('lr');
    await eventually(async () => assert.match(await lab.link(), /map=lr,y&maptol=0.05&/));
    await lab.find('[data-act=map-axis-1]').selectOption('m');
    await lab.find('[data-act=map-show]').selectOption('steps');
    await eventually(async () =>
      assert.match(await lab.link(), /map=lr,m&mapshow=steps&maptol=0.05&/),
    );
    await legendSays(lab, /steps until it stays there/);
    await lab.find('[data-act=map-axis-0]').selectOption('m');
    await eventually(async () => assert.match(await lab.link(), /map=m,lr&/));
  }));

test('an orbit is chosen in a menu, a click takes its column, and what means nothing is idle', () =>
  withLab('?f=doublewell,c:0&x0=0.5&run=sgd,lr:0.2&steps=400&map=x,lr', async (lab) => {
    await legendSays(lab, /reach/);
    await lab.find('[data-act=map-show]').selectOption('orbit');
    await eventually(async () => assert.match(await lab.link(), /map=lr,x&mapshow=orbit/));
    await legendSays(lab, /1.*200 visits in the second half of the steps/s);
    assert.equal(await lab.find('[data-act=map-tolerance]').isDisabled(), true);
    assert.equal(await lab.find('[data-act=map-axis-1] option').count(), 1);
    assert.equal(await lab.find('[data-act=map-axis-0] option[value=x]').count(), 0);
    const place = await placeOf(lab);
    await lab.page.mouse.click(...place(0.5, 0.5));
    await eventually(async () => assert.match(await lab.link(), /x0=0.5&.*run=sgd,lr:0\.0\d+/));
    await eventually(async () =>
      assert.match(
        await lab.words('.map-words'),
        /^η = .*, x = .*: converged, here in \d+ % of the steps after 200$/,
      ),
    );
    const coming = lab.page.waitForEvent('download');
    await lab.press('map-csv');
    const text = readFileSync(await (await coming).path()).toString();
    assert.match(text, /^lr,x,visits\n[\d.e-]+,-?[\d.]+,\d+\n/);
  }));

test('lines of theory lie over a map of rates, and the best of them is said', () =>
  withLab(RATES.replace('mapshow', 'maprange=0.05,2,0,1&mapshow'), (lab) =>
    legendSays(
      lab,
      /the largest stable η.*what a step leaves.*least: 0\.63\d at η = 0\.66\d, m = 0\.40/s,
    ),
  ));

test('while a slider is dragged the map follows, and ends at what the last place asks for', () =>
  withLab(LAB, async (lab) => {
    await legendSays(lab, /leave the finite numbers/);
    const before = await pictureOf(lab);
    const slider = lab.find('.run input[type=range]').first();
    const box = await slider.boundingBox();
    assert.ok(box);
    await lab.page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
    await lab.page.mouse.down();
    const seen = new Set();
    for (let i = 30; i > 4; i -= 3) {
      await lab.page.mouse.move(box.x + (box.width * i) / 100, box.y + box.height / 2);
      seen.add(await lab.words('.map-legend'));
    }
    await lab.page.mouse.up();
    assert.ok(seen.size > 3, `the legend had ${seen.size} states`);
    await eventually(async () => {
      assert.doesNotMatch(await lab.words('.map-legend'), /leave the finite numbers/);
      assert.notEqual(await pictureOf(lab), before);
    });
  }));

test('nothing is computed when nothing changes, nor while the map is out of sight', () =>
  withLab({ address: `${addresses.http}${LAB}`, init: countMessages }, async (lab) => {
    await legendSays(lab, /reach/);
    await lab.settle();
    const count = () => lab.frame.evaluate(() => /** @type {any} */ (globalThis).messages);
    await eventually(async () => {
      const before = await count();
      await lab.page.waitForTimeout(400);
      assert.equal(await count(), before);
    });
    await lab.frame.evaluate(() => scrollTo(0, 1e5));
    await lab.page.waitForTimeout(300);
    const before = await count();
    await lab.show(LAB.slice(1).replace('0.01', '0.02'));
    await lab.page.waitForTimeout(600);
    assert.equal(await count(), before);
  }));

/** Counts what is asked of workers. */
function countMessages() {
  const { postMessage } = Worker.prototype;
  Object.assign(globalThis, { messages: 0 });
  Worker.prototype.postMessage = function (/** @type {any[]} */ ...given) {
    /** @type {any} */ (globalThis).messages++;
    return Reflect.apply(postMessage, this, given);
  };
}

test('where workers are forbidden the map is computed in slices', () =>
  withLab(
    {
      address: `${addresses.http}${LAB}`,
      init: () => Object.assign(globalThis, { Worker: undefined }),
    },
    (lab) => legendSays(lab, /reach/),
  ));

test('a map opens in a sandboxed frame, and from a file in Vietnamese', async () => {
  await withLab({ address: `${addresses.http}${LAB}`, isFramed: true }, (lab) =>
    legendSays(lab, /reach/),
  );
  await withLab({ address: `${addresses.file}${LAB}&lang=vi` }, (lab) =>
    legendSays(lab, /1: \d+ % tới \(−3,779; −3,283\)/),
  );
});

test('a link that cannot be meant says so and shows the usual map', () =>
  withLab('?f=himmelblau&run=sgd&map=x,beta1&maptol=0', async (lab) => {
    assert.match(await lab.words('lab-notices, .notices'), /map.*beta1.*maptol/s);
    await legendSays(lab, /100 % leave/);
  }));

test('the map is kept as a picture, and as a table of its pixels', () =>
  withLab(LAB, async (lab) => {
    await legendSays(lab, /reach/);
    for (const kind of ['png', 'csv']) {
      const coming = lab.page.waitForEvent('download');
      await lab.press(`map-${kind}`);
      const file = await coming;
      assert.equal(file.suggestedFilename(), `descent-lab-map.${kind}`);
      const bytes = readFileSync(await file.path());
      if (kind === 'png')
        assert.deepEqual([bytes.subarray(1, 4).toString(), bytes.length > 5e4], ['PNG', true]);
      else assert.match(bytes.toString(), /^x,y,basin,to_x,to_y,steps,f\n-\d.*\n/);
    }
  }));

test('where many runs have not arrived, more steps are one press away', () =>
  withLab(LAB.replace('200', '60'), async (lab) => {
    await legendSays(lab, /\d\d % have not arrived after 60 steps.*Take 240 steps/s);
    await lab.press('map-more');
    await eventually(async () => assert.match(await lab.link(), /steps=240/));
    await legendSays(lab, /1: \d\d % reach/);
    assert.equal(await lab.find('[data-act=map-more]').count(), 0);
  }));

testWithAxe('a map of starts', LAB, (lab) => legendSays(lab, /%/));
testWithAxe('a map of rates', RATES, (lab) => legendSays(lab, /%/));
testWidths('a map', LAB);
testWidths('an orbit', '?f=doublewell,c:0&x0=0.5&steps=300&map=lr,x&mapshow=orbit');

test('presented, a map still says what its colours mean, below the picture', () =>
  withLab(`${LAB}&present=1`, async (lab) => {
    await legendSays(lab, /reach/);
    const legend = lab.find('.map-legend');
    assert.equal(await legend.isVisible(), true);
    const [above, below] = await Promise.all(
      ['lab-map', '.map-legend'].map((each) => lab.find(each).first().boundingBox()),
    );
    assert.ok(above && below);
    assert.ok(below.y >= above.y + above.height - 1, `${below.y} below ${above.y + above.height}`);
    assert.ok(below.height > 10);
  }));

for (const lang of ['en', 'vi'])
  test(`on a phone every menu of a map shows what is chosen, in ${lang}`, () =>
    withLab(`${LAB}&lang=${lang}`, async (lab) => {
      await lab.page.setViewportSize({ width: 360, height: 740 });
      await lab.settle();
      const widths = await lab
        .find('.map-choices select')
        .evaluateAll((menus) => menus.map((menu) => menu.getBoundingClientRect().width));
      assert.equal(widths.length, 4);
      assert.ok(Math.min(...widths) >= 64, widths.join(' '));
    }));
