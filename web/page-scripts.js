// The page's script in pieces, for a document that holds everything: what is not shown is not read. esbuild
// cuts it where the sources import() something; each piece becomes the body of a function, because a document
// without files has no modules, and web/start.js reads it when it is first wanted.

import { basename } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { IS_QUICK } from './quick.js';

/**
 * @typedef {import('./pieces.js').Piece} Piece
 * @typedef {{ path: string, text: string }} Script a file that esbuild wrote
 */

const IMPORT = /^import(?:\{([^}]*)\}from)?"(\.\/[^"]+)";/;
const EXPORT = /export\{([^}]*)\};$/;
const LATER = /\bimport\("(\.\/[^"]+)"\)/g;

/** What esbuild names in brackets, "a as b", as an object pattern or literal, "a:b". @param {string} names */
const pairs = (names) =>
  names
    .split(',')
    .filter(Boolean)
    .map((each) => each.replace(' as ', ':'))
    .join(',');

/** The same for exports, where what is named stands first. @param {string} names */
const swapped = (names) =>
  names
    .split(',')
    .filter(Boolean)
    .map((each) => each.split(' as ').reverse().join(':'))
    .join(',');

/**
 * One minified module, as esbuild writes it: imports first, exports last.
 * @param {string} name @param {string} module @returns {Piece}
 */
function pieceOf(name, module) {
  const needs = [];
  let heads = '';
  let text = module.trim();
  for (let found = text.match(IMPORT); found; found = text.match(IMPORT)) {
    const [all, names, from] = found;
    needs.push(from);
    heads += names ? `const{${pairs(names)}}=require("${from}");` : `require("${from}");`;
    text = text.slice(all.length);
  }
  const body = text
    .replace(EXPORT, (_, names) => `return{${swapped(names)}}`)
    .replace(LATER, 'later("$1")');
  const piece = `"use strict";${heads}${body}`;
  transformSync(`function body() {${piece}}`); // fails where an import or export was not understood
  return { name, needs, text: piece };
}

/** A name with a hash, which esbuild gives to a file that is no entry. */
const HASHED = /\.\/[\w.-]+-[A-Z0-9]{8}\.js/g;

/**
 * Files that are no entries get a number as their name: two thousand times a hash is 6 KB after deflate.
 * @param {readonly Script[]} files of one minified bundle of modules that was split
 * @returns {Piece[]}
 */
export function pieces(files) {
  const named = files.map(({ path, text }) => pieceOf(`./${basename(path)}`, text));
  const numbers = new Map(named.map(({ name }, i) => [name, i.toString(36)]));
  const shortened = (/** @type {string} */ text) =>
    text.replace(HASHED, (name) => numbers.get(name) ?? name);
  return named.map(({ name, needs, text }) => ({
    name: shortened(name),
    needs: needs.map(shortened),
    text: shortened(text),
  }));
}

/**
 * The pieces in two parts: those named with all that they need, and the others.
 * @param {readonly Piece[]} all @param {readonly string[]} names
 * @returns {[Piece[], Piece[]]}
 */
export function parted(all, names) {
  const first = new Set(names);
  // A set that grows while it is walked is walked to its end.
  for (const name of first)
    for (const need of all.find((piece) => piece.name === name)?.needs ?? []) first.add(need);
  return [all.filter(({ name }) => first.has(name)), all.filter(({ name }) => !first.has(name))];
}

/** As far as deflate looks back, less what the next piece itself is long. */
const WINDOW = 30_000;
/** How much the size of a piece counts against what it saves; tried out. */
const SIZE = 0.35;

/** @param {string} text */
const deflatedSize = (text) => deflateRawSync(text, { level: 6 }).length;

/**
 * The same pieces, each behind those that it is most like: deflate finds again what it has seen, but looks
 * back no further than 32 KB.
 * @param {readonly Piece[]} pieces @returns {Piece[]}
 */
export function alike(pieces) {
  if (IS_QUICK) return [...pieces];
  const sizes = new Map(pieces.map((piece) => [piece, deflatedSize(piece.text)]));
  const sizeOf = (/** @type {Piece} */ piece) => sizes.get(piece) ?? 0;
  const left = new Set(pieces);
  /** @type {Piece[]} */
  const order = [];
  let seen = '';
  while (left.size) {
    const before = deflatedSize(seen);
    /** Bytes saved here, for its size. @param {Piece} piece */
    const saved = (piece) =>
      order.length
        ? (sizeOf(piece) + before - deflatedSize(seen + piece.text)) / (sizeOf(piece) + 1) ** SIZE
        : sizeOf(piece); // the largest first
    const [next] = [...left]
      .map((piece) => /** @type {const} */ ([piece, saved(piece)]))
      .reduce((best, each) => (each[1] > best[1] ? each : best));
    left.delete(next);
    order.push(next);
    seen = (seen + next.text).slice(-WINDOW);
  }
  return order;
}
