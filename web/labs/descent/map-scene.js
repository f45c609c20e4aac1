// What the map is to show, worked out from the experiment: its sides and their ranges, what the core is
// asked, and what is said of a pixel. No DOM.

import { clampedRange } from '../../charts/map-range.js';
import { plainSymbol } from '../../i18n/sentences.js';
import { setStart, specFor } from '../../state/experiment.js';
import {
  mapAxes,
  mapRange,
  mapSides,
  ownHypers,
  setSide,
  showsOrbit,
  sideBounds,
  withMap,
} from '../../state/map.js';
import { CUSTOM } from '../../state/own-units.js';
import { OWN_BOX } from './plane-scene.js';
import { recordOf, xRangeOf } from './scene.js';

/**
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('../../core/types.js').Map} RunMap
 * @typedef {import('../../core/map-sides.js').Side} Side
 *
 * @typedef {object} Shown a side as it is shown
 * @property {Side} side @property {boolean} isLog
 * @property {string} title "x₀", "η"
 * @property {readonly number[]} range from and to, in units: of a logarithmic side, powers of ten
 * @property {{ min: number, max: number }} bounds of its numbers, in units
 * @property {number} now the experiment's own number, in units; NaN: none
 */

/** Below all numbers that a logarithmic side shows. */
const LEAST = 1e-16;

/** @param {Side} side @returns {string} */
const titleOf = ({ what, param: { symbol } }) =>
  what === 'x' || what === 'y' ? `${what}₀` : plainSymbol(symbol);

/**
 * All that a side may be of, with its name in a menu.
 * @param {Experiment} experiment @param {Core} core @param {I18n} i18n @param {0|1} k which side
 */
export function choicesOf(experiment, core, i18n, k) {
  const { catalog } = core;
  const all = mapSides(experiment, catalog, ownHypers(experiment, core));
  const up = mapAxes(experiment, catalog)[1];
  const isPlace = (/** @type {Side} */ { of }) => of === 'x' || of === 'y';
  const isOrbit = showsOrbit(experiment);
  const places = all.filter(isPlace).map(({ of }) => ({ of, name: of }));
  if (isOrbit && k) return places;
  const sides = isOrbit ? all.filter(({ of }) => of !== up) : all;
  return sides.map((side) => {
    const { what, param } = side;
    const label = param.label ? i18n.label({ label: param.label }) : '';
    const word = what === 'sigma' || what === 'seed' ? i18n.t(`map.of.${what}`) : label;
    const name = what === 'seed' ? word : [titleOf(side), word].filter(Boolean).join(' · ');
    return { of: side.of, name };
  });
}

/**
 * The range that a side has at first.
 * @param {Side} side @param {Experiment} experiment @param {Core} core
 */
function usualRange({ what, param }, experiment, core) {
  const bare = { ...experiment, view: null };
  if (what === 'x' && experiment.start.length === 1) return xRangeOf(bare, core);
  const box = recordOf(experiment, core)?.box ?? OWN_BOX;
  if (what === 'x') return box.slice(0, 2);
  if (what === 'y') return box.slice(2);
  return [param.from, param.to];
}

/** The experiment's own number of a side; NaN: none. @param {Side} side @param {Experiment} experiment */
function numberNow({ what, param: { key } }, { start, runs, selected, objective, noise }) {
  const run = runs[selected];
  if (what === 'x') return start[0];
  if (what === 'y') return start[1];
  if (what === 'hyper') return run.hypers[key];
  if (what === 'modifier') return run.modifiers?.[key] ?? Number.NaN;
  if (what === 'param') return 'params' in objective ? objective.params[key] : Number.NaN;
  return noise[what];
}

/**
 * The sides of the map.
 * @param {Experiment} experiment @param {Core} core
 * @returns {[Shown, Shown]}
 */
export function sidesShown(experiment, core) {
  const { catalog } = core;
  const sides = mapSides(experiment, catalog, ownHypers(experiment, core));
  const chosen = mapRange(experiment, catalog);
  const shownAs = (/** @type {string} */ of, /** @type {number} */ k) => {
    const side = /** @type {Side} */ (sides.find((each) => each.of === of));
    const { min, max } = sideBounds(side);
    const range = chosen?.slice(2 * k, 2 * k + 2) ?? usualRange(side, experiment, core);
    const isLog = side.param.scale === 'log' && min >= 0 && range[0] > 0;
    const unit = (/** @type {number} */ value) => (isLog ? Math.log10(value) : value);
    const bounds = { min: unit(Math.max(min, isLog ? LEAST : min)), max: unit(max) };
    const now = unit(numberNow(side, experiment));
    const seen = clampedRange(range.map(unit), bounds);
    const title = k === 1 && showsOrbit(experiment) ? of : titleOf(side);
    return { side, isLog, title, range: seen, bounds, now };
  };
  const [first, second] = mapAxes(experiment, catalog);
  return [shownAs(first, 0), shownAs(second, 1)];
}

/**
 * The range of a map that was zoomed or moved there, as links have it.
 * @param {readonly Shown[]} sides @param {readonly number[]} box in units
 */
export const rangeIn = (sides, box) =>
  sides.flatMap((side, k) =>
    clampedRange(box.slice(2 * k, 2 * k + 2), side.bounds).map((end) =>
      side.isLog ? Number(valueAt(side, end).toPrecision(6)) : end,
    ),
  );

/** @param {Shown} side @param {number} at in units */
const valueAt = ({ isLog }, at) => (isLog ? 10 ** at : at);

