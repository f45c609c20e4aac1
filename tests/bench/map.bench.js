// Maps by machine code (c/formula/emit.h) against the same arithmetic on typed arrays in plain JavaScript, which
// notes nothing but where each lane ends; against C's functions, lane by lane, as engines that refuse a module
// take them; and against the time that the divisions and roots alone need: medians of processor time in one run
// of this file. Prints; judges nothing.

import { readFileSync } from 'node:fs';
import { paintMap } from '../../web/charts/map-image.js';
import { picturesOf } from '../../web/charts/map-range.js';
import { loadCore } from '../../web/core/index.js';
import { loadRemoteCore } from '../../web/core/remote.js';

const core = await loadCore({ wasm: readFileSync('build/core.wasm') });
const [SIDE, STEPS, REPEATS] = [400, 200, 5];
const LANES = SIDE * SIDE;
const START = /** @type {const} */ ([
  { of: 'x', from: -2, to: 2, n: SIDE },
  { of: 'y', from: -1, to: 3, n: SIDE },
]);

/** Median processor time of several repeats, in ms. @param {() => void} work */
function median(work) {
  const times = Array.from({ length: REPEATS }, () => {
    const from = process.cpuUsage().user;
    work();
    return (process.cpuUsage().user - from) / 1000;
  });
  return times.sort((a, b) => a - b)[(REPEATS - 1) / 2];
}

/** A module that may not be: C then takes the steps of maps by its functions. @param {() => void} work */
function withoutCode(work) {
  const { Module } = WebAssembly;
  WebAssembly.Module = /** @type {any} */ (
    class {
      constructor() {
        throw new RangeError('refused');
      }
    }
  );
  work();
  WebAssembly.Module = Module;
}

/** Bytes of a number below 2 ** 14. @param {number} value */
const number = (value) => (value < 128 ? [value] : [128 | (value & 127), value >> 7]);
/** A section of a module, or a body. @param {number[]} bytes */
const sized = (bytes) => [...number(bytes.length), ...bytes];
const simd = (/** @type {number} */ code) => [0xfd, ...number(code)];

/**
 * A function that divides two lanes and takes their roots so many times a turn, each chain of results on its
 * own: what no step with as many divisions and roots can be faster than.
 * @param {number} divisions @param {number} roots
 * @returns {(turns: number) => void}
 */
function arithmetic(divisions, roots) {
  const [get, set, DIVIDE, ROOT, ADD] = [0x20, 0x21, simd(0xf3), simd(0xef), simd(0xf0)];
  const [CONST, SPLAT] = [0x44, simd(0x14)];
  const chains = Array.from({ length: divisions + roots }, (_, k) => 2 + k);
  const value = [CONST, ...new Uint8Array(new Float64Array([1.7]).buffer), ...SPLAT];
  const turn = chains.flatMap((local, k) => {
    const operands = k < divisions ? [get, 1, get, local] : [get, 1, get, local, ...ADD];
    return [...operands, ...(k < divisions ? DIVIDE : ROOT), set, local];
  });
  const start = [
    ...value,
    set,
    1,
    ...chains.flatMap((local) => [get, 1, get, 1, ...ADD, set, local]),
  ];
  const loop = [3, 0x40, ...turn, get, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b];
  const kept = chains.flatMap((local) => [0x41, 0, get, local, ...simd(0x0b), 3, 0]);
  const body = [1, 1 + chains.length, 0x7b, ...start, ...loop, ...kept, 0x0b];
  const sections = [
    ...[1, ...sized([1, 0x60, 1, 0x7f, 0])],
    ...[3, ...sized([1, 0])],
    ...[5, ...sized([1, 0, 1])],
    ...[7, ...sized([1, 1, 0x66, 0, 0])],
    ...[10, ...sized([1, ...sized(body)])],
  ];
  const module = new WebAssembly.Module(
    Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections),
  );
  return /** @type {any} */ (new WebAssembly.Instance(module).exports.f);
}

const array = () => new Float64Array(LANES);
const [x, y, gx, gy, mx, my, vx, vy] = Array.from({ length: 8 }, array);

function start() {
  for (let i = 0; i < LANES; i++) {
    x[i] = -2 + (4 * (i % SIDE)) / (SIDE - 1);
    y[i] = -1 + (4 * Math.floor(i / SIDE)) / (SIDE - 1);
  }
  for (const each of [mx, my, vx, vy]) each.fill(0);
}

function himmelblau() {
  for (let i = 0; i < LANES; i++) {
    const u = x[i] * x[i] + y[i] - 11;
    const v = x[i] + y[i] * y[i] - 7;
    gx[i] = 4 * x[i] * u + 2 * v;
    gy[i] = 2 * u + 4 * y[i] * v;
  }
}

function rosenbrock() {
  for (let i = 0; i < LANES; i++) {
    const u = y[i] - x[i] * x[i];
    gx[i] = -2 * (1 - x[i]) - 400 * x[i] * u;
    gy[i] = 200 * u;
  }
}

/** @param {number} t */
function adam(t) {
  const [first, second] = [1 - 0.9 ** t, 1 - 0.999 ** t];
  for (let i = 0; i < LANES; i++) {
    mx[i] = 0.9 * mx[i] + (1 - 0.9) * gx[i];
    my[i] = 0.9 * my[i] + (1 - 0.9) * gy[i];
    vx[i] = 0.999 * vx[i] + (1 - 0.999) * (gx[i] * gx[i]);
    vy[i] = 0.999 * vy[i] + (1 - 0.999) * (gy[i] * gy[i]);
    x[i] -= (0.1 * (mx[i] / first)) / (Math.sqrt(vx[i] / second) + 1e-8);
    y[i] -= (0.1 * (my[i] / first)) / (Math.sqrt(vy[i] / second) + 1e-8);
  }
}

