// What the exported NumPy and PyTorch programs have in common.

import { createPrinter, decimal } from './print.js';

/**
 * @typedef {import('./plan.js').Plan} Plan
 *
 * @typedef {object} Library
 * @property {import('./print.js').Dialect} dialect
 * @property {(numbers: string) => string} array @property {(number: string) => string} scalar
 * @property {string} zeros @property {(number: string) => string} point the number in both coordinates
 * @property {(expression: string) => string} rate what lr_at returns
 */

/**
 * @param {string} library "np" @param {Record<string, string>} names functions it calls otherwise
 * @param {import('./print.js').Lift} lift @returns {import('./print.js').Dialect}
 */
export const pythonDialect = (library, names, lift) => ({
  number: String,
  constants: { pi: `${library}.pi`, e: `${library}.e` },
  call: (name) => names[name] ?? `${library}.${name}`,
  where: (condition, u, v) => `${library}.where(${condition}, ${u}, ${v})`,
  power: null,
  lift,
});

/** a, b = np.array([1.0, 100.0]) @param {import('./plan.js').Constants} constants @param {Library} library */
export function constantLines(constants, { array, scalar }) {
  if (constants.length === 0) return [];
  const names = constants.map(([name]) => name).join(', ');
  const values = constants.map(([, value]) => decimal(value)).join(', ');
  return [`${names} = ${constants.length === 1 ? scalar(values) : array(values)}`];
}

/** A point as the library holds it. @param {readonly number[]} point @param {Library} library */
export const pointText = (point, { array, scalar }) =>
  (point.length === 1 ? scalar : array)(point.map(decimal).join(', '));

/** @param {string} name @param {Plan} plan @param {string[]} body */
const ofPoint = (name, { dim, state, moves }, body) => [
  `def ${name}(${state}${moves ? ', t' : ''}):`,
  ...[...(dim === 2 ? [`x, y = ${state}`] : []), ...body].map((line) => `    ${line}`),
];

/** What f and its gradient are called with after step t: the next step looks. @param {Plan} plan */
export const pointSeen = ({ state, moves }) => (moves ? `${state}, t + 1` : state);

/** @param {Plan} plan @param {Library} library */
export const functionLines = (plan, { dialect }) =>
  ofPoint('f', plan, [`return ${createPrinter(dialect, ['t']).lifted(plan.f)}`]);

/**
 * The gradient, written out.
 * @param {Plan} plan @param {Library} library @param {string} stack what makes a vector of its components
 */
export function gradientLines(plan, library, stack) {
  const { lifted } = createPrinter(library.dialect, ['t']);
  const { lines, roots } = plan.gradient;
  const parts = roots.map(lifted);
  const vector = [`return ${stack}([`, ...parts.map((part) => `    ${part},`), '])'];
  return ofPoint('grad', plan, [
    ...lines.map(({ name, expr }) => `${name} = ${lifted(expr)}`),
    ...(parts.length === 1 ? [`return ${parts[0]}`] : vector),
  ]);
}

/** @param {Plan} plan @param {Library} library */
export function rateLines({ rate: { name, expr, constants, cuts, bases } }, library) {
  const isConstant = expr === 'lr0';
  const value = library.rate(createPrinter(library.dialect, ['s', 'steps']).text(expr));
  return [
    `# The learning rate after s steps: ${name}`,
    'def lr_at(s):',
    ...(isConstant ? [] : constantLines(constants, library).map((line) => `    ${line}`)),
    ...bases.map(([s, rate]) => `    if s >= ${s}: lr0 = ${library.scalar(decimal(rate))}`),
    ...cuts.map(([s, rate]) => `    if s >= ${s}: return ${decimal(rate)}`),
    `    return ${isConstant ? decimal(constants[0][1]) : value}`,
  ];
}

/** What is done in a step. @param {Plan} plan @param {Library} library */
export function ruleLines({ lines, state, dim, changes }, { dialect, point, scalar }) {
  const { lifted } = createPrinter(dialect, ['t', 'lr']);
  const changed = changes.flatMap(({ from, constants }) => [
    `if t == ${from}:`,
    ...constants.map(([name, value]) => `    ${name} = ${scalar(decimal(value))}`),
  ]);
  const rule = lines.map(({ name, expr, isUniform }) => {
    const text = lifted(expr);
    return `${name} = ${isUniform && dim === 2 && name === state ? point(text) : text}`;
  });
  return [...changed, ...rule];
}

/**
 * The functions of ours that a program calls.
 * @param {Record<string, string[]>} helpers by name @param {string[][]} parts of the program
 */
export const helperLines = (helpers, parts) =>
  Object.entries(helpers)
    .filter(([name]) => parts.flat().some((line) => new RegExp(`(?<![.\\w])${name}\\(`).test(line)))
    .map(([, lines]) => lines);

/** What the rule remembers. @param {Plan} plan @param {Library} library */
export const slotLines = ({ slots, dim, state }, { scalar, zeros, point }) =>
  slots.map(({ name, init }) => {
    if (typeof init === 'object') return `${name} = ${state}`;
    const number = typeof init === 'string' ? init : decimal(init);
    if (dim === 1) return `${name} = ${typeof init === 'string' ? init : scalar(number)}`;
    return `${name} = ${init === 0 ? zeros : point(number)}`;
  });

/**
 * What a program begins with.
 * @param {Plan} plan @param {Library} library @param {string[]} head @param {string[]} imports
 */
export function openingLines({ params }, library, head, imports) {
  const constants = constantLines(params, library);
  return [...head, '', ...imports, ...(constants.length ? ['', ...constants] : [])];
}

/** The program's parts, two empty lines around each function. @param {string[][]} parts */
export const joined = (parts) =>
  `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n\n')}\n`;

/** What every step does. @param {{ update: string[], look: string[], row: string, finite: string }} loop */
export const loopLines = ({ update, look, row, finite }) => [
  'for t in range(steps + 1):',
  '    if t > 0:',
  ...update.map((line) => `        ${line}`),
  ...look.map((line) => `    ${line}`),
  `    print(t, *(f"{value:.17g}" for value in ${row}), sep=",")`,
  `    if not ${finite}:`,
  '        break',
];
