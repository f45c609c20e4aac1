// The plane of two variables: the lecture's numbers, the start by hand and by keys, zooming and moving the
// view.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, assertNear, withLab } from './browser.js';
import { toolsOf } from './chromium.js';

const EXERCISE = '?f=elongated&x0=-5,-2&run=sgd,lr:0.4&run=momentum_torch,lr:0.4,mu:0.5&steps=20';

/**
 * The box in view, as the plane's chart has it.
 * @param {import('./browser.js').Lab} lab
 * @returns {Promise<number[]>}
 */
async function boxOf(lab) {
  await lab.settle();
  return lab.find('lab-plane').evaluate((host) => [.../** @type {any} */ (host).chart.box]);
}

/**
 * A point of the plane on the screen.
 * @param {import('./browser.js').Lab} lab
 * @param {number} x
 * @param {number} y
 */
async function placeOf(lab, x, y) {
  await lab.settle();
  const [left, top] = await lab
    .find('lab-plane')
    .evaluate((host, at) => /** @type {any} */ (host).chart.placeOf(...at), [x, y]);
  const box = await lab.find('lab-plane canvas').boundingBox();
  assert.ok(box);
  return { x: box.x + left, y: box.y + top };
}

test('0.1x² + 2y² from (−5, −2) with η 0.4: y changes sign each step while x creeps', () =>
  withLab(EXERCISE, async (lab) => {
    const { x, y, gx, gy } = await lab.table(4);
    assertNear(x, [-5, -4.6, -4.232, -3.89344], 1e-12);
    assertNear(y, [-2, 1.2, -0.72, 0.432], 1e-12);
    assertNear(gx.slice(0, 2), [-1, -0.92], 1e-12);
    assertNear(gy.slice(0, 2), [-8, 4.8], 1e-12);
    assert.match(await lab.words('.run', 0), /stable here: η = 0\.4 is below 0\.5/);
    assert.match(await lab.words('.run', 1), /stable here: η = 0\.4 is below 0\.75/);
    assert.match(await lab.words('lab-plane-stage'), /eigenvalues 0\.2 and 4, condition number 20/);
  }));

test('a unit of x is drawn as long as one of y', () =>
  withLab('?f=bowl', async (lab) => {
    const [a, b, c] = [
      await placeOf(lab, 0, 0),
      await placeOf(lab, 1, 0),
      await placeOf(lab, 0, 1),
    ];
    assert.ok(Math.abs(b.x - a.x - (a.y - c.y)) < 0.01);
  }));

test('a click on the plane starts all runs there, and a drag follows', () =>
  withLab(EXERCISE, async (lab) => {
    const { mouse } = lab.page;
    const first = await placeOf(lab, 2, 1);
    await mouse.click(first.x, first.y);
    assertNear((await lab.table(1)).x, [2], 0.02);
    assertNear((await lab.table(1)).y, [1], 0.02);
    const next = await placeOf(lab, -1, -1);
    await mouse.move(first.x, first.y);
    await mouse.down();
    await mouse.move(next.x, next.y, { steps: 4 });
    await mouse.up();
    assertNear((await lab.table(1)).x, [-1], 0.02);
    assert.match(await lab.link(), /x0=-1(\.\d+)?,-1(\.\d+)?&/);
  }));

test('a finger drags the handle in any direction', () =>
  withLab({ address: addresses.http + EXERCISE, context: { hasTouch: true } }, async (lab) => {
    const from = await placeOf(lab, -5, -2);
    const to = await placeOf(lab, -2, 3);
    const client = await toolsOf(lab.page);
    const touch = (
      /** @type {string} */ type,
      /** @type {{x: number, y: number}[]} */ touchPoints,
    ) => client.send('Input.dispatchTouchEvent', { type: /** @type {any} */ (type), touchPoints });
    await touch('touchStart', [from]);
    await touch('touchMove', [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }]);
    await touch('touchMove', [to]);
    await touch('touchEnd', []);
    assertNear((await lab.table(1)).x, [-2], 0.05);
    assertNear((await lab.table(1)).y, [3], 0.05);
  }));

