// The drawings of the stages, read from their SVG: every path is drawn whole from the first step on, the
// part walked so far boldly, each name and tag once.

import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.Path2D ??= /** @type {any} */ (class {});

const { SvgContext } = await import('../../web/charts/svg-context.js');
const { writeSvg } = await import('../../web/charts/svg-picture.js');
const { drawSurface } = await import('../../web/charts/surface-draw.js');
const { viewOf } = await import('../../web/charts/surface-geometry.js');
const { buildGround } = await import('../../web/charts/surface-relief.js');
const { sampleGrid } = await import('../../web/charts/field-image.js');
const { createI18n } = await import('../../web/i18n/index.js');
const { planeScene } = await import('../../web/labs/descent/plane-scene.js');
const { DESCENTS } = await import('../../web/labs/descent/scene.js');
const { visibleRuns } = await import('../../web/labs/visible-runs.js');
const { runNames } = await import('../../web/labs/run-names.js');
const { decodeExperiment } = await import('../../web/state/decode.js');
const { resultsNow } = await import('../../web/state/results.js');
const { core } = await import('./core.js');
const { ofLab, outputsOf } = await import('./labs.js');

const RUNS = ['#0072b2', '#c44e00', '#00795a', '#a33b7a', '#7a6a00'];
const THEME = /** @type {any} */ ({
  ...{ ink: '#111111', soft: '#595c61', line: '#e3e3de', paper: '#ffffff', accent: '#b3261e' },
  contour: 'rgb(28 29 31 / 0.2)',
  runs: RUNS,
  field: [
    [0.8, 0.07, 225],
    [0.985, 0.012, 95],
  ],
  font: 'sans-serif',
});
const i18n = createI18n('en');

/** @param {string} query @param {'paint'|'whole'} kind */
async function svgOf(query, kind = 'paint') {
  const { experiment } = decodeExperiment(query, '', core);
  const { plot } = await outputsOf(experiment.lab);
  const picture = plot(experiment, core, i18n);
  const words = { title: '', caption: '' };
  return writeSvg({ ...picture, paint: picture[kind] }, words, THEME);
}

/**
 * The lines of a colour, not the outlines of marks, which are scaled: how many points each has, and how
 * strong it is.
 * @param {string} svg
 * @param {string} colour
 */
const linesOf = (svg, colour) =>
  [
    ...svg.matchAll(
      /<path d="([^"]+)" fill="none" stroke="(#\w+)"(?: stroke-opacity="([\d.]+)")?[^>]*>/g,
    ),
  ]
    .filter(([tag, , stroke]) => stroke === colour && !tag.includes('scale('))
    .map(([, d, , opacity = '1']) => ({
      points: d.split(/[ML]/).length - 1,
      opacity: Number(opacity),
    }));

/** @param {string} svg */
const textsOf = (svg) =>
  [...svg.matchAll(/fill="#\w+"[^>]*>([^<]+)<\/text>/g)].map(([, text]) => text);

const TWO = 'run=sgd,lr:0.3&run=momentum,lr:0.05&steps=30';
for (const [what, query] of [
  ['a curve', `?x0=70&${TWO}`],
  ['a plane', `?f=bowl&${TWO}`],
  ['the loss of samples', '?lab=sampling&run=sgd,batch:150&run=adam,batch:150&epochs=30'],
])
  test(`on ${what} every path is there whole at step 0, and strong as far as it is walked`, async () => {
    const [start, later, end] = await Promise.all([0, 12, 30].map((t) => svgOf(`${query}&t=${t}`)));
    for (const colour of RUNS.slice(0, 2)) {
      const longest = (/** @type {string} */ svg, /** @type {boolean} */ isFaint) =>
        Math.max(
          0,
          ...linesOf(svg, colour)
            .filter(({ opacity }) => opacity < 0.7 === isFaint)
            .map(({ points }) => points),
        );
      assert.equal(longest(start, true), 31, 'faint at first');
      assert.ok(longest(start, false) <= 2, 'no more than the arrow of the first step');
      assert.equal(longest(later, true), 31);
      assert.equal(longest(later, false), 13);
      assert.equal(longest(end, true), 0, 'nothing faint is left');
      assert.equal(longest(end, false), 31);
    }
  });

