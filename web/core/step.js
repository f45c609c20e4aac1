// One step by itself: on the caller's arrays, or line by line with what each line assigns.

import {
  checkAnyNumber,
  checkFloat64,
  checkList,
  checkNumber,
  checkObject,
  checkParams,
  checkUnit,
} from './check.js';
import { joined, KEEPS_POINT, modifierLines, readModifiers } from './modifiers.js';
import { readPrecision } from './precision.js';
import { COUNT, ownText, readHypers } from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./catalog.js').Units} Units
 *
 * @typedef {import('./types.js').StepState} StepState
 * @typedef {import('./types.js').Before} Before
 */

const NONE = new Float64Array(0);

/**
 * @param {Units} units @param {unknown} key @param {unknown} given
 */
export function readStep({ catalog }, key, given) {
  const unit = checkUnit('optimizer', catalog.optimizers, key);
  if (unit.kind === 'method')
    throw new RangeError(
      `optimizer ${unit.key} is a method, which asks for f at other points: use run()`,
    );
  const state = /** @type {StepState} */ (
    checkObject('state', given, 'an object { x, g, slots, hypers, t }')
  );
  const { x, g, slots = NONE, hypers, t = 1, lanes = 1, modifiers } = state;
  const own = checkFloat64('x', x);
  const n = own.length;
  checkNumber('lanes', lanes, { min: 1, max: Math.max(n, 1), integer: true });
  if (n % lanes)
    throw new RangeError(`x has length ${n}; it must be a multiple of lanes, ${lanes}`);
  const held = unit.slots.reduce((sum, { perPoint }) => sum + (perPoint ? lanes : n), 0);
  const { cost } = unit;
  return {
    key: unit.key,
    lanes,
    x: own,
    g: checkFloat64('g', g, n),
    slots: checkFloat64('slots', slots, held),
    more: [
      cost.f ? checkFloat64('f', state.f, lanes) : NONE,
      cost.h ? checkFloat64('hdiag', state.hdiag, n) : NONE,
      cost.h ? checkFloat64('hsolve', state.hsolve, n) : NONE,
    ],
    t: checkNumber('t', t, COUNT),
    hypers: checkParams(`optimizer ${unit.key}`, hypers, unit.hypers, 'hypers'),
    modification: readModifiers(catalog, modifiers, unit),
    into: [x, slots],
  };
}

/**
 * Takes a step. The arena must have been reset.
 * @param {Engine} engine @param {Omit<ReturnType<typeof readStep>, 'into'>} asked
 * @returns {Float64Array[]} x and the slots after it
 */
export function rawStep({ arena, wasm }, asked) {
  const { key, lanes, x, g, slots, more, hypers, t, modification } = asked;
  const [px, pg, ps, ...others] = [x, g, slots, ...more].map((array) => arena.place(array));
  const dim = x.length / lanes;
  if (modification) {
    const values = arena.place(modification.values);
    wasm.lab_abi_modify(modification.on, values, dim, lanes, px, pg, hypers[0]);
  }
  wasm[`${key}_step`](dim, lanes, px, pg, ps, arena.place(hypers), t, ...others);
  return [arena.copy(px, x.length), arena.copy(ps, slots.length)];
}

/** Coordinates of a point that is traced. */
const MOST_COORDINATES = 1000;

/** @param {string} name @param {unknown} value @returns {Float64Array|number[]} */
const readPoint = (name, value) =>
  typeof value === 'number' ? [value] : checkList(name, value, MOST_COORDINATES);

/**
 * @param {Units} units @param {unknown} optimizer @param {unknown} given
 */
