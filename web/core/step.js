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
import { ownText, readHypers } from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./catalog.js').Units} Units
 *
 * @typedef {import('./types.js').StepState} StepState
 * @typedef {import('./types.js').Before} Before
 */

const NONE = new Float64Array(0);
const T = { min: 1, max: Number.MAX_SAFE_INTEGER, integer: true };

/**
 * @param {Units} units @param {unknown} key @param {unknown} given
 */
export function readStep({ catalog }, key, given) {
  const unit = checkUnit('optimizer', catalog.optimizers, key);
  const state = /** @type {StepState} */ (
    checkObject('state', given, 'an object { x, g, slots, hypers, t }')
  );
  const { x, g, slots = NONE, hypers, t = 1, lanes = 1 } = state;
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
    t: checkNumber('t', t, T),
    hypers: checkParams(`optimizer ${unit.key}`, hypers, unit.hypers, 'hypers'),
    into: [x, slots],
  };
}

/**
 * Takes a step. The arena must have been reset.
 * @param {Engine} engine @param {Omit<ReturnType<typeof readStep>, 'into'>} asked
 * @returns {Float64Array[]} x and the slots after it
 */
export function rawStep({ arena, wasm }, { key, lanes, x, g, slots, more, hypers, t }) {
  const [px, pg, ps, ...others] = [x, g, slots, ...more].map((array) => arena.place(array));
  wasm[`${key}_step`](x.length / lanes, lanes, px, pg, ps, arena.place(hypers), t, ...others);
  return [arena.copy(px, x.length), arena.copy(ps, slots.length)];
}

/**
 * @param {Units} units @param {unknown} optimizer @param {unknown} given
 */
export function readTrace(units, optimizer, given) {
  const { x, g, slots, hypers, lr, t } = /** @type {Before} */ (
    checkObject('before', given, 'an object { x, g, slots, hypers, lr, t }')
  );
  const own = ownText('optimizer', 'rule', optimizer);
  const { optimizers } = units.catalog;
  const unit = own === undefined ? checkUnit('optimizer', optimizers, optimizer) : undefined;
  for (const [name, value] of Object.entries({ x, g, lr })) checkAnyNumber(name, value);
  return {
    rule: own ?? /** @type {import('./catalog.js').Optimizer} */ (unit).rule,
    index: unit && units.index(unit),
    ...{ x, g, lr, hypers: readHypers(hypers) },
    slots: checkList('slots', slots, units.catalog.limits.slots, unit?.slots.length),
    t: checkNumber('t', t, T),
  };
}

/**
 * What every line of a rule assigns. The arena must have been reset.
 * @param {Engine} engine @param {ReturnType<typeof readTrace>} before
 * @returns {{ ast: import('./formula.js').Ast, values: Float64Array }}
 */
export function traceStep(engine, { rule, index, x, g, slots, hypers, lr, t }) {
  const { arena, wasm } = engine;
  const { pointer, ast } = engine.compiledRule(engine.program(rule, 'optimizers', index), hypers);
  const held = arena.place(checkList('slots', slots, Infinity, ast.slots.length));
  const out = arena.reserve(ast.lines.length);
  wasm.lab_abi_trace(pointer, out, x, g, held, lr, t);
  return { ast, values: arena.copy(out, ast.lines.length) };
}
