// Whether an experiment uses words of the formula language that links of version 1 do not know.

import { NEWER_WORDS } from '../core/formula.js';
import { readingOf } from './own-units.js';

/** Numbers are tokens too, so that the e of 2e5 is no name. */
const TOKEN = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[a-z]\w*/gi;
const ASSIGNED = /(?:^|[;\n])\s*([a-z]\w*)\s*=(?!=)/gi;

/** @param {string} text @returns {string[]} */
const namesIn = (text) => text.match(TOKEN) ?? [];

/** @param {string} rule @param {readonly string[]} supplied names that are the user's */
function isNewerRule(rule, supplied) {
  const { calls, rule: words } = NEWER_WORDS;
  if (new RegExp(`(?<![A-Za-z_])(?:${calls.join('|')})\\s*\\(`).test(rule)) return true;
  const own = new Set([...supplied, ...[...rule.matchAll(ASSIGNED)].map(([, name]) => name)]);
  return namesIn(rule).some((name) => words.includes(name) && !own.has(name));
}

/** @param {import('./types.js').AnyExperiment} experiment */
export function usesNewerWords({ objective, rule = '', runs = [] }) {
  const formula = objective && 'formula' in objective ? objective.formula : '';
  if (namesIn(formula).some((name) => NEWER_WORDS.formula.includes(name))) return true;
  return rule !== '' && isNewerRule(rule, readingOf({ runs }).supplied ?? []);
}