test('two fingers zoom the view, and the start stays', () =>
  withLab({ address: addresses.http + EXERCISE, context: { hasTouch: true } }, async (lab) => {
    const before = await boxOf(lab);
    const { x, y } = await placeOf(lab, 0, 0);
    const client = await toolsOf(lab.page);
    const pinch = (/** @type {string} */ type, /** @type {number} */ apart) =>
      client.send('Input.dispatchTouchEvent', {
        type: /** @type {any} */ (type),
        touchPoints: apart
          ? [
              { x: x - apart, y },
              { x: x + apart, y },
            ].map((at, id) => ({ ...at, id }))
          : [],
      });
    await pinch('touchStart', 40);
    for (const apart of [50, 60, 70, 80]) await pinch('touchMove', apart);
    await pinch('touchEnd', 0);
    const [x0, x1] = await boxOf(lab);
    assert.ok((x1 - x0) / (before[1] - before[0]) < 0.6, `${x0} to ${x1}`);
    assert.match(await lab.link(), /view=/);
    assertNear((await lab.table(1)).x, [-5], 0);
  }));

test('by keyboard: arrows move the start, Ctrl + arrows the view, + and − zoom, 0 resets', () =>
  withLab(EXERCISE, async (lab) => {
    const { keyboard } = lab.page;
    await lab.find('lab-plane .handle').focus();
    const before = await boxOf(lab);
    await keyboard.press('ArrowUp');
    const { x, y } = await lab.table(1);
    assertNear(x, [-5], 0);
    assert.ok(y[0] > -2 && y[0] < -1.7, `${y[0]}`);
    await keyboard.press('Control+ArrowRight');
    const moved = await boxOf(lab);
    assert.ok(moved[0] > before[0] && Math.abs(moved[2] - before[2]) < 0.01);
    await keyboard.press('+');
    const zoomed = await boxOf(lab);
    assert.ok(zoomed[1] - zoomed[0] < 0.7 * (before[1] - before[0]));
    await keyboard.press('0');
    assert.deepEqual(await boxOf(lab), before);
    assert.equal(await lab.step(), 0);
  }));

test('the wheel scrolls the page; with Ctrl it zooms about the pointer', () =>
  withLab(EXERCISE, async (lab) => {
    const { mouse, keyboard } = lab.page;
    const before = await boxOf(lab);
    const at = await placeOf(lab, 2, 1);
    await mouse.move(at.x, at.y);
    await mouse.wheel(0, 120);
    assert.deepEqual(await boxOf(lab), before);
    await lab.page.evaluate(() => scrollTo(0, 0));
    await keyboard.down('Control');
    await mouse.wheel(0, -240);
    await keyboard.up('Control');
    const [x0, x1] = await boxOf(lab);
    assert.ok(x1 - x0 < before[1] - before[0]);
    const after = await placeOf(lab, 2, 1);
    assert.ok(Math.hypot(after.x - at.x, after.y - at.y) < 3);
  }));

test('buttons zoom, fit the paths and go back to the usual view', () =>
  withLab(`${EXERCISE}&t=20`, async (lab) => {
    const before = await boxOf(lab);
    await lab.press('zoom-out');
    const wide = await boxOf(lab);
    assertNear([wide[1] - wide[0]], [1.5 * (before[1] - before[0])], 0.1);
    await lab.press('fit');
    const fitted = await boxOf(lab);
    assert.ok(fitted[0] < -5 && fitted[0] > -7 && fitted[1] < 6, `${fitted}`);
    await lab.press('reset-view');
    assert.deepEqual(await boxOf(lab), before);
    assert.doesNotMatch(await lab.link(), /view=/);
  }));

