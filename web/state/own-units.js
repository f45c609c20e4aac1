// What a user wrote: their own f, their own update rule. The core parses; here its findings become a
// dimension and parameters like those of a built-in unit.

import { oncePerCatalog } from './once.js';
import { formatShortest } from './parse-number.js';
import { cleanText } from './values.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('../core/catalog.js').Optimizer} Optimizer
 * @typedef {import('../core/catalog.js').Param} Param
 * @typedef {import('../core/formula.js').Reading} Reading
 *
 * @typedef {object} LinkCore what this folder needs of a Core; without a parser no text is accepted
 * @property {Catalog} catalog
 * @property {(text: string, reading?: Reading) => { dim?: number, asRead?: string, error?: unknown }}
 *   [parseFormula]
 * @property {(text: string, reading?: Reading) => { hypers?: readonly string[], asRead?: string, error?:
 *   unknown }} [parseRule]
 *
 * @typedef {'too_long'|'bad_formula'|'reserved_name'} Flaw
 */

/** The optimizer key of a run that uses the experiment's own rule. */
export const CUSTOM = 'custom';
/** Characters of an own formula or rule. */
export const MOST_TEXT = 500;
/** The first hyper of every optimizer, own ones included: the schedule acts on it. */
const LEARNING_RATE = 'lr';
/** What a run's text in a link holds besides its optimizer's and its schedule's parameters. */
export const RUN_WORDS = Object.freeze(['schedule', 'hidden']);
/**
 * What the runs of single labs hold besides: a rule can go from lab to lab, so no rule may use these names.
 */
const LAB_WORDS = ['batch'];

/**
 * Checks an own formula, and gives it as it was read.
 * @param {string} text
 * @param {LinkCore} core
 * @param {Reading} [reading]
 * @returns {{ formula: string, dim: 1|2, flaw?: Flaw, detail?: unknown }}
 */
export function checkFormula(text, core, reading) {
  const formula = cleanText(text);
  if (formula.length > MOST_TEXT) return { formula, dim: 1, flaw: 'too_long' };
  const parsed = formula ? core.parseFormula?.(formula, reading) : undefined;
  const dim = parsed?.dim === 2 ? 2 : 1;
  if (!parsed || parsed.error) return { formula, dim, flaw: 'bad_formula', detail: parsed?.error };
  return { formula: parsed.asRead ?? formula, dim };
}

/** @type {WeakMap<LinkCore, LinkCore>} */
const narrowed = new WeakMap();

/**
 * The core for those who want functions of x alone: no other objectives, and y and t are unknown names.
 * @param {LinkCore} core
 * @returns {LinkCore}
 */
export function oneVariable(core) {
  const known = narrowed.get(core);
  if (known) return known;
  const objectives = core.catalog.objectives.filter(({ dim }) => dim === 1);
  /** @type {LinkCore['parseFormula']} */
  const parseFormula = (text, reading) => {
    const read = core.parseFormula?.(text, reading) ?? {};
    if (read.error) return read;
    const parsed = core.parseFormula?.(read.asRead ?? text, { version: 1 }) ?? {};
    if (parsed.dim !== 2) return parsed;
    const at = Math.max(0, text.search(/y\b/));
    const sentence = 'unknown name';
    const error = {
      code: 'unknown_name',
      sentence,
      at,
      length: 1,
      found: 'y',
      expected: '',
      nearest: 'x',
    };
    return { error };
  };
  const catalog = { ...core.catalog, objectives };
  const narrow = core.parseFormula ? { catalog, parseFormula } : { catalog };
  narrowed.set(core, narrow);
  return narrow;
}

/**
 * Checks an own rule and names its parameters, the learning rate first. A parameter that some optimizer also
 * has gets its range and preset from there; the rest get a wide range. The empty text is a rule without
 * parameters. The rule is given as it was read.
 * @param {string} text
 * @param {LinkCore} core
 * @param {Reading} [reading]
 * @returns {{ rule: string, params: Param[], flaw?: Flaw, detail?: unknown }}
 */
export function checkRule(text, core, reading) {
  const rule = cleanText(text);
  if (rule === '') return { rule, params: [] };
  if (rule.length > MOST_TEXT) return { rule, params: [], flaw: 'too_long' };
  const parsed = core.parseRule?.(rule, reading);
  if (!parsed || parsed.error)
    return { rule, params: [], flaw: 'bad_formula', detail: parsed?.error };
  const hypers = [...new Set([LEARNING_RATE, ...(parsed.hypers ?? [])])];
  const reserved = reservedNames(core.catalog);
  const taken = hypers.find((key) => reserved.has(key));
  if (taken !== undefined) return { rule, params: [], flaw: 'reserved_name', detail: taken };
  const params = hypers.map((key) => ruleParam(key, core.catalog));
  return { rule: parsed.asRead ?? rule, params };
}

/**
 * Names a rule cannot use for its parameters, since a run's text in a link uses them. A schedule's parameter
 * that came later is not among them: rules of old links may have its name.
 */
