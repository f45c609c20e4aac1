// What a map is asked for: a run, the two sides along which its pixels differ, and where runs may arrive.

import { checkKeys, checkNumber, checkObject, checkText, shown } from './check.js';
import { sidesOf, TOLERANCE } from './map-sides.js';
import { checkDoubles } from './precision.js';
import { readRun } from './run.js';

/**
 * @typedef {import('./catalog.js').Units} Units
 * @typedef {import('./types.js').MapPoint} MapPoint
 * @typedef {import('./map-sides.js').Side} Side
 * @typedef {{ of: string, from: number, to: number, n: number, isLog: boolean }} Axis as it is asked for
 * @typedef {ReturnType<typeof readRun>} Run
 */

const MOST_POINTS = 200;

/** @param {Units} units @param {unknown} given @param {number} i @returns {Axis} */
function readAxis({ catalog }, given, i) {
  const name = `axes[${i}]`;
  const axis = checkObject(name, given, 'an object { of, from, to, n }');
  checkKeys(name, axis, ['of', 'from', 'to', 'n', 'scale']);
  const { of, scale } = axis;
  const from = checkNumber(`from of ${name}`, axis.from);
  const to = checkNumber(`to of ${name}`, axis.to);
  if (from >= to) throw new RangeError(`from of ${name} is ${from}; it must be below to, ${to}`);
  if (scale !== undefined && scale !== 'log' && scale !== 'linear')
    throw new RangeError(`scale of ${name} is ${shown(scale)}; it must be one of linear, log`);
  const isLog = scale === 'log';
  if (isLog && from <= 0)
    throw new RangeError(`from of ${name} is ${from}; on a log scale it must be above 0`);
  const most = { min: 1, max: catalog.limits.side, integer: true };
  const n = checkNumber(`n of ${name}`, axis.n, most);
  return { of: checkText(`of of ${name}`, of), from, to, n, isLog };
}

/** @param {Units} units @param {unknown} given @returns {[Axis, Axis]} */
function readAxes(units, given) {
  if (!Array.isArray(given) || given.length !== 2)
    throw new TypeError('axes must be a list of two { of, from, to, n }');
  const [a, b] = [readAxis(units, given[0], 0), readAxis(units, given[1], 1)];
  if (a.of === b.of) throw new RangeError(`axes has "${a.of}" twice; they must be two`);
  return [a, b];
}

/** @param {unknown} given @param {number} height @returns {[number, number]} */
function readRows(given, height) {
  if (given === undefined) return [0, height];
  if (!Array.isArray(given) || given.length !== 2)
    throw new TypeError('rows must be a list [from, to]');
  const from = checkNumber('rows[0]', given[0], { min: 0, max: height - 1, integer: true });
  return [from, checkNumber('rows[1]', given[1], { min: from + 1, max: height, integer: true })];
}

/** @param {Axis} up @param {unknown} rows */
function checkOrbit({ of, n, isLog }, rows) {
  if (isLog || n < 2 || (of !== 'x' && of !== 'y') || rows !== undefined)
    throw new RangeError('an orbit needs axes[1] of x or y, linear, n above 1, and no rows');
}

/** @param {unknown} given @returns {MapPoint[]|undefined} */
function readPlaces(given) {
  if (given === undefined) return undefined;
  if (!Array.isArray(given)) throw new TypeError('points must be a list of { x, y }');
  if (given.length > MOST_POINTS)
    throw new RangeError(`points has ${given.length} entries; at most ${MOST_POINTS} are allowed`);
  return given.map((each, i) => {
    const { x, y = 0, kind = 'end' } = checkObject(`points[${i}]`, each, 'an object { x, y }');
    checkNumber(`x of points[${i}]`, x);
    return { x, y: checkNumber(`y of points[${i}]`, y), kind };
  });
}

/**
 * The numbers in which pixels differ need not be given.
 * @param {Units} units @param {import('./check.js').Fields} spec @param {Axis[]} axes
 */
function completed({ catalog }, spec, axes) {
  const has = (/** @type {string} */ of) => axes.some((axis) => axis.of === of);
  const taken = { ...spec };
  if (spec.start === undefined && has('x')) taken.start = has('y') ? [0, 0] : [0];
  if (typeof spec.optimizer !== 'object' || spec.optimizer === null) return taken;
  const optimizer = { ...spec.optimizer };
  if (optimizer.rule === undefined) return { ...taken, optimizer };
  const hypers = { ...optimizer.hypers };
  const others = ['x', 'y', 'sigma', 'seed', ...catalog.modifiers.map(({ key }) => key)];
  for (const { of, from } of axes)
    if (!others.includes(of) && !of.startsWith('f.')) hypers[of] ??= from;
  return { ...taken, optimizer: { ...optimizer, hypers } };
}

/**
 * What the records say of a run's numbers.
 * @param {Units} units @param {Run} run @param {number} dim of the landscape
 * @param {readonly string[]} own hypers of a rule of one's own, learning rate first
 */
export function sidesOfRun(units, { objective, optimizer }, dim, own) {
  const { objectives, optimizers } = units.catalog;
  const unitAt = (/** @type {number} */ place) => (/** @type {object} */ each) =>
    units.index(each) === place;
  const unit = 'index' in optimizer ? optimizers.find(unitAt(optimizer.index)) : undefined;
  const params =
    'index' in objective ? objectives.find(unitAt(objective.index))?.params : undefined;
  return sidesOf(units.catalog, {
    dim: dim === 1 ? 1 : 2,
    params: params ?? [],
    hypers: unit?.hypers ?? own,
    refuses: unit?.refuses,
  });
}

/**
 * The side that is meant, if all its values are allowed.
 * @param {readonly Side[]} sides @param {Axis} axis
 * @returns {Side}
 */
export function findSide(sides, { of, from, to }) {
  const side = sides.find((each) => each.of === of);
  if (!side) {
    const words = sides.map((each) => each.of).join(', ');
    throw new RangeError(`axes has no "${of}"; of this run it takes ${words}`);
  }
  const { min, max } = side.param;
  checkNumber(`from of the axis ${of}`, from, { min, max });
  checkNumber(`to of the axis ${of}`, to, { min, max });
  return side;
}

/**
 * @param {Units} units @param {unknown} given
 */
export function readMap(units, given) {
  const allowed = 'an object { objective, optimizer, steps, axes }';
  const { axes: asked, ...fields } = checkObject('map', given, allowed);
  const { tolerance, rows, points, fate, orbit, ...spec } = fields;
  const axes = readAxes(units, asked);
  const isOrbit = Boolean(orbit);
  if (isOrbit) checkOrbit(axes[1], rows);
  const run = readRun(units, completed(units, spec, isOrbit ? [axes[0]] : axes));
  checkDoubles('map', run.precision);
  const { objective, optimizer } = run;
  const dim = 'dim' in objective ? objective.dim : 2; // of a formula it shows when it is compiled
  const own = 'rule' in optimizer ? ['lr', ...Object.keys(optimizer.hypers)] : [];
  const sides = sidesOfRun(units, run, dim, own);
  for (const axis of axes) findSide(sides, axis);
  return {
    run,
    axes,
    tolerance: checkNumber('tolerance', tolerance ?? TOLERANCE.preset, TOLERANCE),
    rows: readRows(rows, axes[1].n),
    points: readPlaces(points),
    fate: isOrbit || fate === undefined || Boolean(fate),
    isOrbit,
  };
}
