// The derivative lab: the half of its record that links need.

import { keyOfObjective } from '../../state/experiment.js';
import { defaultDerivative, derivativeBase } from './experiment.js';
import { derivativeKeys } from './keys.js';

/** @type {import('../../state/types.js').Lab<import('./experiment.js').DerivativeExperiment>} */
export const derivative = {
  key: 'derivative',
  keys: derivativeKeys,
  initial: defaultDerivative,
  base: derivativeBase,
  cards: () => [],
  subject: keyOfObjective,
  steps: ({ steps }) => steps,
  screen: () => import('./screen.js'),
};
