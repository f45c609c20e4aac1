// Writes the types that follow from data into dist/types: the keys of the catalog, and the attributes of
// <descent-lab>, which are the keys of links.

import { readFileSync, writeFileSync } from 'node:fs';
import { loadCore } from './core/index.js';
import { LABS_AND_COURSE as LABS } from './course/lab.js';
import { registerLabs } from './state/labs.js';
import { linkKeys } from './state/schema.js';

const words = JSON.parse(readFileSync('web/i18n/en.json', 'utf8'));
const core = await loadCore({ wasm: 'build/core.wasm' });
const { catalog } = core;
registerLabs(LABS);

/** A union of texts. @param {readonly (string|number)[]} values */
const union = (values) => values.map((value) => JSON.stringify(value)).join(' | ') || 'never';
/** @param {readonly { key: string }[]} records */
const keys = (records) => union(records.map(({ key }) => key));

/**
 * One interface with a documented member for each unit.
 * @template {{ key: string, name: string, note: string }} T
 * @param {string} name @param {readonly T[]} units @param {(unit: T) => string} typeOf
 */
const table = (name, units, typeOf) => `/** ${name} of the catalog by key. */
export interface ${name} {
${units.map((unit) => `  /** ${unit.name}. ${unit.note} */\n  ${unit.key}: ${typeOf(unit)};`).join('\n')}
}
`;

/** The columns of an optimizer's runs, as a run has them. @param {string} optimizer @param {1|2} dim */
function columnsOf(optimizer, dim) {
  const objective = catalog.objectives.find((one) => one.dim === dim)?.key ?? '';
  const start = new Float64Array(dim);
  return union(core.run({ objective, start, optimizer, steps: 0 }).names);
}

/** @param {import('./core/catalog.js').Optimizer} optimizer */
const typeOfOptimizer = ({ key, hypers }) =>
  `{ hypers: ${keys(hypers)}; columns: { 1: ${columnsOf(key, 1)}; 2: ${columnsOf(key, 2)} } }`;

/** @param {import('./core/catalog.js').Modifier} modifier */
const numberOf = ({ key, name, note }) => `  /** ${name}. ${note} */\n  readonly ${key}?: number;`;

const units = `// Written by the build from the catalog.

${table('Objectives', catalog.objectives, ({ dim, params }) => `{ dim: ${dim}; params: ${keys(params)} }`)}
${table('Optimizers', catalog.optimizers, typeOfOptimizer)}
${table('Schedules', catalog.schedules, ({ params }) => `{ params: ${keys(params)} }`)}
/** What can be done to a run's steps before its rule, each with its number. */
export interface Modifiers {
${catalog.modifiers.map(numberOf).join('\n')}
}

${table('Smoothers', catalog.smoothers, ({ params }) => `{ params: ${keys(params)} }`)}`;

/** What an attribute takes. @param {import('./state/schema.js').LinkKey} key */
function typeOf({ type, allowed }) {
  if (type === 'flag') return "'0' | '1' | 0 | 1";
  if (type.startsWith('number') || type === 'integer') return 'number | string';
  const { values } = /** @type {{ values?: readonly string[] }} */ (allowed);
  return type === 'word' && values ? union(values) : 'string';
}

/** Every key of every lab, once. @type {Map<string, import('./state/schema.js').LinkKey>} */
const attributes = new Map(
  LABS.flatMap(({ key: lab }) => linkKeys(catalog, lab).map((key) => [key.name, key])),
);

/** @param {import('./state/schema.js').LinkKey} key */
const memberOf = (key) => `  /** ${words[key.description]}; for example ${key.example}. */
  ${key.name}?: ${typeOf(key)};`;

writeFileSync('dist/types/core/units.d.ts', units);
writeFileSync(
  'dist/types/attributes.d.ts',
  `// Written by the build from the schema of links.

/** The keys of a link, which are attributes of <descent-lab>. */
export interface LinkAttributes {
${[...attributes.values()].map(memberOf).join('\n')}
}
`,
);
