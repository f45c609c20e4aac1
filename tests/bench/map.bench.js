// Maps against the same arithmetic on typed arrays in plain JavaScript, which notes nothing but where each lane
// ends: medians of processor time in one run of this file. Prints; judges nothing.

import { readFileSync } from 'node:fs';
import { loadCore } from '../../web/core/index.js';

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
      /** @type {any} */ ({ steps: STEPS, axes: START, fate: false, start: [1, 1], ...spec }),
    ),
  );

const RULE = 'v = m*v - lr*g; x = x + v';
console.log(`Steps of single lanes a second, ${LANES} lanes × ${STEPS} steps`);
const adamMs = median(() => plain(himmelblau, adam));
say('Adam on Himmelblau, JavaScript', adamMs);
say('  map', mapped({ objective: 'himmelblau', optimizer: 'adam' }), adamMs);
say('  map with fates', mapped({ objective: 'himmelblau', optimizer: 'adam', fate: true }), adamMs);
const momentumMs = median(() => plain(rosenbrock, momentum));
const heavy = { key: 'momentum', hypers: { lr: 1e-4 } };
say('Momentum on Rosenbrock, JavaScript', momentumMs);
say('  map', mapped({ objective: 'rosenbrock', optimizer: heavy }), momentumMs);
const own = { rule: RULE, hypers: { lr: 1e-4, m: 0.9 } };
say('  map, own rule', mapped({ objective: 'rosenbrock', optimizer: own }), momentumMs);
const formula = { formula: '(1 - x)^2 + 100*(y - x^2)^2' };
say('  map, own rule on own formula', mapped({ objective: formula, optimizer: own }), momentumMs);
const rates = [
  { of: 'lr', from: 1e-5, to: 1e-3, n: SIDE },
  { of: 'm', from: 0, to: 0.99, n: SIDE },
];
const [first] = START;
say(
  '  map, x × η',
  mapped({ objective: 'rosenbrock', optimizer: heavy, axes: [first, rates[0]] }),
  momentumMs,
);
say('  map, η × m', mapped({ objective: 'rosenbrock', optimizer: heavy, axes: rates }), momentumMs);
say(
  '  map, η × m, own rule',
  mapped({ objective: 'rosenbrock', optimizer: own, axes: rates }),
  momentumMs,
);
