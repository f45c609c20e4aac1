// The course's questions: the quiz's, with the lecture's answers, and every number in them.

import assert from 'node:assert/strict';
import { QUIZ } from '../../web/lessons/quiz.js';
import { assertNear, crossings, last, prove, settledAt } from './course.js';

/** The lecture's answers by their places. */
const places = [
  ['non_convex_loss', 'mlp'],
  ['weight_record', 'time_series'],
  ['best_optimizer', 'unknown'],
  ['steeper_function', 'ninth'],
  ['growing_jumps', 'large_rate'],
  ['creep_and_swing', 'rate_each'],
].map(([key, right]) =>
  QUIZ.find((question) => question.key === key)?.options.findIndex((each) => each.key === right),
);

prove('questions', [
  ({ runs }) => {
    const ends = runs.map(({ columns: { x, y } }) => [last(x), last(y)]);
    assert.ok(Math.hypot(ends[0][0] - ends[1][0], ends[0][1] - ends[1][1]) > 1);
    return { numbers: { two: runs.length }, answer: places[0] };
  },
  () => ({ answer: places[1] }),
  ({ runs }) => {
    const lower = runs.map(({ columns }) => last(columns.x) > 0);
    assert.deepEqual(lower, [false, true, false, false]);
    return { numbers: { two: 2, three: 3 }, answer: places[2] };
  },
  ({ experiment, x }) => {
    const { lr } = experiment.runs[0].hypers;
    const [slow, steep] = [2 * 1, 2 * 9];
    assertNear(x[1] / x[0], 1 - 0.1 * steep, 1e-9);
    assertNear(1 - (0.1 / 9) * steep, 1 - 0.1 * slow, 1e-12);
    return {
      numbers: {
        ...{ 0.1: lr, 0.8: 1 - 0.1 * slow, '9x²': true, 'f₁(x)': true, 'f₂(x)': true },
        ...{ nine: 9, third: 3, 0.9: 9 * 0.1, 0.033: 0.1 / 3, 0.011: 0.1 / 9, 18: steep, 2: slow },
        '0.1 · 2 = 0.0111 · 18 = 0.2': assertNear(0.0111 * 18, 0.2, 0.0005),
        '1 − η f″': true,
      },
      answer: places[3],
    };
  },
  ({ experiment, x }) => {
    const { lr } = experiment.runs[0].hypers;
    for (let t = 1; t < x.length; t++) assertNear(x[t] / x[t - 1], -3, 1e-9);
    const smooth = assertNear(1 - 0.025 * 40, 0, 1e-12);
    return {
      numbers: {
        ...{ '20x²': true, '1 − 40η': true, 0.1: lr, '−3': x[1] / x[0], 3: -x[1] / x[0] },
        ...{ '2/40 = 0.05': assertNear(2 / 40, 0.05, 0), 0.025: smooth && 1 / 40 },
      },
      answer: places[4],
    };
  },
  ({ experiment, runs }) => {
    const { x, y } = runs[0].columns;
    const { lr } = experiment.runs[0].hypers;
    assert.ok(crossings(y) > 20 && settledAt(x, (each) => Math.abs(each) < 0.5) > 20);
    return {
      numbers: { 0.2: 2 * 0.1, 4: 2 * 2, 0.4: lr, 0.92: x[1] / x[0], '−0.6': y[1] / y[0] },
      answer: places[5],
    };
  },
]);
