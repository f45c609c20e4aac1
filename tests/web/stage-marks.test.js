// What a stage marks besides paths: what a method tried in the step shown, and where a run's parameters
// change.

import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.Path2D ??= /** @type {any} */ (class {});

const { writeSvg } = await import('../../web/charts/svg-picture.js');
const { createI18n } = await import('../../web/i18n/index.js');
const { curveScene, DESCENTS } = await import('../../web/labs/descent/scene.js');
const { planeScene } = await import('../../web/labs/descent/plane-scene.js');
const { optimizerNames } = await import('../../web/labs/descent/words.js');
const { triedWords } = await import('../../web/labs/tried.js');
const { visibleRuns } = await import('../../web/labs/visible-runs.js');
const { decodeExperiment } = await import('../../web/state/decode.js');
const { resultsNow } = await import('../../web/state/results.js');
const { core } = await import('./core.js');
const { outputsOf } = await import('./labs.js');

const i18n = createI18n('en');
const THEME = /** @type {any} */ ({
  ...{ ink: '#111111', soft: '#595c61', line: '#e3e3de', paper: '#ffffff', accent: '#b3261e' },
  ...{ contour: '#cccccc', runs: ['#0072b2', '#c44e00'], font: 'sans-serif' },
  field: [
    [0.8, 0.07, 225],
    [0.985, 0.012, 95],
  ],
});

/** The experiment of a link, its runs, and its stage. @param {string} query */
function shownBy(query) {
  const { experiment: any } = decodeExperiment(query, '', core);
  const experiment = /** @type {import('../../web/state/types.js').Experiment} */ (any);
  const names = optimizerNames(experiment, core, i18n);
  const shown = visibleRuns(experiment, resultsNow(core, DESCENTS, experiment), names);
  const isPlane = experiment.start.length === 2;
  const scene = (isPlane ? planeScene : curveScene)(experiment, shown, core, i18n);
  return { experiment, names, shown, scene };
}

/** @param {string} query */
const triedBy = (query) => shownBy(query).scene.tried;

/** @param {string} query */
async function svgOf(query) {
  const { experiment } = decodeExperiment(query, '', core);
  const picture = (await outputsOf(experiment.lab)).plot(experiment, core, i18n);
  return writeSvg({ ...picture, paint: picture.paint }, { title: '', caption: '' }, THEME);
}

/** @param {string} svg @param {RegExp} shape @param {string} [colour] */
const countOf = (svg, shape, colour = '#0072b2') =>
  [...svg.matchAll(/<path d="([^"]+)"[^>]*>/g)].filter(
    ([tag, d]) => tag.includes(colour) && !tag.includes('scale(') && shape.test(d),
  ).length;

const SAM = '?v=2&fx=3*x%2B4*y&x0=1,1&run=sam,lr:0.1,rho:0.5&steps=3';

test('a plane has what was tried in the step shown, from where the step began', () => {
  const { points, from, ...simplex } = triedBy(`${SAM}&t=1`) ?? {};
  assert.deepEqual(
    points?.map(({ x, y }) => [x.toFixed(9), y.toFixed(9)]),
    [['1.300000000', '1.400000000']],
  );
  assert.deepEqual(from, { x: 1, y: 1 });
  assert.deepEqual(simplex, { before: [], after: [] });
});

test('before the first step, and of a rule, nothing was tried', () => {
  assert.equal(triedBy(`${SAM}&t=0`), undefined);
  assert.equal(triedBy(`${SAM.replace('sam,lr:0.1,rho:0.5', 'sgd')}&t=1`), undefined);
});

test('a simplex is there as it was before the step and after it, and no lines lead to its tries', () => {
  const { from, before, after } =
    triedBy('?v=2&f=bowl&x0=6,9&run=nelder_mead,lr:2&steps=9&t=2') ?? {};
  const { shown } = shownBy('?v=2&f=bowl&x0=6,9&run=nelder_mead,lr:2&steps=9&t=2');
  const { columns } = shown[0].run;
  const corners = (/** @type {number} */ row) =>
    ['a', 'b', 'c'].map((key) => ({ x: columns[`${key}_x`][row], y: columns[`${key}_y`][row] }));
  assert.equal(from, null);
  assert.deepEqual(before, corners(1));
  assert.deepEqual(after, corners(2));
  assert.notDeepEqual(before, after);
});

test('on a curve the tries lie on it', () => {
  const { points, from } = triedBy('?v=2&fx=x^2&x0=8&run=backtracking,lr:2&t=1') ?? {};
  assert.deepEqual(points, [
    { x: -24, y: 576 },
    { x: -8, y: 64 },
    { x: 0, y: 0 },
  ]);
  assert.equal(from, null);
});

test('the tries are told in words, eight of them at most', () => {
  for (const [query, axes, words] of /** @type {const} */ ([
    [`${SAM}&t=1`, ['x', 'y'], 'In step 1 SAM tried (1.3; 1.4)'],
    [
      '?v=2&fx=x^2&x0=8&run=backtracking,lr:2&t=1',
      ['x'],
      'In step 1 Backtracking line search tried x = −24, x = −8, x = 0',
    ],
  ])) {
    const { experiment, shown, names } = shownBy(query);
    assert.equal(triedWords(experiment, shown, axes, names, i18n), words);
  }
  const { experiment, shown, names } = shownBy('?v=2&fx=x^2&x0=8&run=backtracking,lr:999&t=1');
  const words = triedWords(experiment, shown, ['x'], names, i18n);
  assert.equal(words.split(' = ').length, 9);
  assert.match(words, /, …$/);
});

test('a picture has a cross for each try in view, and the lines to them as one', async () => {
  const svg = await svgOf(
    '?v=2&fx=3*x%2B4*y&view=-5,5,-5,5&x0=1,1&run=sam,lr:0.1,rho:0.5&steps=3&t=1',
  );
  assert.equal(countOf(svg, /^M[-\d. ]+L[-\d. ]+M[-\d. ]+L[-\d. ]+$/), 1);
});

for (const [what, query] of [
  ['a curve', '?x0=8&run=sgd,lr:0.1&steps=9&t=9'],
  ['a plane', '?f=bowl&x0=6,9&run=sgd,lr:0.1&steps=9&t=9'],
])
  test(`${what} has a triangle where a run's parameters change`, async () => {
    const TRIANGLE = /^M[-\d. ]+L[-\d. ]+L[-\d. ]+Z$/;
    const [without, once, twice] = await Promise.all(
      ['', '&from=4,1,lr:0.05', '&from=4,1,lr:0.05&from=6,1,lr:0.02'].map((from) =>
        svgOf(`${query}${from}`),
      ),
    );
    const before = countOf(without, TRIANGLE);
    assert.equal(countOf(once, TRIANGLE), before + 1);
    assert.equal(countOf(twice, TRIANGLE), before + 2);
  });

test('a change is marked at the last point before it', () => {
  const { scene } = shownBy('?f=bowl&x0=6,9&run=sgd,lr:0.1&run=adam&steps=9&from=4,1,lr:0.05&t=9');
  const runs = /** @type {readonly { changes?: readonly number[] }[]} */ (scene.runs);
  assert.deepEqual(runs.map(({ changes }) => changes).sort(), [[], [3]]);
});
