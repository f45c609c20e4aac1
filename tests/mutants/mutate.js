// One small mutation of a line of C or JavaScript: a mistake that a programmer could make and a test should
// notice.

/**
 * @typedef {(line: string, random: () => number) => string|null} Breaker null: there is nothing it could
 *   break
 */

/**
 * Replaces one match, chosen at random.
 * @param {RegExp} pattern with the flag g
 * @param {(...groups: string[]) => string} by
 * @returns {Breaker}
 */
const oneOf = (pattern, by) => (line, random) => {
  const matches = [...line.matchAll(pattern)];
  if (!matches.length) return null;
  const match = matches[Math.floor(random() * matches.length)];
  return line.slice(0, match.index) + by(...match) + line.slice(match.index + match[0].length);
};

const OTHER = /** @type {Record<string, string>} */ ({
  ...{ '<': '<=', '<=': '<', '>': '>=', '>=': '>', '==': '!=', '!=': '==' },
  ...{ '===': '!==', '!==': '===', '&&': '||', '||': '&&' },
  ...{ '+': '-', '-': '+', '*': '/', '/': '*', '+=': '-=', '-=': '+=', '*=': '/=' },
});

/** Every way to break a line. @type {Record<string, Breaker>} */
export const BREAKERS = {
  operator: oneOf(/ (===|!==|[<>=!]=|[-+*]=|&&|\|\||[-+*/<>]) /g, (_, sign) => ` ${OTHER[sign]} `),
  'off by one': oneOf(/(?<![\w.'"#-])(\d+)(?![\w.'"])/g, (_, digits) => `${Number(digits) + 1}`),
  constant: oneOf(/(?<![\w.])(\d+\.\d+|\d+e-?\d+)(?![\w.])/g, (_, digits) => `(${digits} * 1.25)`),
  negation: oneOf(/(?<=[(\s])!(?=[\w(])/g, () => ''),
  'other way': oneOf(/ \? ([^?:]+) : ([^?:;,]+?)(?=[;,)\]])/g, (_, yes, no) => ` ? ${no} : ${yes}`),
  arguments: oneOf(/(?<=\w)\(([\w.[\]]+), ([\w.[\]]+)(?=[,)])/g, (_, a, b) => `(${b}, ${a}`),
  dropped: (line) => (/^\s+[\w.>[\]*-]+ ?([-+*/|]?= |\(|\+\+;).*;$/.test(line) ? ';' : null),
};

/** Whether a line is code that runs, not a comment, an import or a type. @param {string} line */
export const isCode = (line) =>
  !/^\s*(\/\/|\/\*|\*|#|import|export \{|extern|typedef|\}|$)|@(type|param|returns)|^\s*(\/\*|"|')/.test(
    line,
  );

/**
 * The lines of a text that are code: comments of several lines are left out.
 * @param {string} text
 * @returns {number[]}
 */
export function codeLines(text) {
  let isComment = false;
  return text.split('\n').flatMap((line, i) => {
    const wasComment = isComment;
    if (/\/\*(?!.*\*\/)/.test(line)) isComment = true;
    if (/\*\//.test(line)) isComment = false;
    return wasComment || isComment || !isCode(line) ? [] : i;
  });
}

/**
 * Breaks one line of a text in one way.
 * @param {string} text @param {() => number} random numbers in [0, 1)
 * @returns {{ text: string, at: number, how: string, before: string, after: string } | null} null: none of
 *   its lines can be
 */
export function mutate(text, random) {
  const lines = text.split('\n');
  const places = codeLines(text);
  for (let tries = 0; places.length && tries < 50; tries++) {
    const at = places[Math.floor(random() * places.length)];
    const names = Object.keys(BREAKERS);
    const how = names[Math.floor(random() * names.length)];
    const [code, ...comment] = lines[at].split(/(?=\s*(?:\/\/|\/\*))/);
    const after = BREAKERS[how](code, random);
    if (after === null || after === code) continue;
    const broken = lines.with(at, after + comment.join(''));
    return { text: broken.join('\n'), at: at + 1, how, before: code.trim(), after: after.trim() };
  }
  return null;
}

/** Numbers in [0, 1) that a seed decides: SplitMix32. @param {number} seed */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
}
