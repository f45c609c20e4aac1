// What an exercise says: its task, its options, its hints, what is given.

import { plainSymbol } from '../../i18n/sentences.js';
import { CUSTOM } from '../../state/own-units.js';
import { objectiveTitle } from '../outputs.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('../../state/types.js').Experiment} Experiment
 * @typedef {import('./exercise-questions.js').Question} Question
 */

/** Options that hints rule out. */
const MOST_OUT = 2;

/** What is to be done, in a sentence. @param {Experiment} experiment @param {I18n} i18n */
export function taskSentence({ exercise, start }, i18n) {
  const { task = '', ask = 1, digits = 1 } = exercise ?? {};
  const numbers = Array.from({ length: ask }, (_, i) =>
    ['x', 'y'].slice(0, start.length).map((axis) => plainSymbol(`${axis}_${i + 1}`)),
  );
  return i18n.t(`exercise.task.${task}`, { numbers: numbers.flat().join(', '), digits });
}

/** @param {string} key of an option @param {Core} core @param {I18n} i18n */
export function optionName(key, core, i18n) {
  const unit = core.catalog.optimizers.find((each) => each.key === key);
  return unit ? i18n.name('optimizers', unit) : i18n.t(`exercise.end.${key}`);
}

/** @param {Question} question @param {Core} core @param {I18n} i18n */
export const answerText = ({ answer }, core, i18n) =>
  typeof answer === 'string' ? optionName(answer, core, i18n) : i18n.n(answer, 10, false);

/**
 * The hints in their order: the teacher's own first. step: a step that is worked out; 0: the rule alone.
 * @param {Experiment} experiment @param {readonly Question[]} questions @param {Core} core @param {I18n} i18n
 * @returns {{ words: string, step?: number }[]}
 */
export function hintsOf({ exercise, objective, start }, [first], core, i18n) {
  const own = (exercise?.hints ?? []).map((words) => ({ words }));
  const task = exercise?.task ?? '';
  if (task === 'steps') {
    const [x, y] = start.map((value) => [value]);
    const { gx, gy = [] } = core.evaluate(objective, y ? { x, y } : { x });
    const gradient = [...gx, ...gy].map((value) => i18n.n(value)).join('; ');
    return [
      ...own,
      { words: '', step: 0 },
      { words: i18n.t('exercise.hint.steps', { gradient }) },
      { words: '', step: 1 },
    ];
  }
  if (task !== 'which') return [...own, { words: i18n.t(`exercise.hint.${task}`) }];
  const { options = [], answer } = first ?? {};
  const out = options
    .filter((key) => key !== answer)
    .slice(0, Math.min(MOST_OUT, options.length - 2));
  const not = (/** @type {string} */ key) =>
    i18n.t('exercise.hint.which', { name: optionName(key, core, i18n) });
  return [...own, ...out.map((key) => ({ words: not(key) }))];
}

/**
 * What is given, on one line: f, the start and the run; not the run where it is asked for.
 * @param {Experiment} experiment @param {Core} core @param {I18n} i18n
 */
export function givenLine(experiment, core, i18n) {
  const { start, runs, rule, exercise, steps } = experiment;
  const [{ optimizer, hypers, schedule, modifiers = {} }] = runs;
  const task = exercise?.task;
  const axes = start.map((value, i) => `${'xy'[i]}₀ = ${i18n.bound(value)}`);
  const parts = [objectiveTitle(experiment, core, i18n), axes.join(', ')];
  if (task === 'which') return [...parts, `${i18n.t('objective.steps')}: ${steps}`].join('; ');
  const { optimizers, schedules, modifiers: all } = core.catalog;
  const unit = optimizers.find(({ key }) => key === optimizer);
  const plan = schedules.find(({ key }) => key === schedule.key);
  const values = (
    /** @type {readonly { key: string, symbol: string }[]} */ params,
    /** @type {Readonly<Record<string, number>>} */ of,
  ) =>
    params
      .filter(({ key }) => key in of && !(task === 'stable' && key === 'lr'))
      .map(({ key, symbol }) => `${plainSymbol(symbol)} = ${i18n.bound(of[key])}`);
  const own = Object.keys(hypers).map((key) => ({ key, symbol: key }));
  const named =
    optimizer === CUSTOM ? rule.replace(/\n/g, '; ') : unit ? i18n.name('optimizers', unit) : '';
  const said = [named, ...values(unit?.hypers ?? own, hypers), ...values(all, modifiers)];
  if (plan && plan !== schedules[0])
    said.push(i18n.name('schedules', plan), ...values(plan.params, schedule.params));
  return [...parts, said.join(', ')].join('; ');
}
