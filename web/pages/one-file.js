// Pages of one file: styles and script inline, and a content security policy that allows these and nothing
// else.

import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import { packagesOf, withNotices } from './third-party.js';

/**
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<string>} the text of the one result, with its notices
 */
async function bundle(options) {
  const { outputFiles, metafile } = await build({
    bundle: true,
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    ...options,
    write: false,
    metafile: true,
  });
  const [{ text }] = /** @type {import('esbuild').OutputFile[]} */ (outputFiles);
  return withNotices(text.trim(), packagesOf(metafile), false);
}

/** A style sheet and all it imports. @param {string} path */
export const bundleStyles = (path) => bundle({ entryPoints: [path] });

/** A classic script of a module and all it imports, fit to stand inside a page. @param {string} path */
export async function bundleScript(path) {
  const code = await bundle({
    entryPoints: [path],
    format: 'iife',
    loader: { '.css': 'text', '.woff2': 'empty' }, // no such page sets formulas
    define: { 'import.meta.url': '""' },
  });
  return code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

/** The source that allows exactly this inline text. @param {string} text */
export const hashOf = (text) =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/**
 * Puts texts where their marks stand. A missing mark is an error.
 * @param {string} page @param {Record<string, string>} texts by mark, without its comment signs
 */
export function fill(page, texts) {
  return Object.entries(texts).reduce((filled, [name, text]) => {
    const mark = `/* ${name} */`;
    if (!filled.includes(mark)) throw new Error(`the page has no ${mark}`);
    return filled.split(mark).join(text);
  }, page);
}
