// An experiment as a JSON file: the keys and texts of its link, and data that are too long for a link. A
// file is read, bounded and reported on exactly as a link is.

import { readGiven } from './decode.js';
import { pairsOf } from './encode.js';

/** What a file says it is. */
export const FORMAT = 'descent-lab-experiment';
/** Characters of a file; the longest data have fewer than 200,000. */
export const MOST_FILE = 1_000_000;
const MOST_TEXTS = 100;

/**
 * @typedef {'too_long'|'not_json'|'not_ours'|'not_text'} FlawCode not_text: the value of `key` is no text
 * @typedef {{ code: FlawCode, key: string }} Flaw why a file cannot be read at all
 */

/**
 * @param {import('./types.js').AnyExperiment} experiment
 * @param {import('../core/catalog.js').Catalog} catalog
 * @returns {string} JSON, a key a line
 */
export function writeFile(experiment, catalog) {
  /** @type {Map<string, string|string[]>} */
  const keys = new Map();
  for (const [name, text] of pairsOf(experiment, catalog, true)) {
    const before = keys.get(name);
    keys.set(name, before === undefined ? text : [before, text].flat());
  }
  return `${JSON.stringify({ format: FORMAT, ...Object.fromEntries(keys) }, null, 2)}\n`;
}

/** @param {unknown} value @returns {string[]|undefined} its texts; undefined: it is no text */
function textsOf(value) {
  const values = Array.isArray(value) ? value : [value];
  const areTexts = values.every((each) => ['string', 'number'].includes(typeof each));
  return areTexts && values.length <= MOST_TEXTS ? values.map(String) : undefined;
}

/**
 * Reads an experiment from a file. Never throws.
 * @param {string} text
 * @param {import('./decode.js').LinkCore} core
 * @returns {ReturnType<typeof readGiven> | { flaw: Flaw }}
 */
export function readFile(text, core) {
  const refuse = (/** @type {FlawCode} */ code, key = '') => ({ flaw: { code, key } });
  if (text.length > MOST_FILE) return refuse('too_long');
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse('not_json');
  }
  if (typeof parsed !== 'object' || parsed?.format !== FORMAT) return refuse('not_ours');
  /** @type {Map<string, string[]>} */
  const given = new Map();
  for (const [key, value] of Object.entries(parsed)) {
    if (key === 'format') continue;
    const texts = textsOf(value);
    if (!texts) return refuse('not_text', key.slice(0, 60));
    if (texts.length) given.set(key, texts);
  }
  return readGiven(given, new Map(), core);
}
