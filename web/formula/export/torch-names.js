// The optimizers of torch.optim that take the very same steps as one of the catalog. In a call, {key} stands
// for the value of a hyper, {key?} for whether it is above 0; the learning rate is set before every step.

import { decimal } from './print.js';

/** @typedef {Readonly<Record<string, number>>} Modifiers the numbers of those that are on, by key */

/** @type {ReadonlyMap<string, string>} */
export const TORCH_CALLS = new Map([
  ['sgd', 'SGD([{point}], lr=lr_at(0))'],
  ['momentum_torch', 'SGD([{point}], lr=lr_at(0), momentum={mu})'],
  ['nesterov', 'SGD([{point}], lr=lr_at(0), momentum={mu}, nesterov={mu?})'],
  [
    'adagrad_torch',
    'Adagrad([{point}], lr=lr_at(0), lr_decay={lr_decay}, initial_accumulator_value={s0}, eps={eps})',
  ],
  [
    'rmsprop_torch',
    'RMSprop([{point}], lr=lr_at(0), alpha={alpha}, eps={eps}, centered={centered?}, momentum={momentum})',
  ],
  ['adam', 'Adam([{point}], lr=lr_at(0), betas=({beta1}, {beta2}), eps={eps})'],
]);

/** The optimizers of torch.optim whose decay is decoupled, by those whose decay joins the gradient. */
const DECOUPLED = new Map([['Adam', 'AdamW']]);

/** @param {string} call */
const nameIn = (call) => call.slice(0, call.indexOf('('));

/**
 * The decay that an optimizer does by itself: one of the two at most, and only if the other is not asked for,
 * which would have changed its x.
 * @param {string} call @param {Modifiers} modifiers @returns {'l2'|'wd'|undefined}
 */
function ownDecay(call, { l2, wd }) {
  if (l2 !== undefined && wd === undefined) return 'l2';
  return l2 === undefined && wd !== undefined && DECOUPLED.has(nameIn(call)) ? 'wd' : undefined;
}

/**
 * A call with the weight decay that the optimizer does by itself.
 * @param {string} call @param {Modifiers} modifiers
 */
export function decayed(call, modifiers) {
  const own = ownDecay(call, modifiers);
  if (!own) return call;
  const name = own === 'wd' ? DECOUPLED.get(nameIn(call)) : nameIn(call);
  const rest = call.slice(call.indexOf('('), -1);
  return `${name}${rest}, weight_decay=${decimal(modifiers[own])})`;
}

/**
 * What is done before optimizer.step(): clipping, and a decay that the optimizer has not.
 * @param {string} call @param {string} state @param {Modifiers} modifiers
 */
export function modifyingLines(call, state, modifiers) {
  const own = ownDecay(call, modifiers);
  const { clip, clipvalue, l2, wd } = modifiers;
  const line = (
    /** @type {number|undefined} */ value,
    /** @type {string} */ before,
    after = ')',
  ) => (value === undefined ? [] : [`${before}${decimal(value)}${after}`]);
  const decay = [
    ...(own === 'l2' ? [] : line(l2, `    ${state}.grad.add_(${state}, alpha=`)),
    ...(own === 'wd' ? [] : line(wd, `    ${state}.mul_(1 - lr*`)),
  ];
  return [
    ...line(clip, `torch.nn.utils.clip_grad_norm_([${state}], `),
    ...line(clipvalue, `torch.nn.utils.clip_grad_value_([${state}], `),
    ...(decay.length ? ['with torch.no_grad():', ...decay] : []),
  ];
}
