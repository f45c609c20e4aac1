// A link's query and hash become an experiment, whatever they say.

import { freezeDeep } from './experiment.js';
import { labKeys } from './labs.js';
import { createNotices } from './notices.js';
import { splitQuery } from './query.js';
import { initialExperiment, linkKeys } from './schema.js';

/**
 * @typedef {import('./notices.js').Notice} Notice
 * @typedef {import('./own-units.js').LinkCore} LinkCore
 */

/** Characters of query and hash together. */
export const MOST_LINK = 8000;

/**
 * Reads an experiment from a link. The hash takes the same keys as the query and wins over it, key by key. Never
 * throws: an unknown key says nothing, a bad value leaves its default, or the nearest number allowed, and a notice.
 * @param {string} search with or without "?"
 * @param {string} hash with or without "#"
 * @param {LinkCore} core
 * @returns {{ experiment: any, notices: readonly Notice[] }}
 */
export function decodeExperiment(search, hash, core) {
  const notices = createNotices();
  const length = search.length + hash.length;
  const isTooLong = length > MOST_LINK;
  if (isTooLong)
    notices.add({ code: 'too_long', value: `${search}${hash}`, allowed: { most: MOST_LINK } });
  const [query, fragment] = [search, hash].map((text) => splitQuery(isTooLong ? '' : text));
  return readGiven(query, fragment, core, notices);
}

/**
 * Reads an experiment from what a link, or a file, says.
 * @param {Map<string, string[]>} query @param {Map<string, string[]>} fragment wins over the query
 * @param {LinkCore} core @param {ReturnType<typeof createNotices>} [notices]
 * @returns {{ experiment: any, notices: readonly Notice[] }}
 */
export function readGiven(query, fragment, core, notices = createNotices()) {
  const named = (fragment.get('lab') ?? query.get('lab'))?.[0].trim();
  const labs = labKeys();
  const lab = labs.find((key) => key === named) ?? labs[0];
  const keys = linkKeys(core.catalog, lab);
  const given = mergeGiven(keys, query, fragment);
  let draft = initialExperiment(core.catalog, lab);
  for (const key of keys) {
    const texts = given.get(key.name);
    if (!texts) continue;
    const about = { key: key.name, value: texts[0], allowed: key.allowed };
    if (texts.length > 1 && !key.repeatable) {
      notices.add({ ...about, code: 'repeated', value: texts[1], used: texts[0], allowed: {} });
    }
    /** @type {import('./notices.js').Report} */
    const report = (code, used, more) => notices.add({ ...about, code, used, ...more });
    draft = key.read(texts, draft, { core, given, report });
  }
  return freezeDeep({ experiment: draft, notices: notices.list });
}

/**
 * For each key the hash's texts, or else the query's. Where the hash speaks by one of several keys that say the same
 * thing, the query is silent on all of them.
 * @param {import('./schema.js').LinkKey[]} keys
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
  return given;
}
