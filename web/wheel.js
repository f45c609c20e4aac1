// Makes dist/python/: the Python package of web/notebook/ as a wheel and an sdist, with core.wasm, the
// widget and the keys of links in it. Reads dist/. The tools come from PyPI into build/python-tools only.
//
//   node web/wheel.js [PYTHON]

import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { loadCore } from './core/index.js';
import { LABS } from './labs/index.js';
import { registerLabs } from './state/labs.js';
import { linkKeys } from './state/schema.js';

const STAGED = 'build/notebook';
const TOOLS = 'build/python-tools';
const OUT = 'dist/python';
/** Zips have no date before it. */
const TIME = String(Date.UTC(1980, 0, 1) / 1000);

/** Words that no attribute can be called. */
const RESERVED = new Set(['from']);

/** What a trait of each type of key holds. @type {Record<string, string>} */
const HOLDS = {
  number: 'float',
  integer: 'int',
  numbers: 'list[float]',
  words: 'list[str]',
  flag: 'bool',
  word: 'str',
  text: 'str',
  unit: 'str | dict[str, Any]',
};

/** @typedef {import('./state/types.js').LinkKey} LinkKey */

/** What a key's trait is called: one that may be given several times is a list. @param {LinkKey} key */
function traitName({ name, repeatable }) {
  if (RESERVED.has(name)) return `${name}_`;
  return repeatable ? `${name}s` : name;
}

/** The colours of the light theme, by token. */
function colours() {
  const light = readFileSync('web/styles/tokens.css', 'utf8').split('data-theme="dark"')[0];
  return Object.fromEntries(
    [...light.matchAll(/--lab-([\w-]+): (#\w+);/g)].map(([, token, colour]) => [token, colour]),
  );
}

/** What the package takes from the page: the keys of all labs, a trait for each, and colours. */
async function builtModule() {
  const words = JSON.parse(readFileSync('web/i18n/en.json', 'utf8'));
  const { catalog } = await loadCore({ wasm: 'build/core.wasm' });
  registerLabs(LABS);
  /** @type {Map<string, Map<string, LinkKey>>} by name, then by lab */
  const keys = new Map();
  for (const { key: lab } of LABS)
    for (const key of linkKeys(catalog, lab))
      keys.set(key.name, (keys.get(key.name) ?? new Map()).set(lab, key));
  const text = (/** @type {unknown} */ value) => JSON.stringify(value);
  const traits = [...keys].map(([name, byLab]) => {
    const [key] = byLab.values();
    const types = [...new Set([...byLab.values()].map(({ type }) => type))];
    const holds = key.repeatable ? ['list[Any]'] : types.map((type) => HOLDS[type]);
    const help = `${words[key.description]}; for example ${key.example}.`;
    const about = [text(name), text(types[0]), `instead=${text(key.instead)}`];
    return `    ${traitName(key)}: ${[...new Set(holds), 'None'].join(' | ')} = key_trait(
        ${[...about, ...(key.repeatable ? ['several=True'] : [])].join(', ')},
        help=${text(help)},
    )
    """${help.replaceAll('\\', '\\\\')}"""`;
  });
  const first = LABS.map(({ key: lab }) => [
    lab,
    Object.fromEntries(linkKeys(catalog, lab).map((key) => [key.name, key.initial()])),
  ]);
  return `"""Written by the build from the schema of links."""

from __future__ import annotations

from typing import Any

import traitlets

from ._key import key_trait

FIRST: dict[str, dict[str, list[str]]] = ${text(Object.fromEntries(first))}
"""The texts of each lab's keys when a link says nothing; a link that names no lab means the first."""
COLOURS: dict[str, str] = ${text(colours())}
"""The page's colours."""


class Keys(traitlets.HasTraits):
    """A trait for each key of a link; None: not said."""

${traits.join('\n')}
`;
}

/** Lays out the package as pyproject.toml wants it. */
async function stage() {
  rmSync(STAGED, { recursive: true, force: true });
  cpSync('web/notebook', STAGED, {
    recursive: true,
    filter: (path) => !path.endsWith('__pycache__'),
  });
  for (const name of ['core.wasm', 'widget.mjs'])
    copyFileSync(`dist/${name}`, `${STAGED}/descent_lab/${name}`);
  copyFileSync('LICENSE', `${STAGED}/LICENSE`);
  copyFileSync('dist/THIRD-PARTY.txt', `${STAGED}/THIRD-PARTY.txt`);
  writeFileSync(`${STAGED}/descent_lab/_built.py`, await builtModule());
}

/** @param {string} program @param {...string} words */
const run = (program, ...words) =>
  execFileSync(program, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SOURCE_DATE_EPOCH: TIME },
  });

await stage();
if (!existsSync(`${TOOLS}/bin/pyproject-build`)) {
  run(process.argv[2] ?? 'python3', '-m', 'venv', TOOLS);
  run(`${TOOLS}/bin/pip`, 'install', '--quiet', 'build');
}
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
run(`${TOOLS}/bin/pyproject-build`, '--outdir', OUT, STAGED);
