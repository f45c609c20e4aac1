// An exercise: an experiment of which something is hidden and asked. Its link says everything in one text, so
// that no answer can be read in it; that deters, and proves nothing. Answers are not in it: the core works
// them out.

import { choose, niceNear } from './nice.js';
import { PAGE_KEYS } from './page-keys.js';
import { escapeText, splitQuery } from './query.js';
import { cleanText, flag, number, oneOf } from './values.js';

/**
 * @typedef {import('./types.js').Exercise} Exercise
 * @typedef {import('./types.js').Experiment} Experiment
 * @typedef {Map<string, string[]>} Given keys and their texts
 */

/**
 * What may be asked: the numbers of the first steps, the largest stable η, where the run ends, which
 * optimizer it is.
 */
export const TASKS = Object.freeze(['steps', 'stable', 'end', 'which']);
/** Characters of the text in a link. */
const MOST_SEALED = 6000;
export const MOST_HINTS = 5;
export const MOST_HINT = 300;
export const LARGEST_WHO = 9999;

/** The numbers that are said of an exercise. */
export const SETTINGS = Object.freeze({
  ask: { min: 1, max: 5, scale: 'integer' },
  digits: { min: 1, max: 10, scale: 'integer' },
  tries: { min: 0, max: 9, scale: 'integer' },
  who: { min: 0, max: LARGEST_WHO, scale: 'integer' },
});

/** What is meant where nothing is said. @type {Readonly<Omit<Exercise, 'template'>>} */
export const PLAIN = Object.freeze({
  ...{ task: TASKS[0], ask: 3, digits: 4, tries: 3, who: 0, curve: true },
  hints: /** @type {readonly string[]} */ ([]),
});

/** The keys of a link that stay outside. */
const OUTSIDE = new Set(['lab', ...PAGE_KEYS, 'exercise', 'v']);
/** What would give answers away, or help nobody. */
const NEVER = /^(check|map.*|present)$/;

/** @param {string} text */
const seal = (text) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

