// The smoothing lab: the half of its record that shows it.

import './view.js';
import { outputs } from './outputs.js';
import styles from './smoothing.css' with { type: 'text' };

/** @type {import('../types.js').Screen<import('./experiment.js').SmoothingExperiment>} */
export const screen = {
  ...outputs,
  tag: 'lab-smoothing',
  styles,
  parts: ['controls', 'player', 'table', 'plots', 'runs', 'legend', 'share', 'worked'],
  locks: ['f', 'runs'],
};