/** Whether the axes are the plane of starts. @param {readonly Shown[]} sides */
export const isPlaneOf = ([a, b]) => a.side.what === 'x' && b.side.what === 'y';

/**
 * What the core is asked for the pixels of a box.
 * @param {Experiment} experiment @param {readonly [Shown, Shown]} sides
 * @param {readonly number[]} box in units @param {readonly [number, number]} counts of pixels
 */
export function mapSpec(experiment, sides, box, counts) {
  const axes = sides.map((side, k) => {
    const [from, to] = box.slice(2 * k, 2 * k + 2);
    const half = (to - from) / counts[k] / 2;
    const ends = [from + half, to - half].map((end) => valueAt(side, end));
    const scale = side.isLog ? 'log' : 'linear';
    return { of: side.side.of, from: ends[0], to: ends[1], n: counts[k], scale };
  });
  const { tolerance = 1e-3, show = 'basin' } = experiment.map ?? {};
  const { precision, ...spec } = specFor(experiment, experiment.selected); // a map knows doubles alone
  return { ...spec, axes, tolerance, fate: show === 'fate', orbit: show === 'orbit' };
}

/**
 * How much a step of a lane costs, in steps of lanes that share their hypers.
 * @param {Experiment} experiment @param {readonly Shown[]} sides
 */
export function costOf({ objective, runs, selected, map }, sides) {
  const isStart = sides.some(({ side }) => side.what === 'x' || side.what === 'y');
  const isOwn = 'formula' in objective || runs[selected].optimizer === CUSTOM;
  return (isStart ? 1 : 8) * (isOwn ? 3 : 1) * (map?.show === 'fate' ? 3 : 1);
}

/**
 * The experiment whose run is that of a pixel: an orbit's runs are its columns.
 * @param {Experiment} experiment @param {readonly Shown[]} sides
 * @param {readonly number[]} numbers of the pixel @param {Core} core
 * @returns {Experiment}
 */
function withNumbers(experiment, sides, numbers, core) {
  const start = [...experiment.start];
  let next = experiment;
  for (const [k, { side }] of sides.slice(0, showsOrbit(experiment) ? 1 : 2).entries()) {
    const axis = ['x', 'y'].indexOf(side.what);
    if (axis >= 0) start[axis] = numbers[k];
    else next = setSide(next, side, numbers[k], core);
  }
  const isMoved = start.some((value, i) => value !== experiment.start[i]);
  return isMoved && !experiment.lock.includes('x0') ? setStart(next, start, core.catalog) : next;
}

/**
 * The pixel at a place.
 * @param {readonly number[]} place @param {readonly number[]} box in units @param {RunMap} map
 */
export function pixelAt([x, y], [x0, x1, y0, y1], { width, height }) {
  const column = Math.floor(((x - x0) / (x1 - x0)) * width);
  const row = Math.floor(((y - y0) / (y1 - y0)) * height);
  return column >= 0 && column < width && row >= 0 && row < height ? row * width + column : -1;
}

/** The numbers of a pixel. @param {RunMap} map @param {number} p */
export const numbersOf = ({ axes, width }, p) => [
  axes[0][p % width],
  axes[1][Math.floor(p / width)],
];

/** A map as a table of numbers. @param {RunMap} map @param {readonly Shown[]} sides @param {Core} core */
export function mapTable(map, sides, { catalog }) {
  const { width, height, basin, steps, value, fate, points, visits } = map;
  const names = visits ? ['visits'] : ['basin', 'to_x', 'to_y', 'steps', 'f'];
  const said = fate.length && !visits ? ['fate'] : [];
  const lines = [[...sides.map(({ side }) => side.of), ...names, ...said].join(',')];
  for (let p = 0; p < width * height; p++) {
    const { x = '', y = '' } = points[basin[p]] ?? {};
    const numbers = visits ? [visits[p]] : [basin[p], x, y, steps[p], value[p]];
    lines.push(
      [...numbersOf(map, p), ...numbers, ...said.map(() => catalog.kinds[fate[p]])].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** What makes a map another one. @param {ReturnType<typeof mapSpec>|undefined} spec */
export function essence(spec) {
  const { start, axes = [], ...others } = spec ?? {};
  const coordinates = axes.slice(0, 'orbit' in others && others.orbit ? 1 : 2).map(({ of }) => of);
  return { ...others, axes, start: start?.filter((_, i) => !coordinates.includes('xy'[i])) };
}

/**
 * The experiment with the very run of a pixel; of no pixel, with the numbers of the place. The map stands
 * still under the pointer, though its usual range follows the start.
 * @param {Experiment} experiment @param {readonly number[]} place @param {readonly number[]} box shown
 * @param {import('./map-maker.js').Picture|null} picture @param {Core} core
 */
export function picked(experiment, place, box, picture, core) {
  const sides = sidesShown(experiment, core);
  const isOf = picture?.sides.every(({ side }, k) => side.of === sides[k].side.of);
  const p = picture && isOf ? pixelAt(place, picture.box, picture.map) : -1;
  const numbers =
    picture && p >= 0
      ? numbersOf(picture.map, p)
      : sides.map((side, k) => Number(valueAt(side, place[k]).toPrecision(4)));
  const next = withNumbers(experiment, sides, numbers, core);
  const rangesOf = (/** @type {typeof sides} */ all) => all.flatMap(({ range }) => range).join();
  const stays = rangesOf(sidesShown(next, core)) === rangesOf(sides);
  return stays ? next : withMap(next, { range: rangeIn(sides, box) });
}
