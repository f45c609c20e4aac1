// Shortens the markup in the page's sources: the indentation in lit's templates means nothing in HTML.

import { readFileSync } from 'node:fs';
import { parse } from 'acorn';

const TAGS = ['html', 'svg'];

/** @typedef {import('acorn').Node & Record<string, unknown>} Node */

/** All nodes of a tree. @param {unknown} value @returns {Node[]} */
function nodesIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodesIn);
  return 'type' in value ? [/** @type {Node} */ (value), ...inside] : inside;
}

/** A source without the indentation in its templates. @param {string} source */
export function unindented(source) {
  const tree = parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
  /** @type {{ start: number, end: number }[]} the texts of templates */
  const texts = nodesIn(tree).flatMap((node) => {
    const { tag, quasi } = /** @type {{ tag?: { name: string }, quasi?: { quasis: Node[] } }} */ (
      node
    );
    return tag && quasi && TAGS.includes(tag.name) ? quasi.quasis : [];
  });
  texts.sort((a, b) => b.start - a.start);
  let out = source;
  for (const { start, end } of texts)
    out = out.slice(0, start) + out.slice(start, end).replace(/\n\s+/g, '\n') + out.slice(end);
  return out;
}

/** @type {import('esbuild').Plugin} */
export const markup = {
  name: 'markup',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]web[\\/].*\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      return source.includes("from 'lit'") ? { contents: unindented(source) } : undefined;
    });
  },
};