test('the view does not move while the start is dragged within it', () =>
  withLab('?f=rosenbrock', async (lab) => {
    const before = await boxOf(lab);
    const at = await placeOf(lab, before[0] + 0.1, 0);
    await lab.page.mouse.click(at.x, at.y);
    assert.deepEqual(await boxOf(lab), before);
    assert.ok((await lab.table(1)).x[0] < -1.8);
  }));

test('at 1280 × 800 Himmelblau’s plane shows ±6, and nothing beside it', () =>
  withLab('?f=himmelblau', async (lab) => {
    await lab.page.setViewportSize({ width: 1280, height: 800 });
    assertNear(await boxOf(lab), [-6, 6, -6, 6], 1e-9);
  }));

test('a start typed far away is in view', () =>
  withLab('?f=bowl', async (lab) => {
    await lab.type('Start x₀', '40');
    const [, x1] = await boxOf(lab);
    assert.ok(x1 > 40 && x1 < 80, `${x1}`);
  }));

test('a diverging path leaves the view, which stays, and the card says it', () =>
  withLab('?f=bowl&run=sgd,lr:1.1&steps=500&t=500', async (lab) => {
    const [x0, x1] = await boxOf(lab);
    assert.ok(x0 > -30 && x1 < 30);
    assert.match(await lab.words('.run', 0), /diverges/);
    assert.match(await lab.words('.run', 0), /unstable here/);
    await lab.press('fit');
    assert.ok((await boxOf(lab))[1] > 1e6);
  }));

test('an own f(x, y), not defined everywhere, is drawn and descended', () =>
  withLab('?fx=log(x)+y^2&x0=2,1&run=sgd,lr:0.1&steps=5', async (lab) => {
    const { x, y } = await lab.table(2);
    assertNear(x, [2, 1.95], 1e-12);
    assertNear(y, [1, 0.8], 1e-12);
  }));

test('noise: the same for every run at the same step, and the seed appears with it', () =>
  withLab('?f=bowl&run=sgd,lr:0.1&run=sgd,lr:0.1&steps=5', async (lab) => {
    assert.equal(await lab.find('[data-key=seed]').count(), 0);
    await lab.press('rest');
    await lab.type('Gradient noise', '2');
    const first = await lab.table();
    await lab.card(1).locator('.mark').click();
    const second = await lab.table();
    assert.deepEqual(second.x, first.x);
    assert.ok(Math.abs(first.x[1] - 4.8) > 1e-3);
    await lab.type('seed', '7');
    assert.notDeepEqual((await lab.table()).x, first.x);
    assert.match(await lab.link(), /sigma=2&seed=7/);
  }));

test('adaptive methods have a column for the rate each coordinate really gets', () =>
  withLab('?f=elongated&x0=-5,-2&run=adagrad,lr:0.5,s0:0&steps=3', async (lab) => {
    const { rate_x: across, rate_y: up } = await lab.table();
    assertNear(across.slice(1, 2), [0.5 / Math.sqrt(1 + 1e-7)], 1e-12);
    assertNear(up.slice(1, 2), [0.5 / Math.sqrt(64 + 1e-7)], 1e-12);
    // Closed plots are not computed either.
    assert.equal(await lab.find('.rates lab-series').count(), 0);
    await lab.find('.rates summary').click();
    await lab.find('.rates lab-series').nth(1).waitFor();
    assert.equal(await lab.find('.rates lab-series').count(), 2);
  }));

test('a link of eight runs says the same after it was opened', () => {
  const runs = [
    'sgd',
    'momentum',
    'momentum_torch',
    'nesterov',
    'adagrad',
    'rmsprop',
    'adam',
    'adam_first',
  ];
  const some = runs.map((key) => `run=${key},lr:0.01`).join('&');
  const query = `?f=himmelblau&x0=-1,2&${some}&steps=40&view=-4,4,-3,3&t=12`;
  return withLab(query, async (lab) => {
    await lab.find('lab-run').nth(7).waitFor();
    await lab.press('back');
    const link = await lab.link();
    assert.match(link, /t=11/);
    for (const key of runs)
      assert.ok(link.includes(`run=${key},lr:0.01`) || link.includes(`run=${key}`));
    await lab.page.goto(addresses.http + link);
    await lab.find('lab-run').nth(7).waitFor();
    assert.equal(await lab.link(), link);
  });
});

