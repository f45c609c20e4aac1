// What the derivative lab hands on of an experiment, beside what its page shows.

import { secantPicture } from '../../charts/thumbnail.js';
import { objectiveTitle } from '../outputs.js';
import { quotientsOf, secantScene } from './scene.js';

/** @type {Pick<import('../screens.js').Screen, 'title'|'table'|'plot'>} */
export const outputs = {
  title: objectiveTitle,
  table: (experiment, _index, core) => /** @type {any} */ (quotientsOf(experiment, core)),
  plot(experiment, _index, core, i18n) {
    const scene = secantScene(experiment, quotientsOf(experiment, core), core, i18n);
    const { xRange, yRange, format } = scene;
    const box = [...xRange, ...yRange];
    return { paint: secantPicture(scene), box, xTitle: 'x', yTitle: 'f(x)', format };
  },
};
