// What the map shows, worked out without a page: its sides and ranges, what the core is asked, the pixel under
// a pointer, and every word that is said of a map. The maps here are written by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createI18n } from '../../web/i18n/index.js';
import * as scene from '../../web/labs/descent/map-scene.js';
import * as words from '../../web/labs/descent/map-words.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

const i18n = createI18n('en');

/** @param {string} query */
const experimentOf = (query) => ofLab(decodeExperiment(query, '', core).experiment, 'descent');

/** @param {string} query */
const shownOf = (query) => {
  const experiment = experimentOf(query);
  return { experiment, sides: scene.sidesShown(experiment, core) };
};

/** Three pixels wide, two high: two points, nowhere, outside. @type {any} */
const MAP = {
  ...{ width: 3, height: 2 },
  axes: [Float64Array.of(-1, 0, 1), Float64Array.of(0.5, 2)],
  basin: Int32Array.of(0, 0, 1, -1, -2, 0),
  steps: Float64Array.of(4, 5, 6, 30, 7, 0),
  value: Float64Array.of(0, 0.25, 1, 9.5, Number.POSITIVE_INFINITY, 0),
  fate: new Uint8Array(0),
  points: [
    { x: 3, y: 2 },
    { x: -2.5, y: 1e-3 },
  ],
};

const BOWL = '?f=bowl&x0=6,9&run=sgd,lr:0.1&steps=30';
const ON_BOWL = `${BOWL}&map=x,y`;

test('a map of one variable is of x₀ and η, η on a logarithmic side', () => {
  const { sides } = shownOf('?x0=70&run=sgd,lr:0.01&map=x,lr&maprange=-100,100,0.001,10');
  const [x, lr] = sides;
  assert.deepEqual([x.title, x.isLog, x.range, x.now], ['x₀', false, [-100, 100], 70]);
  assert.deepEqual([lr.title, lr.isLog, lr.now], ['η', true, -2]);
  assert.ok(Math.abs(lr.range[0] + 3) < 1e-12 && Math.abs(lr.range[1] - 1) < 1e-12);
  assert.equal(scene.isPlaneOf(sides), false);
});

test('a map of two variables begins with the box of its landscape, one of an own f with ±5', () => {
  const box = core.catalog.objectives.find(({ key }) => key === 'himmelblau')?.box;
  const { sides } = shownOf('?f=himmelblau&x0=1,1&map=x,y');
  assert.deepEqual(
    sides.flatMap(({ range }) => range),
    box,
  );
  assert.deepEqual([scene.isPlaneOf(sides), sides.map(({ now }) => now)], [true, [1, 1]]);
  const own = shownOf('?fx=x^2+y^4&x0=1,1&map=x,y').sides;
  assert.deepEqual(
    own.flatMap(({ range }) => range),
    [-5, 5, -5, 5],
  );
});

test('the core is asked for the middle of each pixel, on a logarithmic side in powers of ten', () => {
  const { experiment, sides } = shownOf('?x0=70&run=sgd,lr:0.01&map=x,lr');
  const spec = scene.mapSpec(experiment, sides, [0, 10, -2, 0], [5, 2]);
  const [x, lr] = spec.axes;
  // Pixels of 2 across: 1, 3, 5, 7, 9; of one power of ten up: 10^−1.5 and 10^−0.5.
  assert.deepEqual([x.of, x.from, x.to, x.n, x.scale], ['x', 1, 9, 5, 'linear']);
  assert.deepEqual([lr.of, lr.n, lr.scale], ['lr', 2, 'log']);
  assert.ok(Math.abs(lr.from - 0.0316227766) < 1e-9 && Math.abs(lr.to - 0.316227766) < 1e-9);
  assert.deepEqual([spec.tolerance, spec.fate], [1e-3, false]);
});

test('a range is written into a link in the numbers of its side, rounded where it is logarithmic', () => {
  const { sides } = shownOf('?x0=70&run=sgd,lr:0.01&map=x,lr');
  assert.deepEqual(scene.rangeIn(sides, [-3, 4, -2, 0.5]), [-3, 4, 0.01, 3.16228]);
});

test('a step costs 8 times as much where runs have their own η, 3 times with an own f or for its fate', () => {
  const cost = (/** @type {string} */ query) => {
    const { experiment, sides } = shownOf(query);
    return scene.costOf(experiment, sides);
  };
  assert.equal(cost(ON_BOWL), 1);
  assert.equal(cost('?fx=x^2+y^2&x0=1,1&map=x,y'), 3);
  assert.equal(cost('?f=bowl&x0=1,1&run=momentum&map=lr,m'), 8);
  const { experiment, sides } = shownOf(ON_BOWL);
  const fate = /** @type {any} */ ({ ...experiment, map: { ...experiment.map, show: 'fate' } });
  assert.equal(scene.costOf(fate, sides), 3);
});

test('the pixel at a place is counted from the lower left, and there is none beside the map', () => {
  const at = (/** @type {number[]} */ place) => scene.pixelAt(place, [-1.5, 1.5, 0, 4], MAP);
  assert.deepEqual([at([-1.4, 0.1]), at([0, 1]), at([1.4, 1.9]), at([-1.4, 2.1])], [0, 1, 2, 3]);
  assert.deepEqual([at([-1.6, 1]), at([1.6, 1]), at([0, -0.1]), at([0, 4.1])], [-1, -1, -1, -1]);
});

