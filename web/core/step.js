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
import { ownText } from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 *
 * @typedef {object} StepState n parameters before a step, and after it
 * @property {Float64Array} x @property {Float64Array} g
 * @property {Float64Array} [slots] n numbers for each slot, one slot after the other
 * @property {Record<string, number>} [hypers] presets when left out
 * @property {number} [t] counts from 1
 *
 * @typedef {object} Before one parameter before a step
 * @property {number} x @property {number} g @property {number[]} slots
 * @property {Record<string, number>} hypers @property {number} lr as the schedule has it @property {number} t
 */

const T = { min: 1, max: Number.MAX_SAFE_INTEGER, integer: true };

/**
 * Takes a step in place. The arena must have been reset.
 * @param {Engine} engine @param {string} key @param {StepState} state
 */
export function rawStep(engine, key, state) {
  const { arena, wasm, catalog } = engine;
  const unit = checkUnit('optimizer', catalog.optimizers, key);
  const { x, g, slots = new Float64Array(0), hypers, t = 1 } = checkObject('state', state);
  const n = checkFloat64('x', x).length;
  checkFloat64('g', g, n);
  checkFloat64('slots', slots, n * unit.slots.length);
  checkNumber('t', t, T);
  const numbers = checkParams(`optimizer ${key}`, hypers, unit.hypers, 'hypers');
  const [px, pg, ps] = [x, g, slots].map((array) => arena.place(array));
  wasm[`${key}_step`](n, px, pg, ps, arena.place(numbers), t);
  x.set(arena.view(px, n));
  slots.set(arena.view(ps, slots.length));
}

/**
 * What every line of a rule assigns. The arena must have been reset.
 * @param {Engine} engine @param {string | { rule: string }} optimizer @param {Before} before
 * @returns {{ ast: import('./formula.js').Ast, values: Float64Array }}
 */
export function traceStep(engine, optimizer, before) {
  const { arena, wasm, catalog } = engine;
  const { x, g, slots, hypers, lr, t } = checkObject('before', before);
  const own = ownText('optimizer', 'rule', optimizer);
  const unit =
    own === undefined ? checkUnit('optimizer', catalog.optimizers, optimizer) : undefined;
  const text = own ?? /** @type {import('./catalog.js').Optimizer} */ (unit).rule;
  const program = engine.program(text, 'optimizers', unit && engine.index(unit));
  const { pointer, ast } = engine.compiledRule(program, hypers);
  for (const [name, value] of Object.entries({ x, g, lr })) checkAnyNumber(name, value);
  checkNumber('t', t, T);
  const held = arena.place(checkList('slots', slots, Infinity, ast.slots.length));
  const out = arena.reserve(ast.lines.length);
  wasm.lab_abi_trace(pointer, out, x, g, held, lr, t);
  return { ast, values: arena.copy(out, ast.lines.length) };
}
