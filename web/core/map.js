// A map: many runs at once, one a pixel. C takes the steps (c/core/map.c); here the rows are laid out band by
// band, and where runs may arrive is found: at stationary points that are known, and where a few of the runs
// come to rest.

import { stationaryPoints } from './field.js';
import { countVisits, runsOfOrbit } from './map-orbit.js';
import { WHATS } from './map-sides.js';
import { findSide, readMap, sidesOfRun } from './map-spec.js';
import { beginRun } from './run.js';
import { inSlices } from './slices.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {ReturnType<typeof readMap>} Asked
 * @typedef {import('./types.js').MapPoint} MapPoint
 * @typedef {import('./types.js').Map} MapOfRuns
 *
 * @typedef {object} Laid what all bands of a map stand on
 * @property {number} run @property {number} map
 * @property {ReturnType<typeof findSide>[]} found what differs along each side
 */

export { readMap };

/** As c/core/params.h has them. */
const SCALES = ['linear', 'log', 'integer', 'switch'];
/** Pixels of a band: they pass through the arena at once. */
const BAND = 65536;
/** Lanes of a block, and columns of a path, as c/core/map.h has them. */
const [LANES, PATH] = [240, 6];
/** The basin of a run that left the finite numbers, as there. */
const OUTSIDE = -2;
/** A side of the coarse picture in which rests are looked for. */
const COARSE = 16;
/** Runs of it that rest at the same place make it a point; so many points at most. */
const [ENOUGH, MOST_RESTS] = [3, 12];

/**
 * Has C write a map's steps as a module, which puts itself in their place. Engines that refuse it go without.
 * @param {Engine} engine @param {Laid} laid
 */
function hasten({ wasm, arena }, { map, run }) {
  const bytes = arena.reserve(0);
  const length = wasm.lab_abi_map_code(map, run, bytes, 8 * arena.room);
  try {
    const module = new WebAssembly.Module(arena.bytes(bytes, length).slice());
    const core = { memory: wasm.memory, table: wasm.__indirect_function_table };
    new WebAssembly.Instance(module, { core });
  } catch {
    // C takes the steps itself.
  }
}

/**
 * A run, the sides of its map, and the map that stands on them.
 * @param {Engine} engine @param {Asked} asked
 * @returns {Laid}
 */
function layOut(engine, { run: asked, axes }) {
  const { wasm, arena, units } = engine;
  const field = engine.field(asked.objective);
  const random = { ...asked.noise, batch: 0 };
  const { run, hypers = [] } = beginRun(engine, field, asked, random);
  const sides = sidesOfRun(units, asked, field.dim, ['lr', ...hypers]);
  const found = axes.map((axis) => findSide(sides, axis));
  const map = arena.reserveBytes(wasm.lab_abi_map_size());
  return { run, map, found };
}

/**
 * Gives a map so many pixels by its sides, and returns pointers to their numbers.
 * @param {Engine} engine @param {Asked} asked @param {Laid} laid @param {readonly number[]} counts
 */
function measure(engine, { run: { changes }, axes }, { map, found }, counts) {
  const { wasm, arena } = engine;
  return axes.map(({ of, from, to, isLog }, i) => {
    const { what, index, param } = found[i];
    const named = changes.findIndex(({ hypers }) => Object.hasOwn(hypers, of));
    const lasts = named < 0 ? changes.length : named;
    const scale = SCALES.indexOf(isLog ? 'log' : param.scale === 'log' ? 'linear' : param.scale);
    const at = arena.reserve(counts[i]);
    wasm.lab_abi_map_values(at, from, to, counts[i], scale);
    engine.check(wasm.lab_abi_map_axis(map, i, WHATS.indexOf(what), index, lasts, counts[i], at));
    return at;
  });
}

/**
 * Where the runs of a coarse picture come to rest, besides the points that are known.
 * @param {Engine} engine @param {Asked} asked @param {Laid} laid @param {readonly MapPoint[]} known
 * @returns {MapPoint[]}
 */
