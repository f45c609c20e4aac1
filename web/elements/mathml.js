// Math as native MathML. Built node by node: nothing a user typed is ever parsed as markup.

import { textOf } from '../formula/math.js';

const SPACE = 'http://www.w3.org/1998/Math/MathML';

/** @param {import('../formula/math.js').Math} math @returns {Element} */
function elementOf({ tag, text, children = [], attributes = {} }) {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  else element.append(...children.map(elementOf));
  return element;
}

/**
 * A line of equalities, a = b = c, as one element for each: a narrow page breaks the line before an "=".
 * @param {import('../formula/math.js').Math} line
 */
export function mathLine(line) {
  /** @type {import('../formula/math.js').Math[][]} */
  const parts = [[]];
  let equals = 0;
  for (const child of line.children ?? [line]) {
    const isEquals = child.tag === 'mo' && child.text === '=';
    if (isEquals && equals++ > 0) parts.push([]);
    parts[parts.length - 1].push(child);
  }
  return parts.map((children) => mathElement({ tag: 'mrow', children }));
}

/**
 * @param {import('../formula/math.js').Math} math
 * @param {'inline'|'block'} [display]
 */
export function mathElement(math, display = 'inline') {
  const root = document.createElementNS(SPACE, 'math');
  root.setAttribute('display', display);
  root.setAttribute('alttext', textOf(math));
  root.append(elementOf(math));
  return root;
}
