// The outputs of the derivative lab: title, caption, table and picture of an experiment.

import { secantPicture } from '../../charts/thumbnail.js';
import { objectiveTitle } from '../outputs.js';
import { quotientsOf, secantScene } from './scene.js';
import { stageSummary } from './words.js';

/** @type {import('../types.js').Outputs<import('./experiment.js').DerivativeExperiment>} */
export const outputs = {
  title: objectiveTitle,
  caption: (experiment, core, i18n) =>
    stageSummary(experiment, quotientsOf(experiment, core), i18n),
  table: (experiment, core) => quotientsOf(experiment, core),
  plot(experiment, core, i18n) {
    const scene = secantScene(experiment, quotientsOf(experiment, core), core, i18n);
    const { xRange, yRange, format } = scene;
    const box = [...xRange, ...yRange];
    return { paint: secantPicture(scene), box, xTitle: 'x', yTitle: 'f(x)', format };
  },
};