test('on a surface every path is seen at step 0, and more strongly once it is walked', () => {
  const draw = (/** @type {number} */ t) => {
    const decoded = decodeExperiment(`?f=bowl&${TWO}&t=${t}`, '', core);
    const experiment = ofLab(decoded.experiment, 'descent');
    const results = resultsNow(core, DESCENTS, experiment);
    const shown = visibleRuns(experiment, results, runNames(experiment, core, i18n));
    const scene = { ...planeScene(experiment, shown, core, i18n), camera: [-35, 60] };
    const field = sampleGrid((x, y) => scene.evaluate(x, y).f, [-10, 10, -10, 10], 24, 24);
    const context = /** @type {any} */ (new SvgContext());
    const size = { width: 600, height: 400 };
    const view = viewOf(/** @type {any} */ (scene.camera), {
      left: 40,
      right: 560,
      top: 24,
      bottom: 360,
    });
    drawSurface(
      context,
      THEME,
      /** @type {any} */ (scene),
      buildGround(field),
      [-10, 10, -10, 10],
      view,
      size,
    );
    return context.markup;
  };
  const [start, end] = [draw(0), draw(30)];
  for (const colour of RUNS.slice(0, 2)) {
    const strong = (/** @type {string} */ svg) =>
      Math.max(
        0,
        ...linesOf(svg, colour)
          .filter(({ opacity }) => opacity === 1)
          .map(({ points }) => points),
      );
    const faint = Math.max(
      ...linesOf(start, colour)
        .filter(({ opacity }) => opacity < 1)
        .map(({ points }) => points),
    );
    assert.ok(faint > 20 && strong(start) === 0, `${faint} faint, ${strong(start)} strong`);
    assert.ok(strong(end) >= faint);
  }
  assert.deepEqual(
    textsOf(start)
      .filter((text) => /Gradient|Momentum/.test(text))
      .sort(),
    ['Gradient descent', 'Momentum'],
  );
});

test('each of four rates is named once: at its end, or above the plot where it leaves', async () => {
  const texts = textsOf(
    await svgOf('?x0=99&run=sgd,lr:0.001&run=sgd&run=sgd,lr:0.8&run=sgd,lr:1.1&steps=20'),
  );
  // 99, −118.8, 142.56: of ±120 the run with 1.1 leaves at step 2.
  for (const name of ['η 0.001', 'η 0.1', 'η 0.8', 'η 1.1 leaves at step 2'])
    assert.equal(texts.filter((text) => text === name).length, 1, name);
});

test('runs that end in one place, below the lines of one that jumps over it, are all named', async () => {
  const texts = textsOf(await svgOf('?x0=70&run=sgd,lr:0.1&run=sgd,lr:0.8&run=adam&t=3'));
  for (const name of ['Gradient descent, η 0.1', 'η 0.8', 'Adam'])
    assert.equal(texts.filter((text) => text.includes(name)).length, 1, `${name}: ${texts}`);
});

test('a run without others has no name on the stage, and says all the same when it leaves', async () => {
  const texts = textsOf(await svgOf('?f=quadratic,a:20&x0=2'));
  assert.ok(texts.includes('leaves at step 1'), `${texts}`);
  assert.ok(!texts.some((text) => text.includes('Gradient')));
});

test('points of a path are numbered where there is room, the current one first, and not in a heap', async () => {
  const texts = textsOf(await svgOf('?x0=70&steps=40&t=40'));
  const numbers = texts.filter((text) => /^x[₀-₉]+$/.test(text));
  assert.ok(numbers.includes('x₀') && numbers.includes('x₁'), `${numbers}`);
  assert.equal(new Set(numbers).size, numbers.length);
  const late = numbers.filter((text) => text.length > 2); // x₁₀ is at 7.5: from there on the dots touch
  assert.ok(late.length <= 2, `${late}`);
});

test('a picture without words has every step and no word', async () => {
  const svg = await svgOf(`?x0=70&${TWO}&t=3`, 'whole');
  assert.equal(Math.max(...linesOf(svg, RUNS[0]).map(({ points }) => points)), 31);
  assert.ok(!textsOf(svg).some((text) => /Gradient|Momentum|x[₀-₉]/.test(text)));
});

test('a picture is drawn on a canvas that is shown, and not on one that was closed meanwhile', async () => {
  const { paintCanvas } = await import('../../web/charts/thumbnail.js');
  Object.assign(globalThis, { devicePixelRatio: 2 });
  const painted = (/** @type {number} */ clientWidth) => {
    let count = 0;
    const canvas = { clientWidth, width: 0, height: 0, getContext: () => ({ scale() {} }) };
    paintCanvas(/** @type {any} */ (canvas), () => count++, THEME);
    return [count, canvas.width, canvas.height];
  };
  assert.deepEqual(painted(200), [1, 400, 250]);
  assert.deepEqual(painted(0), [0, 0, 0]);
});
