// Formula → math: a tree of plain objects that is turned into MathML by the page and into plain text for the
// clipboard and for browsers without MathML. Operators know their strength, so parentheses stand only where
// they must.

/**
 * @typedef {import('../core/formula.js').Node} Node
 *
 * @typedef {object} MathNode a piece of math
 * @property {string} tag a MathML element
 * @property {string} [text] of a token
 * @property {MathNode[]} [children]
 * @property {Record<string, string>} [attributes]
 *
 * @typedef {object} Cell where a number comes from
 * @property {string} column @property {number} row of the step table
 * @property {string} kind of the column, for its colour
 *
 * @typedef {(name: string) => MathNode} Naming how a name is shown: its symbol, or its value
 */

const STRENGTH = /** @type {Record<string, number>} */ ({
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '==': 1,
  '!=': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 5,
  '^': 5,
});
const NEGATION = 3;
const ATOM = 6;
const SIGNS = /** @type {Record<string, string>} */ ({
  '-': '−',
  '*': '⋅',
  '<=': '≤',
  '>=': '≥',
  '==': '=',
  '!=': '≠',
});

/** @param {string} tag @param {string} text @returns {MathNode} */
const token = (tag, text) => ({ tag, text });
/** @param {string} tag @param {MathNode[]} children @returns {MathNode} */
const group = (tag, ...children) => ({ tag, children });

export const operator = (/** @type {string} */ text) => token('mo', text);
export const number = (/** @type {string} */ text) => token('mn', text);
/**
 * A number with the cell that it stands in.
 * @param {string} text @param {Cell|undefined} cell @returns {MathNode}
 */
export const cellNumber = (text, cell) => ({
  ...number(text),
  ...(cell && {
    attributes: { 'data-cell': `${cell.column} ${cell.row}`, 'data-kind': cell.kind },
  }),
});
export const word = (/** @type {string} */ text) => token('mtext', text);
export const row = (/** @type {MathNode[]} */ ...children) => group('mrow', ...children);

/**
 * A symbol, with an index below it ("t", "t−1", "12").
 * @param {import('./symbols.js').Symbol} symbol @param {MathNode} [index] @returns {MathNode}
 */
export function symbolMath({ base, below, over }, index) {
  const letter = token('mi', base);
  const head = over ? group('mover', letter, operator(over)) : letter;
  const under = below ? token(/^\d+$/.test(below) ? 'mn' : 'mi', below) : undefined;
  if (under && index) return group('msub', head, row(under, operator(','), index));
  return under || index ? group('msub', head, /** @type {MathNode} */ (under ?? index)) : head;
}

const BARS = { ...operator('‖'), attributes: { stretchy: 'false', lspace: '0', rspace: '0' } };

/** @param {Node} node */
const strengthOf = (node) => {
  if (typeof node === 'string' || node[0] === 'num') return ATOM;
  if (node[0] === '-' && node.length === 2) return NEGATION - 0.5;
  return STRENGTH[node[0]] ?? ATOM;
};

/**
 * @param {Node} node @param {Naming} naming
 * @returns {MathNode}
 */
export function mathOf(node, naming) {
  if (node === 'pi' || node === 'e') return token('mi', node === 'pi' ? 'π' : 'e');
  if (typeof node === 'string') return naming(node);
  const [head, ...rest] = node;
  if (head === 'num') return number(String(rest[0]).replace('-', '−'));
  if (head === '/') return group('mfrac', mathOf(rest[0], naming), mathOf(rest[1], naming));
  if (head === 'sqrt') return group('msqrt', mathOf(rest[0], naming));
  if (head === '^') return group('msup', raised(rest[0], naming), mathOf(rest[1], naming));
  if (head === 'abs') return row(operator('|'), mathOf(rest[0], naming), operator('|'));
  if (head === 'norm') return row(BARS, mathOf(rest[0], naming), BARS);
  if (head === 'floor') return row(operator('⌊'), mathOf(rest[0], naming), operator('⌋'));
  if (head === '-' && rest.length === 1) {
    return row(operator('−'), fenced(rest[0], NEGATION, naming));
  }
  if (Object.hasOwn(STRENGTH, head)) return infix(head, rest, naming);
  return call(head, rest, naming);
}

/** @param {string} head @param {Node[]} operands @param {Naming} naming */
function infix(head, [left, right], naming) {
  const strength = STRENGTH[head];
  const isTimes = head === '*';
  const isWeak = strengthOf(left) < (isTimes ? NEGATION - 0.5 : strength); // −x y needs no parentheses
  const leftMath = isWeak ? fence(mathOf(left, naming)) : mathOf(left, naming);
  const rightMath = fenced(right, head === '-' || isTimes ? strength + 0.5 : strength, naming);
  if (!isTimes) return row(leftMath, operator(SIGNS[head] ?? head), rightMath);
  const needsDot = startsWithDigit(rightMath) || isFencedNegative(rightMath);
  return row(leftMath, needsDot ? operator('⋅') : invisibleTimes(leftMath, rightMath), rightMath);
}

/**
 * Between two factors; beside a word it has the space that tells them apart.
 * @param {MathNode} left @param {MathNode} right @returns {MathNode}
 */
function invisibleTimes(left, right) {
  const isApart = isWord(left, -1) || isWord(right, 0);
  return { ...operator('⁢'), ...(isApart && { attributes: { lspace: '0.17em', rspace: '0' } }) };
}