function restsOf(engine, asked, laid, known) {
  const { wasm, arena } = engine;
  const [width, height] = asked.axes.map(({ n }) => Math.min(n, COARSE));
  const n = width * height;
  const { map, run } = laid;
  measure(engine, asked, laid, [width, height]);
  placePoints(engine, map, asked.tolerance, known);
  const [out, ends] = [arena.reserve(3 * n), arena.reserve(3 * n)];
  wasm.lab_abi_map_begin(map, run, 0, height, out, 0, ends, 0, 0);
  while (!wasm.lab_abi_map_on(map, 1e6));
  const seen = arena.view(ends, 3 * n);
  const still = (asked.tolerance / 1000) ** 2;
  const rests = Array.from({ length: n }, (_, i) => i)
    .filter((i) => seen[3 * i + 2] <= still)
    .sort((a, b) => seen[3 * a + 2] - seen[3 * b + 2] || a - b);
  const apart = 2 * asked.tolerance;
  const isNear = (
    /** @type {MapPoint} */ point,
    /** @type {number} */ x,
    /** @type {number} */ y,
  ) => Math.hypot(point.x - x, point.y - y) <= apart;
  /** @type {(MapPoint & { count: number })[]} */
  const found = [];
  for (const i of rests) {
    const [x, y] = seen.subarray(3 * i);
    if (known.some((point) => isNear(point, x, y))) continue;
    const near = found.find((point) => isNear(point, x, y));
    if (near) near.count++;
    else found.push({ x, y, kind: 'end', count: 1 });
  }
  return found
    .filter(({ count }) => count >= Math.min(ENOUGH, n / 4))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_RESTS)
    .map(({ x, y, kind }) => ({ x, y, kind }));
}

/**
 * @param {Engine} engine @param {number} map @param {number} tolerance @param {readonly MapPoint[]} points
 */
function placePoints({ wasm, arena }, map, tolerance, points) {
  const flat = arena.place([...points.flatMap(({ x, y }) => [x, y]), 0]);
  wasm.lab_abi_map_points(map, tolerance, flat, points.length);
}

/**
 * Where runs may arrive: at points that are known, and where some come to rest. If pixels differ in a
 * parameter of the landscape, each has its own points, which C knows.
 * @param {Engine} engine @param {Asked} asked @param {Laid} laid
 */
function arrange(engine, asked, laid) {
  const { map, found } = laid;
  const known = asked.points ?? stationaryPoints(engine, asked.run.objective);
  if (found.some(({ what }) => what === 'param')) {
    engine.wasm.lab_abi_map_points(map, asked.tolerance, 0, 0);
    return known;
  }
  const points = asked.points ? known : [...known, ...restsOf(engine, asked, laid, known)];
  placePoints(engine, map, asked.tolerance, points);
  return points;
}

/**
 * A map of nothing yet.
 * @param {Asked} asked @param {readonly MapPoint[]} points @returns {MapOfRuns}
 */
function emptyMap({ axes, rows: [from, to], fate }, points) {
  const [width, height] = [axes[0].n, to - from];
  const n = width * height;
  return {
    ...{ width, height, points },
    axes: [new Float64Array(width), new Float64Array(height)],
    basin: new Int16Array(n).fill(-1),
    steps: new Uint32Array(n),
    value: new Float64Array(n).fill(Number.NaN),
    fate: new Uint8Array(fate ? n : 0),
  };
}

/**
 * @param {Engine} engine @param {Asked} given @param {number} sliceMs
 * @returns {import('./slices.js').Task<MapOfRuns>}
 */
