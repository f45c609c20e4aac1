// What an experiment is called above its picture, and what is said below it.

import { prettyFormula } from '../elements/objective-panel.js';
import { nameOf } from './smoothing-scene.js';

/**
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../i18n/index.js').I18n} I18n
 */

/** @param {any} experiment @param {Core} core @param {I18n} i18n */
function descentTitle({ objective, start }, core, i18n) {
  const f = start.length === 1 ? 'f(x)' : 'f(x, y)';
  if ('formula' in objective) return `${f} = ${objective.formula}`;
  const unit = core.catalog.objectives.find(({ key }) => key === objective.key);
  if (!unit) return f;
  const params = unit.params.map(
    ({ key, symbol }) => `${symbol.replace('_', '')} = ${i18n.n(objective.params[key])}`,
  );
  return `${i18n.name('objectives', unit)}: ${[`${f} = ${prettyFormula(unit.formula)}`, ...params].join(i18n.lang === 'vi' ? '; ' : ', ')}`;
}

/** @param {any} experiment @param {Core} _core @param {I18n} i18n */
const samplingTitle = ({ data }, _core, i18n) =>
  i18n.t('key' in data ? `data.${data.key}` : 'data.own');

/** @param {any} experiment @param {Core} core @param {I18n} i18n */
const smoothingTitle = ({ curves }, core, i18n) =>
  curves.map((/** @type {any} */ curve) => nameOf(curve, core, i18n)).join('; ');

/** @type {Map<string, (experiment: any, core: Core, i18n: I18n) => string>} */
const TITLES = new Map([
  ['descent', descentTitle],
  ['schedules', descentTitle],
  ['derivative', descentTitle],
  ['sampling', samplingTitle],
  ['smoothing', smoothingTitle],
]);

/**
 * One line that names what is shown; the lab's own name where it has no more to say.
 * @param {any} experiment @param {Core} core @param {I18n} i18n
 */
export const titleOf = (experiment, core, i18n) =>
  TITLES.get(experiment.lab)?.(experiment, core, i18n) ?? i18n.t(`lab.${experiment.lab}`);

/**
 * What is seen, in words: the texts that the stage has for those who do not see it.
 * @param {import('./descent-lab.js').DescentLab} lab
 */
export function captionOf(lab) {
  const texts = [...lab.renderRoot.querySelectorAll('.stage .hidden-text')].map((text) =>
    (text.textContent ?? '').trim(),
  );
  return [...new Set(texts)].filter(Boolean).join(' ');
}
