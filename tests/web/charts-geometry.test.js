import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  chooseHeight,
  chooseView,
  clipSegment,
  digitsIn,
  isStepLike,
  nearestRow,
  pad,
  pathRows,
  rangeOf,
  roundRange,
  roundStep,
  seriesRange,
  stairsOf,
  thinRows,
} from '../../web/charts/geometry.js';
import { runStyle } from '../../web/charts/run-style.js';

test('rangeOf looks at finite values only, and says when there is none', () => {
  assert.deepEqual(rangeOf([3, Number.NaN, -1, Infinity]), [-1, 3]);
  assert.equal(rangeOf([Number.NaN, -Infinity]), undefined);
});

test('pad widens both sides, and opens a range without width', () => {
  assert.deepEqual(pad([0, 10], 0.1), [-1, 11]);
  const [from, to] = pad([5, 5], 0.1);
  assert.ok(from < 5 && to > 5);
});

/** @type {Parameters<typeof chooseView>[0]} */
const parabola = { start: 70, landmarks: [0], box: [-100, 100] };

test('the view holds the start, its mirror image and the minimum, and little more', () => {
  const [from, to] = chooseView(parabola);
  assert.deepEqual([from, to], [-80, 80]);
  assert.deepEqual(chooseView({ ...parabola, start: 99 }), [-120, 120]);
  assert.deepEqual(chooseView({ ...parabola, start: -99 }), [-120, 120]);
  // Landmarks from −2 to 4: the middle is 1, and −5 is as far from it as 7.
  assert.deepEqual(chooseView({ start: -5, landmarks: [-2, 4], box: [-9, 9] }), [-7, 9]);
});

test('the view stays while the start moves a little, about the same middle wherever it is', () => {
  const at = (/** @type {number} */ start) => chooseView({ ...parabola, start });
  assert.deepEqual(at(68), at(70));
  for (let start = 1e-9; start < 1e9; start *= 1.37) {
    const [from, to] = at(start);
    assert.equal(from, -to);
    assert.ok(to >= 1.11 * start && to <= 1.5 * start, `${start}: ${to}`);
  }
});

test('a start on the only landmark still has a view around it', () => {
  assert.deepEqual(chooseView({ ...parabola, start: 0 }), [-12, 12]);
  for (const start of [1e9, -1e9, 1e-300, 0.1 + 0.2]) {
    const [from, to] = chooseView({ start, landmarks: [start], box: [start, start] });
    assert.ok(from < start && to > start, `${start}: ${from} ${to}`);
  }
});

test('a pole does not flatten the rest of the curve', () => {
  const values = Array.from({ length: 801 }, (_, i) => Math.log(((i - 400) / 40) ** 2));
  const [low, high] = chooseHeight(values);
  assert.ok(low > -12 && low < -1, `low ${low}`);
  assert.ok(high > 4.6 && high < 6, `high ${high}`);
});

test('a curve without values or without height still has an axis', () => {
  assert.deepEqual(chooseHeight([Number.NaN]), [-1, 1]);
  assert.deepEqual(chooseHeight([2, 2]), [1, 3]);
});

const box = { left: 0, right: 10, top: 0, bottom: 10 };
/** @type {[string, [number, number, number, number], number[] | undefined][]} */
const segments = [
  ['inside', [1, 1, 9, 9], [1, 1, 9, 9]],
  ['through', [-5, 5, 15, 5], [0, 5, 10, 5]],
  ['out of a corner', [5, 5, 15, 15], [5, 5, 10, 10]],
  ['beside', [-5, 11, 15, 11], undefined],
  ['nowhere', [Number.NaN, 1, 5, 5], undefined],
  ['a point on the edge', [10, 10, 10, 10], [10, 10, 10, 10]],
];
for (const [name, segment, expected] of segments) {
  test(`a segment ${name} is clipped to what is inside`, () => {
    assert.deepEqual(clipSegment(...segment, box), expected);
  });
}

test('a long column keeps its ends, its highest and its lowest row', () => {
  const values = new Float64Array(100_000);
  values[12345] = 7;
  values[54321] = -7;
  const rows = thinRows(values, 300);
  for (const row of [0, 12345, 54321, 99_999]) assert.ok(rows.includes(row), `row ${row}`);
  assert.ok(rows.length <= 602 && rows.every((row, i) => i === 0 || row > rows[i - 1]));
});

test('a short column is drawn whole', () => {
  assert.deepEqual(thinRows([5, 4, 3], 300), [0, 1, 2]);
});

