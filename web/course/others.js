// Ready-made chapters after other texts on optimizers: their facts and figures, words of our own.

import { CHAPTERS } from './chapters.js';
import { d2l } from './others/d2l.js';
import { goh } from './others/goh.js';
import { kingma } from './others/kingma.js';
import { radford } from './others/radford.js';
import { reddi } from './others/reddi.js';

/** @type {readonly import('./types.js').Chapter[]} */
export const OTHERS = [d2l, goh, radford, reddi, kingma];

/** All that can be read: the course, and these after it. */
export const ALL = [...CHAPTERS, ...OTHERS];