const reservedNames = oncePerCatalog(({ schedules }) => {
  const params = schedules.flatMap((unit) => unit.params);
  const keys = params.filter(({ since }) => since === 1).map(({ key }) => key);
  return new Set([...RUN_WORDS, ...LAB_WORDS, ...keys]);
});

/**
 * Parameters of built-in optimizers, which lend their ranges to own rules: the first optimizer in the menu
 * that has one.
 * @type {(catalog: Catalog) => Map<string, Param>}
 */
const lentParams = oncePerCatalog(({ optimizers }) => {
  const lenders = optimizers.filter(({ since }) => since === 1).flatMap((unit) => unit.hypers);
  return new Map(lenders.toReversed().map((param) => [param.key, param]));
});

/**
 * Optimizers that came later lend nothing: what an old link says of an own rule would change.
 * @param {string} key
 * @param {Catalog} catalog
 * @returns {Param}
 */
function ruleParam(key, catalog) {
  const found = lentParams(catalog).get(key);
  if (found) return found;
  const wide = { min: -1e6, max: 1e6, preset: 0.5, from: 0, to: 1 };
  return { key, symbol: key, label: key, scale: 'linear', ...wide };
}

/**
 * A built-in objective's formula as an own one: with the values of its parameters, and without factors of 1.
 * @param {{ key: string, params: Readonly<Record<string, number>> }} objective
 * @param {Catalog} catalog
 * @returns {string}
 */
export function copiedFormula({ key, params }, { objectives }) {
  const formula = objectives.find((unit) => unit.key === key)?.formula ?? '';
  return formula.replace(/\b([a-z]\w*)\b(\*)?/gi, (all, name, times = '', at) => {
    if (!Object.hasOwn(params, name)) return all;
    const isFactor = times !== '' && /(?:^|[(,+*-])\s*$/.test(formula.slice(0, at));
    if (params[name] === 1 && isFactor) return '';
    const value = formatShortest(params[name]);
    return `${params[name] < 0 ? `(${value})` : value}${times}`;
  });
}

/**
 * A built-in's rule as an own one. Where a slot starts is no part of a built-in's text but one of its
 * parameters; an own rule says it in a line: "s0 = 0.1". So does a value that the own rule's parameter could
 * not have: "alpha = 5".
 * @param {Optimizer} unit
 * @param {Readonly<Record<string, number>>} hypers those of the run that is copied
 * @param {Catalog} catalog
 * @returns {string}
 */
export function copiedRule({ rule, slots, hypers: params }, hypers, catalog) {
  const fixed = params.filter(({ key }) => {
    const { min, max } = ruleParam(key, catalog);
    return hypers[key] < min || hypers[key] > max;
  });
  const values = fixed.map(({ key }) => `${key} = ${formatShortest(hypers[key])}`);
  const initials = slots.flatMap(({ key, init }) =>
    init === null ? [] : `${key}0 = ${init === 'x' ? init : formatShortest(hypers[init])}`,
  );
  return [...values, ...initials, rule].join('\n');
}

/**
 * Values of parameters: those of `before` with the same names, presets for the rest.
 * @param {readonly Param[]} params
 * @param {Readonly<Record<string, number>>} before
 * @returns {Record<string, number>}
 */
export function valuesKept(params, before) {
  const pick = (/** @type {Param} */ { key, preset }) =>
    Object.hasOwn(before, key) ? before[key] : preset;
  return Object.fromEntries(params.map((param) => [param.key, pick(param)]));
}

/**
 * The parameters of an optimizer, built-in or the user's own; undefined when there is none of that name.
 * @param {string} optimizer
 * @param {string} rule the experiment's own rule
 * @param {LinkCore} core
 * @param {Reading} reading of the rule
 * @returns {readonly Param[]|undefined}
 */
export function hypersOf(optimizer, rule, core, reading) {
  if (optimizer === CUSTOM && rule !== '') return checkRule(rule, core, reading).params;
  return core.catalog.optimizers.find(({ key }) => key === optimizer)?.hypers;
}

/**
 * How an experiment reads its own rule: a name that a run of it has a value for is a parameter, in all of its
 * runs.
 * @param {{ runs: readonly { optimizer: string, hypers: Readonly<Record<string, number>> }[] }} experiment
 * @returns {Reading}
 */
export function readingOf({ runs }) {
  const own = runs.filter(({ optimizer }) => optimizer === CUSTOM);
  return { supplied: [...new Set(own.flatMap(({ hypers }) => Object.keys(hypers)))] };
}

/**
 * The parameters of an optimizer as an experiment has it.
 * @param {Parameters<typeof readingOf>[0] & { rule: string }} experiment
 * @param {string} optimizer
 * @param {LinkCore} core
 */
export const hypersIn = (experiment, optimizer, core) =>
  hypersOf(optimizer, experiment.rule, core, readingOf(experiment));
