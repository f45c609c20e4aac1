// What the schedules lab opens with, the lecture's 2.1: a constant rate hops over the minimum for ever, with
// a decay it settles. What a link that says nothing means, for ever.

export const FIRST = Object.freeze({
  objective: 'wavy',
  start: [-1.5],
  lr: 0.2,
  steps: 60,
  schedules: ['constant', 'step', 'exponential'],
});
