// The sampling lab: the half of its record that shows it.

import './view.js';
import { outputs } from './outputs.js';
import styles from './sampling.css' with { type: 'text' };

/** @type {import('../types.js').Screen<import('./experiment.js').SamplingExperiment>} */
export const screen = {
  ...outputs,
  tag: 'lab-sampling',
  styles,
  parts: ['controls', 'player', 'table', 'plots', 'runs', 'legend', 'share', 'worked'],
  locks: ['f', 'x0', 'runs', 'rule', 'steps', 'noise'],
};
