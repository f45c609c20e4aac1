// Turns a link's query and hash into an experiment, whatever they contain.

import { unsealed } from './exercise.js';
import { freezeDeep } from './experiment.js';
import { labKeys } from './labs.js';
import { createNotices } from './notices.js';
import { MENDS, splitQuery } from './query.js';
import { initialExperiment, linkKeys, versionOf } from './schema.js';
import { tellStrangeKeys } from './strange-keys.js';

/**
 * @typedef {import('./notices.js').Notice} Notice
 * @typedef {import('./own-units.js').LinkCore} LinkCore
 * @typedef {import('./types.js').AnyExperiment} AnyExperiment
 * @typedef {import('./types.js').LinkKey} LinkKey
 * @typedef {import('./types.js').PageFields} PageFields
 *
 * @typedef {Map<string, string[]>} Given keys and their texts
 * @typedef {[query: Given, fragment: Given]} Reading of a link
 */

/** Characters of query and hash together. */
export const MOST_LINK = 8000;

/**
 * Reads an experiment from a link. The hash takes the same keys as the query and wins over it, key by key.
 * Never throws: a bad value leaves its default, or the nearest number allowed, and a notice. A text that
 * cannot be read as it stands is read as it was before other programs had it, where that can be read, and a
 * notice says how.
 * @param {string} search with or without "?"
 * @param {string} hash with or without "#"
 * @param {LinkCore} core
 * @param {Partial<PageFields>} [dress] what PAGE_KEYS have where the link says nothing
 * @returns {{ experiment: AnyExperiment, notices: readonly Notice[] }}
 */
export function decodeExperiment(search, hash, core, dress) {
  const notices = createNotices();
  const length = search.length + hash.length;
  const isTooLong = length > MOST_LINK;
  if (isTooLong)
    notices.add({ code: 'too_long', value: `${search}${hash}`, allowed: { most: MOST_LINK } });
  const [query, fragment] = isTooLong ? ['', ''] : [search, hash];
  const split = (/** @type {readonly import('./query.js').Mend[]} */ mends) =>
    /** @type {Reading} */ ([splitQuery(query, mends), splitQuery(fragment, mends)]);
  const otherReadings = () => MIXTURES.map(split);
  return readGiven(...split([]), core, { notices, otherReadings, dress });
}

/** All ways to take some of MENDS, the fewest first. */
const MIXTURES = Array.from({ length: 2 ** MENDS.length - 1 }, (_, set) =>
  MENDS.filter((_, i) => ((set + 1) >> i) & 1),
).sort((a, b) => a.length - b.length);

/**
 * Reads an experiment from what a link, or a file, says.
 * @param {Map<string, string[]>} query @param {Map<string, string[]>} fragment wins over the query
 * @param {LinkCore} core
 * @param {{ notices?: ReturnType<typeof createNotices>, otherReadings?: () => Reading[], dress?:
 *   Partial<PageFields> }} [more] otherReadings: of the same link, for texts that cannot be read in this one;
 *   dress: what PAGE_KEYS have where nothing is said
 * @returns {{ experiment: AnyExperiment, notices: readonly Notice[] }}
 */
export function readGiven(query, fragment, core, more = {}) {
  const { notices = createNotices(), otherReadings = () => [], dress } = more;
  /** @type {Reading[]|undefined} */
  let others;
  const readings = () => {
    others ??= otherReadings();
    return others;
  };
  const lab = labNamed([query, fragment]) ?? readings().map(labNamed).find(Boolean) ?? labKeys()[0];
  const keys = linkKeys(core.catalog, lab);
  const given = mergeGiven(keys, query, fragment);
  const mended = () => readings().map((reading) => mergeGiven(keys, ...reading));
  let draft = { ...initialExperiment(core.catalog, lab), ...dress };
  for (const key of keys)
    if (given.has(key.name)) draft = readKey(key, draft, { core, given, mended, notices });
  // A word alone in the hash is a place in the page.
  const said = [
    ...query,
    ...[...fragment].filter(([name, [text]]) => text !== '' || given.has(name)),
  ];
  tellStrangeKeys(new Map(said), lab, core.catalog, notices.add);
  return freezeDeep({ experiment: draft, notices: notices.list });
}

/**
 * The lab that a link asks for: the first where it asks for none, undefined for one that there is not.
 * @param {Reading} reading
 */
function labNamed([query, fragment]) {
  const labs = labKeys();
  const named = (fragment.get('lab') ?? query.get('lab') ?? [labs[0]])[0].trim();
  return labs.find((key) => key === named);
}

/**
 * Reads one key: literally, or where that leads to notices as the other reading that leads to the fewest.
 * @param {LinkKey} key @param {AnyExperiment} draft
 * @param {{ core: LinkCore, given: Given, mended: () => Given[], notices: ReturnType<typeof createNotices> }}
 *   link
 * @returns {AnyExperiment} the draft with the key read
 */
function readKey(key, draft, { core, given, mended, notices }) {
  let best = tryKey(key, draft, core, given);
  const literal = best.texts;
  for (const other of best.notices.length ? mended() : []) {
    if (!other.has(key.name)) continue; // another reading of an exercise
    const found = tryKey(key, draft, core, other);
    if (found.notices.length < best.notices.length) best = found;
    if (best.notices.length === 0) break;
  }
  for (const [i, used] of best.texts.entries())
    if (used !== literal[i])
      notices.add({ key: key.name, code: 'mended', value: literal[i], allowed: key.allowed, used });
  best.notices.forEach(notices.add);
  return best.draft;
}

/** @param {LinkKey} key @param {AnyExperiment} before @param {LinkCore} core @param {Given} given */
function tryKey(key, before, core, given) {
  const notices = createNotices();
  const texts = given.get(key.name) ?? [];
  const about = { key: key.name, value: texts[0], allowed: key.allowed };
  if (texts.length > 1 && !key.repeatable)
    notices.add({ ...about, code: 'repeated', value: texts[1], used: texts[0], allowed: {} });
  /** @type {import('./notices.js').Report} */
  const report = (code, used, more) => {
    if (!notices.isFull()) notices.add({ ...about, code, used, ...more });
  };
  const changed = key.read(texts, before, { core, given, version: versionOf(given), report });
  return { draft: { ...before, ...changed }, texts, notices: notices.list };
}

/**
 * For each key the hash's texts, or else the query's. Where the hash speaks by one of several keys that say
 * the same thing, the query is silent on all of them.
 * @param {LinkKey[]} keys
 * @param {Map<string, string[]>} query
 * @param {Map<string, string[]>} fragment
 */
function mergeGiven(keys, query, fragment) {
  /** @type {Map<string, string[]>} */
  const given = new Map();
  for (const { name, instead } of keys) {
    const source = [name, ...instead].some((key) => fragment.has(key)) ? fragment : query;
    const texts = source.get(name);
    if (texts) given.set(name, texts);
  }
  return given.has('exercise') ? unsealed(given) : given;
}
