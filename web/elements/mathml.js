// Math as native MathML. Built node by node: nothing a user typed is ever parsed as markup.

import { html } from 'lit';
import { textOf } from '../formula/math.js';

const SPACE = 'http://www.w3.org/1998/Math/MathML';

/** @param {import('../formula/math.js').MathNode} math @returns {Element} */
function elementOf({ tag, text, children = [], attributes = {} }) {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  else element.append(...children.map(elementOf));
  return element;
}

/** @typedef {import('../formula/math.js').MathNode} MathNode */

/**
 * An operator at the start of a line keeps the spacing of one between two operands.
 * @param {MathNode} sign @returns {MathNode}
 */
const infix = (sign) => ({ ...sign, attributes: { ...sign.attributes, form: 'infix' } });

/** A sum as its terms, each with the sign before it. @param {MathNode} math @returns {MathNode[][]} */
function termsOf(math) {
  const [first, ...rest] = math.tag === 'mrow' ? (math.children ?? []) : [];
  const signs = rest.filter((_, i) => i % 2 === 0);
  const isSum = signs.length > 0 && signs.every(({ text }) => text === '+' || text === '−');
  if (!isSum || rest.length % 2) return [[math]];
  return [...termsOf(first), ...signs.map((sign, i) => [infix(sign), rest[2 * i + 1]])];
}

/**
 * A line of equalities, a = b + c = d: one box for each side, with an element for each term. A narrow page
 * breaks the line before an "=" and, where a side is too long, before a sign of its sum. Words follow.
 * @param {MathNode} line
 */
export function mathLine(line) {
  /** @type {MathNode[][][]} equalities of terms */
  const parts = [[[]]];
  let equals = 0;
  const words = (line.children ?? []).filter(({ tag }) => tag === 'words');
  for (const child of line.children ?? [line]) {
    if (words.includes(child)) continue;
    const isEquals = child.tag === 'mo' && child.text === '=';
    if (isEquals && equals++ > 0) parts.push([[]]);
    const terms = parts[parts.length - 1];
    const [first, ...rest] = equals > 0 && !isEquals ? termsOf(child) : [[child]];
    terms[terms.length - 1].push(...first);
    terms.push(...rest);
  }
  const sides = parts.map(
    (terms) =>
      html`<span class="part">${terms.map((children) => mathElement({ tag: 'mrow', children }))}</span>`,
  );
  return [...sides, ...words.map(({ text }) => html` <span class="soft">${text}</span>`)];
}

/**
 * @param {import('../formula/math.js').MathNode} math
 * @param {'inline'|'block'} [display]
 */
export function mathElement(math, display = 'inline') {
  const root = document.createElementNS(SPACE, 'math');
  root.setAttribute('display', display);
  root.setAttribute('alttext', textOf(math));
  root.append(elementOf(math));
  return root;
}
