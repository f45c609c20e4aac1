// The figure layout: stage, chosen controls, player and worked step, from 300 × 260 pixels up, in every lab.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';

const LABS = {
  descent: 'x0=70&controls=lr&t=3',
  'descent in 2D': 'f=bowl&x0=6,9&run=adam,lr:0.1&controls=lr&t=3',
  smoothing: 'lab=smoothing&controls=rho&sel=2&t=5',
  schedules: 'lab=schedules&controls=lr&t=5',
  sampling: 'lab=sampling&controls=lr&t=3',
  derivative: 'lab=derivative&controls=dx&t=3',
  'a map': 'f=wavy&run=sgd,lr:0.1&map=x,lr&controls=lr',
};

/** The lectures' smallest figure. */
const SMALL = { width: 300, height: 260 };

/**
 * @param {string} query @param {(lab: import('./browser.js').Lab) => Promise<void>} use
 * @param {{ width: number, height: number }} [viewport]
 */
const figure = (query, use, viewport = { width: 700, height: 460 }) =>
  withLab(
    { address: `${addresses.http}?layout=figure&${query}`, context: { viewport } },
    async (lab) => {
      await lab.find('.worked-lines p').first().waitFor({ state: 'attached' });
      await lab.settle();
      await use(lab);
    },
  );

/** The number fields seen, by their keys. @param {import('./browser.js').Lab} lab */
const controlsIn = (lab) =>
  lab
    .find('lab-number')
    .evaluateAll((fields) =>
      fields
        .filter((field) => field.getBoundingClientRect().height > 0)
        .map((field) => field.dataset.key),
    );

for (const [name, query] of Object.entries(LABS)) {
  test(`${name}: the figure fills a frame, and shows no control but the chosen one`, () =>
    figure(query, async (lab) => {
      const [key] = /controls=(\w+)/.exec(query)?.slice(1) ?? [];
      assert.deepEqual(await controlsIn(lab), [key]);
      for (const part of ['.page-header', '.objective select', '.speed', 'lab-table', '.plots'])
        for (const each of await lab.find(part).all()) assert.equal(await each.isVisible(), false);
      const boxes = await lab
        .find('.stage-chart, .player, .worked-lines, .open-full')
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()));
      assert.ok(boxes.length >= 4);
      const low = Math.max(...boxes.map(({ bottom }) => bottom));
      assert.ok(low > 430 && low <= 460, `the last part ends at ${low} of 460 px`);
      assert.ok(boxes[0].height > 150, `a stage of ${boxes[0].height} px`);
    }));

  test(`${name}: at 300 × 260 the chart, the control and the player are there, whole`, () =>
    figure(
      query,
      async (lab) => {
        const wide = await lab.frame.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        assert.equal(wide, 0);
        for (const part of await lab.find('.stage-chart').all()) {
          const box = await part.boundingBox();
          assert.ok(box && box.height >= 60 && box.width > 200, JSON.stringify(box));
        }
        const player = await lab.find('.player').boundingBox();
        assert.ok(player && player.y + player.height <= 260, JSON.stringify(player));
      },
      SMALL,
    ));
}

test('without controls only stage and player can be used; hide and lock are stronger than controls', () =>
  figure('t=3', async (lab) => {
    assert.deepEqual(await controlsIn(lab), []);
    await lab.show('layout=figure&controls=lr,x0&t=3');
    assert.deepEqual((await controlsIn(lab)).sort(), ['lr', 'x0']);
    await lab.show('layout=figure&controls=lr,x0&lock=lr&t=3');
    assert.equal(await lab.find('lab-number[data-key=lr] input[type=text]').isDisabled(), true);
    assert.equal(await lab.find('lab-number[data-key=x0] input[type=text]').isDisabled(), false);
    await lab.show('layout=figure&controls=lr,x0&hide=runs,player&t=3');
    assert.deepEqual(await controlsIn(lab), ['x0']);
    assert.equal(await lab.find('lab-player').isVisible(), false);
  }));

test('a control does what it does in the lab, and the link out opens all of the lab', () =>
  figure('x0=70&controls=lr&t=1', async (lab) => {
    const field = lab.find('lab-number[data-key=lr] input[type=text]');
    await field.fill('0.2');
    await field.blur();
    assert.match((await lab.mathLines()).join(), /42/);
    const href = await lab.find('.open-full').getAttribute('href');
    assert.match(String(href), /run=sgd,lr:0\.2/);
    assert.doesNotMatch(String(href), /layout|controls/);
    assert.match(await lab.link(), /layout=figure/);
  }));

test('the start is moved by the keyboard, and is seen while it has the focus', () =>
  figure('x0=70&t=1', async (lab) => {
    const start = lab.find('.stage-tools .start');
    await start.focus();
    assert.equal(await start.evaluate((part) => getComputedStyle(part).opacity), '1');
    await lab.page.keyboard.press('ArrowLeft');
    assert.doesNotMatch(await lab.words('.start'), /= 70$/);
  }));

test('layout and controls are attributes of the element, and may change', () =>
  withLab('?lab=descent', async (lab) => {
    const shown = await lab.frame.evaluate(async () => {
      const tag = /** @type {any} */ (document.createElement('descent-lab'));
      tag.core = /** @type {any} */ (document.querySelector('descent-lab')).core;
      for (const [name, value] of Object.entries({ layout: 'figure', controls: 'lr', x0: '70' }))
        tag.setAttribute(name, value);
      document.body.prepend(tag);
      await tag.settled();
      const keys = () =>
        [...tag.shadowRoot.querySelectorAll('lab-number')]
          .filter((field) => field.getBoundingClientRect().height > 0)
          .map((field) => field.dataset.key);
      const first = keys();
      tag.setAttribute('controls', 'x0');
      await new Promise((done) => setTimeout(done));
      await tag.settled();
      const second = keys();
      tag.removeAttribute('layout');
      await new Promise((done) => setTimeout(done));
      await tag.settled();
      const { length } = keys();
      tag.remove();
      return { first, second, length };
    });
    assert.deepEqual([shown.first, shown.second], [['lr'], ['x0']]);
    assert.ok(shown.length > 2);
  }));

test('a figure has no faults for axe', () =>
  figure('controls=lr,x0&t=3', async (lab) => assert.deepEqual(await lab.axe(), [])));
