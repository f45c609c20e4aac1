// The table of link keys: what a link may say, in the order in which it is read and written. The decoder, the
// encoder, the texts of notices and the documentation page all come from it. Each lab contributes its own
// keys.

import { VERSION } from '../core/formula.js';
import { labKeys, labOf } from './labs.js';
import { usesNewerWords } from './newer-words.js';
import { oncePerCatalog } from './once.js';
import { flag, oneOf, someOf } from './values.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('./notices.js').Allowed} Allowed
 * @typedef {import('./notices.js').Report} Report
 * @typedef {import('./own-units.js').LinkCore} LinkCore
 * @typedef {import('./types.js').AnyExperiment} AnyExperiment
 * @typedef {import('./types.js').LinkContext} LinkContext
 * @typedef {import('./types.js').LinkKey} LinkKey
 * @typedef {import('./types.js').LinkKeyRow} LinkKeyRow
 */

export const LANGUAGES = Object.freeze(['en', 'vi']);
export const THEMES = Object.freeze(['light', 'dark']);
export const LAYOUTS = Object.freeze(['figure']);
/** Parts of the page that a link can hide. */
export const PARTS = Object.freeze(
  'controls player table plots runs legend presets share header worked'.split(' '),
);
/**
 * What a link can keep the reader from changing: what is descended, fitted or smoothed; the start; everything
 * about the runs; the own rule; the number of steps; the noise and its seed; the format. `lockKeys` has the
 * single controls as well.
 */
export const LOCKS = Object.freeze('f x0 runs rule steps noise precision'.split(' '));
const RUN_LOCKS = ['optimizer', 'schedule', 'batch'];
/**
 * The version grows when the meaning of old links would change; old versions are still read then. A link has
 * the lowest version that can say it.
 */
const VERSIONS = Array.from({ length: VERSION }, (_, i) => String(i + 1));

/** The version a link names; the first, if it names none. @param {string} [text] */
const versionIn = (text = VERSIONS[0]) => /^\d*/.exec(text.trim())?.[0] ?? '';

/** The version a link is read by. @param {Map<string, string[]>} given what it says */
export function versionOf(given) {
  const version = versionIn(given.get('v')?.[0]);
  return VERSIONS.includes(version) ? Number(version) : 1;
}

/**
 * A row for a value that stands in one field of the experiment.
 * @template {'lab' | keyof import('./types.js').PageFields} F
 * @param {F} name key and field
 * @param {import('./values.js').Kind<AnyExperiment[F]>} kind
 * @param {string} example
 * @returns {LinkKeyRow}
 */
function fieldKey(name, kind, example) {
  return {
    name,
    type: kind.type,
    allowed: kind.allowed,
    example,
    read: ([text], draft, { report }) => ({ [name]: kind.read(text, draft[name], report) }),
    write: (experiment) => [kind.write(experiment[name])],
  };
}

/** @returns {LinkKeyRow} */
const labKey = () => ({
  ...fieldKey('lab', oneOf(labKeys()), `lab=${labKeys()[0]}`),
  always: true,
});

/**
 * Filling the window: no part of the experiment, so that nothing is kept of it and nothing written. The page
 * asks `presents`.
 * @type {LinkKeyRow}
 */
const presentKey = {
  name: 'present',
  type: flag.type,
  allowed: flag.allowed,
  example: 'present=1',
  read([text], _draft, { report }) {
    flag.read(text, false, report);
    return {};
  },
  write: () => [],
};

const pageKeys = [
  fieldKey('lang', oneOf(LANGUAGES), 'lang=vi'),
  fieldKey('theme', oneOf(THEMES), 'theme=dark'),
  fieldKey('embed', flag, 'embed=1'),
  fieldKey('layout', oneOf(LAYOUTS), 'layout=figure'),
  fieldKey('hide', someOf(PARTS), 'hide=controls,table'),
  presentKey,
];

/**
 * Everything that `lock` takes: LOCKS, a run's optimizer, schedule or batch size, and every parameter by its
 * key.
 */
export const lockKeys = oncePerCatalog(
  ({ objectives, optimizers, schedules, smoothers, modifiers }) => {
    const params = [
      ...[...objectives, ...schedules, ...smoothers].flatMap((unit) => unit.params),
      ...optimizers.flatMap(({ hypers }) => hypers),
      ...modifiers,
    ];
    const words = new Set([...LOCKS, ...RUN_LOCKS, ...params.map(({ key }) => key)]);
    return Object.freeze([...words]);
  },
);

/** What a figure may keep: what `lock` may hold, but for the cards themselves, and the width of a secant. */
export const controlKeys = oncePerCatalog((catalog) =>
  Object.freeze([...lockKeys(catalog).filter((key) => key !== 'runs'), 'dx']),
);

/**
 * The version ends every link, so that the link ends in a digit: programs that find links in running text
 * drop brackets, asterisks and punctuation at the end.
 * @type {LinkKeyRow}
 */
const versionKey = {
  name: 'v',
  type: 'word',
  allowed: { values: VERSIONS },
  example: 'v=1',
  always: true,
  read([text], _draft, { report }) {
    if (!VERSIONS.includes(versionIn(text))) report('unknown_value', VERSIONS[0]);
    return {};
  },
  write: (experiment) => [usesNewerWords(experiment) ? '2' : '1'],
};

/**
 * A lab's table, whole and in order.
 * @param {Catalog} catalog
 * @param {string} [lab]
 * @returns {LinkKey[]}
 */
export function linkKeys(catalog, lab = labKeys()[0]) {
  const tables = tablesOf(catalog);
  const name = [lab, ...labKeys()].join();
  const known = tables.get(name) ?? makeKeys(catalog, lab);
  tables.set(name, known);
  return known;
}

/**
 * Tables by the lab and by all labs there are, which the key `lab` lists.
 * @type {(catalog: Catalog) => Map<string, LinkKey[]>}
 */
const tablesOf = oncePerCatalog(() => new Map());

/** @param {Catalog} catalog @param {string} lab @returns {LinkKey[]} */
function makeKeys(catalog, lab) {
  const { keys, initial } = labOf(lab);
  const controlsKey = fieldKey('controls', someOf(controlKeys(catalog)), 'controls=lr,x0');
  const lockKey = fieldKey('lock', someOf(lockKeys(catalog)), 'lock=f,x0');
  return [labKey(), ...keys(catalog), ...pageKeys, controlsKey, lockKey, versionKey].map((row) => ({
    repeatable: false,
    always: false,
    instead: [],
    ...row,
    description: `link.${row.name}`,
    initial: () => row.write(initial(catalog), catalog),
  }));
}

/**
 * What a lab shows when a link says nothing.
 * @param {Catalog} catalog
 * @param {string} [lab]
 */
export function initialExperiment(catalog, lab = labKeys()[0]) {
  return labOf(lab).initial(catalog);
}

/**
 * The experiment whose texts need not be written beside those of `experiment`: the defaults, some of which
 * depend on other keys.
 * @param {AnyExperiment} experiment
 * @param {Catalog} catalog
 */
export function baseFor(experiment, catalog) {
  return labOf(experiment.lab).base(experiment, catalog);
}
