// Short names that tell the runs of an experiment apart: at the ends of their lines, on their cards, in
// sentences.

import { changeWords, plainSymbol } from '../i18n/sentences.js';
import { hypersIn } from '../state/own-units.js';

/**
 * @typedef {object} Facts what can be said of a run
 * @property {readonly string[]} words names, the most telling first: its optimizer, its schedule, its
 *   modifiers, its changes ("" for none)
 * @property {readonly { key: string, symbol: string, value: string }[]} numbers
 * @property {number} [always] so many of the words stand in every full name; 1 when left out
 *
 * @typedef {object} RunName
 * @property {string} label "η 0.8", "Adam", "Momentum, m 0.9"; "" for a run without others
 * @property {string} differs what of the label stands beside the first word: "η 0.8", ""
 * @property {string} full "Gradient descent, η = 0.8": the first word always
 *
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../i18n/index.js').I18n} I18n
 */

/**
 * What names all runs of an experiment.
 * @template [E=import('../state/types.js').WithRuns]
 * @typedef {(experiment: E, core: Core, i18n: I18n) => RunName[]} Namer
 */

/** A name without what explains it: "Momentum" of "Momentum, averaged gradient". @param {string} name */
const headOf = (name) => name.split(/[,(（]/)[0].trim();

/**
 * Names as short as they can be and still differ.
 * @param {readonly string[]} names
 * @returns {Map<string, string>}
 */
function shorten(names) {
  const all = [...new Set(names)];
  const heads = new Set(all.map(headOf));
  const isTold = heads.size === all.length;
  return new Map(all.map((name) => [name, isTold ? headOf(name) : name]));
}

/** @param {readonly unknown[]} values */
const differ = (values) => new Set(values).size > 1;

/**
 * Splits the groups whose members are not yet told apart by what `of` says of each.
 * @param {number[][]} groups @param {(index: number) => unknown} of
 */
const part = (groups, of) =>
  groups.flatMap((group) => {
    /** @type {Map<unknown, number[]>} */
    const parts = new Map();
    for (const index of group) parts.set(of(index), [...(parts.get(of(index)) ?? []), index]);
    return [...parts.values()];
  });

/**
 * @param {readonly Facts[]} runs
 * @returns {RunName[]}
 */
function nameRuns(runs) {
  /** @type {{ text: string, long: string, place: number }[][]} */
  const parts = runs.map(() => []);
  let groups = [runs.map((_, index) => index)];
  const most = Math.max(...runs.map(({ words }) => words.length));
  for (let place = 0; place < most; place++) {
    for (const group of groups) {
      const words = group.map((index) => runs[index].words[place]);
      if (!differ(words)) continue;
      const short = shorten(words);
      group.forEach((index, i) => {
        if (words[i])
          parts[index].push({
            text: short.get(words[i]) ?? '',
            long: words[i],
            place,
          });
      });
    }
    groups = part(groups, (index) => runs[index].words[place]);
  }
  for (const group of groups) addNumbers(runs, group, parts);
  const labels = parts.map((each) => each.map(({ text }) => text).join(', '));
  return runs.map(({ words, always = 1 }, index) => {
    const isTwin =
      runs.length > 1 && labels.indexOf(labels[index]) !== labels.lastIndexOf(labels[index]);
    const number = isTwin ? [`#${index + 1}`] : [];
    const beside = parts[index].filter(({ place }) => place > 0);
    const more = parts[index].filter(({ place }) => place >= always);
    // A run that has nothing more than another is called by its first word.
    const bare = runs.length > 1 ? headOf(words[0]) : '';
    return {
      label: [...parts[index].map(({ text }) => text), ...number].join(', ') || bare,
      differs: [...beside.map(({ text }) => text), ...number].join(', '),
      full: [...words.slice(0, always), ...more.map(({ long }) => long), ...number].join(', '),
    };
  });
}

/**
 * Adds the numbers that differ within a group.
 * @param {readonly Facts[]} runs @param {number[]} group
 * @param {{ text: string, long: string, place: number }[][]} parts
 */
function addNumbers(runs, group, parts) {
  for (const { key } of runs[group[0]].numbers) {
    const numbers = group.map((index) => runs[index].numbers.find((each) => each.key === key));
    if (!differ(numbers.map((each) => each?.value))) continue;
    group.forEach((index, i) => {
      const { symbol = '', value = '' } = numbers[i] ?? {};
      const name = plainSymbol(symbol);
      parts[index].push({ text: `${name} ${value}`, long: `${name} = ${value}`, place: Infinity });
    });
  }
}

/** @typedef {'optimizer'|'schedule'} Lead what a run's card begins with */

/**
 * Names are kept, because a drag of the start changes no run.
 * @type {WeakMap<readonly object[], Map<string, RunName[]>>}
 */
const given = new WeakMap();

/**
 * The names of an experiment's runs.
 * @param {{ runs: readonly import('../state/experiment.js').ExperimentRun[], rule: string }} experiment
 * @param {import('../core/index.js').Core} core @param {import('../i18n/index.js').I18n} i18n
 * @param {Lead} [lead]
 * @param {(run: import('../state/experiment.js').ExperimentRun, index: number) => string} [also] what every
 *   full name says besides
 * @returns {RunName[]}
 */
export function runNames(experiment, core, i18n, lead = 'optimizer', also) {
  const { runs, rule } = experiment;
  const known = given.get(runs) ?? new Map();
  given.set(runs, known);
  const more = also ? runs.map(also) : [];
  const key = [i18n.lang, lead, rule, ...more].join('|');
  if (!known.has(key)) {
    const facts = runs.map((run, i) => {
      const hypers = hypersIn(experiment, run.optimizer, core) ?? [];
      const { words, numbers } = factsOf(run, hypers, core, i18n, lead);
      if (!also) return { words, numbers };
      return { words: words.toSpliced(1, 0, more[i]), numbers, always: 2 };
    });
    known.set(key, nameRuns(facts));
  }
  return known.get(key) ?? [];
}

/**
 * The changes of a run in words: "from step 30 η = 0.01".
 * @param {import('../state/experiment.js').ExperimentRun} run
 * @param {readonly import('../core/catalog.js').Param[]} hypers of its optimizer
 * @param {import('../i18n/index.js').I18n} i18n
 */
const changesIn = ({ changes = [] }, hypers, i18n) =>
  changes.map((change) => changeWords(change, hypers, i18n)).join('; ');

/**
 * What can be said of a run that takes steps.
 * @param {import('../state/experiment.js').ExperimentRun} run
 * @param {readonly import('../core/catalog.js').Param[]} hypers of its optimizer
 * @param {import('../core/index.js').Core} core @param {import('../i18n/index.js').I18n} i18n
 * @param {Lead} lead
 * @returns {Facts}
 */
function factsOf(run, hypers, core, i18n, lead) {
  const { optimizers, schedules, modifiers } = core.catalog;
  const unit = optimizers.find(({ key }) => key === run.optimizer);
  const plan = schedules.find(({ key }) => key === run.schedule.key);
  const numbersOf = (
    /** @type {readonly import('../core/catalog.js').Param[]} */ params,
    /** @type {import('../state/types.js').Numbers} */ values,
    /** @type {string} */ of,
  ) =>
    params.map(({ key, symbol }) => ({
      key: of + key,
      symbol,
      value: i18n.n(values[key]),
    }));
  const optimizer = unit ? i18n.name('optimizers', unit) : i18n.t('runs.own');
  const schedule = plan ? i18n.name('schedules', plan) : run.schedule.key;
  const on = modifiers.filter(({ key }) => run.modifiers?.[key] !== undefined);
  const modified = on.map((modifier) => i18n.name('modifiers', modifier)).join(' + ');
  return {
    words: [
      ...(lead === 'optimizer' ? [optimizer, schedule] : [schedule, optimizer]),
      modified,
      changesIn(run, hypers, i18n),
    ],
    numbers: [
      ...numbersOf(hypers, run.hypers, ''),
      ...numbersOf(plan?.params ?? [], run.schedule.params, `${run.schedule.key}.`),
      ...numbersOf(on, run.modifiers ?? {}, 'modifiers.'),
    ],
  };
}
