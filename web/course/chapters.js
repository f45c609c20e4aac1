// The course: its chapters in order.

import { adagrad } from './chapters/adagrad.js';
import { adam } from './chapters/adam.js';
import { averages } from './chapters/averages.js';
import { beyond } from './chapters/beyond.js';
import { curvature } from './chapters/curvature.js';
import { decay } from './chapters/decay.js';
import { exercise } from './chapters/exercise.js';
import { loss } from './chapters/loss.js';
import { momentum } from './chapters/momentum.js';
import { plane } from './chapters/plane.js';
import { questions } from './chapters/questions.js';
import { rate } from './chapters/rate.js';
import { rmsprop } from './chapters/rmsprop.js';
import { samples } from './chapters/samples.js';
import { slope } from './chapters/slope.js';
import { step } from './chapters/step.js';
import { traps } from './chapters/traps.js';
import { which } from './chapters/which.js';

/** @type {readonly import('./types.js').Chapter[]} */
export const CHAPTERS = [
  ...[loss, slope, step, rate, curvature, plane, traps, samples, decay],
  ...[adagrad, averages, rmsprop, momentum, adam, exercise, which, beyond, questions],
];
