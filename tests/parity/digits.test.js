// The digits of the core are those of the corpus, bit for bit. A failure names the change, and the compiler
// if that is another one.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { CORPUS, compiler, digitsOf, fromHex } from './digits.js';

const [made, ...lines] = readFileSync(CORPUS, 'utf8').trimEnd().split('\n');
const corpus = new Map(
  lines.map((line) => {
    const at = line.lastIndexOf(' | ');
    return /** @type {const} */ ([line.slice(0, at), line.slice(at + 3)]);
  }),
);
const digits = digitsOf(core);

/** Why digits may differ. @param {string} now */
const reason = (now) =>
  now === made
    ? `the same compiler (${now}) made both: the code changed the digits`
    : `the corpus was made by ${made}, this core.wasm by ${now}`;

/** The numbers that differ. @param {string} before @param {string} now */
function differences(before, now) {
  const [was, is] = [before, now].map((line) => line.split(' ').slice(1));
  const found = is.flatMap((entry, i) => {
    if (entry === was[i]) return [];
    const [name, hex] = entry.split('=');
    const old = was[i]?.split('=')[1];
    return `${name} is ${fromHex(hex)} (${hex}), was ${old && fromHex(old)} (${old})`;
  });
  return found.join('; ') || 'earlier rows differ, the last one does not';
}

/** @param {ReadonlyMap<string, string>} was @param {ReadonlyMap<string, string>} is @param {string} now */
const compare = (was, is, now) =>
  [...is].flatMap(([name, line]) => {
    const before = was.get(name);
    if (before === line) return [];
    if (before === undefined) return `${name}: not in the corpus (make digits)`;
    return `${name}: ${differences(before, line)}; ${reason(now)}`;
  });

test('every digit is that of the corpus', () => {
  assert.deepEqual(compare(corpus, digits, compiler()), []);
});

test('the corpus holds hundreds of cases, every unit among them, and none that is no more', () => {
  assert.deepEqual([...corpus.keys()], [...digits.keys()]);
  assert.ok(corpus.size >= 250, `${corpus.size}`);
  const names = [...corpus.keys()].join('\n');
  for (const family of core.catalog.families)
    for (const { key } of core.catalog[family]) assert.match(names, new RegExp(`\\b${key}\\b`));
});

test('a changed digit is named with both numbers, and with both compilers where they differ', () => {
  const [name, line] = [...digits][0];
  const hex = line.match(/x=(\w+)/)?.[1] ?? '';
  const other = (BigInt(`0x${hex}`) ^ 1n).toString(16).padStart(16, '0');
  const changed = new Map([[name, `0${line.slice(1).replace(hex, other)}`]]);
  const was = new Map([[name, line]]);
  const [said] = compare(was, changed, 'emcc 9.9.9');
  assert.match(said, new RegExp(`^${name}: x is .*${other}.*was .*${hex}`));
  assert.ok(said.endsWith(`the corpus was made by ${made}, this core.wasm by emcc 9.9.9`));
  const [own] = compare(was, changed, made);
  assert.match(own, /the same compiler .* made both: the code changed the digits/);
});
