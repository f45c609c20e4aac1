// On planes, for random runs: no label covers a point, a head, the start or another label; a label without
// room is left out.

import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.Path2D ??= /** @type {any} */ (class {});

const { drawStage } = await import('../../web/charts/plane-draw.js');
const { createI18n } = await import('../../web/i18n/index.js');
const { planeScene } = await import('../../web/labs/descent/plane-scene.js');
const { DESCENTS } = await import('../../web/labs/descent/scene.js');
const { optimizerNames } = await import('../../web/labs/descent/words.js');
const { SAMPLES } = await import('../../web/labs/sampling/experiment.js');
const { lossScene } = await import('../../web/labs/sampling/scene.js');
const { sampleNames } = await import('../../web/labs/sampling/words.js');
const { visibleRuns } = await import('../../web/labs/visible-runs.js');
const { decodeExperiment } = await import('../../web/state/decode.js');
const { resultsNow } = await import('../../web/state/results.js');
const { core } = await import('./core.js');
const { ofLab } = await import('./labs.js');
const { random } = await import('./random.js');
const { distance, pick, recorder, someRuns, standsOn } = await import('./words-drawn.js');

const i18n = createI18n('en');
const theme = /** @type {any} */ ({ runs: Array(5).fill('#000'), font: 'sans-serif' });
/** Radii, in pixels: of a step, of the selected run's head and of others, of the start, of a stationary point. */
const RADII = { step: 3, first: 7, head: 5.5, start: 9.5, point: 5 };
/** Dots of longer paths merge into a line. */
const MOST_DOTS = 100;

/** @param {any} scene @param {number} width @param {number} height */
function wordsOn(scene, width, height) {
  const { words, context } = recorder();
  const area = { left: 58, right: width - 14, top: 24, bottom: height - 46 };
  const [x0, x1, y0, y1] = scene.box;
  const px = (/** @type {number} */ x) =>
    area.left + ((x - x0) / (x1 - x0)) * (area.right - area.left);
  const py = (/** @type {number} */ y) =>
    area.bottom - ((y - y0) / (y1 - y0)) * (area.bottom - area.top);
  const band = { left: 8, right: width - 8 };
  drawStage({ context, area, px, py, band, view: scene.box, theme }, scene, 1);
  return { words, px, py, area };
}

/**
 * What the words of a scene stand on, each as a sentence.
 * @param {any} scene @param {number} width @param {number} height
 */
function faultsOf(scene, width, height) {
  const { words, px, py, area } = wordsOn(scene, width, height);
  const marks = [
    { what: 'the start', x: px(scene.start[0]), y: py(scene.start[1]), radius: RADII.start },
    ...scene.points.map((/** @type {any} */ point) => ({
      ...{ what: point.kind, x: px(point.x), y: py(point.y), radius: RADII.point },
    })),
  ];
  const solo = scene.runs.length === 1;
  for (const { x, y, selected, label } of scene.runs) {
    const head = Math.min(scene.t, x.length - 1);
    const radius = selected && !solo ? RADII.first : RADII.head;
    marks.push({ what: `head of ${label}`, x: px(x[head]), y: py(y[head]), radius });
    if (x.length > MOST_DOTS) continue;
    for (let row = 0; row < x.length; row++)
      marks.push({
        what: `x_${row} of ${label}`,
        x: px(x[row]),
        y: py(y[row]),
        radius: RADII.step,
      });
  }
  const seen = marks.filter(
    ({ x, y }) => x >= area.left && x <= area.right && y >= area.top && y <= area.bottom,
  );
  return standsOn(words, seen, width);
}

/** @param {string} query @param {string} lab */
const experimentOf = (query, lab) =>
  ofLab(decodeExperiment(query, '', core).experiment, /** @type {any} */ (lab));

/** @type {[string, (next: () => number) => any][]} */
const PLANES = [
  [
    'the plane',
    (next) => {
      const f = pick(
        core.catalog.objectives.filter(({ dim }) => dim === 2),
        next,
      );
      const steps = pick([5, 30, 60, 300], next);
      const query = `?f=${f.key}${someRuns(next)}&steps=${steps}&t=${Math.floor(steps * next())}`;
      const experiment = experimentOf(query, 'descent');
      const names = optimizerNames(experiment, core, i18n);
      const shown = visibleRuns(experiment, resultsNow(core, DESCENTS, experiment), names);
      return planeScene(experiment, shown, core, i18n);
    },
  ],
  [
    'the plane of samples',
    (next) => {
      const batch = `,batch:${pick([1, 10, 50, 150], next)}`;
      const length = `&epochs=${pick([1, 3, 20], next)}&t=${Math.floor(20 * next())}`;
      const query = `?lab=sampling${someRuns(next, batch)}${length}`;
      const experiment = experimentOf(query, 'sampling');
      const names = sampleNames(experiment, core, i18n);
      const shown = visibleRuns(experiment, resultsNow(core, SAMPLES, experiment), names);
      return lossScene(experiment, shown, core, i18n);
    },
  ],
];

for (const [what, sceneOf] of PLANES)
  test(`${what}: no word covers a point, a head or another word, for runs at random`, () => {
    let written = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const scene = sceneOf(random(seed));
      for (const [width, height] of [
        [560, 380],
        [300, 240],
      ]) {
        assert.deepEqual(faultsOf(scene, width, height), [], `seed ${seed}, ${width} px`);
        written += wordsOn(scene, width, height).words.length;
      }
    }
    assert.ok(written > 150, `${written} words in all`);
  });

test('where many end in one place some names are left out, and none is moved far', () => {
  const query = `?f=bowl&x0=6,9&steps=30&t=30${'&run=sgd,lr:0.3&run=sgd,lr:0.31&run=sgd,lr:0.32'.repeat(2)}`;
  const experiment = experimentOf(query, 'descent');
  const names = optimizerNames(experiment, core, i18n);
  const shown = visibleRuns(experiment, resultsNow(core, DESCENTS, experiment), names);
  const { words, px, py } = wordsOn(planeScene(experiment, shown, core, i18n), 300, 240);
  assert.ok(words.length < 8);
  for (const word of words) assert.ok(distance(word, px(0), py(0)) < 80, word.text);
});
