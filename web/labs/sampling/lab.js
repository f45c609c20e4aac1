// The sampling lab: the half of its record that links need.

import { runCards } from '../descent/lab.js';
import { defaultSampling, stepsOf } from './experiment.js';
import { samplingBase, samplingKeys } from './keys.js';

/** @type {import('../../state/types.js').Lab<import('./experiment.js').SamplingExperiment>} */
export const sampling = {
  key: 'sampling',
  keys: samplingKeys,
  initial: defaultSampling,
  base: samplingBase,
  cards: runCards,
  subject: ({ data }) => ('key' in data ? data.key : 'own'),
  steps: stepsOf,
  screen: () => import('./screen.js'),
};
