// The gallery's experiments: their links are canonical, and each does what its sentence says. The numbers are
// the lecture's, closed forms, or the exercise's table in 50-digit decimals; none of them was read off the
// lab.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotientsOf } from '../../web/labs/derivative/scene.js';
import { DESCENTS } from '../../web/labs/descent/scene.js';
import { sampleSpecFor } from '../../web/labs/sampling/experiment.js';
import { smoothAll } from '../../web/labs/smoothing/averages.js';
import { GROUPS, PRESETS } from '../../web/lessons/presets.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { resultsNow } from '../../web/state/results.js';
import { readGolden } from '../parity/golden.js';
import { core } from './core.js';
import { MAP_CLAIMS } from './map-claims.js';
import { PRECISION_CLAIMS } from './precision-claims.js';

/** @param {string} query */
const decode = (query) => decodeExperiment(query, '', core);

/** The runs of a preset. @param {string} key @returns {any[]} */
function runsOf(key) {
  const preset = PRESETS.find((each) => each.key === key);
  assert.ok(preset, key);
  const { experiment } = decode(preset.query);
  return SHOWN[experiment.lab](experiment);
}

const runs = (/** @type {any} */ experiment) =>
  resultsNow(core, DESCENTS, experiment).map(({ run }) => run);

/** What a claim is about, for each lab. @type {Record<string, (experiment: any) => any[]>} */
const SHOWN = {
  descent: runs,
  schedules: runs,
  sampling: (experiment) =>
    experiment.runs.map((/** @type {unknown} */ _, /** @type {number} */ i) =>
      core.sample(sampleSpecFor(experiment, i)),
    ),
  smoothing: (experiment) => smoothAll(experiment, core).averages.map(({ values }) => values),
  derivative: (experiment) => [quotientsOf(experiment, core)],
};

/** @param {ArrayLike<number>} actual its first values @param {number[]} expected @param {number} within */
function assertStarts(actual, expected, within) {
  for (const [t, value] of expected.entries())
    assert.ok(Math.abs(actual[t] - value) <= within, `step ${t}: ${actual[t]} is not ${value}`);
}

/** @param {number} actual @param {number} expected @param {number} within */
const assertNear = (actual, expected, within) => assertStarts([actual], [expected], within);

/** @param {any} run @param {string} axis */
const last = (run, axis = 'x') => run.columns[axis][run.rows - 1];
/** @param {any} run @param {number} count @param {string} axis */
const ending = (run, count, axis = 'x') => [...run.columns[axis]].slice(-count);
/**
 * Steps until a condition holds.
 * @param {any} run
 * @param {(value: number) => boolean} holds
 * @param {string} [axis]
 */
const first = (run, holds, axis = 'x') => run.columns[axis].findIndex(holds);
/** How often a path crosses 0. @param {ArrayLike<number>} values */
const crossings = (values) =>
  Array.from(values).filter((value, t) => t > 0 && value * values[t - 1] < 0).length;

const LOCAL = -1.993; // of x² − 3 sin 2x, from the lecture
const GLOBAL = 0.672;
const ROOT = Math.SQRT2; // (x³ − 2x)² is 0 at 0 and ±√2
const MINIMA = [
  // of Himmelblau's function, as its author gives them
  [3, 2],
  [-2.805118, 3.131312],
  [-3.77931, -3.283186],
  [3.584428, -1.848126],
];

