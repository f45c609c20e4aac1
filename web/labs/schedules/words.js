// What the runs of the schedules lab are called.

import { runNames } from '../run-names.js';

/** By their schedules. @type {import('../run-names.js').Namer} */
export const scheduleNames = (experiment, core, i18n) =>
  runNames(experiment, core, i18n, 'schedule');
