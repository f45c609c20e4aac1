// The smoothing lab: the half of its record that links need.

import { defaultSmoothing, lengthOf } from './experiment.js';
import { smoothingBase, smoothingKeys } from './keys.js';

/** @type {import('../../state/types.js').Lab<import('./experiment.js').SmoothingExperiment>} */
export const smoothing = {
  key: 'smoothing',
  keys: smoothingKeys,
  initial: defaultSmoothing,
  base: smoothingBase,
  cards: ({ curves }) => curves.map(({ smoother, hidden }) => ({ unit: smoother, hidden })),
  subject: ({ series }) => ('kind' in series ? series.kind : 'own'),
  steps: lengthOf,
  screen: () => import('./screen.js'),
};
