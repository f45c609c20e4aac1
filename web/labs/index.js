// The labs, in the order of their tabs. To add a lab, add a folder and a line here.

import { derivative } from './derivative/lab.js';
import { descent } from './descent/lab.js';
import { sampling } from './sampling/lab.js';
import { schedules } from './schedules/lab.js';
import { smoothing } from './smoothing/lab.js';

export const LABS = Object.freeze([descent, smoothing, schedules, sampling, derivative]);
