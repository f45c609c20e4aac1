// What is said of a map: of a pixel, and of the colours. No DOM.

import { numbersOf } from './map-scene.js';

/**
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('../../core/types.js').Map} RunMap
 * @typedef {import('./map-scene.js').Shown} Shown
 */

/** A part of all pixels, in whole percent. @param {number} count @param {number} all @param {I18n} i18n */
function partWords(count, all, i18n) {
  const part = (100 * count) / all;
  return `${part && part < 1 ? '< 1' : i18n.n(Math.round(part))} %`;
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
  const { width, basin, steps, value, fate, points, visits } = map;
  const at = numbersOf(map, p);
  const where = sides.map(({ title }, k) => `${title} = ${i18n.n(at[k], 4)}`).join(', ');
  const kindOf = (/** @type {number} */ k) => i18n.t(`map.kind.${core.catalog.kinds[fate[k]]}`);
  if (visits) {
    const run = p % width;
    const first = Math.floor(steps[run] / 2);
    const [part, t] = [partWords(visits[p], steps[run] - first, i18n), i18n.n(first, 9)];
    return `${where}: ${kindOf(run)}${basin[run] === -2 ? '' : i18n.t('map.pixel.orbit', { part, t })}`;
  }
  const words = { t: i18n.n(steps[p], 9), f: i18n.n(value[p], 4) };
  const hasOwn = sides.some(({ side }) => side.what === 'param');
  const point = points[basin[p]];
  const to =
    point && !hasOwn ? pointWords(point, experiment.start.length, i18n) : `${basin[p] + 1}`;
  const said =
    fate.length && basin[p] === -1
      ? kindOf(p)
      : basin[p] === -2
        ? i18n.t('map.pixel.outside', words)
        : basin[p] === -1
          ? i18n.t('map.pixel.nowhere', words)
          : i18n.t('map.pixel.reaches', { ...words, to });
  return `${where}: ${said}${basin[p] === -2 ? '' : `, f = ${words.f}`}`;
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
 * What the lines of theory show, each with its look.
 * @param {Pick<import('../../charts/map-chart.js').MapScene, 'border' | 'factors'>} theory
 * @param {readonly Shown[]} sides @param {I18n} i18n
 */
export function theoryWords({ border, factors }, sides, { t, n }) {
  const words = border.length ? [['╌╌', t('map.theory')]] : [];
  if (!factors) return words;
  const { best } = factors;
  const at = [best?.x ?? 0, best?.y ?? 0].map((unit, k) => {
    const { title, isLog } = sides[k];
    return `${title} = ${n(isLog ? 10 ** unit : unit, 3)}`;
  });
  const fastest = best && ['◉', t('map.best', { at: at.join(', '), factor: n(best.factor, 3) })];
  return [...words, ['──', t('map.factor')], ...(fastest ? [fastest] : [])];
}