function momentum() {
  for (let i = 0; i < LANES; i++) {
    mx[i] = 0.9 * mx[i] - 1e-4 * gx[i];
    my[i] = 0.9 * my[i] - 1e-4 * gy[i];
    x[i] += mx[i];
    y[i] += my[i];
  }
}

/** @param {() => void} look @param {(t: number) => void} step */
function plain(look, step) {
  start();
  for (let t = 1; t <= STEPS; t++) {
    look();
    step(t);
  }
}

/** @param {string} name @param {number} ms @param {number} [than] */
function say(name, ms, than) {
  const rate = (LANES * STEPS) / ms / 1000;
  const ratio = than ? `${(than / ms).toFixed(2)} times` : '';
  console.log([name.padEnd(48), `${rate.toFixed(0)} M`.padStart(10), ratio.padStart(16)].join(''));
}

/** @param {object} spec */
const mapped = (spec) =>
  median(() =>
    core.map(
      /** @type {any} */ ({ steps: STEPS, axes: START, fate: false, start: [-1.2, 1], ...spec }),
    ),
  );

/** Two lanes a turn. @param {number} divisions @param {number} roots */
function limit(divisions, roots) {
  const divide = arithmetic(divisions, roots);
  return median(() => divide((LANES * STEPS) / 2));
}

const RULE = 'v = m*v - lr*g; x = x + v';
console.log(`Steps of single lanes a second, ${LANES} lanes × ${STEPS} steps`);
const adamMs = median(() => plain(himmelblau, adam));
say('Adam on Himmelblau, JavaScript', adamMs);
const adamSpec = { objective: 'himmelblau', optimizer: 'adam' };
say('  map', mapped(adamSpec), adamMs);
say('  its divisions and roots alone', limit(6, 2), adamMs);
withoutCode(() => say("  map by C's functions", mapped(adamSpec), adamMs));
say('  map with fates', mapped({ ...adamSpec, fate: true }), adamMs);
const momentumMs = median(() => plain(rosenbrock, momentum));
const heavy = { key: 'momentum', hypers: { lr: 1e-4 } };
say('Momentum on Rosenbrock, JavaScript', momentumMs);
say('  map', mapped({ objective: 'rosenbrock', optimizer: heavy }), momentumMs);
withoutCode(() =>
  say("  map by C's functions", mapped({ objective: 'rosenbrock', optimizer: heavy }), momentumMs),
);
const own = { rule: RULE, hypers: { lr: 1e-4, m: 0.9 } };
say('  map, own rule', mapped({ objective: 'rosenbrock', optimizer: own }), momentumMs);
const formula = { formula: '(1 - x)^2 + 100*(y - x^2)^2' };
say('  map, own rule on own formula', mapped({ objective: formula, optimizer: own }), momentumMs);
const rates = [
  { of: 'lr', from: 1e-5, to: 1e-3, n: SIDE },
  { of: 'm', from: 0, to: 0.99, n: SIDE },
];
const slow = rates.map((axis) => (axis.of === 'lr' ? { ...axis, to: 1e-4 } : axis));
const [first] = START;
say(
  '  map, x × η',
  mapped({ objective: 'rosenbrock', optimizer: heavy, axes: [first, rates[0]] }),
  momentumMs,
);
const bySlow = { objective: 'rosenbrock', axes: slow };
say('  map, η × m', mapped({ ...bySlow, optimizer: heavy }), momentumMs);
say('  map, η × m, own rule', mapped({ ...bySlow, optimizer: own }), momentumMs);
const byRates = { objective: 'rosenbrock', optimizer: heavy, axes: rates };
say('  map, η × m, where most lanes leave', mapped(byRates), momentumMs);

// In workers, by the wall's clock: how much two give over one, and how live a map is while something is dragged.
const wall = async (/** @type {() => Promise<unknown>} */ work, repeats = 15) => {
  const times = [];
  await work();
  for (let k = 0; k < repeats; k++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[(repeats - 1) / 2];
};
const [one, two] = [1, 2].map((workers) => loadRemoteCore({ wasm: core.module, workers }));
const big = { ...adamSpec, steps: STEPS, axes: START, fate: false };
const [oneMs, twoMs] = [
  await wall(async () => (await one).map(big), 5),
  await wall(async () => (await two).map(big), 5),
];
console.log(`Two workers: ${(oneMs / twoMs).toFixed(2)} times one (${oneMs.toFixed(0)} ms)`);
/** @param {number} across @param {number} up */
const live = (across, up) => {
  let rate = 0.01;
  return wall(async () => {
    rate *= 1.001; // as a slider does
    const axes = /** @type {any} */ ([
      { ...START[0], n: across },
      { ...START[1], n: up },
    ]);
    const optimizer = { key: 'momentum', hypers: { lr: rate } };
    const spec = { objective: 'himmelblau', optimizer, steps: 100, axes, fate: false };
    const map = await (await two).map(spec);
    paintMap(map, { show: 'basin', isDark: false, kinds: core.catalog.kinds });
  });
};
const liveMs = await live(200, 200);
console.log(
  `200 × 200 × 100, computed and coloured: ${(1000 / liveMs).toFixed(1)} pictures a second`,
);
const [[across, up]] = picturesOf(640, 400, 101, core.catalog.limits.side);
console.log(`The first picture, ${across} × ${up}: ${(await live(across, up)).toFixed(1)} ms`);
for (const each of [one, two]) (await each).close();
