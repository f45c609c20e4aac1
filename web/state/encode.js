// Turns an experiment into its one query string.

import { sealed, unvaried } from './exercise.js';
import { escapeText } from './query.js';
import { baseFor, linkKeys } from './schema.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('./types.js').AnyExperiment} AnyExperiment
 */

/** @param {string[]} a @param {string[]} b */
const same = (a, b) => a.length === b.length && a.every((text, i) => text === b[i]);

/**
 * The canonical query of an experiment, without "?": the table's order, `lab` first and `v` last, defaults
 * left out, shortest numbers. decodeExperiment of it gives the same experiment back.
 * @param {AnyExperiment} experiment
 * @param {Catalog} catalog
 * @returns {string}
 */
export const encodeExperiment = (experiment, catalog, isFile = false) =>
  pairsOf(experiment, catalog, isFile)
    .map(([name, text]) => `${name}=${escapeText(text)}`)
    .join('&');

/**
 * The keys and texts of an experiment, as its canonical query has them.
 * @param {AnyExperiment} experiment
 * @param {Catalog} catalog
 * @param {boolean} [isFile] not for a link: data too long for one are there as well
 * @returns {[name: string, text: string][]}
 */
export function pairsOf(experiment, catalog, isFile = false) {
  const plain = unvaried(experiment);
  const base = baseFor(plain, catalog);
  const pairs = linkKeys(catalog, plain.lab).flatMap((key) => {
    const texts = key.write(plain, catalog, isFile);
    if (!key.always && same(texts, key.write(base, catalog))) return [];
    return texts.map((text) => /** @type {[string, string]} */ ([key.name, text]));
  });
  return experiment.exercise ? sealed(pairs) : pairs;
}
