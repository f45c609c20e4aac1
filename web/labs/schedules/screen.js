// The schedules lab: the descent lab's screen with another view.

import './view.js';
import { captionWith } from '../descent/outputs.js';
import { screen as descent } from '../descent/screen.js';
import { scheduleName } from './words.js';

/** @type {import('../screens.js').Screen} */
export const screen = {
  ...descent,
  tag: 'lab-schedules',
  caption: captionWith(scheduleName),
  point: undefined,
};
