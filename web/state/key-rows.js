// Rows of link keys that several labs have.

import { bounds, firstStart } from './experiment.js';
import { checkFormula, checkRule, MOST_TEXT } from './own-units.js';
import { formatShortest } from './parse-number.js';
import { keysOf, reportStrays, splitUnit, takeParams, writeParams } from './units.js';
import { cleanText, number } from './values.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('./types.js').Experiment} Experiment
 *
 * @typedef {Pick<Experiment, 'objective' | 'start'>} WithObjective
 */

/**
 * @template E
 * @typedef {import('./types.js').LinkKeyRow<E>} LinkKeyRow
 */

/** @param {Catalog} catalog @returns {LinkKeyRow<WithObjective>} */
export const objectiveKey = ({ objectives }) => ({
  name: 'f',
  type: 'unit',
  allowed: { values: keysOf(objectives) },
  example: 'f=quadratic,a:9',
  instead: ['fx'],
  read([text], _draft, { report }) {
    const { key, pairs } = splitUnit(text, report);
    const unit = objectives.find((record) => record.key === key);
    if (!unit) {
      report('unknown_unit', objectives[0].key, { value: key });
      return {};
    }
    const params = takeParams(pairs, key, unit.params, report);
    reportStrays(pairs, key, keysOf(unit.params), report);
    return { objective: { key, params }, start: [...unit.starts[0]] };
  },
  write({ objective }) {
    if ('formula' in objective) return [];
    const unit = objectives.find(({ key }) => key === objective.key);
    return [[objective.key, ...writeParams(objective.params, unit?.params ?? [])].join(',')];
  },
});

/** @type {LinkKeyRow<WithObjective>} */
export const formulaKey = {
  name: 'fx',
  type: 'text',
  allowed: { most: MOST_TEXT },
  example: 'fx=x^2+10*sin(x)',
  instead: ['f'],
  read([text], draft, { core, given, version, report }) {
    const { formula, dim, flaw, detail = null } = checkFormula(text, core, { version });
    if (flaw) {
      report(flaw, 'formula' in draft.objective ? '' : draft.objective.key, { detail });
      return {};
    }
    if (formula !== cleanText(text)) report('read_as', formula);
    const overridden = given.get('f');
    if (overridden) report('overridden', 'fx', { key: 'f', value: overridden[0], allowed: {} });
    const objective = { formula };
    return { objective, start: firstStart(objective, dim, core.catalog) };
  },
  write: ({ objective }) => ('formula' in objective ? [objective.formula] : []),
};

/** @param {Catalog} catalog @returns {LinkKeyRow<Pick<Experiment, 'start'>>} */
export const startKey = (catalog) => {
  const kind = number(bounds(catalog).coordinate);
  return {
    name: 'x0',
    type: 'numbers',
    allowed: kind.allowed,
    example: 'x0=-1.5',
    read([text], draft, { report }) {
      const items = text.split(',');
      const { start } = draft;
      if (items.length !== start.length) {
        report('wrong_count', start.map(formatShortest).join(','), {
          allowed: { counts: [start.length] },
        });
        return {};
      }
      const read = (/** @type {string} */ item, /** @type {number} */ i) =>
        kind.read(item, start[i], (code, used) => report(code, used, { value: item }));
      return { start: items.map(read) };
    },
    write: ({ start }) => [start.map(formatShortest).join(',')],
  };
};

/** @type {LinkKeyRow<Pick<Experiment, 'rule'>>} */
export const ruleKey = {
  name: 'rule',
  type: 'text',
  allowed: { most: MOST_TEXT },
  example: 'rule=m=0.9*m+g;x=x-lr*m',
  read([text], draft, { core, version, report }) {
    const { rule, flaw, detail = null } = checkRule(text, core, { version });
    if (flaw) {
      report(flaw, draft.rule, { detail });
      return {};
    }
    if (rule !== cleanText(text)) report('read_as', rule);
    return { rule };
  },
  write: ({ rule }) => (rule ? [rule] : []),
};

/**
 * A number in one place of the experiment.
 * @param {string} name
 * @param {{ min: number, max: number, scale?: string }} range
 * @param {string} example
 * @template E
 * @param {(experiment: E) => number} get
 * @param {(draft: E, value: number) => Partial<E>} set
 * @returns {LinkKeyRow<E>}
 */
export function numberKey(name, range, example, get, set) {
  const { type, allowed, read, write } = number(range);
  return {
    name,
    type,
    allowed,
    example,
    read: ([text], draft, { report }) => set(draft, read(text, get(draft), report)),
    write: (experiment) => [write(get(experiment))],
  };
}

/** @param {Catalog} catalog @returns {LinkKeyRow<Pick<Experiment, 'start' | 'view'>>} */
export const viewKey = (catalog) => {
  const kind = number(bounds(catalog).coordinate);
  return {
    name: 'view',
    type: 'numbers',
    allowed: kind.allowed,
    example: 'view=-4,4',
    read([text], draft, { report }) {
      const items = text.split(',');
      const counts = draft.start.length === 2 ? [4] : [2, 4];
      if (!counts.includes(items.length)) {
        report('wrong_count', '', { allowed: { counts } });
        return {};
      }
      const ends = items.map((item) =>
        kind.read(item, Number.NaN, (code, used) => {
          report(code, code === 'not_a_number' ? '' : used, { value: item });
        }),
      );
      if (ends.some(Number.isNaN)) return {};
      if (ends.every((end, i) => i % 2 === 0 || ends[i - 1] < end)) return { view: ends };
      report('empty_range', '');
      return {};
    },
    write: ({ view }) => (view ? [view.map(formatShortest).join(',')] : []),
  };
};
