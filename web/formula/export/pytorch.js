// A run as a PyTorch program: torch.optim where it has that optimizer, else the rule itself; automatic
// differentiation where it takes the lab's side at every kink, else the gradient itself.

import { headLines } from './comment.js';
import { heading } from './plan.js';
import { decimal } from './print.js';
import * as python from './python.js';
import { decayed, modifyingLines, TORCH_CALLS } from './torch-names.js';

/** @typedef {import('./plan.js').Plan} Plan */

const OWN_NAMES = {
  min: 'torch.minimum',
  max: 'torch.maximum',
  sign: 'sign',
  chain: 'chain',
  norm: 'norm',
};
/** @type {(dim: 1|2) => Record<string, string[]>} */
const helpersFor = (dim) => ({
  norm: [
    'def norm(v):',
    `    return ${dim === 1 ? 'torch.abs(v)' : 'torch.sqrt(torch.sum(v**2))'}`,
  ],
  sign: [
    'def sign(z):',
    '    one = torch.tensor(1.0)',
    '    return torch.where(z > 0, one, torch.where(z < 0, -one, z))',
  ],
  chain: ['def chain(u, v):', '    return torch.where(u == 0, torch.tensor(0.0), u*v)'],
});

/** @type {python.Library} */
const torch = {
  dialect: python.pythonDialect('torch', OWN_NAMES, {
    to: (text, value) => `torch.tensor(${value === undefined ? `float(${text})` : decimal(value)})`,
    condition: (text) => `torch.tensor(${text})`,
    always: true,
  }),
  array: (numbers) => `torch.tensor([${numbers}])`,
  scalar: (number) => `torch.tensor(${number})`,
  zeros: 'torch.zeros(2)',
  point: (number) => `torch.full((2,), float(${number}))`,
  rate: (expression) => `float(${expression})`,
};

/** The call of torch.optim; undefined without one, or for hypers that change. @param {Plan} plan */
function callOf({ optimizer, values, modifiers, changes, state }) {
  if (changes.length) return undefined;
  const call = TORCH_CALLS.get(optimizer)?.replace(/\{(\w+)(\??)\}/g, (_, key, asks) => {
    if (key === 'point') return state;
    if (asks) return values[key] > 0 ? 'True' : 'False';
    return decimal(values[key]);
  });
  return call && decayed(call, modifiers);
}

/** @param {Plan} plan */
function gradientLines(plan) {
  const { state } = plan;
  const taken = plan.moves ? `${state}, t` : state;
  if (!plan.isSimple)
    return [
      '# Written out as the lab computes it: automatic differentiation may take another side at a kink, ' +
        'or round otherwise',
      ...python.gradientLines(plan, torch, 'torch.stack'),
    ];
  if (plan.isConstant) return python.gradientLines(plan, torch, 'torch.stack');
  return [
    '# The gradient, by automatic differentiation',
    `def grad(${taken}):`,
    `    ${state} = ${state}.detach().requires_grad_()`,
    `    return torch.autograd.grad(f(${taken}), ${state})[0]`,
  ];
}

/** A run by the rule, line by line. @param {Plan} plan */
function writtenOut(plan) {
  const { state, slots } = plan;
  const seen = python.pointSeen(plan);
  const held = slots.map(({ name }) => `, ${name}`).join('');
  return {
    setUp: [
      ...python.constantLines(plan.hypers, torch),
      `${state} = ${python.pointText(plan.start, torch)}`,
      ...python.slotLines(plan, torch),
    ],
    update: ['lr = lr_at(t - 1)', ...python.ruleLines(plan, torch)],
    look: [`g = grad(${seen})`, `row = torch.hstack([${state}, f(${seen}), g, torch.tensor(lr)])`],
    finite: held ? `torch.hstack([row[:-1]${held}]).isfinite().all()` : 'row[:-1].isfinite().all()',
  };
}

/** A run by torch.optim. @param {Plan} plan */
function called(plan) {
  const { state, modifiers, isSimple, isConstant } = plan;
  const seen = python.pointSeen(plan);
  const start = python.pointText(plan.start, torch).replace(/\)$/, ', requires_grad=True)');
  const differentiate =
    !isSimple || isConstant
      ? `${state}.grad = grad(${seen.replace(state, `${state}.detach()`)})`
      : 'loss.backward()';
  return {
    setUp: [`${state} = ${start}`],
    update: [
      'lr = lr_at(t - 1)',
      'optimizer.param_groups[0]["lr"] = lr',
      ...modifyingLines(TORCH_CALLS.get(plan.optimizer) ?? '', state, modifiers),
      'optimizer.step()',
    ],
    look: [
      'optimizer.zero_grad()',
      `loss = f(${seen})`,
      differentiate,
      `row = torch.hstack([${state}.detach(), loss.detach(), ${state}.grad, torch.tensor(lr)])`,
    ],
    finite: 'row[:-1].isfinite().all()',
  };
}

/** @param {Plan} plan @param {string} link */
export function writePytorch(plan, link) {
  const call = callOf(plan);
  const { setUp, ...loop } = call ? called(plan) : writtenOut(plan);
  const needsGradient = !call || !plan.isSimple || plan.isConstant;
  const more = call ? plan.rule : []; // the program does not show it
  const head = headLines(plan, { mark: '#', language: 'PyTorch', link, more });
  const functions = [
    python.functionLines(plan, torch),
    needsGradient ? gradientLines(plan) : [],
    python.rateLines(plan, torch),
  ];
  return python.joined([
    python.openingLines(plan, torch, head, [
      'import torch',
      '',
      'torch.set_default_dtype(torch.float64)',
    ]),
    ...python.helperLines(helpersFor(plan.dim), [...functions, loop.update]),
    ...functions,
    [
      ...setUp,
      'lr = float("nan")',
      ...(call ? [`optimizer = torch.optim.${call}`] : []),
      `steps = ${plan.steps}`,
      '',
      `print("${heading(plan.dim)}")`,
      ...python.loopLines({ ...loop, row: 'row.tolist()' }),
    ],
  ]);
}
