// The schedules lab: the descent lab's record, with another first experiment and another screen.

import { descent } from '../descent/lab.js';
import { defaultSchedules, schedulesBase } from './experiment.js';

/** @type {import('../../state/labs.js').Lab} */
export const schedules = {
  ...descent,
  key: 'schedules',
  initial: defaultSchedules,
  base: schedulesBase,
  screen: () => import('./screen.js'),
};