test('the plane has a name and tells in words what the runs do', () =>
  withLab(EXERCISE, async (lab) => {
    await lab.settle();
    const name = await lab.find('lab-plane canvas').getAttribute('aria-label');
    assert.match(name ?? '', /contours of f/);
    assert.match(
      await lab.spoken('lab-plane canvas'),
      /From \(−5; −2\): Gradient descent: .*; Momentum/,
    );
    const handle = lab.find('lab-plane .handle');
    assert.equal(await handle.getAttribute('aria-valuetext'), '(−5; −2)');
  }));

for (const [query, chart] of [
  ['f=rosenbrock&x0=-1.2,1', 'lab-plane'],
  ['lab=derivative', 'lab-errors'],
])
  test(`after a change of language ${chart} is the one a link in that language opens`, () =>
    withLab(`?${query}&lang=en`, async (lab) => {
      const picture = async () => {
        await lab.find(chart).scrollIntoViewIfNeeded();
        await lab.settle();
        return lab
          .find(`${chart} canvas`)
          .evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());
      };
      const english = await picture();
      await lab.page.getByRole('button', { name: 'VI: Tiếng Việt' }).click();
      const vietnamese = await picture();
      await lab.page.goto(`${addresses.http}?${query}&lang=vi`);
      await lab.find(`${chart} canvas`).waitFor();
      assert.ok(vietnamese === (await picture()) && vietnamese !== english);
    }));

for (const width of [320, 360])
  test(`at ${width} px no message covers a field`, () =>
    withLab('?fx=x^2&x0=3&lang=vi', async (lab) => {
      await lab.page.setViewportSize({ width, height: 1600 });
      await lab.find('[data-key=x0] input').fill('abc');
      await lab.page.keyboard.press('Enter');
      await lab.find('.own-f input').fill('x^2 + sn(3*x) + 4*cos(2*x');
      await lab.find('.own-error').waitFor();
      const covered = await lab.find('.objective input').evaluateAll(
        (inputs) =>
          inputs.filter((input) => {
            const { left, top, width: wide, height } = input.getBoundingClientRect();
            const root = /** @type {ShadowRoot} */ (input.getRootNode());
            return root.elementFromPoint(left + wide / 2, top + height - 2) !== input;
          }).length,
      );
      assert.equal(covered, 0);
    }));

test('a wrong coordinate is named, and what is said of it ends when the start moves', () =>
  withLab('?f=bowl', async (lab) => {
    await lab.type('Start y₀', 'abc');
    assert.match(await lab.words('.objective .field-message'), /^Start y₀ is “abc”/);
    await lab.find('lab-plane .handle').press('ArrowUp');
    assert.equal(await lab.find('.objective .field-message').count(), 0);
    await lab.type('Start y₀', '2e9');
    assert.match(await lab.words('.objective .field-message'), /^Start y₀ was set to 1e9/);
    await lab.find('.choose-objective').selectOption('rosenbrock');
    assert.equal(await lab.find('.objective .field-message').count(), 0);
  }));

test('a field’s message moves nothing', () =>
  withLab('?f=bowl', async (lab) => {
    const tops = () =>
      lab
        .find('lab-objective, lab-plane-stage, lab-player, .field')
        .evaluateAll((parts) =>
          parts.map((part) => Object.values(part.getBoundingClientRect().toJSON())),
        );
    const before = await tops();
    await lab.type('Start x₀', 'abc');
    await lab.find('.objective .field-message').waitFor();
    assert.deepEqual(await tops(), before);
  }));
