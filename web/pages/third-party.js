// The licence notices of third-party code in dist/. esbuild's metafile says which packages are in it, so
// nobody keeps a list.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('esbuild').Metafile} Metafile */

const RULE = '-'.repeat(80);
/** The folder of a package, whatever folder its node_modules is in; or of a font. */
const PACKAGE = /^(?:(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+|web\/styles\/[^/]+-font)/;
const LICENCE = /^licen[cs]e(\.md|\.txt)?$/i;

/**
 * The packages of which something is in a bundle.
 * @param {Metafile} metafile @returns {string[]} their folders, sorted
 */
export function packagesOf({ outputs }) {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? (path.match(PACKAGE) ?? []) : [],
    ),
  );
  return [...new Set(used)].sort();
}

/** @param {string} folder of a package @throws {Error} when it has no licence text */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => LICENCE.test(entry));
  if (!file) throw new Error(`${name} ships no text of its licence`);
  return `${name} ${version} — ${license}\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
}

/**
 * The notices of what is in a file.
 * @param {string[]} packages folders, as packagesOf gives them
 * @param {boolean} hasCore whether core.wasm is in it
 * @returns {string}
 */
export function thirdParty(packages, hasCore) {
  const core = hasCore ? [readFileSync('c/THIRD-PARTY.txt', 'utf8').trim()] : [];
  const parts = [...packages.map(noticeOf), ...core];
  const head =
    'Descent Lab is MIT licensed. It holds the work of others, under the licences below.';
  // With nothing of others there is nothing to say.
  return parts.length ? `${[head, ...parts].join(`\n\n${RULE}\n\n`)}\n` : '';
}

/**
 * Code that ends with the notices of what is in it, in a comment that minifiers keep.
 * @param {string} code @param {string[]} packages @param {boolean} hasCore
 */
export function withNotices(code, packages, hasCore) {
  const notices = thirdParty(packages, hasCore);
  // What ends a comment may not stand in one.
  return notices ? `${code}\n/*!\n${notices.replaceAll('*/', '* /')}*/` : code;
}
