// The first experiment of the schedules lab, the lecture's 2.1: a constant rate keeps jumping over the
// minimum, a decaying rate settles. A link without keys means this, in every version.

export const FIRST = Object.freeze({
  objective: 'wavy',
  start: [-1.5],
  lr: 0.2,
  steps: 60,
  schedules: ['constant', 'step', 'exponential'],
});