/** @param {string} sealed @returns {string|undefined} */
function unseal(sealed) {
  if (sealed.length > MOST_SEALED) return undefined;
  try {
    const letters = atob(sealed.trim().replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * What a link says, with what its exercise says in the place of the rest.
 * @param {Given} given @returns {Given}
 */
export function unsealed(given) {
  const text = unseal(given.get('exercise')?.[0] ?? '');
  if (!text) return given;
  const inside = [...splitQuery(text)].filter(([name]) => !OUTSIDE.has(name) && !NEVER.test(name));
  return new Map([...[...given].filter(([name]) => OUTSIDE.has(name)), ...inside]);
}

/**
 * The pairs of a link, those of the experiment within those of its exercise.
 * @param {[name: string, text: string][]} pairs @returns {[name: string, text: string][]}
 */
export function sealed(pairs) {
  const inside = pairs
    .filter(([name]) => !OUTSIDE.has(name) && !NEVER.test(name))
    .map(([name, text]) => `&${name}=${escapeText(text)}`);
  return pairs.flatMap(([name, text]) => {
    if (name === 'exercise') return [[name, seal(text + inside.join(''))]];
    return OUTSIDE.has(name) ? [[name, text]] : [];
  });
}

/**
 * The experiment as it was before its numbers were varied.
 * @template {import('./types.js').AnyExperiment} E
 * @param {E} experiment @returns {E}
 */
export const unvaried = (experiment) => ({ ...experiment, ...experiment.exercise?.template });

/**
 * What an exercise says of itself.
 * @param {Exercise} exercise
 */
function settingsText({ task, curve, hints, ...exercise }) {
  const numbers = Object.keys(SETTINGS).flatMap((key) => {
    const name = /** @type {keyof typeof SETTINGS} */ (key);
    return exercise[name] === PLAIN[name] ? [] : [`${name}=${exercise[name]}`];
  });
  const more = hints.map((hint) => `hint=${escapeText(hint)}`);
  return [`task=${task}`, ...numbers, ...(curve ? [] : ['curve=0']), ...more].join('&');
}

/**
 * An experiment as the exercise of one student: its first numbers, or others as nice.
 * @param {Experiment} experiment @param {Omit<Exercise, 'template'>} exercise
 * @param {import('../core/catalog.js').Catalog} catalog
 */
export function posed(experiment, exercise, catalog) {
  const { objective, start, runs, selected } = experiment;
  const run = { ...runs[selected], hidden: false };
  const template = { objective, start, runs: [run], selected: 0 };
  return {
    ...template,
    ...varied(template, exercise.who, catalog),
    exercise: { ...exercise, template },
  };
}

/**
 * The numbers of one student.
 * @param {Exercise['template']} template @param {number} who 0: as they are
 * @param {import('../core/catalog.js').Catalog} catalog
 */
function varied({ objective, start, runs: [run] }, who, catalog) {
  if (who === 0) return {};
  const unit = 'key' in objective && catalog.objectives.find(({ key }) => key === objective.key);
  const free = unit
    ? unit.params.filter(({ scale }) => scale !== 'integer' && scale !== 'switch')
    : [];
  const params = 'key' in objective ? objective.params : {};
  const { lr } = run.hypers;
  // η is never made larger: what was stable remains so.
  const [eta, ...numbers] = choose(
    [
      lr === undefined ? [0] : niceNear(lr, 1),
      ...start.map((value) => niceNear(value, 1.5)),
      ...free.map((param) => niceNear(params[param.key], 1.5, param)),
    ],
    who,
  );
  const next = free.map(({ key }, i) => [key, numbers[start.length + i]]);
  return {
    objective: unit
      ? { ...objective, params: { ...params, ...Object.fromEntries(next) } }
      : objective,
    start: numbers.slice(0, start.length),
    runs: [lr === undefined ? run : { ...run, hypers: { ...run.hypers, lr: eta } }],
  };
}

/** An exercise with the numbers of another student. @param {Experiment} experiment @param {number} who
 * @param {import('../core/catalog.js').Catalog} catalog @returns {Experiment} */
export function ofStudent(experiment, who, catalog) {
  const { exercise } = experiment;
  if (!exercise) return experiment;
  return { ...experiment, t: 0, ...posed(unvaried(experiment), { ...exercise, who }, catalog) };
}

/** The link key. @type {import('./types.js').LinkKeyRow<Experiment>} */
export const exerciseKey = {
  name: 'exercise',
  type: 'text',
  allowed: { most: MOST_SEALED },
  example: 'exercise=dGFzaz1zdGVwcyZydW49bW9tZW50dW0sbHI6MC4x',
  read([text], draft, { core, report }) {
    const inside = unseal(text);
    if (!inside) {
      report(text.length > MOST_SEALED ? 'too_long' : 'unreadable', '');
      return {};
    }
    const said = splitQuery(inside);
    /**
     * @template T @param {string} param @param {import('./values.js').Kind<T>} kind @param {T} preset
     */
    const read = (param, kind, preset) => {
      const [value = ''] = said.get(param) ?? [];
      const tell = (/** @type {string} */ code, /** @type {string} */ used) =>
        report(code, used, { param, value, allowed: kind.allowed });
      return said.has(param) ? kind.read(value, preset, tell) : preset;
    };
    const numbers = Object.entries(SETTINGS).map(([name, range]) => [
      name,
      read(name, number(range), PLAIN[/** @type {keyof typeof SETTINGS} */ (name)]),
    ]);
    const hints = (said.get('hint') ?? []).map(cleanText).filter(Boolean);
    if (hints.length > MOST_HINTS)
      report('too_many', String(MOST_HINTS), { param: 'hint', allowed: { most: MOST_HINTS } });
    const long = hints.find((hint) => hint.length > MOST_HINT);
    if (long) report('too_long', '', { param: 'hint', value: long, allowed: { most: MOST_HINT } });
    const exercise = {
      .../** @type {typeof PLAIN} */ (Object.fromEntries(numbers)),
      task: read('task', oneOf(TASKS), TASKS[0]),
      curve: read('curve', flag, true),
      hints: hints.slice(0, MOST_HINTS).map((hint) => cleanText(hint.slice(0, MOST_HINT))),
    };
    return posed(draft, exercise, core.catalog);
  },
  write: ({ exercise }) => (exercise ? [settingsText(exercise)] : []),
};

/** What may change while an exercise is set. */
const FREE = [...PAGE_KEYS, 't', 'view', 'surface'];

/**
 * A change of an exercise leaves what it is about as it was set.
 * @template {import('./types.js').AnyExperiment} E
 * @param {E} before @param {E} after @returns {E}
 */
export function held(before, after) {
  if (!before?.exercise || before.exercise !== after.exercise) return after;
  const free = Object.entries(after).filter(([name]) => FREE.includes(name));
  return Object.freeze({ ...before, ...Object.fromEntries(free) });
}
