// What the smoothing lab hands on of an experiment, beside what its page shows.

import { smoothingBox, smoothingPicture } from '../../charts/thumbnail.js';
import { nameOf, smoothAll, smoothingScene, tableOf } from './scene.js';

/** @type {Pick<import('../screens.js').Screen, 'title'|'table'|'plot'>} */
export const outputs = {
  title: ({ curves }, core, i18n) =>
    curves.map((/** @type {any} */ curve) => nameOf(curve, core, i18n)).join('; '),
  table: (experiment, index, core) =>
    /** @type {any} */ (tableOf(smoothAll(experiment, index, core))),
  plot(experiment, index, core, i18n) {
    const scene = smoothingScene(experiment, smoothAll(experiment, index, core), i18n);
    const [paint, box] = [smoothingPicture(scene), smoothingBox(scene)];
    return { paint, box, xTitle: 't', yTitle: '', format: scene.format };
  },
};
