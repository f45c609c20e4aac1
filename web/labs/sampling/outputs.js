// The outputs of the sampling lab: title, caption, table and picture of an experiment.

import { resultsNow, runNow } from '../../state/results.js';
import { planePlot } from '../outputs.js';
import { visibleRuns } from '../visible-runs.js';
import { SAMPLES } from './experiment.js';
import { lossScene } from './scene.js';
import { dataSummary, planeSummary, sampleNames } from './words.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../core/index.js').SampleSpec} SampleSpec
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('./experiment.js').SamplingExperiment} SamplingExperiment
 */

/**
 * The runs that the charts draw.
 * @param {SamplingExperiment} experiment @param {Core} core @param {I18n} i18n
 */
function shownRuns(experiment, core, i18n) {
  const results = resultsNow(core, SAMPLES, experiment);
  return visibleRuns(experiment, results, sampleNames(experiment, core, i18n));
}

/** @type {import('../types.js').Outputs<SamplingExperiment>} */
export const outputs = {
  title: ({ data }, _core, i18n) => i18n.t('key' in data ? `data.${data.key}` : 'data.own'),
  table: (experiment, core) => runNow(core, SAMPLES, experiment),
  caption(experiment, core, i18n) {
    const plane = planeSummary(experiment, shownRuns(experiment, core, i18n), core, i18n);
    return `${dataSummary(experiment, i18n)} ${plane}`;
  },
  plot: (experiment, core, i18n) =>
    planePlot(lossScene(experiment, shownRuns(experiment, core, i18n), core, i18n)),
};
