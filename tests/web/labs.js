// The labs, for every test that reads links in Node.
import { LABS } from '../../web/labs/index.js';
import { registerLabs } from '../../web/state/labs.js';

registerLabs(LABS);

export const LAB_KEYS = LABS.map(({ key }) => key);

/** What a lab hands on, without the page that shows it. @param {string} lab */
export const outputsOf = async (lab) => (await import(`../../web/labs/${lab}/outputs.js`)).outputs;
