// The map of an experiment: what its two sides are of, which part of it is seen, and what a pixel shows.

import { TOLERANCE as MAP_TOLERANCE, sidesOf } from '../core/map-sides.js';
import { FARTHEST, freezeDeep, setNoise, setParam } from './experiment.js';
import { hypersIn } from './own-units.js';
import { setHyper, setModifier, switchModifier } from './runs.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('./types.js').Experiment} Experiment
 * @typedef {import('./types.js').MapSeen} MapSeen
 * @typedef {import('../core/map-sides.js').Side} Side
 */

/**
 * What a pixel may show: where its run arrives, how soon, f at its end, or what its diagnosis says; or how
 * often a column's run is there.
 */
export const MAP_SHOWS = Object.freeze(['basin', 'steps', 'value', 'fate', 'orbit']);
export { MAP_TOLERANCE };

/**
 * All that a side of the map may be of: of the selected run.
 * @param {Experiment} experiment @param {Catalog} catalog
 * @param {readonly import('../core/records.js').Param[]} [own] of an own rule, with their ranges
 * @returns {Side[]}
 */
export function mapSides({ objective, runs, selected, start }, catalog, own) {
  const { optimizer, hypers } = runs[selected];
  const unit = catalog.optimizers.find(({ key }) => key === optimizer);
  const field = catalog.objectives.find(({ key }) => 'key' in objective && key === objective.key);
  return sidesOf(catalog, {
    dim: start.length === 2 ? 2 : 1,
    params: field?.params ?? [],
    hypers: unit?.hypers ?? own ?? ['lr', ...Object.keys(hypers).filter((key) => key !== 'lr')],
    refuses: unit?.refuses,
  });
}

/** @param {Pick<Experiment, 'map'>} experiment */
export const showsOrbit = ({ map }) => map?.show === 'orbit';

/** Whether the map may be an orbit: its second side is of a place. @param {readonly string[]} axes */
export const canOrbit = ([, up]) => up === 'x' || up === 'y';

/**
 * The sides that a map begins with.
 * @param {Pick<Experiment, 'start' | 'map'>} experiment @returns {[string, string]}
 */
export function firstAxes(experiment) {
  if (showsOrbit(experiment)) return ['lr', 'x'];
  return experiment.start.length === 2 ? ['x', 'y'] : ['x', 'lr'];
}

/**
 * The sides of the map: those that were chosen, as long as the selected run has them.
 * @param {Experiment} experiment @param {Catalog} catalog
 * @returns {readonly [string, string]}
 */
export function mapAxes(experiment, catalog) {
  const axes = experiment.map?.axes;
  const sides = mapSides(experiment, catalog);
  const isThere = axes?.every((axis) => sides.some(({ of }) => of === axis));
  return axes && isThere && (canOrbit(axes) || !showsOrbit(experiment))
    ? axes
    : firstAxes(experiment);
}

/**
 * The part of the map that was chosen, as long as its sides are there.
 * @param {Experiment} experiment @param {Catalog} catalog
 */
export const mapRange = (experiment, catalog) =>
  experiment.map && mapAxes(experiment, catalog) === experiment.map.axes
    ? experiment.map.range
    : null;

/** Where the numbers of a side lie. @param {Side|undefined} side */
export const sideBounds = (side) => ({
  min: Math.max(-FARTHEST, side?.param.min ?? -FARTHEST),
  max: Math.min(side?.what === 'seed' ? side.param.max : FARTHEST, side?.param.max ?? FARTHEST),
});

/**
 * A map with other settings; other sides are seen in their usual range.
 * @param {Experiment} experiment @param {Partial<MapSeen>} changes
 * @returns {Experiment}
 */
export function withMap(experiment, changes) {
  const { map = firstMap(experiment) } = experiment;
  const range = changes.axes ? null : map.range;
  return freezeDeep({ ...experiment, map: { ...map, range, ...changes } });
}

/**
 * The same map with something else in its pixels; for an orbit a place is its second side.
 * @param {Experiment} experiment @param {string} show @param {Catalog} catalog
 */
export function withShow(experiment, show, catalog) {
  const [along, up] = mapAxes(experiment, catalog);
  if (show !== 'orbit' || canOrbit([along, up])) return withMap(experiment, { show });
  return withMap(experiment, { show, axes: canOrbit([up, along]) ? [up, along] : [along, 'x'] });
}

/** @param {Pick<Experiment, 'start' | 'map'>} experiment @returns {MapSeen} */
export const firstMap = (experiment) => ({
  ...{ axes: firstAxes(experiment), range: null, show: 'basin' },
  tolerance: MAP_TOLERANCE.preset,
});

/** @param {Experiment} experiment @returns {Experiment} */
export const withoutMap = ({ map: _, ...experiment }) => freezeDeep(experiment);

/**
 * Sets the number that a side of the map is of, but for coordinates of the start.
 * @param {Experiment} experiment @param {Side} side @param {number} value
 * @param {import('../core/index.js').Core} core
 * @returns {Experiment}
 */
export function setSide(experiment, { what, param: { key } }, value, core) {
  const { selected, lock } = experiment;
  const { catalog } = core;
  /** @type {Record<string, string>} */
  const locks = { param: 'f', sigma: 'noise', seed: 'noise' };
  const locked = locks[what] ?? 'runs';
  if (lock.includes(locked) || lock.includes(key)) return experiment;
  if (what === 'hyper') return setHyper(experiment, selected, key, value, core);
  if (what === 'param') return setParam(experiment, key, value, catalog);
  if (what === 'modifier') {
    const isOn = experiment.runs[selected].modifiers?.[key] !== undefined;
    const on = isOn ? experiment : switchModifier(experiment, selected, key, true, catalog);
    return setModifier(on, selected, key, value, catalog);
  }
  return setNoise(experiment, { [what]: value }, catalog);
}

/**
 * The ranges of the parameters of an own rule, as its sliders have them; undefined for a unit.
 * @param {Experiment} experiment @param {import('../core/index.js').Core} core
 */
export const ownHypers = (experiment, core) =>
  hypersIn(experiment, experiment.runs[experiment.selected].optimizer, core);