/**
 * Whether math begins, or ends, with a word: sign, ln, a name of several letters; or with a ∂.
 * @param {MathNode} math @param {0|-1} end @returns {boolean}
 */
function isWord({ tag, text = '', children = [] }, end) {
  if (tag === 'mi') return text.length > 1 || text === '∂';
  const inner = children.at(tag === 'mrow' ? end : 0);
  return tag !== 'mfrac' && tag !== 'msqrt' && inner !== undefined && isWord(inner, end);
}

/** Whether two factors would run together without a dot. @param {MathNode} math @returns {boolean} */
function startsWithDigit({ tag, text, children }) {
  if (tag === 'mn') return true;
  if (tag === 'mo') return text === '−';
  return (
    tag !== 'mfrac' && tag !== 'msqrt' && children !== undefined && startsWithDigit(children[0])
  );
}

/**
 * Whether math is a negative number in parentheses, or a power of one.
 * @param {MathNode} math @returns {boolean}
 */
const isFencedNegative = ({ tag, children: [first, inner] = [] }) =>
  tag === 'msup'
    ? isFencedNegative(first)
    : first?.text === '(' && inner !== undefined && startsNegative(inner);

/**
 * The base of a power: an atom, or in parentheses. A negative number needs them too.
 * @param {Node} node @param {Naming} naming
 */
function raised(node, naming) {
  const math = mathOf(node, naming);
  const isAtom = strengthOf(node) === ATOM && !startsNegative(math);
  return isAtom ? math : fence(math);
}

/** @param {MathNode} math @returns {boolean} */
function startsNegative({ tag, text, children }) {
  if (tag === 'mn' || tag === 'mo') return text?.startsWith('−') ?? false;
  return tag === 'mrow' && children !== undefined && startsNegative(children[0]);
}

/**
 * In parentheses if it binds less than `strength`, or begins with a minus behind an operator.
 * @param {Node} node @param {number} strength @param {Naming} naming
 */
function fenced(node, strength, naming) {
  const math = mathOf(node, naming);
  const isWeak = strengthOf(node) < strength;
  return isWeak || startsNegative(math) ? fence(math) : math;
}

/** In parentheses, which grow with a fraction and with nothing else. */
export const fence = (/** @type {MathNode} */ math) => {
  const attributes = { stretchy: String(holdsFraction(math)) };
  return row({ ...operator('('), attributes }, math, { ...operator(')'), attributes });
};

/** @param {MathNode} math @returns {boolean} */
const holdsFraction = ({ tag, children = [] }) => tag === 'mfrac' || children.some(holdsFraction);

/** @param {string} name @param {Node[]} operands @param {Naming} naming */
function call(name, operands, naming) {
  const inner = operands.flatMap((operand, i) => {
    const math = mathOf(operand, naming);
    return i ? [operator(','), math] : [math];
  });
  return row(token('mi', name === 'log' ? 'ln' : name), operator('⁡'), fence(row(...inner)));
}

/** A number that each language writes with its decimal sign. */
const SAMPLE = 0.5;

/**
 * The same, the numbers that the formula was written with as a language writes them: 0,5.
 * @param {MathNode} math @param {(value: number) => string} format a number in that language
 * @returns {MathNode}
 */
export function inLanguage(math, format) {
  const [, point] = format(SAMPLE);
  const { tag, text, children } = math;
  return {
    ...math,
    ...(tag === 'mn' && { text: text?.replace('.', point) }),
    ...(children && { children: children.map((child) => inLanguage(child, format)) }),
  };
}

/** What stands over a letter, as it follows the letter in plain text. @type {Record<string, string>} */
const COMBINING = { '^': '\u0302', '~': '\u0303', '¯': '\u0304' };
/** How tokens read in plain text; others as they are. */
const SPOKEN = /** @type {Record<string, string>} */ ({ '⁢': ' ', '⁡': '', ',': ', ' });

/**
 * The same as plain text: "x_1 = x_0 − η f′(x_0)".
 * @param {MathNode} math
 * @returns {string}
 */
export function textOf({ tag, text, children = [] }) {
  if (text !== undefined) return /^[=+−<>≤≥≠⋅]$/.test(text) ? ` ${text} ` : (SPOKEN[text] ?? text);
  const parts = children.map(textOf);
  const isNegative = parts.length === 2 && parts[0] === ' − ' && !children[0].attributes?.form;
  if (tag === 'mrow' && isNegative) return `−${parts[1]}`;
  if (tag === 'mover') return `${parts[0]}${COMBINING[parts[1]] ?? '\u0302'}`;
  if (tag === 'mfrac') return parts.map(grouped).join('/');
  if (tag === 'msqrt') return `√(${parts.join('')})`;
  if (tag === 'msup') return `${parts[0]}^${grouped(parts[1])}`;
  if (tag === 'msub') return `${parts[0]}_${indexText(parts[1])}`;
  return parts.join('');
}

/** In parentheses, unless it is one number or one symbol with its index. @param {string} text */
const grouped = (text) => (/^[\p{L}\p{M}\d.]+(_(\w|\{.*?\}))?$/u.test(text) ? text : `(${text})`);

/** An index as TeX writes it: 1, {12}, {t−1}. @param {string} text */
function indexText(text) {
  const tight = text.replaceAll(' ', '');
  return tight.length > 1 ? `{${tight}}` : tight;
}
