// A run as a NumPy program.

import { headLines } from './comment.js';
import { heading } from './plan.js';
import * as python from './python.js';

/** @type {(dim: 1|2) => Record<string, string[]>} */
const helpersFor = (dim) => ({
  norm: ['def norm(v):', `    return ${dim === 1 ? 'np.abs(v)' : 'np.sqrt(np.sum(v**2))'}`],
  sigmoid: ['def sigmoid(z):', '    return 1/(1 + np.exp(-z))'],
  chain: ['def chain(u, v):', '    return np.where(u == 0, 0.0, u*v)'],
});
const OWN_NAMES = {
  norm: 'norm',
  asin: 'np.arcsin',
  acos: 'np.arccos',
  atan: 'np.arctan',
  min: 'np.minimum',
  max: 'np.maximum',
  sigmoid: 'sigmoid',
  chain: 'chain',
};

/** @type {python.Library} */
const numpy = {
  dialect: python.pythonDialect('np', OWN_NAMES, {
    to: (text) => `np.float64(${text})`,
    condition: (text) => text,
    always: false,
  }),
  array: (numbers) => `np.array([${numbers}])`,
  scalar: (number) => `np.float64(${number})`,
  zeros: 'np.zeros(2)',
  point: (number) => `np.full(2, ${number})`,
  rate: (expression) => expression,
};

/** @param {import('./plan.js').Plan} plan @param {string} link */
export function writeNumpy(plan, link) {
  const { dim, state, slots } = plan;
  const seen = python.pointSeen(plan);
  const held = slots.map(({ name }) => `, ${name}`).join('');
  const functions = [
    python.functionLines(plan, numpy),
    python.gradientLines(plan, numpy, 'np.array'),
    python.rateLines(plan, numpy),
  ];
  const run = [
    ...python.constantLines(plan.hypers, numpy),
    `${state} = ${python.pointText(plan.start, numpy)}`,
    ...python.slotLines(plan, numpy),
    'lr = np.nan',
    `steps = ${plan.steps}`,
    '',
    `print("${heading(dim)}")`,
    ...python.loopLines({
      update: ['lr = lr_at(t - 1)', ...python.ruleLines(plan, numpy)],
      look: [`g = grad(${seen})`, `row = np.hstack([${state}, f(${seen}), g, lr])`],
      row: 'row',
      finite: `np.isfinite(${held ? `np.hstack([row[:-1]${held}])` : 'row[:-1]'}).all()`,
    }),
  ];
  return python.joined([
    python.openingLines(plan, numpy, headLines(plan, { mark: '#', language: 'NumPy', link }), [
      'import numpy as np',
      '',
      'np.seterr(all="ignore")  # infinity and NaN are results here, not warnings',
    ]),
    ...python.helperLines(helpersFor(dim), [...functions, run]),
    ...functions,
    run,
  ]);
}
