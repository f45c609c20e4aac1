// One table of ratios, all measured in one run: the core in wasm against the same C compiled natively
// (tests/bench/native.c), a formula against the compiled unit that says the same, and a step in wasm against
// the same loop in plain JavaScript. The questions are put to the exports themselves, without what web/core
// adds around them. Prints; judges nothing.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Engine } from '../../web/core/engine.js';
import { compile, instantiate } from '../../web/core/load.js';
import { readRun } from '../../web/core/run.js';
import { readObjective } from '../../web/core/spec.js';

const STEPS = 100_000;
const POINTS = 160_000;
const REPEATS = 15;
const RATE = 1e-6;

const module = await compile(readFileSync('build/core.wasm'));
const engine = new Engine(await instantiate(module));
const { wasm, arena, catalog, units } = engine;

/** @param {string} key */
const unitOf = (key) =>
  /** @type {import('../../web/core/catalog.js').Objective} */ (
    catalog.objectives.find((unit) => unit.key === key)
  );

/** Best time of several repeats, in milliseconds. @param {() => void} work */
function best(work) {
  let least = Infinity;
  for (let i = 0; i < REPEATS; i++) {
    const from = performance.now();
    work();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

/**
 * A run of all steps with its table.
 * @param {string} optimizer
 * @param {string} objective
 * @param {number} lr
 * @param {{ isJudged: boolean }} how whether with its diagnosis
 */
function timeRun(optimizer, objective, lr, { isJudged }) {
  arena.reset();
  const { start, steps, ...asked } = readRun(units, {
    objective,
    optimizer: { key: optimizer, hypers: { lr } },
    start: unitOf(objective).starts[0],
    steps: STEPS,
  });
  const field = engine.field(asked.objective);
  const rule = engine.rule(asked.optimizer);
  const schedule = engine.plain(asked.schedule);
  const report = arena.reserve(catalog.report.length);
  const run = engine.arena.reserveBytes(wasm.lab_abi_run_size());
  const laidOut = [field.pointer, rule.pointer, ...schedule, arena.place(start)];
  wasm.lab_abi_run_begin(run, ...laidOut, steps, 0, 0, 0);
  const width = wasm.lab_abi_run_layout(arena.reserve(3 * catalog.limits.columns), run);
  const table = arena.reserve(width * (STEPS + 1));
  return best(() => {
    wasm.lab_abi_run_begin(run, ...laidOut, steps, 0, 0, 0);
    wasm.lab_abi_run_on(run, table, steps + 1);
    if (isJudged) wasm.lab_abi_run_report(run, table, report);
  });
}

/**
 * Value and gradient over a square of the plane.
 * @param {string} key of the objective
 * @param {boolean} isFormula
 */
function timeField(key, isFormula) {
  arena.reset();
  const unit = unitOf(key);
  const { pointer } = engine.field(readObjective(units, key));
  if (isFormula) {
    const program = engine.program(unit.formula, 'objectives', units.index(unit));
    const params = engine.padded(unit.params.map(({ preset }) => preset));
    wasm.lab_abi_program_field(pointer, program, params);
  }
  const x = arena.place(
    Float64Array.from({ length: POINTS }, (_, i) => -2 + (4 * (i % 400)) / 400),
  );
  const y = arena.place(
    Float64Array.from({ length: POINTS }, (_, i) => -1 + (4 * Math.floor(i / 400)) / 400),
  );
  const out = [0, 1, 2].map(() => arena.reserve(POINTS));
  return best(() => wasm.lab_abi_evaluate(pointer, POINTS, x, y, ...out));
}

const COLUMNS = 7;
const plainTable = new Float64Array(COLUMNS * (STEPS + 1));

/** Momentum on x² as anyone would write it, with the core's columns: x, f, f′, |f′|, η, v and Δx. */
function plainMomentum() {
  let [at, v, dx] = [70, 0, Number.NaN];
  for (let t = 0, row = 0; t <= STEPS; t++, row += COLUMNS) {
    const g = 2 * at;
    plainTable[row] = at;
    plainTable[row + 1] = at * at;
    plainTable[row + 2] = g;
    plainTable[row + 3] = Math.abs(g);
    plainTable[row + 4] = t ? RATE : Number.NaN;
    plainTable[row + 5] = v;
    plainTable[row + 6] = dx;
    v = 0.9 * v - RATE * g;
    dx = at + v - at;
    at += v;
  }
}

const sizes = [STEPS, POINTS, REPEATS].map(String);
/** Milliseconds by "run adam", "compiled bowl" or "formula bowl". */
const native = new Map(
  execFileSync('build/native-bench', sizes, { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([kind, key, ms]) => /** @type {[string, number]} */ ([`${kind} ${key}`, Number(ms)])),
);

/**
 * One row of the table.
 * @param {string} name
 * @param {(number|string)[]} cells milliseconds, ratios or headings
 */
function say(name, ...cells) {
  const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell));
  console.log([name.padEnd(34), ...texts.map((text) => text.padStart(16))].join(''));
}

/** @param {string} name @param {number} ours @param {number|undefined} theirs @param {number[]} more */
function compare(name, ours, theirs = Number.NaN, ...more) {
  say(`  ${name}`, ours, theirs, ours / theirs, ...more);
}

say(`${STEPS} steps on rosenbrock`, 'wasm, ms', 'native, ms', 'ratio');
for (const { key } of catalog.optimizers)
  compare(key, timeRun(key, 'rosenbrock', RATE, { isJudged: true }), native.get(`run ${key}`));
say(`f and gradient at ${POINTS} points`, 'wasm, ms', 'native, ms', 'ratio', ': compiled');
for (const { key } of catalog.objectives.filter(({ dim }) => dim === 2)) {
  const [compiled, formula] = [timeField(key, false), timeField(key, true)];
  compare(`${key}, compiled`, compiled, native.get(`compiled ${key}`));
  compare(`${key}, formula`, formula, native.get(`formula ${key}`), formula / compiled);
}
say(`${STEPS} steps on quadratic`, 'wasm, ms', 'JavaScript, ms', 'ratio');
const ours = timeRun('momentum', 'quadratic', RATE, { isJudged: false });
compare('momentum, without diagnosis', ours, best(plainMomentum));