/** What each entry's sentence says. @type {Record<string, (...runs: any[]) => void>} */
const CLAIMS = {
  ...PRECISION_CLAIMS,
  'gd-first-steps': ({ columns }) => {
    assertStarts(columns.x, [70, 56, 44.8, 35.84, 28.672], 1e-9);
    assertStarts([...columns.x].slice(11), [6.012, 4.81, 3.84, 3.078, 2.46], 0.01);
    assertStarts([...columns.x].slice(31), [0.069, 0.055, 0.044, 0.035, 0.028], 0.0006);
  },
  'gd-smooth': ({ columns }) => assert.ok(columns.x.every((/** @type {number} */ x) => x > 0)),
  'gd-crawls': (run) => assertNear(last(run), 99 * 0.998 ** 30, 1e-9),
  'gd-overshoots': ({ columns }) => {
    assert.equal(crossings(columns.x), 20);
    assertStarts(columns.x, [99, -99 * 0.6, 99 * 0.36], 1e-9);
  },
  'gd-diverges': (run) => assertNear(last(run) / (99 * 1.2 ** 30), 1, 1e-9),
  'gd-four-rates': (...runs) =>
    assert.deepEqual(
      runs.map(({ diagnosis }) => diagnosis.kind),
      ['crawling', 'converging', 'converging', 'diverging'],
    ),
  'gd-plane': ({ columns }) => {
    assertStarts(columns.x, [6, 4.8, 3.84, 3.072, 2.4576], 1e-9);
    assertStarts(columns.y, [9, 7.2, 5.76, 4.608, 3.6864], 1e-9);
  },
  'steep-zigzag': ({ columns }) => {
    assertStarts(columns.x, [70, -56, 44.8, -35.84, 28.672], 1e-9);
    assertStarts(columns.gx, [1260, -1008, 806.4, -645.12], 1e-9);
  },
  'steep-zigzag-99': ({ columns }) => assertStarts(columns.x, [99, -79.2, 63.36], 1e-9),
  'too-steep': ({ columns }) => {
    assertStarts(columns.x, [2, -6, 18, -54, 162], 1e-9);
    assertStarts(columns.gx, [80, -240, 720, -2160], 1e-9);
  },
  'chain-rule-glides': (run) => {
    assert.equal(run.columns.gx[0], 2 * (27 - 6) * (27 - 2));
    assert.ok(ending(run, run.rows).every((x) => x > ROOT));
    assertNear(last(run), ROOT, 0.002);
  },
  'chain-rule-jumps': (run) => {
    assert.ok(run.columns.x[0] > ROOT && run.columns.x[1] < -ROOT);
    assertNear(last(run), -ROOT, 0.002);
  },
  'no-minimum': ({ columns }) => {
    assertStarts(columns.x, [9, 6.778, 3.827, -1.399, 12.896], 0.0006);
    assertStarts(columns.gx, [0.222, 0.295, 0.523, -1.43], 0.0006);
  },
  'hops-around-minimum': (run) => {
    const tail = ending(run, 20);
    assert.ok(tail.every((x, i) => i === 0 || (x - LOCAL) * (tail[i - 1] - LOCAL) < 0));
    assert.ok(Math.max(...tail) < 0);
  },
  'jumps-over-global': (settles, leaps) => {
    assertNear(last(settles), GLOBAL, 0.0006);
    assert.ok(crossings(leaps.columns.x) > 5);
    assert.ok(Math.abs(last(leaps) - GLOBAL) > 1);
  },
  'vanishing-gradient': (descent, rmsprop, adam) => {
    assert.ok(descent.columns.x[0] - last(descent) < 1);
    for (const run of [rmsprop, adam]) assert.ok(last(run, 'f') < 1e-4);
  },
  'corner-never-settles': (constant, decaying) => {
    assert.deepEqual(ending(constant, 4).map(Math.abs), [0.25, 0.25, 0.25, 0.25]);
    assert.ok(Math.abs(last(decaying)) < 0.001);
  },
  'stairs-stand-still': (...runs) => {
    for (const { columns } of runs) assert.equal(new Set(columns.x).size, 1);
  },
  'decay-step': (run) => {
    assertNear(run.columns.lr[10], 0.2, 0);
    assertNear(run.columns.lr[11], 0.1, 0);
    assertNear(last(run), LOCAL, 0.0006);
  },
  'decay-exponential': (run) => {
    assert.ok(
      run.columns.lr.every(
        (/** @type {number} */ lr, /** @type {number} */ t) => t < 2 || lr < run.columns.lr[t - 1],
      ),
    );
    assertNear(last(run), LOCAL, 0.0006);
  },
  'decay-compared': (constant, step, exponential) => {
    assert.equal(constant.diagnosis.kind, 'oscillating');
    for (const run of [step, exponential]) assertNear(last(run), LOCAL, 0.0006);
  },
  // The first step is η g/√g² = η; the second is divided by the root of the sum of both squares.
  'adagrad-parabola': ({ columns }) =>
    assertStarts(columns.x, [9, 8.5, 8.5 - (0.5 * 17) / Math.hypot(18, 17)], 1e-9),
  'adagrad-first-sum': (zero, tenth) => {
    assertNear(zero.columns.x[1], 0.3 - 0.1, 1e-6);
    assertNear(tenth.columns.x[1], 0.3 - (0.1 * 0.6) / Math.sqrt(0.1 + 0.36), 1e-6);
  },
  'adagrad-plane': ({ columns }) => {
    assertNear(columns.x[1], 5.5, 1e-9);
    assertNear(columns.y[1], 8.5, 1e-9);
  },
  'adagrad-or-decay': ({ columns }, { columns: decay }) => {
    assertNear(columns.x[1], 8.5, 1e-9);
    assertNear(decay.x[1], 9 * 0.8, 1e-9);
  },
  'adagrad-dies-out': (run) => {
    assert.equal(run.rows, 1001);
    assertNear(last(run), 69.95, 0.005);
  },
  'rmsprop-first-steps': ({ columns }) => {
    assertStarts(columns.x, [9, 8.6838, 8.4583, 8.2715], 0.00006);
    assertStarts([...columns.s_x].slice(1), [32.4, 59.323, 82.008], 0.0006);
  },
  'rmsprop-larger-rate': (slow, fast) => {
    /** @param {number} x */
    const arrived = (x) => x < 0.4;
    assert.ok(first(fast, arrived) < first(slow, arrived));
    for (const [t, x] of ending(fast, 10).entries())
      if (t > 0) assertNear(Math.abs(x - ending(fast, 10)[t - 1]), 0.4, 0.01);
  },
  'rmsprop-forgets': (adagrad, rmsprop) => {
    assert.ok(last(adagrad) > 80);
    assert.ok(Math.abs(last(rmsprop)) < 0.5);
  },
  'rmsprop-plane': (adagrad, rmsprop) => {
    assert.notEqual(adagrad.columns.s_x[5], adagrad.columns.s_y[5]);
    assert.ok(last(rmsprop, 'f') < last(adagrad, 'f'));
  },
  'rmsprop-stays-local': (run) => {
    for (const x of ending(run, 50)) assert.ok(Math.abs(x - LOCAL) < 0.06);
  },
  'momentum-swings': ({ columns }) => {
    assertStarts(columns.x, [90, 72, 41.4, 5.58, -27.774, -52.238], 0.0006);
    assertStarts([...columns.v_x].slice(1), [-18, -30.6, -35.82, -33.354, -24.464], 0.0006);
  },
  'momentum-small-rate': (run) => {
    const [fast] = runsOf('momentum-swings');
    assertNear(90 - run.columns.x[1], (90 - fast.columns.x[1]) / 10, 1e-9);
    assert.ok(crossings(run.columns.x) < crossings(fast.columns.x) / 2);
  },
  'ball-rolls': (momentum, descent, rmsprop) => {
    assertNear(last(momentum), GLOBAL, 0.0006);
    assertNear(last(descent), LOCAL, 0.0006);
    assertNear(last(rmsprop), LOCAL, 0.06);
  },
  'momentum-one-path': ({ columns: one }, { columns: two }, { columns: three }) => {
    assertStarts(two.x, [...one.x], 1e-9);
    assertStarts(three.x, [...one.x], 1e-9);
  },
  'narrow-valley': (without, momentum) => {
    assert.ok(crossings([...without.columns.y].slice(0, 11)) === 10);
    assert.ok(Math.abs(last(momentum)) < Math.abs(last(without)) / 10);
  },
  'adam-three-forms': (simple, firstOnly, both) => {
    assertNear(70 - simple.columns.x[1], 0.1 * Math.sqrt(10), 1e-6);
    assertNear(70 - firstOnly.columns.x[1], Math.sqrt(10), 1e-6);
    assertNear(70 - both.columns.x[1], 0.1, 1e-6);
  },
  'epsilon-in-or-out': (inside, outside) => {
    assertNear(inside.columns.x[1], 1 - 0.2 / Math.sqrt(0.4 + 0.09), 1e-9);
    assertNear(outside.columns.x[1], 1 - 0.2 / (Math.sqrt(0.4) + 0.09), 1e-9);
  },
  'adamw-or-l2': (penalty, decoupled) => {
    // The slopes of (x − 2)² + x²/2 and of 100 (y − 2)² + y²/2 are 0 there.
    assertNear(last(penalty), 4 / 3, 0.0005);
    assertNear(last(penalty, 'y'), 400 / 201, 0.0005);
    assertStarts(decoupled.columns.y, [...decoupled.columns.x], 1e-7);
    assert.ok(last(decoupled) > 0.9 && last(decoupled) < 1);
  },
  'adam-fails': (adam, amsgrad) => {
    const formula = 'where(t-3*floor(t/3)>0,-1,3)*max(-1,min(x,1))';
    const sum = [1, 2, 3].map((t) => core.evaluate({ formula, t }, { x: [0.5] }).f[0]);
    assert.deepEqual(sum, [-0.5, -0.5, 1.5]);
    assert.ok(last(adam) >= 1 && last(adam) < 1.05);
    assert.ok(last(amsgrad) <= -1 && last(amsgrad) > -1.05);
    for (const { diagnosis } of [adam, amsgrad]) assert.equal(diagnosis.remark, 'shifts');
  },
  'course-exercise': (...runs) => {
    const { cases } = readGolden('course_exercise');
    assert.equal(runs.length, cases.length);
    for (const [i, { columns }] of cases.entries())
      for (const axis of ['x', 'y']) {
        assert.equal(runs[i].rows, 31);
        assertStarts(runs[i].columns[axis], columns[axis], 1e-12);
      }
  },
  'saddle-ridge': (...runs) => {
    for (const run of runs) {
      assert.ok(run.columns.y.every((/** @type {number} */ y) => y === 0));
      assert.ok(Math.abs(last(run)) < 0.05);
    }
  },
  'saddle-noise': (run) => {
    assert.equal(run.columns.y[0], 0);
    assert.ok(last(run, 'f') < -10);
  },
  'saddle-escape': (descent, momentum, rmsprop, adam) => {
    /** @param {any} run */
    const leaves = (run) => first(run, (y) => y > 0.2, 'y');
    assert.ok(
      Math.max(leaves(rmsprop), leaves(adam)) < Math.min(leaves(descent), leaves(momentum)),
    );
  },
  'rosenbrock-valley': (...runs) => {
    for (const run of runs) {
      assert.ok(first(run, (f) => f < 5, 'f') < 10);
      assert.ok(last(run) < 0.97);
      assert.ok(last(run, 'f') > 1e-3);
    }
  },
  'rosenbrock-methods': (bfgs, simplex, adam) => {
    // scipy's BFGS and Nelder–Mead, with other line searches and triangles, are there after 30 and 72 steps.
    for (const [run, most] of [
      [bfgs, 40],
      [simplex, 100],
    ]) {
      assert.ok(first(run, (f) => f < 1e-6, 'f') <= most);
      assertNear(last(run), 1, 1e-3);
    }
    assert.ok(!simplex.columns.evals_g);
    assertStarts([last(adam), last(adam, 'y')], [-0.6204774462, 0.3908268378], 1e-8); // torch.optim.Adam
  },
  'himmelblau-four-minima': (...runs) => {
    const found = runs.map((run) =>
      MINIMA.findIndex(([x, y]) => Math.hypot(last(run) - x, last(run, 'y') - y) < 0.01),
    );
    assert.deepEqual(found.toSorted(), [0, 1, 2, 3]);
  },
  'rastrigin-pits': (descent, adam, momentum) => {
    for (const run of [descent, adam]) assertNear(last(run), 0.995, 0.002);
    assertNear(Math.hypot(last(momentum), last(momentum, 'y')), 0, 0.001);
  },
  'hole-in-a-plain': (descent, momentum, rmsprop, adam) => {
    for (const run of [descent, momentum]) assert.ok(last(run, 'f') > 0.99);
    for (const run of [rmsprop, adam]) assert.ok(last(run, 'f') < 0.01);
  },
  'averages-of-ten': (mean, average) => {
    assertStarts([...mean].slice(1), [5.5, 7, 5.5, 3, 4, 8, 4.5, 4, 6], 1e-12);
    assertStarts(average, [3, 5.5, 5.75, 5.375, 3.1875, 5.09, 7.05, 3.52, 5.76, 4.88], 0.005);
  },
  'averages-weights': (...averages) => {
    // s₁, s₂, s₃ are 3, 8, 6.
    for (const [i, [first, second, third]] of [
      [0.125, 0.25, 0.5],
      [0.081, 0.09, 0.1],
      [0.0192, 0.0196, 0.02],
    ].entries())
      assertNear(averages[i][2], 3 * first + 8 * second + 6 * third, 1e-4);
  },
  'averages-bias': (plain, corrected) => {
    assertStarts(plain, [0.1, 0.19, 0.271], 1e-12);
    for (const value of corrected) assertNear(value, 1, 1e-12);
  },
  'averages-sine': (mean, fast, slow) => {
    /** How much a curve moves from value to value. @param {Float64Array} values */
    const roughness = (values) =>
      values.reduce((sum, value, i) => sum + (i > 20 ? Math.abs(value - values[i - 1]) : 0), 0);
    assert.ok(roughness(slow) < roughness(fast) / 2 && roughness(fast) > 0);
    // Two periods of the sine after 200/3 values: the slower average peaks later.
    const peak = (/** @type {Float64Array} */ values) =>
      values.indexOf(Math.max(...values.slice(60, 130)));
    assert.ok(peak(slow) > peak(mean));
  },
  'schedules-decays': (constant, ...decays) => {
    assert.equal(constant.diagnosis.kind, 'oscillating');
    for (const run of decays) assertNear(last(run), LOCAL, 0.0006);
  },
  'schedules-torch': (...decays) => {
    for (const run of decays) assertNear(last(run), LOCAL, 0.0006);
  },
  'samples-one-ten-all': (one, ten, all) =>
    assert.deepEqual([one.inEpoch, ten.inEpoch, all.inEpoch], [150, 15, 1]),
  'samples-scale': (run) => {
    const { curvature, flattest } = run.diagnosis;
    assertNear(curvature / flattest, 105.2, 0.05);
    assertNear(2 / curvature, 0.0554, 0.00005);
  },
  'derivative-secant': ({ columns, slope }) => {
    assertStarts(columns.quotient, [8, 7, 6.4, 6.2, 6.1], 1e-11);
    assert.equal(3 - 0.1 * slope, 2.4);
  },
  'derivative-digits': ({ columns }) => {
    const error = columns.error.map(Math.abs);
    assert.ok(error[24] < 1e-7 && error[24] < error[12] && error[42] > 1e-4);
    assert.equal(columns.quotient[48], 0);
  },
};

