// Changes in mid-run: a run may have other hypers from a step on. A run without changes has no field for
// them.

import { freezeDeep, withNumber } from './experiment.js';
import { hypersIn, hypersOf } from './own-units.js';
import { formatShortest } from './parse-number.js';
import { keysOf, reportStrays, takeParams } from './units.js';
import { number } from './values.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('./own-units.js').LinkCore} LinkCore
 * @typedef {import('./types.js').Change} Change
 * @typedef {import('./types.js').ExperimentRun} ExperimentRun
 * @typedef {import('./types.js').LinkContext} LinkContext
 * @typedef {import('./types.js').Numbers} Numbers
 * @typedef {import('./types.js').WithRuns} WithRuns
 */

/**
 * The hypers of a run in a step.
 * @param {Pick<ExperimentRun, 'hypers' | 'changes'>} run @param {number} step @returns {Numbers}
 */
export const hypersAt = ({ hypers, changes = [] }, step) =>
  Object.assign(
    { ...hypers },
    ...changes.flatMap((each) => (each.from <= step ? [each.hypers] : [])),
  );

/** The numbers in the order in which a run has them. @param {Numbers} some @param {Numbers} all */
const inOrder = (some, all) =>
  Object.fromEntries(
    Object.keys(all).flatMap((key) => (Object.hasOwn(some, key) ? [[key, some[key]]] : [])),
  );

/**
 * A run with the given changes: in the order of their steps, one a step.
 * @template {ExperimentRun} R
 * @param {R} run @param {readonly Change[]} changes
 * @returns {R}
 */
export function withChanges(run, changes) {
  const { changes: _, ...bare } = run;
  /** @type {Map<number, Numbers>} */
  const at = new Map();
  for (const { from, hypers } of changes) at.set(from, { ...at.get(from), ...hypers });
  const kept = [...at]
    .filter(([, hypers]) => Object.keys(hypers).length)
    .map(([from, hypers]) => ({ from, hypers: inOrder(hypers, run.hypers) }))
    .sort((a, b) => a.from - b.from);
  const plain = /** @type {R} */ (bare);
  return kept.length ? { ...plain, changes: kept } : plain;
}

/**
 * @template {WithRuns} E
 * @param {E} experiment @param {number} index @param {ExperimentRun} run
 * @returns {E}
 */
const withRun = (experiment, index, run) =>
  freezeDeep({ ...experiment, runs: experiment.runs.with(index, run) });

/**
 * Sets a hyper of a run from a step on. Nothing changes where there is no room for another change.
 * @template {WithRuns} E
 * @param {E} experiment @param {number} index @param {number} from
 * @param {string} key @param {number} value clamped; NaN changes nothing
 * @param {LinkCore} core
 * @returns {E}
 */
export function setHyperFrom(experiment, index, from, key, value, core) {
  const run = experiment.runs[index];
  const params = hypersIn(experiment, run.optimizer, core) ?? [];
  const now = hypersAt(run, from);
  const set = withNumber(now, key, value, params)[key];
  if (set === now[key]) return experiment;
  const { changes = [] } = run;
  const here = changes.find((change) => change.from === from)?.hypers ?? {};
  const before = hypersAt(run, from - 1)[key];
  const { [key]: _, ...others } = here;
  const hypers = set === before ? others : { ...here, [key]: set };
  const rest = changes.filter((change) => change.from !== from);
  const changed = withChanges(run, [...rest, { from, hypers }]);
  const isFull = (changed.changes?.length ?? 0) > core.catalog.limits.changes;
  return isFull ? experiment : withRun(experiment, index, changed);
}

/**
 * Takes back a change.
 * @template {WithRuns} E
 * @param {E} experiment @param {number} index @param {number} from its step
 * @returns {E}
 */
export function removeChange(experiment, index, from) {
  const run = experiment.runs[index];
  const { changes = [] } = run;
  const left = changes.filter((change) => change.from !== from);
  return left.length === changes.length
    ? experiment
    : withRun(experiment, index, withChanges(run, left));
}

/**
 * Reads "30,1,lr:0.01": step, number of the run, hypers. undefined for what cannot be taken.
 * @param {string} text @param {WithRuns} draft @param {LinkContext} context
 */
function readChange(text, { runs, rule }, { core, version, report }) {
  const [stepText = '', runText = '', ...tokens] = text.split(',').map((token) => token.trim());
  const whole = (/** @type {string} */ given, /** @type {number} */ max) => {
    const kind = number({ min: 1, max, scale: 'integer' });
    return kind.read(given, Number.NaN, (code, used) =>
      report(code, code === 'not_a_number' ? '' : used, { value: given, allowed: kind.allowed }),
    );
  };
  const from = whole(stepText, core.catalog.limits.steps);
  const place = whole(runText, runs.length);
  if (Number.isNaN(from) || Number.isNaN(place)) return undefined;
  const { optimizer, hypers } = runs[place - 1];
  const params = hypersOf(optimizer, rule, core, { version, supplied: Object.keys(hypers) }) ?? [];
  const pairs = new Map(
    tokens.flatMap((token) => {
      const [name, value = ''] = token.split(':').map((part) => part.trim());
      return name ? [/** @type {const} */ ([name, value])] : [];
    }),
  );
  const given = params.filter(({ key }) => pairs.has(key));
  const taken = takeParams(pairs, optimizer, given, report);
  reportStrays(pairs, optimizer, keysOf(params), report);
  return { index: place - 1, change: { from, hypers: taken } };
}

/**
 * The link key of changes.
 * @template {WithRuns} E
 * @param {Catalog} catalog
 * @returns {import('./types.js').LinkKeyRow<E>}
 */
export const fromKey = ({ limits }) => ({
  name: 'from',
  type: 'change',
  allowed: { min: 1, max: limits.steps },
  example: 'from=10,1,lr:0.01',
  repeatable: true,
  read(texts, draft, context) {
    const most = limits.changes * draft.runs.length;
    if (texts.length > most)
      context.report('too_many', String(most), {
        value: String(texts.length),
        allowed: { most },
      });
    const read = texts.slice(0, most).flatMap((text) => {
      /** @type {import('./notices.js').Report} */
      const report = (code, used, more) => context.report(code, used, { value: text, ...more });
      return readChange(text, draft, { ...context, report }) ?? [];
    });
    const runs = draft.runs.map((run, i) => {
      const mine = read.filter(({ index }) => index === i).map(({ change }) => change);
      const { changes = [] } = withChanges(run, mine);
      return withChanges(run, changes.slice(0, limits.changes));
    });
    return /** @type {Partial<E>} */ (/** @type {Partial<WithRuns>} */ ({ runs }));
  },
  write: ({ runs }) =>
    runs.flatMap(({ changes = [] }, i) =>
      changes.map(({ from, hypers }) => {
        const pairs = Object.entries(hypers).map(
          ([key, value]) => `${key}:${formatShortest(value)}`,
        );
        return [from, i + 1, ...pairs].join(',');
      }),
    ),
});
