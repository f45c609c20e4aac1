// Runs axe in a page.

import { readFileSync } from 'node:fs';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  contrast: { type: 'rule', values: ['color-contrast'] },
};

/**
 * Runs axe on a page as it is now and returns its violations, one a line.
 * @param {import('playwright-core').Frame} frame
 * @param {keyof typeof RULES} [rules]
 * @param {object} [where] axe's context: the whole page, unless told otherwise
 * @returns {Promise<string[]>}
 */
export async function axeFaults(frame, rules = 'all', where = {}) {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(AXE);
  const violations = await frame.evaluate(
    async ([runOnly, exclude]) => {
      const { axe } = /** @type {any} */ (globalThis);
      const context = { include: [document], ...exclude };
      return (await axe.run(context, { runOnly, resultTypes: ['violations'] })).violations;
    },
    /** @type {const} */ ([RULES[rules], where]),
  );
  return violations.flatMap((/** @type {import('axe-core').Result} */ { id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target} ${any.map(({ message }) => message)}`),
  );
}
