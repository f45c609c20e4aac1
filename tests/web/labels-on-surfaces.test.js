// On surfaces, for random runs seen from random sides: no label covers a stationary point, a step, a head, the
// start, a number of the axes or another label; a label without room is left out.

import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.Path2D ??= /** @type {any} */ (class {});

const { sampleGrid } = await import('../../web/charts/field-image.js');
const { drawSurface } = await import('../../web/charts/surface-draw.js');
const geometry = await import('../../web/charts/surface-geometry.js');
const { buildGround } = await import('../../web/charts/surface-relief.js');
const { createI18n } = await import('../../web/i18n/index.js');
const { planeScene } = await import('../../web/labs/descent/plane-scene.js');
const { DESCENTS } = await import('../../web/labs/descent/scene.js');
const { optimizerNames } = await import('../../web/labs/descent/words.js');
const { visibleRuns } = await import('../../web/labs/visible-runs.js');
const { decodeExperiment } = await import('../../web/state/decode.js');
const { resultsNow } = await import('../../web/state/results.js');
const { core } = await import('./core.js');
const { ofLab } = await import('./labs.js');
const { random } = await import('./random.js');
const { pick, recorder, someRuns, standsOn } = await import('./words-drawn.js');

const i18n = createI18n('en');
const theme = /** @type {any} */ ({
  runs: Array(5).fill('#000'),
  field: [
    [0.8, 0.07, 225],
    [0.985, 0.012, 95],
  ],
  font: 'sans-serif',
});
/** Radii, in pixels: of a step, of the selected run's head and of others, of the start, of a stationary point. */
const RADII = { step: 2.8, first: 7, head: 5.5, start: 9.5, point: 5 };
/** Dots of longer paths merge into a line. */
const MOST_DOTS = 100;
const GRID = 30;

/** An experiment at random, and the angles that it is seen from. @param {() => number} next */
function anyScene(next) {
  const planes = core.catalog.objectives.filter(({ dim }) => dim === 2);
  const steps = pick([5, 30, 60, 300], next);
  const query = `?f=${pick(planes, next).key}${someRuns(next)}&steps=${steps}&t=${Math.floor(steps * next())}`;
  const experiment = ofLab(decodeExperiment(query, '', core).experiment, 'descent');
  const names = optimizerNames(experiment, core, i18n);
  const shown = visibleRuns(experiment, resultsNow(core, DESCENTS, experiment), names);
  const camera = [360 * next() - 180, 5 + 85 * next()];
  return { ...planeScene(experiment, shown, core, i18n), camera };
}

/** @param {any} scene @param {number} width @param {number} height */
function drawn(scene, width, height) {
  const [x0, x1, y0, y1] = scene.box;
  const evaluate = (/** @type {Float64Array} */ x, /** @type {Float64Array} */ y) =>
    scene.evaluate(x, y).f;
  const ground = buildGround(sampleGrid(evaluate, scene.box, GRID, GRID));
  const area = { left: 40, right: width - 40, top: 24, bottom: height - 40 };
  const view = geometry.viewOf(scene.camera, area);
  const { words, context } = recorder();
  drawSurface(context, theme, scene, ground, scene.box, view, { width, height });
  /** Where a point of the ground is seen, if it is. @param {number} x @param {number} y */
  const placeOf = (x, y) => {
    const [across, up] = [(2 * (x - x0)) / (x1 - x0) - 1, (2 * (y - y0)) / (y1 - y0) - 1];
    const point = { x: across, y: up, z: geometry.groundAt(ground, across, up) };
    const isSeen = Number.isFinite(point.z) && !geometry.isHidden(ground, view, point);
    return isSeen ? [geometry.project(view, point.x, point.y, point.z)] : [];
  };
  return { words, placeOf };
}

/**
 * What the words of a scene stand on.
 * @param {any} scene @param {ReturnType<typeof drawn>} drawing @param {number} width
 */
function faultsOf(scene, { words, placeOf }, width) {
  /** @type {import('./words-drawn.js').Mark[]} */
  const marks = [];
  const add = (
    /** @type {string} */ what,
    /** @type {number} */ radius,
    /** @type {[number, number]} */ [x, y],
  ) => {
    for (const [left, top] of placeOf(x, y)) marks.push({ what, x: left, y: top, radius });
  };
  add('the start', RADII.start, scene.start);
  for (const { x, y, kind } of scene.points) add(kind, RADII.point, [x, y]);
  const solo = scene.runs.length === 1;
  for (const { x, y, selected, label } of scene.runs) {
    const head = Math.min(scene.t, x.length - 1);
    add(`head of ${label}`, selected && !solo ? RADII.first : RADII.head, [x[head], y[head]]);
    if (x.length > MOST_DOTS) continue;
    for (let row = 0; row < x.length; row++)
      add(`x_${row} of ${label}`, RADII.step, [x[row], y[row]]);
  }
  return standsOn(words, marks, width);
}

test('no word covers a point, a head, a number or another word, for runs at random', () => {
  let named = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const scene = anyScene(random(seed));
    const labels = scene.runs.map((/** @type {any} */ { label }) => label).filter(Boolean);
    for (const [width, height] of [
      [560, 380],
      [300, 240],
    ]) {
      const drawing = drawn(scene, width, height);
      assert.deepEqual(faultsOf(scene, drawing, width), [], `seed ${seed}, ${width} px`);
      named += drawing.words.filter(({ text }) => labels.includes(text)).length;
    }
  }
  assert.ok(named > 70, `${named} names in all`);
});