test('every entry has a key, a link and a group of its own, and words in both languages', () => {
  for (const field of /** @type {const} */ (['key', 'query']))
    assert.equal(new Set(PRESETS.map((preset) => preset[field])).size, PRESETS.length, field);
  assert.equal(new Set(GROUPS.map(({ key }) => key)).size, GROUPS.length);
  for (const { key, title, text } of PRESETS) {
    assert.match(key, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const words of [title, text])
      for (const lang of /** @type {const} */ (['en', 'vi'])) assert.ok(words[lang].trim(), key);
  }
});

test('every link is canonical, and leaves language and theme to the page', () => {
  for (const { query } of PRESETS) {
    const { experiment, notices } = decode(query);
    assert.deepEqual(notices, []);
    assert.equal(encodeExperiment(experiment, core.catalog), query);
    assert.deepEqual([experiment.lang, experiment.theme], ['', '']);
  }
});

test('the lecture’s experiments are all there', () => {
  const numbered = PRESETS.map(({ deck }) => deck);
  for (const chapter of [
    ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9', '1.10', '1.11'],
    ['2.1', '2.6', '2.7', '2.8', '3.1', '3.2', '3.3', '3.4', '3.5'],
  ])
    for (const number of chapter) assert.ok(numbered.includes(number), number);
});

test('every experiment has a claim, and no claim is without its experiment', () => {
  const keys = PRESETS.map(({ key }) => key);
  const claimed = [...Object.keys(CLAIMS), ...MAP_CLAIMS];
  assert.deepEqual(claimed.toSorted(), keys.toSorted());
});

for (const [key, holds] of Object.entries(CLAIMS))
  test(`${key} does what it says`, () => holds(...runsOf(key)));
