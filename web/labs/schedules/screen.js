// The schedules lab: the descent lab's screen with another view.

import './view.js';
import { screen as descent } from '../descent/screen.js';

/** @type {import('../screens.js').Screen} */
export const screen = { ...descent, point: undefined, tag: 'lab-schedules' };
