// Theory over a map of rates: on a quadratic, the largest rate with which the optimizer converges, as its
// record says it, along the other side.

import { CUSTOM } from '../../state/own-units.js';
import { factorLines, factorOf, numberAt } from './map-factor.js';

const POINTS = 96;

/**
 * The border between stable and unstable rates, in units of the sides; none where there is no theory.
 * @param {import('../../state/experiment.js').Experiment} experiment
 * @param {readonly import('./map-scene.js').Shown[]} sides
 * @param {number} curvature the largest eigenvalue of the Hessian; NaN: no quadratic
 * @param {import('../../core/index.js').Core} core
 * @returns {{ x: number, y: number }[]}
 */
export function stableBorder({ runs, selected, noise }, sides, curvature, core) {
  const { optimizer, hypers, modifiers, changes, schedule } = runs[selected];
  const isPlain = !modifiers && !changes && schedule.key === core.catalog.schedules[0].key;
  const rate = sides.findIndex(({ side }) => side.what === 'hyper' && side.index === 0);
  const other = sides[1 - rate];
  const isKnown = ['x', 'y', 'hyper'].includes(other?.side.what);
  if (!isPlain || optimizer === CUSTOM || noise.sigma > 0 || rate < 0 || !isKnown) return [];
  if (!(curvature > 0)) return [];
  const [from, to] = other.range;
  return Array.from({ length: POINTS }, (_, i) => {
    const at = from + ((to - from) * i) / (POINTS - 1);
    const own = other.side.what === 'hyper' ? { [other.side.of]: numberAt(other, at) } : {};
    const asked = { key: optimizer, hypers: { ...hypers, ...own } };
    const most = core.stableRate(
      /** @type {import('../../core/types.js').OptimizerSpec} */ (asked),
      curvature,
    );
    const place = sides[rate].isLog ? Math.log10(most) : most;
    return rate === 0 ? { x: place, y: at } : { x: at, y: place };
  }).filter(({ x, y }) => Number.isFinite(x + y));
}

/** What theory says of a map, worked out anew when it changes. */
export function rememberTheory() {
  let known = '';
  /** @type {import('../../charts/map-chart.js').Factors|null} */
  let factors = null;
  /**
   * @param {import('../../state/experiment.js').Experiment} experiment
   * @param {readonly import('./map-scene.js').Shown[]} sides
   * @param {{ curvature: number, flattest: number }|undefined} diagnosis of the selected run
   * @param {import('../../core/index.js').Core} core
   */
  return (experiment, sides, diagnosis, core) => {
    const { curvature = Number.NaN, flattest = Number.NaN } = diagnosis ?? {};
    const border = stableBorder(experiment, sides, curvature, core);
    const run = experiment.runs[experiment.selected];
    const seen = sides.map(({ side, range }) => [side.of, range]);
    const key = JSON.stringify([run.optimizer, run.hypers, seen, curvature, flattest]);
    if (!border.length || !(flattest > 0)) return { border, factors: null };
    if (known !== key) {
      const factor = factorOf(run, sides, [flattest, curvature], core);
      factors = factor && factorLines(factor, sides);
      known = key;
    }
    return { border, factors };
  };
}
