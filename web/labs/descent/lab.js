// The descent lab: the half of its record that links need.

import { defaultExperiment, keyOfObjective } from '../../state/experiment.js';
import { descentBase, descentKeys } from './keys.js';

/** The runs of an experiment as its cards. @param {import('../../state/types.js').WithRuns} experiment */
export const runCards = ({ runs }) =>
  runs.map(({ optimizer, hidden }) => ({ unit: optimizer, hidden }));

/** @type {import('../../state/types.js').Lab<import('../../state/types.js').Experiment>} */
export const descent = {
  key: 'descent',
  keys: descentKeys,
  initial: defaultExperiment,
  base: descentBase,
  cards: runCards,
  subject: keyOfObjective,
  steps: ({ steps }) => steps,
  screen: () => import('./screen.js'),
};
