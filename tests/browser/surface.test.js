// The surface view: the toggle, turning by mouse and buttons, the link, and the page for everyone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { withLab } from './browser.js';
import { testWithAxe } from './everyone.js';

const LAB = '?f=himmelblau&run=adam,lr:0.1&run=momentum,lr:0.01&steps=100&t=60';

/** The canvas's picture as text. @param {import('./browser.js').Lab} lab */
const pictureOf = async (lab) => {
  await lab.settle();
  return lab
    .find('lab-surface canvas')
    .evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());
};

test('the plane is what opens; the surface is one press away, and the link has it', () =>
  withLab(LAB, async (lab) => {
    assert.equal(await lab.find('lab-surface').count(), 0);
    await lab.press('surface');
    assert.equal(await lab.find('lab-plane').count(), 0);
    assert.match(await lab.link(), /surface=-35,35/);
    await lab.press('plane');
    assert.equal(await lab.find('lab-surface').count(), 0);
    assert.doesNotMatch(await lab.link(), /surface/);
  }));

test('a drag turns it sideways and up, buttons do the same', () =>
  withLab(`${LAB}&surface=0,30`, async (lab) => {
    const before = await pictureOf(lab);
    const box = await lab.find('lab-surface canvas').boundingBox();
    assert.ok(box);
    await lab.page.mouse.move(box.x + 200, box.y + 200);
    await lab.page.mouse.down();
    await lab.page.mouse.move(box.x + 300, box.y + 250, { steps: 5 });
    await lab.page.mouse.up();
    assert.match(await lab.link(), /surface=40,50&/);
    assert.notEqual(await pictureOf(lab), before);
    for (const act of ['turn-left', 'turn-higher', 'turn-higher', 'turn-higher'])
      await lab.press(act);
    assert.match(await lab.link(), /surface=25,90&/);
  }));

test('stepping moves the heads of the paths, and nothing is drawn when nothing changes', () =>
  withLab(`${LAB}&surface=-35,35`, async (lab) => {
    const before = await pictureOf(lab);
    await lab.press('back', 5);
    assert.notEqual(await pictureOf(lab), before);
    const strokes = await lab.frame.evaluate(async () => {
      let count = 0;
      const { stroke } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.stroke = function (/** @type {any[]} */ ...of) {
        count++;
        return /** @type {any} */ (stroke).apply(this, of);
      };
      await new Promise((done) => setTimeout(done, 300));
      CanvasRenderingContext2D.prototype.stroke = stroke;
      return count;
    });
    assert.equal(strokes, 0);
  }));

for (const query of [
  '?f=bowl&x0=4,4&run=sgd,lr:1.2&steps=40&t=40&surface=-35,35',
  '?f=himmelblau&x0=4,4&run=sgd,lr:0.5&steps=6&t=6&surface=-35,35',
  '?f=bowl&view=0,1e-9,0,1e-9&run=sgd,lr:0.1&t=20&surface=-35,35',
])
  test(`a path far off the block draws at once: ${query}`, () =>
    withLab(query, async (lab) => {
      assert.ok((await pictureOf(lab)).length > 5000);
      await lab.press('back');
    }));

test('after a visit to another lab a drag turns the surface as far as before', () =>
  withLab(`${LAB}&surface=0,30`, async (lab) => {
    for (const name of ['Smoothing', 'Descent', 'Smoothing', 'Descent'])
      await lab.find('nav a').filter({ hasText: name }).click();
    assert.ok((await pictureOf(lab)).length > 5000);
    const box = await lab.find('lab-surface canvas').boundingBox();
    assert.ok(box);
    await lab.page.mouse.move(box.x + 200, box.y + 200);
    await lab.page.mouse.down();
    await lab.page.mouse.move(box.x + 250, box.y + 200, { steps: 5 });
    await lab.page.mouse.up();
    assert.match(await lab.link(), /surface=20,30&/);
  }));

test('every landscape of two variables has a surface, silently', () =>
  withLab('?f=bowl&surface=-35,35', async (lab) => {
    const planes = core.catalog.objectives.filter(({ dim }) => dim === 2);
    assert.ok(planes.length >= 9);
    for (const { key } of planes) {
      await lab.find('.choose-objective').selectOption(key);
      assert.ok((await pictureOf(lab)).length > 5000, key);
    }
  }));

testWithAxe('the lab with a surface', `${LAB}&surface=-35,35`, (lab) =>
  lab.find('lab-surface canvas').waitFor(),
);
