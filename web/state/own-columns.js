// What the columns of somebody's own table are: by their headings, as people write them, else by their
// numbers.

import { AXES as OF_LINE } from '../core/sample.js';

/**
 * @typedef {import('../core/types.js').Column['kind'] | 'average' | 'value'} Kind a run's, or an average's
 * @typedef {Omit<import('../core/types.js').Column, 'kind'> & Own} RunColumn
 * @typedef {{ kind: Kind, also?: string[] }} Own also: what people call it besides
 * @typedef {import('./table/read-table.js').Column} Column
 * @typedef {{ dim: 1|2, layout: readonly RunColumn[], columns: Record<string, ArrayLike<number>> }} Run
 */

/** The column that counts the steps. */
export const STEP = 't';
const STEPS = /^(?:t|k|n|i|#|no\.?|step\w*|iter\w*|epoch\w*|index|stt|bước|lần)$/u;
/** What coordinates are called, the first and the second. */
const AXES = [
  ['x', 'x1', 'w1', 'w', 'θ1', 'θ', 'u'],
  ['y', 'x2', 'w2', 'θ2'],
];
/** What those of a fitted line, w x + b, are called besides. */
const LINE = [
  ['w1', 'θ1', 'weight'],
  ['w0', 'θ0', 'bias', 'intercept'],
];
const VALUES = ['f', 'loss', 'cost', 'l', 'j', 'value'];
const SLOPES = [
  'g',
  'grad',
  'gradient',
  "f'",
  'df',
  'df/dx',
  '∇f',
  'slope',
  'derivative',
  'đạohàm',
];
const AVERAGES = ['v', 'ema', 'ewma', 'ma', 'average', 'avg', 'mean', 'tb', 'trungbình'];
const SERIES = ['s', 'x', 'θ', 'value', 'data', 'series', 'giátrị'];
const GREEK = /** @type {const} */ ([
  ['theta', 'θ'],
  ['eta', 'η'],
  ['α', 'η'],
  ['nabla', '∇'],
]);

/** A heading without what is only typography: x_t, $x_{t}$, X(t), f′(x). @param {string} heading */
function plain(heading) {
  const text = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[′’`]/g, "'")
    .replace(/[\s_{}$\\^*]/g, '');
  const spelled = GREEK.reduce((name, [from, to]) => name.replaceAll(from, to), text);
  return spelled.replace(/\((?:t|k|n|x|x,y|w1,w2|x1,x2|w|θ)\)/g, '').replace(/(?<=.)[tk]$/, '');
}

/** What a column of a run may be called. @param {RunColumn} column @param {1|2} dim */
function namesOf({ name, kind, slot, axis, symbol, also }, dim) {
  const ofLine = OF_LINE.indexOf(`${axis}`);
  const place = axis === 'y' || ofLine === 1 ? 1 : 0;
  const plane = AXES[place].filter((word) => word !== 'w' && word !== 'θ');
  const axes = dim === 1 ? AXES[0] : ofLine < 0 ? plane : [`${axis}`, ...LINE[ofLine]];
  const on = (/** @type {string[]} */ words) => [
    ...words.flatMap((word) => [...axes.map((at) => word + at), word + (place + 1)]),
    ...(dim === 1 || axis === null ? words : []),
  ];
  /** @type {Partial<Record<Kind, string[]>>} */
  const known = {
    coordinate: axes,
    f: [...VALUES, ...(dim === 1 ? ['y'] : ['z'])],
    gradient: [...on(SLOPES), ...axes.flatMap((at) => [`df/d${at}`, `∂f/∂${at}`, `f'${at}`])],
    norm: ['|g|', '||g||', '|∇f|', '‖g‖'],
    rate: ['η', 'lr', 'learningrate'],
    slot: on([slot ?? '', symbol ?? ''].filter(Boolean)),
    average: [symbol ?? '', ...(also ?? []), ...AVERAGES],
    value: SERIES,
    update: axes.flatMap((at) => [`Δ${at}`, `δ${at}`, `delta${at}`]),
  };
  return [name, ...(known[kind] ?? [])].map(plain);
}

/** @param {string} heading @param {Run} run @returns {string} "" for none */
function byHeading(heading, { layout, dim }) {
  const name = plain(heading);
  if (STEPS.test(heading.trim().toLowerCase())) return STEP;
  const exact = layout.find((column) => plain(column.name) === name);
  return (exact ?? layout.find((column) => namesOf(column, dim).includes(name)))?.name ?? '';
}

/** The share of numbers that a column has near those of a run's, at best a row earlier or later. */
const NEAR = 0.02;

/** @param {Column} column @param {ArrayLike<number>} values */
function likeness({ cells }, values) {
  const near = (/** @type {number} */ from) =>
    cells.filter(({ value }, i) => {
      const wanted = values[i + from];
      return Math.abs(value - wanted) <= NEAR * Math.abs(wanted) + 1e-12;
    }).length / cells.length;
  return Math.max(near(0), near(1));
}

/** Whether a column is 0, 1, 2, … or 1, 2, 3, … @param {Column} column */
const isCounter = ({ cells: [first, ...others] }) =>
  others.length > 1 &&
  (first.value === 0 || first.value === 1) &&
  others.every(({ value }, i) => value === first.value + i + 1);

/** Which columns come first where neither headings nor numbers tell. @type {Kind[]} */
const ORDER = ['coordinate', 'gradient', 'average', 'slot', 'f', 'value'];

/**
 * What each column of a table is: a run's column, STEP, or "" for none.
 * @param {readonly Column[]} columns @param {Run} run
 * @returns {string[]}
 */
export function recognise(columns, run) {
  const found = columns.map((column) => {
    if (column.name) return byHeading(column.name, run);
    return column.isIndex || isCounter(column) ? STEP : '';
  });
  const picks = found.map((name, i) => (found.indexOf(name) === i ? name : ''));
  if (picks.some((name) => name !== '' && name !== STEP)) return picks;
  const order = ORDER.flatMap((kind) => run.layout.filter((column) => column.kind === kind));
  const free = order.map(({ name }) => name);
  const open = picks.flatMap((name, i) => (name === '' ? i : []));
  const likely = open
    .flatMap((i) =>
      free.map((name) => ({ i, name, like: likeness(columns[i], run.columns[name]) })),
    )
    .filter(({ like }) => like >= 0.5)
    .sort((a, b) => b.like - a.like);
  const take = (/** @type {number} */ i, /** @type {string} */ name) => {
    if (picks[i] !== '' || picks.includes(name)) return;
    picks[i] = name;
  };
  for (const { i, name } of likely) take(i, name);
  for (const i of open) {
    const name = free.find((each) => !picks.includes(each));
    if (name) take(i, name);
  }
  return picks;
}
