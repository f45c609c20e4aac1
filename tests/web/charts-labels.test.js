// Labels stand beside what they name, never over what is drawn and never over each other; a label without
// room is left out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeBeside, spread, Taken } from '../../web/charts/labels.js';
import { exitAt, exitRow, layOutTags } from '../../web/charts/rim.js';
import { random } from './random.js';

const AREA = { left: 50, right: 450, top: 20, bottom: 320 };
/** @typedef {import('../../web/charts/labels.js').Box} Box */

/** @param {Box} a @param {Box} b */
const overlap = (a, b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test('labels overlap neither each other nor a line, stay inside, and near what they name', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const next = random(seed);
    const place = () => ({ x: 50 + 400 * next(), y: 20 + 300 * next() });
    const lines = Array.from({ length: 4 }, () => Array.from({ length: 30 }, place));
    const taken = new Taken(AREA);
    for (const line of lines) taken.addLine(line);
    const labels = lines.map((line) => ({ ...line[29], width: 20 + 60 * next(), height: 14 }));
    const boxes = placeBeside(labels, taken);
    boxes.forEach((box, i) => {
      if (!box) return;
      assert.ok(box.left >= 50 && box.right <= 450 && box.top >= 20 && box.bottom <= 320);
      const { x, y, width, height } = labels[i];
      assert.ok(Math.abs(box.right - box.left - width) < 1e-9);
      const [dx, dy] = [(box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y];
      assert.ok(Math.abs(dx) < 105 + width / 2 && Math.abs(dy) < 105 + height / 2, `${dx} ${dy}`);
      for (const other of boxes.slice(0, i)) assert.ok(!other || !overlap(box, other));
      for (const line of lines)
        for (let part = 0; part <= 2900; part++) {
          const [k, s] = [Math.min(28, Math.floor(part / 100)), (part % 100) / 100];
          const [px, py] = [
            line[k].x + s * (line[k + 1].x - line[k].x),
            line[k].y + s * (line[k + 1].y - line[k].y),
          ];
          const isIn = [px - box.left, box.right - px, py - box.top, box.bottom - py];
          assert.ok(Math.min(...isIn) < 1.5, `a line runs ${Math.min(...isIn)} px into a label`);
        }
    });
  }
});

test('alone a label stands right beside its place; in a heap the later ones are left out', () => {
  const label = { x: 200, y: 100, width: 20, height: 14 };
  const [box] = placeBeside([label], new Taken(AREA));
  assert.deepEqual(box, { left: 209, right: 229, top: 93, bottom: 107 });
  const heap = placeBeside(Array(40).fill(label), new Taken(AREA), 2);
  assert.ok(
    heap[0] && heap.filter(Boolean).length < 12,
    `${heap.filter(Boolean).length} in a heap`,
  );
});

test('a place that is not in view, or no place, has no label', () => {
  const far = [
    { x: 900, y: 100 },
    { x: Number.NaN, y: 100 },
    { x: 200, y: -1e5 },
  ].map((place) => ({ ...place, width: 20, height: 14 }));
  assert.deepEqual(placeBeside(far, new Taken(AREA)), [undefined, undefined, undefined]);
});

test('a line that leads far away is taken where it crosses the area, and costs no more', () => {
  const taken = new Taken(AREA);
  const from = process.cpuUsage();
  for (let i = 0; i < 1000; i++)
    taken.addLine([
      { x: 100, y: 100 },
      { x: 1e5, y: 100 },
      { x: -1e5, y: 1e5 },
    ]);
  assert.ok(process.cpuUsage(from).user < 5e5);
  assert.equal(taken.isFree({ left: 300, right: 320, top: 95, bottom: 105 }), false);
  assert.equal(taken.isFree({ left: 300, right: 320, top: 120, bottom: 140 }), true);
  assert.equal(taken.isFree({ left: 40, right: 60, top: 150, bottom: 160 }), false, 'outside');
});

