// A <descent-lab> as the page around its frame may use it.

import { screenOf } from '../labs/screens.js';
import { screenshotOf } from '../labs/screenshot.js';

/**
 * @param {import('./lab-tag.js').LabTag} lab
 * @returns {import('./host.js').HostedLab}
 */
export const hostedLab = (lab) => ({
  get experiment() {
    return lab.experiment;
  },
  get notices() {
    return lab.notices;
  },
  core: lab.core,
  player: () => lab.player,
  show: (decoded) => lab.show(decoded),
  score: () => lab.view?.score,
  settled: () => lab.settled(),
  table(index) {
    const { experiment, core } = lab;
    if (experiment.exercise) return undefined; // it would tell what is asked
    return screenOf(experiment.lab)?.table?.({ ...experiment, selected: index }, core);
  },
  async screenshot(scale) {
    const canvas = await screenshotOf(lab, scale);
    return { dataUrl: canvas.toDataURL('image/png'), width: canvas.width, height: canvas.height };
  },
});
