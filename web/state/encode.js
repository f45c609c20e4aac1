// An experiment becomes the one query string that stands for it.

import { escapeText } from './query.js';
import { baseFor, linkKeys } from './schema.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 */

/** @param {string[]} a @param {string[]} b */
const same = (a, b) => a.length === b.length && a.every((text, i) => text === b[i]);

/**
 * The canonical query of an experiment, without "?": the table's order, `lab` first and `v` last, defaults left out,
 * shortest numbers. decodeExperiment of it gives the same experiment back.
 * @param {any} experiment of any lab
 * @param {Catalog} catalog
 * @returns {string}
 */
export function encodeExperiment(experiment, catalog) {
  const base = baseFor(experiment, catalog);
  return linkKeys(catalog, experiment.lab)
    .flatMap(({ name, always, write }) => {
      const texts = write(experiment, catalog);
      if (!always && same(texts, write(base, catalog))) return [];
      return texts.map((text) => `${name}=${escapeText(text)}`);
    })
    .join('&');
}