test('a line that leaps across the area from beyond all numbers that can be counted comes to an end', () => {
  const taken = new Taken(AREA);
  for (const far of [1e15, 1e17, 1e19, 1e200, Number.MAX_VALUE / 4])
    taken.addLine([
      { x: far, y: 100 },
      { x: -far, y: 100 },
    ]);
  assert.equal(taken.isFree({ left: 60, right: 560, top: 95, bottom: 105 }), false);
  assert.equal(taken.isFree({ left: 300, right: 320, top: 120, bottom: 140 }), true);
});

test('things side by side keep their order and gaps, where each wants to be if it can', () => {
  assert.deepEqual(spread([{ at: 50, size: 20 }], 4, 0, 100), [40]);
  assert.deepEqual(spread([{ at: 0, size: 20 }], 4, 0, 100), [0]);
  assert.deepEqual(spread([{ at: 500, size: 20 }], 4, 0, 100), [80]);
  const next = random(7);
  for (let round = 0; round < 200; round++) {
    const things = Array.from({ length: 6 }, () => ({ at: 400 * next(), size: 10 + 40 * next() }));
    const starts = spread(things, 5, 0, 330);
    const room = things.reduce((sum, { size }) => sum + size, 25);
    assert.equal(starts !== undefined, room <= 330);
    if (!starts) continue;
    const order = things.map((_, i) => i).sort((a, b) => things[a].at - things[b].at);
    order.forEach((i, k) => {
      assert.ok(starts[i] >= -1e-9 && starts[i] + things[i].size <= 330 + 1e-9);
      const before = order[k - 1];
      if (k) assert.ok(starts[i] >= starts[before] + things[before].size + 5 - 1e-9);
    });
  }
});

test('tags get short words where long ones have no room, and the last are left out where nothing fits', () => {
  const tags = (/** @type {number} */ n) =>
    Array.from({ length: n }, (_, i) => ({ at: 100 + i, long: 150, short: 60 }));
  assert.equal(layOutTags(tags(2), 0, 400).isShort, false);
  assert.equal(layOutTags(tags(4), 0, 400).isShort, true);
  assert.equal(layOutTags(tags(4), 0, 400).starts.length, 4);
  const { starts } = layOutTags(tags(8), 0, 400);
  assert.equal(starts.length, 5);
  starts.forEach((start, i) => {
    assert.ok(start >= 0 && start + 60 <= 400);
    if (i) assert.ok(start >= starts[i - 1] + 60);
  });
  assert.deepEqual(layOutTags([], 0, 10).starts, []);
});

const VIEW = [0, 100, 0, 100];

test('the row at which a path goes out for good is found, also when it ends in NaN', () => {
  const x = [50, 150, 50, 50, 50, Number.NaN];
  const y = [50, 50, 60, 900, -9000, 0];
  assert.equal(exitRow(x, y, VIEW, 5), 3);
  assert.equal(exitRow(x, y, VIEW, 2), undefined, 'it came back');
  assert.equal(exitRow(x, y, VIEW, 1), 1, 'so far it is out');
  assert.equal(exitRow([500], [0], VIEW, 0), undefined);
  assert.equal(exitRow([500, 400, 300], [0, 0, 0], VIEW, 2), undefined, 'it never was in view');
  assert.equal(exitRow([50, 60, Infinity], [50, 50, 50], VIEW, 2), 2, 'out of the numbers');
});

test('the row is exact however long the path', () => {
  const x = Float64Array.from({ length: 100_000 }, (_, t) => t / 777);
  assert.equal(exitRow(x, new Float64Array(100_000), VIEW, 99_999), 77_701);
});

test('a path goes out where its segment crosses the rim, and where it was last seen if it goes nowhere', () => {
  const area = { left: 0, right: 100, top: 0, bottom: 100 };
  const run = /** @type {any} */ ({ label: '' });
  const places = [
    { x: 50, y: 50 },
    { x: 150, y: 50 },
    { x: Number.NaN, y: 0 },
  ];
  const at = (/** @type {number} */ row) => places[row];
  assert.deepEqual(exitAt(run, 1, at, area), {
    run,
    row: 1,
    place: { x: 100, y: 50 },
    way: { x: 1, y: 0 },
  });
  assert.deepEqual(exitAt(run, 2, at, area).place, places[1]);
});
