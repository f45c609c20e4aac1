// The outputs of the smoothing lab: title, caption, table and picture of an experiment.

import { smoothingBox, smoothingPicture } from '../../charts/thumbnail.js';
import { smoothAll, smootherOf, tableOf } from './averages.js';
import { smoothingScene } from './scene.js';
import { nameWith, stageSummary } from './words.js';

/** @type {import('../types.js').Outputs<import('./experiment.js').SmoothingExperiment>} */
export const outputs = {
  title: ({ curves }, core, i18n) =>
    curves
      .map((curve) => nameWith({ smoother: smootherOf(curve, core), params: curve.params }, i18n))
      .join('; '),
  caption: (experiment, core, i18n) =>
    stageSummary(smoothAll(experiment, core), experiment.t, core, i18n),
  table: (experiment, core) => tableOf(smoothAll(experiment, core)),
  plot(experiment, core, i18n) {
    const scene = smoothingScene(experiment, smoothAll(experiment, core), i18n);
    const [paint, box] = [smoothingPicture(scene), smoothingBox(scene)];
    return { paint, box, xTitle: 't', yTitle: '', format: scene.format };
  },
};
