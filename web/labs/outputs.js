// Outputs that several labs share: the title of an objective, and the plane as a picture.

import { boxToShow, boxWith, plotWidth } from '../charts/plane-geometry.js';
import { INSIDE } from '../charts/svg-picture.js';
import { planePicture, wholeOf } from '../charts/thumbnail.js';
import { prettyFormula } from '../elements/objective-panel.js';

/**
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../i18n/index.js').I18n} I18n
 * @typedef {Pick<import('../state/types.js').Experiment, 'objective' | 'start'>} WithObjective
 */

/**
 * An objective with its formula and parameters: "Parabola: f(x) = a x², a = 1".
 * @param {WithObjective} experiment @param {Core} core @param {I18n} i18n
 */
export function objectiveTitle({ objective, start }, core, i18n) {
  const f = start.length === 1 ? 'f(x)' : 'f(x, y)';
  if ('formula' in objective) return `${f} = ${objective.formula}`;
  const unit = core.catalog.objectives.find(({ key }) => key === objective.key);
  if (!unit) return f;
  const params = unit.params.map(
    ({ key, symbol }) => `${symbol.replace('_', '')} = ${i18n.n(objective.params[key])}`,
  );
  const parts = [`${f} = ${prettyFormula(unit.formula, i18n)}`, ...params];
  return `${i18n.name('objectives', unit)}: ${parts.join(i18n.lang === 'vi' ? '; ' : ', ')}`;
}

/**
 * A plane's scene as a plot of its own.
 * @param {import('../charts/plane-chart.js').PlaneScene} scene
 * @returns {import('../charts/svg-picture.js').Plot}
 */
export function planePlot(scene) {
  const { xTitle, yTitle, format } = scene;
  const mustHold = scene.mustHold ?? [];
  const { width, height } = INSIDE;
  const size = { width: plotWidth(boxWith([...scene.box], mustHold), width, height), height };
  const box = boxToShow(scene.box, mustHold, size.width, height);
  const [paint, whole] = [scene, wholeOf(scene)].map(planePicture);
  return { paint, whole, box, size, xTitle, yTitle, format };
}
