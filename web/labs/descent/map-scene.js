// What the map is to show, worked out from the experiment: its sides and their ranges, what the core is
// asked, and what is said of a pixel. No DOM.

import { clampedRange } from '../../charts/map-range.js';
import { plainSymbol } from '../../i18n/sentences.js';
import { dragStart, roundDragged } from '../../state/drag.js';
import { specFor } from '../../state/experiment.js';
import {
  mapAxes,
  mapRange,
  mapSides,
  ownHypers,
  setSide,
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
 * @param {Experiment} experiment @param {Core} core @param {I18n} i18n
 */
export function choicesOf(experiment, core, i18n) {
  return mapSides(experiment, core.catalog, ownHypers(experiment, core)).map((side) => {
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
    return { side, isLog, title: titleOf(side), range: seen, bounds, now };
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
  const spec = specFor(experiment, experiment.selected);
  return { ...spec, axes, tolerance, fate: show === 'fate' };
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
 * The experiment whose run is that of a place on the map.
 * @param {Experiment} experiment @param {readonly Shown[]} sides
 * @param {readonly number[]} place @param {readonly number[]} box in units
 * @param {Core} core
 * @returns {Experiment}
 */
function withPlace(experiment, sides, place, box, core) {
  const start = [...experiment.start];
  const sizes = start.map(() => 1e-6);
  let next = experiment;
  for (const [k, side] of sides.entries()) {
    const size = box[2 * k + 1] - box[2 * k];
    const axis = ['x', 'y'].indexOf(side.side.what);
    if (axis >= 0) [start[axis], sizes[axis]] = [place[k], size];
    else {
      const rounded = side.isLog
        ? Number((10 ** place[k]).toPrecision(3))
        : roundDragged(place[k], size);
      next = setSide(next, side.side, rounded, core);
    }
  }
  const isMoved = start.some((value, i) => value !== experiment.start[i]);
  return isMoved ? dragStart(next, start, sizes, core.catalog) : next;
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

/** @param {RunMap['points'][number]} point @param {number} dim @param {I18n} i18n */
export const pointWords = ({ x, y }, dim, i18n) =>
  dim === 2 ? i18n.t('map.point', { x: i18n.n(x, 4), y: i18n.n(y, 4) }) : i18n.n(x, 4);

/**
 * What becomes of the run of a pixel, in words.
 * @param {RunMap} map @param {number} p @param {readonly Shown[]} sides
 * @param {Experiment} experiment @param {Core} core @param {I18n} i18n
 */
export function pixelWords(map, p, sides, experiment, core, i18n) {
  const { width, basin, steps, value, fate, points, axes } = map;
  const at = [axes[0][p % width], axes[1][Math.floor(p / width)]];
  const where = sides.map(({ title }, k) => `${title} = ${i18n.n(at[k], 4)}`).join(', ');
  const words = { t: i18n.n(steps[p], 9), f: i18n.n(value[p], 4) };
  const hasOwn = sides.some(({ side }) => side.what === 'param');
  const point = points[basin[p]];
  const to =
    point && !hasOwn ? pointWords(point, experiment.start.length, i18n) : `${basin[p] + 1}`;
  const said =
    fate.length && basin[p] === -1
      ? i18n.t(`map.kind.${core.catalog.kinds[fate[p]]}`)
      : basin[p] === -2
        ? i18n.t('map.pixel.outside', words)
        : basin[p] === -1
          ? i18n.t('map.pixel.nowhere', words)
          : i18n.t('map.pixel.reaches', { ...words, to });
  return `${where}: ${said}${basin[p] === -2 ? '' : `, f = ${words.f}`}`;
}

/** A map as a table of numbers. @param {RunMap} map @param {readonly Shown[]} sides @param {Core} core */
export function mapTable(
  { width, height, axes, basin, steps, value, fate, points },
  sides,
  { catalog },
) {
  const head = [...sides.map(({ side }) => side.of), 'basin', 'to_x', 'to_y', 'steps', 'f'];
  const lines = [[...head, ...(fate.length ? ['fate'] : [])].join(',')];
  for (let p = 0; p < width * height; p++) {
    const { x = '', y = '' } = points[basin[p]] ?? {};
    const said = fate.length ? [catalog.kinds[fate[p]]] : [];
    const at = [axes[0][p % width], axes[1][Math.floor(p / width)]];
    lines.push([...at, basin[p], x, y, steps[p], value[p], ...said].join(','));
  }
  return `${lines.join('\n')}\n`;
}

/** What makes a map another one. @param {ReturnType<typeof mapSpec>|undefined} spec */
export function essence(spec) {
  const { start, axes = [], ...others } = spec ?? {};
  const coordinates = axes.map(({ of }) => of);
  return { ...others, axes, start: start?.filter((_, i) => !coordinates.includes('xy'[i])) };
}

/** A part of all pixels, in whole percent. @param {number} count @param {number} all @param {I18n} i18n */
function partWords(count, all, i18n) {
  const part = (100 * count) / all;
  return `${part < 1 ? '< 1' : i18n.n(Math.round(part))} %`;
}

/**
 * What the colours stand for, and how many pixels have them, most first.
 * @param {RunMap} map @param {import('../../charts/map-image.js').Painted} painted
 * @param {Experiment} experiment @param {I18n} i18n
 */
export function legendEntries({ points, width, height }, { entries }, { start, map, steps }, i18n) {
  const hasOwn = map?.axes.some((of) => of.startsWith('f.'));
  const wordsOf = (
    /** @type {string} */ key,
    /** @type {string} */ part,
    /** @type {number} */ number,
  ) => {
    const words = { part, steps: i18n.n(steps, 9) };
    const k = Number(key);
    if (key === 'nowhere' || key === 'outside') return i18n.t(`map.legend.${key}`, words);
    if (Number.isNaN(k))
      return i18n.t('map.legend.kind', { part, kind: i18n.t(`map.kind.${key}`) });
    if (hasOwn) return i18n.t('map.legend.own', { part, k: k + 1 });
    const to = pointWords(points[k], start.length, i18n);
    return i18n.t('map.legend.reach', { part, to, k: number });
  };
  return entries.map(({ key, colour, count, number }) => ({
    colour,
    words: wordsOf(key, partWords(count, width * height, i18n), number),
  }));
}

/**
 * The legend as a sentence.
 * @param {RunMap} map @param {import('../../charts/map-image.js').Painted|undefined} painted
 * @param {Experiment} experiment @param {I18n} i18n
 */
export const legendWords = (map, painted, experiment, i18n) =>
  painted
    ? legendEntries(map, painted, experiment, i18n)
        .map(({ words }) => words)
        .join(', ')
    : '';

/**
 * The experiment with the run of a pixel. The map stands still under the pointer, though its usual range
 * follows the start.
 * @param {Experiment} experiment @param {readonly number[]} place @param {readonly number[]} box shown
 * @param {Core} core
 */
export function picked(experiment, place, box, core) {
  const sides = sidesShown(experiment, core);
  const next = withPlace(experiment, sides, place, box, core);
  const rangesOf = (/** @type {typeof sides} */ all) => all.flatMap(({ range }) => range).join();
  const stays = rangesOf(sidesShown(next, core)) === rangesOf(sides);
  return stays ? next : withMap(next, { range: rangeIn(sides, box) });
}