export function* takeMap(engine, given, sliceMs) {
  const { wasm, arena } = engine;
  const { isOrbit } = given;
  const [along, up] = given.axes;
  const asked = isOrbit ? runsOfOrbit(given) : given;
  const [from, to] = asked.rows;
  const laid = layOut(engine, asked);
  const counts = asked.axes.map(({ n }) => n);
  measure(engine, asked, laid, counts);
  hasten(engine, laid);
  const answer = emptyMap(asked, arrange(engine, asked, laid));
  const values = measure(engine, asked, laid, counts);
  const [across, down] = values.map((at, i) => arena.view(at, counts[i]));
  answer.axes[0].set(across);
  answer.axes[1].set(down.subarray(from, to));
  const { width, height } = answer;
  const places = arena.reserve(up.n);
  const stride = asked.run.steps + 1;
  const most = isOrbit ? Math.min(LANES, arena.room / (PATH * stride + 4)) : BAND / width;
  const inBand = Math.min(height, Math.max(1, Math.floor(most)));
  const out = arena.reserve(4 * inBand * width);
  const visits = new Uint32Array(isOrbit ? along.n * up.n : 0);
  const room = asked.fate ? Math.min(arena.room, LANES * PATH * stride) : 0;
  const paths = arena.reserve(room);
  for (let row = 0; row < height; row += inBand) {
    const rows = Math.min(height - row, inBand);
    const n = rows * width;
    const fate = asked.fate ? out + 8 * 3 * n : 0;
    const asLines = [from + row, from + row + rows];
    wasm.lab_abi_map_begin(laid.map, laid.run, ...asLines, out, fate, 0, paths, room);
    const goOn = (/** @type {number} */ until, /** @type {number} */ done) =>
      wasm.lab_abi_map_on(laid.map, until - done) === 1;
    yield* inSlices(n * stride, sliceMs, goOn, { first: LANES });
    while (!wasm.lab_abi_map_on(laid.map, LANES)) yield { part: row / height };
    const numbers = (/** @type {number} */ k) => arena.view(out + 8 * k * n, n);
    answer.basin.set(numbers(0), row * width);
    answer.steps.set(numbers(1), row * width);
    answer.value.set(numbers(2), row * width);
    if (asked.fate) answer.fate.set(numbers(3), row * width);
    for (let j = 0; isOrbit && j < rows; j++) {
      const at = PATH * j + (up.of === 'x' ? 0 : 1);
      if (answer.basin[row + j] !== OUTSIDE)
        countVisits(visits, given.axes, row + j, arena.view(paths + 8 * stride * at, stride));
    }
  }
  if (!isOrbit) return answer;
  wasm.lab_abi_map_values(places, up.from, up.to, up.n, 0);
  const axes = /** @type {MapOfRuns['axes']} */ ([answer.axes[1], arena.copy(places, up.n)]);
  return { ...answer, width: along.n, height: up.n, axes, visits };
}

/** Rows of a part, at least: lanes that differ in their start only are taken together. */
const LEAST_ROWS = 32;

/**
 * The same map in parts, one after another from the top.
 * @param {Asked} asked @param {number} count @returns {Asked[]}
 */
export function splitMap(asked, count) {
  const [from, to] = asked.rows;
  const size = Math.max(LEAST_ROWS, Math.ceil((to - from) / (3 * count)));
  const parts = [];
  for (let row = from; row < to; row += size)
    parts.push({
      ...asked,
      rows: /** @type {[number, number]} */ ([row, Math.min(to, row + size)]),
    });
  return count > 1 && !asked.isOrbit ? parts : [asked];
}

/**
 * @param {(MapOfRuns|undefined)[]} answers @param {Asked[]} parts
 * @returns {MapOfRuns} NaN is the value of pixels that have not been computed yet
 */
export function joinMaps(answers, parts) {
  const given = /** @type {MapOfRuns} */ (answers.find(Boolean));
  const [first, last] = [parts[0], parts[parts.length - 1]];
  const whole = emptyMap({ ...first, rows: [first.rows[0], last.rows[1]] }, given.points);
  whole.axes[0].set(given.axes[0]);
  for (const [i, part] of answers.entries()) {
    if (!part) continue;
    const row = parts[i].rows[0] - first.rows[0];
    whole.axes[1].set(part.axes[1], row);
    for (const name of /** @type {const} */ (['basin', 'steps', 'value', 'fate']))
      if (part[name].length) whole[name].set(part[name], row * whole.width);
  }
  return whole;
}
