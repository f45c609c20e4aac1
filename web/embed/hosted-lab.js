// A <descent-lab> as the page around its frame may speak to it.

import { screenshotOf } from '../labs/screenshot.js';

/**
 * @param {import('../labs/descent-lab.js').DescentLab} lab
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
  show(experiment, notices) {
    lab.notices = notices;
    lab.experiment = experiment;
  },
  settled: () => lab.settled(),
  async screenshot(scale) {
    const canvas = await screenshotOf(lab, scale);
    return { dataUrl: canvas.toDataURL('image/png'), width: canvas.width, height: canvas.height };
  },
});
