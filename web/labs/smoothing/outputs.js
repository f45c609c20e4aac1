// What the smoothing lab hands on of an experiment, beside what its page shows.

import { smoothingBox, smoothingPicture } from '../../charts/thumbnail.js';
import { nameOf, smoothAll, smoothingScene, tableOf } from './scene.js';
import { stageSummary } from './words.js';

/** @type {import('../types.js').Outputs<import('./experiment.js').SmoothingExperiment>} */
export const outputs = {
  title: ({ curves }, core, i18n) => curves.map((curve) => nameOf(curve, core, i18n)).join('; '),
  caption: (experiment, core, i18n) =>
    stageSummary(experiment, smoothAll(experiment, core), core, i18n),
  table: (experiment, core) => tableOf(smoothAll(experiment, core), core),
  plot(experiment, core, i18n) {
    const scene = smoothingScene(experiment, smoothAll(experiment, core), i18n);
    const [paint, box] = [smoothingPicture(scene), smoothingBox(scene)];
    return { paint, box, xTitle: 't', yTitle: '', format: scene.format };
  },
};
