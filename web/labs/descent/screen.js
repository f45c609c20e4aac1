// The descent lab: the half of its record that shows it.

import './view.js';
import styles from './descent.css' with { type: 'text' };
import { maker } from './making.js';
import { outputs, pointShown } from './outputs.js';

/** @type {import('../types.js').Screen<import('../../state/types.js').Experiment>} */
export const screen = {
  ...outputs,
  tag: 'lab-descent',
  point: pointShown,
  styles,
  maker,
  parts: ['controls', 'player', 'table', 'plots', 'runs', 'legend', 'share', 'worked'],
  locks: ['f', 'x0', 'runs', 'rule', 'steps', 'noise', 'precision'],
};
