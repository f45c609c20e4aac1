// Keys of a link that its lab does not have. Misspelled keys and keys of other labs are reported; what other
// programs append to an address (utm_source, fbclid) is ignored.

import { labKeys } from './labs.js';
import { linkKeys } from './schema.js';

/** Longer names are no misspelt key. */
const LONGEST = 20;

/** A name without what is easily mistaken: upper case, signs, O for 0, l and I for 1. @param {string} name */
const plainName = (name) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');

/**
 * Whether one letter more, less, other or two exchanged make `a` into `b`.
 * @param {string} a @param {string} b
 */
function isOneSlip(a, b) {
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  const exchanged = `${restA[1]}${restA[0]}${restA.slice(2)}`;
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    exchanged === restB
  );
}

/** The key that a name nearly is. @param {string} name @param {readonly string[]} keys */
function nearest(name, keys) {
  const plain = plainName(name);
  return (
    keys.find((key) => plainName(key) === plain) ??
    keys.find((key) => isOneSlip(plain, plainName(key)))
  );
}

/**
 * Says which names of a link are no keys of its lab although they look like keys, and whether there was none
 * at all.
 * @param {Map<string, string[]>} given everything that the link says, by name
 * @param {string} lab
 * @param {import('../core/catalog.js').Catalog} catalog
 * @param {(notice: Partial<import('./notices.js').Notice>) => void} add
 */
export function tellStrangeKeys(given, lab, catalog, add) {
  const keysOf = (/** @type {string} */ each) => linkKeys(catalog, each).map(({ name }) => name);
  const keys = keysOf(lab);
  const strange = [...given].filter(([name]) => !keys.includes(name));
  let isTold = false;
  for (const [name, [value]] of strange) {
    if (name.length > LONGEST) continue;
    const labs = labKeys().filter((each) => keysOf(each).includes(name));
    const near = nearest(name, keys);
    if (!labs.length && near === undefined) continue;
    isTold = true;
    add(
      labs.length
        ? { key: name, code: 'other_lab', value, allowed: { values: labs } }
        : { key: name, code: 'unknown_key', value, allowed: { values: [String(near)] } },
    );
  }
  if (isTold || strange.length === 0 || strange.length < given.size) return;
  const value = strange.map(([name, [text]]) => (text ? `${name}=${text}` : name)).join('&');
  add({ code: 'nothing_understood', value, allowed: { values: keys } });
}
