// The optimizers of torch.optim that take the very same steps as one of the catalog. In a call, {key} stands
// for the value of a hyper, {key?} for whether it is above 0; the learning rate is set before every step.

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