export function readTrace(units, optimizer, given) {
  const before = /** @type {Before} */ (
    checkObject('before', given, 'an object { x, g, slots, hypers, lr, t }')
  );
  const { slots, hypers, lr, t, f, hessian, modifiers, precision } = before;
  const own = ownText('optimizer', 'rule', optimizer);
  const { optimizers } = units.catalog;
  const unit = own === undefined ? checkUnit('optimizer', optimizers, optimizer) : undefined;
  const x = readPoint('x', before.x);
  const g = readPoint('g', before.g);
  if (g.length !== x.length)
    throw new RangeError(`g has length ${g.length}; it must be ${x.length}, as x has`);
  return {
    rule: own ?? /** @type {import('./catalog.js').Optimizer} */ (unit).rule,
    index: unit && units.index(unit),
    ...{ x, g, lr: checkAnyNumber('lr', lr), hypers: readHypers(hypers) },
    slots: checkList('slots', slots, units.catalog.limits.slots * x.length),
    t: checkNumber('t', t, COUNT),
    f: f === undefined ? undefined : checkAnyNumber('f', f),
    hessian: hessian === undefined ? undefined : checkList('hessian', hessian, 3),
    modification: readModifiers(units.catalog, modifiers, unit),
    precision: readPrecision(units.catalog, precision, unit),
  };
}

/**
 * What a rule asks for and is not told.
 * @param {import('./formula.js').Ast} ast @param {ReturnType<typeof readTrace>} before
 */
function checkAsked({ asks = [] }, { x, f, hessian }) {
  if (asks.includes('f')) checkAnyNumber('f', f);
  if (!asks.includes('h')) return;
  if (x.length > 2)
    throw new RangeError(`x has length ${x.length}; it must be 1 or 2 for a Hessian`);
  checkList('hessian', hessian, 3, x.length === 1 ? 1 : 3);
}

/**
 * What every line of a rule assigns. The arena must have been reset.
 * @param {Engine} engine @param {ReturnType<typeof readTrace>} before
 * @returns {{ ast: import('./formula.js').Ast, values: Float64Array }}
 */
export function traceStep(engine, before) {
  const { rule, index, hypers, slots, modification } = before;
  const program = engine.program(rule, 'optimizers', index, hypers);
  const laid = engine.compiledRule(program, hypers);
  const { ast } = laid;
  checkAsked(ast, before);
  const n = before.x.length;
  const held = ast.slots.reduce((sum, { perPoint }) => sum + (perPoint ? 1 : n), 0);
  const kept = checkList('slots', slots, Number.POSITIVE_INFINITY, held);
  if (!modification) return { ast, values: traceLines(engine, laid, { ...before, slots: kept }) };
  const { catalog } = engine;
  /** @type {Record<string, number>} */
  const numbers = {};
  for (const [i, { key }] of catalog.modifiers.entries())
    if (modification.on & (1 << i)) numbers[key] = modification.values[i];
  engine.precision = undefined; // what modifiers leave is rounded when the rule reads it
  const text = modifierLines(catalog, (key) => key in numbers) + KEEPS_POINT;
  const first = engine.compiledRule(
    engine.program(text, 'optimizers', undefined, numbers),
    numbers,
  );
  const values = traceLines(engine, first, { ...before, slots: NONE });
  const { lines } = first.ast;
  const after = (/** @type {'x'|'g'} */ name) => {
    const at = lines.findLastIndex((line) => line.name === name);
    return at < 0 ? before[name] : values.slice(at * n, (at + 1) * n);
  };
  const modified = { ...before, x: after('x'), g: after('g'), slots: kept };
  const ofFirst = values.subarray(0, (lines.length - 1) * n); // all but what keeps x
  const all = Float64Array.of(...ofFirst, ...traceLines(engine, laid, modified));
  return { ast: joined(first.ast, ast), values: all };
}

/**
 * What the lines of one program assign.
 * @param {Engine} engine @param {{ pointer: number, ast: import('./formula.js').Ast }} rule
 * @param {Pick<ReturnType<typeof readTrace>, 'x' | 'g' | 'slots' | 'lr' | 't' | 'f' | 'hessian'>} before
 */
function traceLines({ arena, wasm }, { pointer, ast }, before) {
  const { x, g, slots, lr, t, f = Number.NaN, hessian = NONE } = before;
  const point = [x, g, slots].map((list) => arena.place(list));
  const out = arena.reserve(ast.lines.length * x.length);
  const asked = [arena.place([f]), arena.place(hessian)];
  wasm.lab_abi_trace(pointer, out, x.length, ...point, lr, t, ...asked);
  return arena.copy(out, ast.lines.length * x.length);
}
