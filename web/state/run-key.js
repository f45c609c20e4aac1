// The link key of a run: "adam,lr:0.1,schedule:step,period:5,hidden:1".

import { runOf } from './experiment.js';
import { modifiersFor } from './modifiers.js';
import { CUSTOM, hypersOf, RUN_WORDS } from './own-units.js';
import { formatShortest } from './parse-number.js';
import { keysOf, presetsOf, reportStrays, splitUnit, takeParams, writeParams } from './units.js';
import { flag } from './values.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('../core/catalog.js').Param} Param
 * @typedef {import('./experiment.js').ExperimentRun} ExperimentRun
 * @typedef {import('./notices.js').Report} Report
 * @typedef {import('./types.js').LinkContext} LinkContext
 * @typedef {import('./types.js').WithRuns} WithRuns
 */

/**
 * What a link calls a parameter of a schedule where the rule has one of the same name.
 * @param {string} key "absolute"
 */
const inSchedule = (key) => `schedule.${key}`;

/**
 * Takes the schedule and its parameters out of a run's pairs, those of the rule being gone.
 * @param {Map<string, string>} pairs
 * @param {string} optimizer
 * @param {Catalog} catalog
 * @param {Report} report
 */
function takeSchedule(pairs, optimizer, { schedules }, report) {
  const given = pairs.get('schedule');
  pairs.delete('schedule');
  const unit = schedules.find(({ key }) => key === given);
  if (given !== undefined && !unit) {
    const about = {
      unit: optimizer,
      param: 'schedule',
      value: given,
      allowed: { values: keysOf(schedules) },
    };
    report('unknown_unit', schedules[0].key, about);
  }
  const { key, params } = unit ?? schedules[0];
  for (const param of keysOf(params)) {
    const value = pairs.get(inSchedule(param));
    if (value === undefined) continue;
    pairs.delete(inSchedule(param));
    pairs.set(param, value);
  }
  return { key, params: takeParams(pairs, key, params, report) };
}

/**
 * @param {string} text "adam,lr:0.1,schedule:step,period:5"
 * @param {string} rule
 * @param {readonly Param[]} fields numbers of the run itself
 * @param {LinkContext} context
 * @param {readonly string[]} supplied names that some run of the own rule has a value for
 * @returns {ExperimentRun}
 */
function readRun(text, rule, fields, { core, version, report }, supplied) {
  const { catalog } = core;
  const { key, pairs } = splitUnit(text, report);
  const hypers = hypersOf(key, rule, core, { version, supplied });
  if (!hypers) {
    const used = catalog.optimizers[0].key;
    report(key === CUSTOM ? 'missing_rule' : 'unknown_unit', used, { value: key });
    return { ...presetsOf(fields), ...runOf(used, catalog) };
  }
  const own = takeParams(pairs, key, fields, report);
  const numbers = takeParams(pairs, key, hypers, report);
  const schedule = takeSchedule(pairs, key, catalog, report);
  const modifiers = modifiersFor(key, rule, catalog);
  const asked = modifiers.filter((modifier) => pairs.has(modifier.key));
  const modified = takeParams(pairs, key, asked, report);
  const shown = pairs.get('hidden');
  pairs.delete('hidden');
  const about = { unit: key, param: 'hidden', value: shown, allowed: flag.allowed };
  const hidden =
    shown !== undefined && flag.read(shown, false, (code, used) => report(code, used, about));
  const scheduleParams = catalog.schedules.find((unit) => unit.key === schedule.key)?.params ?? [];
  const ofRule = [...keysOf(hypers), ...RUN_WORDS, ...keysOf(fields)];
  const words = [...ofRule, ...keysOf(scheduleParams), ...keysOf(modifiers)];
  reportStrays(pairs, key, words, report);
  const more = asked.length ? { modifiers: modified } : {};
  return { ...own, optimizer: key, hypers: numbers, schedule, ...more, hidden };
}

/**
 * The fields of a run that are numbers.
 * @param {ExperimentRun} run @returns {import('./types.js').Numbers}
 */
const fieldValues = (run) =>
  Object.fromEntries(Object.entries(run).filter(([, value]) => typeof value === 'number'));

/**
 * The text of a run. An own rule's parameters are all written: their presets are not in the catalog.
 * @param {ExperimentRun} run
 * @param {readonly Param[]} fields
 * @param {Catalog} catalog
 */
function writeRun(run, fields, catalog) {
  const { optimizer, hypers, schedule, modifiers = {}, hidden } = run;
  const unit = catalog.optimizers.find(({ key }) => key === optimizer);
  const plan = catalog.schedules.find(({ key }) => key === schedule.key);
  const numbers = unit
    ? writeParams(hypers, unit.hypers)
    : Object.entries(hypers).map(([key, value]) => `${key}:${formatShortest(value)}`);
  const isUsual = plan === undefined || plan === catalog.schedules[0];
  const planned = plan ? writeParams(schedule.params, plan.params) : [];
  const ofSchedule = (/** @type {string} */ text) =>
    Object.hasOwn(hypers, text.slice(0, text.indexOf(':'))) ? inSchedule(text) : text;
  return [
    optimizer,
    ...numbers,
    ...writeParams(fieldValues(run), fields),
    ...(isUsual ? [] : [`schedule:${schedule.key}`]),
    ...planned.map(ofSchedule),
    ...Object.entries(modifiers).map(([key, value]) => `${key}:${formatShortest(value)}`),
    ...(hidden ? ['hidden:1'] : []),
  ].join(',');
}

/**
 * @template {WithRuns} E
 * @param {Catalog} catalog
 * @param {(experiment: E) => readonly Param[]} [fieldsOf] numbers that a lab's runs have besides
 * @returns {import('./types.js').LinkKeyRow<E>}
 */
export const runKey = ({ limits, optimizers }, fieldsOf = () => []) => ({
  name: 'run',
  type: 'unit',
  allowed: { values: [...keysOf(optimizers), CUSTOM] },
  example: 'run=adam,lr:0.1,schedule:step,period:5',
  repeatable: true,
  read(texts, draft, context) {
    const { runs: most } = limits;
    const first = texts.slice(0, most);
    if (texts.length > most) {
      context.report('too_many', String(most), { value: String(texts.length), allowed: { most } });
    }
    const own = first.map((text) => splitUnit(text, () => {})).filter(({ key }) => key === CUSTOM);
    const supplied = own.flatMap(({ pairs }) => [...pairs.keys()]);
    const runs = first.map((text) => {
      /** @type {Report} */
      const report = (code, used, more) => context.report(code, used, { value: text, ...more });
      return readRun(text, draft.rule, fieldsOf(draft), { ...context, report }, supplied);
    });
    return /** @type {Partial<E>} */ (/** @type {Partial<WithRuns>} */ ({ runs }));
  },
  write: (experiment, catalog) =>
    experiment.runs.map((run) => writeRun(run, fieldsOf(experiment), catalog)),
});
