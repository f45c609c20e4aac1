// The schedules lab: the descent lab's screen with another view.

import './view.js';
import { captionWith, plotWith } from '../descent/outputs.js';
import { screen as descent } from '../descent/screen.js';
import styles from './schedules.css' with { type: 'text' };
import { scheduleNames } from './words.js';

/** @type {import('../types.js').Screen<import('../../state/types.js').Experiment>} */
export const screen = {
  ...descent,
  tag: 'lab-schedules',
  styles,
  caption: captionWith(scheduleNames),
  plot: plotWith(scheduleNames),
  point: undefined,
};
