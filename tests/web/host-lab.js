// A lab as web/embed/host.js sees it, made of plain objects: it has a player, and records the calls it gets.

import { decodeExperiment } from '../../web/state/decode.js';
import { specFor } from '../../web/state/experiment.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

/** What the lab shows at first. */
export const LINK = 'lab=descent&f=quadratic,a:9&x0=9&run=sgd,lr:0.2&steps=20&t=3&v=1';

/** A lab with a player, and a list of the calls it got. */
export function createLab(query = LINK) {
  /** @type {string[]} */
  const acts = [];
  const { experiment, notices } = decodeExperiment(query, '', core);
  const lab = {
    core,
    experiment,
    notices,
    acts,
    player: () => ({
      play: () => acts.push('play'),
      pause: () => acts.push('pause'),
      seek(/** @type {number} */ t) {
        acts.push(`seek ${t}`);
        lab.experiment = { ...lab.experiment, t };
      },
    }),
    show: (/** @type {ReturnType<typeof decodeExperiment>} */ decoded) =>
      Object.assign(lab, decoded),
    table: (/** @type {number} */ index) =>
      core.run(specFor(ofLab(lab.experiment, 'descent'), index)),
    score: () => /** @type {import('../../web/labs/types.js').Score|undefined} */ (undefined),
    settled: async () => {},
    screenshot: async (/** @type {number} */ scale) => ({
      ...{ dataUrl: 'data:image/png;base64,', width: scale, height: 1 },
    }),
  };
  return lab;
}
