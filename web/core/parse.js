// Formulas asked about: a user's own text, a unit's own formula, and what the core computes of either.

import { checkKeys, checkNumber, checkObject, checkOneOf, checkText, checkUnit } from './check.js';
import { VERSION } from './formula.js';
import { readObjective } from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./catalog.js').Units} Units
 * @typedef {import('./formula.js').Reading} Reading
 */

const ORDERS = ['gradient', 'hessian'];

const READING = ['version', 'supplied'];
const MOST_NAMES = 100;

/**
 * What a user's text is read with.
 * @param {'formula'|'rule'} name @param {unknown} text @param {unknown} given
 * @returns {{ text: string, reading: Reading }}
 */
export function readText(name, text, given) {
  const allowed = 'an object { version, supplied }';
  const reading = checkObject('the reading', given ?? {}, allowed);
  checkKeys('the reading', reading, READING);
  const { version = VERSION, supplied = [] } = /** @type {Reading} */ (reading);
  if (!Array.isArray(supplied) || supplied.length > MOST_NAMES)
    throw new TypeError(`supplied must be a list of at most ${MOST_NAMES} names`);
  return {
    text: checkText(name, text),
    reading: {
      version: checkNumber('version', version, { min: 1, max: VERSION, integer: true }),
      supplied: supplied.map((key) => checkText('a name that is supplied', key)),
    },
  };
}

/** @param {Engine} engine @param {ReturnType<typeof readText>} asked @param {string} family */
export function parse({ formulas }, { text, reading }, family) {
  const { program, error } = formulas.compile(text, family, undefined, reading);
  if (error) return { error };
  const ast = formulas.ast(program);
  const asRead = formulas.source(program);
  const remark = formulas.remark(program);
  return { ast, dim: ast.dim, hypers: ast.hypers, asRead, remark, error: null };
}

/** @param {Units} units @param {unknown} given a family @param {unknown} key */
export function readFormula(units, given, key) {
  const { families } = units.catalog;
  const family = families[checkOneOf('family', given, families)];
  /** @type {readonly (import('./records.js').Unit & { formula?: string, rule?: string })[]} */
  const list = units.catalog[family];
  const unit = checkUnit(family, list, key);
  return { family, index: units.index(unit), text: unit.formula ?? unit.rule ?? '' };
}

/** @param {Units} units @param {unknown} objective @param {unknown} order */
export function readDerivatives(units, objective, order) {
  const place = checkOneOf('order', order, ORDERS);
  const read = readObjective(units, objective);
  const index = 'index' in read ? read.index : undefined;
  const unit = units.catalog.objectives.find((each) => units.index(each) === index);
  const text = 'formula' in read ? read.formula : unit?.formula;
  return { text: checkText('the formula of the objective', text), index, order: place + 1 };
}