test('one run that blows up does not flatten the others', () => {
  const [low, high] = seriesRange(
    [
      [70, 56, 45],
      [70, -700, 7e8, -7e30],
    ],
    'linear',
  );
  assert.ok(low > -1000 && high < 1000, `${low} ${high}`);
});

test('an axis reaches beyond its values, but not beyond a 0 that none of them has passed', () => {
  assert.deepEqual(seriesRange([[0.2, 0.1, 0.01]], 'linear')[0], 0);
  assert.deepEqual(seriesRange([[-0.2, -0.01]], 'linear')[1], 0);
  assert.ok(seriesRange([[5, 5.5]], 'linear')[0] > 4.9);
  const [low, high] = seriesRange([[0, 0]], 'linear');
  assert.ok(low < 0 && high > 0);
});

test('a round range holds the range, ends on multiples of its step, and wastes less than two of six', () => {
  for (const range of /** @type {[number, number][]} */ ([
    [-1.3, 1.1],
    [0, 0.212],
    [-7e-9, 3e-9],
    [1e6, 1.7e6],
  ])) {
    const [from, to] = roundRange(range);
    assert.ok(from <= range[0] && to >= range[1], `${from} ${to}`);
    const step = roundStep((range[1] - range[0]) / 6);
    for (const end of [from, to])
      assert.ok(Math.abs(end / step - Math.round(end / step)) < 1e-9, `${end} by ${step}`);
    assert.ok(range[0] - from < step && to - range[1] < step);
  }
  assert.deepEqual([0.9, 1, 1.1, 3, 7, 0.03].map(roundStep), [1, 1, 2, 5, 10, 0.05]);
});

test('of a long path the whole way is drawn, the latest rows all of them', () => {
  assert.deepEqual(pathRows(3, 10), [0, 1, 2, 3]);
  const rows = pathRows(100_000, 3000);
  assert.ok(rows.length <= 3001, `${rows.length}`);
  assert.deepEqual([rows[0], rows.at(-1)], [0, 100_000]);
  assert.deepEqual(rows.slice(-3), [99_998, 99_999, 100_000]);
  rows.slice(1).forEach((row, i) => {
    assert.ok(row > rows[i] && row - rows[i] < 100, `${rows[i]} → ${row}`);
  });
  assert.equal((rows[1] - rows[0]) % 2, 1);
});

test('a log axis covers whole decades and forgets what is not positive', () => {
  assert.deepEqual(seriesRange([[0, -3, 0.02, 480]], 'log'), [0.01, 1000]);
  assert.deepEqual(seriesRange([[0]], 'log'), [1, 10]);
});

test('a pointer means the nearest row there is', () => {
  assert.deepEqual(
    [-3, 2.4, 2.6, 99].map((value) => nearestRow(value, 30)),
    [0, 2, 3, 30],
  );
});

test('eight runs look different even without colour', () => {
  const looks = Array.from({ length: 8 }, (_, i) =>
    JSON.stringify([runStyle(i).dash, runStyle(i).marker]),
  );
  assert.equal(new Set(looks).size, 8);
});

test('a range has as many digits as tell its ticks apart', () => {
  assert.equal(digitsIn([-2, 2]), 2);
  assert.equal(digitsIn([0, 4900]), 2);
  assert.equal(digitsIn([69.9993, 70]), 7);
  assert.equal(digitsIn([0.999999, 1.000001]), 8);
  for (const range of [
    [1, 1],
    [0, 0],
    [-Infinity, Infinity],
    [NaN, 1],
  ])
    assert.equal(digitsIn(/** @type {[number, number]} */ (range)), 0);
});

test('a rate that falls now and then is step-like, one that sinks or stays is not', () => {
  const rate = (/** @type {(t: number) => number} */ f) =>
    Float64Array.from({ length: 31 }, (_, t) => (t ? f(t - 1) : Number.NaN));
  assert.equal(isStepLike(rate((s) => 0.2 / 2 ** Math.floor(s / 10))), true);
  assert.equal(isStepLike(rate((s) => (s < 5 ? 0.2 : 0.02))), true);
  assert.equal(isStepLike(rate((s) => 0.2 * 0.9 ** s)), false);
  assert.equal(isStepLike(rate(() => 0.2)), false);
  assert.equal(isStepLike(rate((s) => Math.max(0, 0.2 - s / 100))), false);
  assert.equal(isStepLike([]), false);
});

test('stairs hold each value up to its own row, and go up and down upright', () => {
  assert.deepEqual(
    stairsOf([
      [0, 8],
      [1, 8],
      [2, 4],
    ]),
    [
      [0, 8],
      [0, 8],
      [1, 8],
      [1, 4],
      [2, 4],
    ],
  );
});
