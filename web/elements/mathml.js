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
