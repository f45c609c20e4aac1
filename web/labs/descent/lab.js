// The descent lab: the half of its record that links need.

import { defaultExperiment } from '../../state/experiment.js';
import { descentBase, descentKeys } from './keys.js';

/** The runs of an experiment as its cards. @param {{ runs: readonly import('../../state/experiment.js').ExperimentRun[] }} experiment */
export const runCards = ({ runs }) =>
  runs.map(({ optimizer, hidden }) => ({ unit: optimizer, hidden }));

/** @type {import('../../state/labs.js').Lab} */
export const descent = {
  key: 'descent',
  keys: descentKeys,
  initial: defaultExperiment,
  base: descentBase,
  cards: runCards,
  subject: ({ objective }) => objective.key ?? 'own',
  steps: ({ steps }) => steps,
  screen: () => import('./screen.js'),
};