test('what is said of a pixel: its place, where its run arrives or that it does not, and f', () => {
  const { experiment, sides } = shownOf(ON_BOWL);
  const say = (/** @type {number} */ p, map = MAP) =>
    words.pixelWords(map, p, sides, experiment, core, i18n);
  assert.equal(say(1), 'x₀ = 0, y₀ = 0.5: reaches (3, 2) at step 5, f = 0.25');
  assert.equal(say(2), 'x₀ = 1, y₀ = 0.5: reaches (−2.5, 0.001) at step 6, f = 1');
  assert.equal(say(3), 'x₀ = −1, y₀ = 2: has not arrived after 30 steps, f = 9.5');
  assert.equal(say(4), 'x₀ = 0, y₀ = 2: leaves the finite numbers at step 7');
  const oscillating = core.catalog.kinds.indexOf('oscillating');
  const fated = { ...MAP, fate: new Uint8Array(6).fill(oscillating) };
  assert.equal(say(3, fated), 'x₀ = −1, y₀ = 2: oscillates, f = 9.5');
  assert.equal(say(1, fated), say(1), 'where a run arrives says more than its fate');
});

test('a map over a parameter of f counts the points, which move from pixel to pixel', () => {
  const { experiment, sides } = shownOf('?f=elongated,a:2&x0=6,9&map=x,f.a');
  const said = words.pixelWords(MAP, 2, sides, experiment, core, i18n);
  assert.match(said, /reaches 2 at step 6/);
});

test('the table of a map has a row a pixel, the point where it arrives, and its fate if asked', () => {
  const { sides } = shownOf(ON_BOWL);
  assert.deepEqual(scene.mapTable(MAP, sides, core).trimEnd().split('\n'), [
    'x,y,basin,to_x,to_y,steps,f',
    '-1,0.5,0,3,2,4,0',
    '0,0.5,0,3,2,5,0.25',
    '1,0.5,1,-2.5,0.001,6,1',
    '-1,2,-1,,,30,9.5',
    '0,2,-2,,,7,Infinity',
    '1,2,0,3,2,0,0',
  ]);
  const fated = { ...MAP, fate: new Uint8Array(6).fill(core.catalog.kinds.indexOf('converged')) };
  const [head, first] = scene.mapTable(fated, sides, core).split('\n');
  assert.deepEqual([head.split(',').at(-1), first.split(',').at(-1)], ['fate', 'converged']);
});

test('another map is what another spec makes, but for coordinates of the start that its sides are of', () => {
  const essence = (/** @type {string} */ query) => {
    const { experiment, sides } = shownOf(query);
    const box = sides.flatMap(({ range }) => [...range]);
    return JSON.stringify(scene.essence(scene.mapSpec(experiment, sides, box, [4, 4])));
  };
  assert.equal(essence(ON_BOWL), essence(ON_BOWL.replace('x0=6,9', 'x0=-3,2')));
  assert.notEqual(essence(ON_BOWL), essence(ON_BOWL.replace('lr:0.1', 'lr:0.2')));
  const across = `${BOWL}&map=x,lr&maprange=-9,9,0.01,1`;
  assert.equal(essence(across), essence(across.replace('x0=6,9', 'x0=7,9')));
  assert.notEqual(essence(across), essence(across.replace('x0=6,9', 'x0=6,8')));
});

/** @type {any} */
const PAINTED = {
  entries: [
    { key: '0', colour: 'red', count: 3, number: 1 },
    { key: 'nowhere', colour: 'grey', count: 2, number: 0 },
    { key: 'outside', colour: 'black', count: 1, number: 0 },
  ],
};

test('the legend says which part of the pixels each colour is, a part below 1 % as that', () => {
  const { experiment } = shownOf(ON_BOWL);
  const entries = words.legendEntries(MAP, PAINTED, experiment, i18n);
  assert.deepEqual(
    entries.map(({ colour, words: said }) => `${colour}: ${said}`),
    [
      'red: 1: 50 % reach (3, 2)',
      'grey: 33 % have not arrived after 30 steps',
      'black: 17 % leave the finite numbers',
    ],
  );
  const large = /** @type {any} */ ({ ...MAP, width: 1000 });
  assert.match(words.legendEntries(large, PAINTED, experiment, i18n)[2].words, /^< 1 %/);
  assert.equal(
    words.legendWords(MAP, PAINTED, experiment, i18n),
    entries.map(({ words: said }) => said).join(', '),
  );
  assert.equal(words.legendWords(MAP, undefined, experiment, i18n), '');
});

test('a picked pixel becomes the start, rounded to what a pointer can mean; the map stands still', () => {
  const { experiment, sides } = shownOf('?x0=70&run=sgd,lr:0.01&map=x,lr');
  const box = sides.flatMap(({ range }) => [...range]);
  const next = scene.picked(experiment, [12.3456789, -0.30103], box, null, core);
  assert.equal(next.runs[0].hypers.lr, 0.5);
  assert.ok(Math.abs(next.start[0] - 12.3456789) <= (box[1] - box[0]) / 400, `${next.start}`);
  assert.notEqual(next.start[0], 12.3456789);
  assert.deepEqual(
    scene.sidesShown(next, core).map(({ range }) => range.map((end) => Number(end.toFixed(5)))),
    sides.map(({ range }) => range.map((end) => Number(end.toFixed(5)))),
  );
});
