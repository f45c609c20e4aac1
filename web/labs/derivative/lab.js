// The derivative lab: the half of its record that links need.

import { defaultDerivative, derivativeBase } from './experiment.js';
import { derivativeKeys } from './keys.js';

/** @type {import('../../state/labs.js').Lab} */
export const derivative = {
  key: 'derivative',
  keys: derivativeKeys,
  initial: defaultDerivative,
  base: derivativeBase,
  cards: () => [],
  subject: ({ objective }) => objective.key ?? 'own',
  steps: ({ steps }) => steps,
  screen: () => import('./screen.js'),
};
