// The derivative lab: the half of its record that shows it.

import './view.js';
import styles from './derivative.css' with { type: 'text' };
import { outputs } from './outputs.js';

/** @type {import('../types.js').Screen<import('./experiment.js').DerivativeExperiment>} */
export const screen = {
  ...outputs,
  tag: 'lab-derivative',
  styles,
  parts: ['controls', 'player', 'table', 'plots', 'share', 'worked'],
  locks: ['f', 'x0'],
};
