// The orders in which epochs take the points of a data set, exported from the core: writes
// sampling_orders.json. They are what sampling.py gives PyTorch to see, not what anything is compared with.
//
//     node tests/golden/sampling_orders.js
import { writeFileSync } from 'node:fs';
import { DATA_SETS } from '../../web/state/data-sets.js';
import { core } from '../web/core.js';

const SEED = 7;
const EPOCHS = 9;
const [{ key, x, y }] = DATA_SETS;
const n = x.length;

const orders = Array.from({ length: EPOCHS }, (_, epoch) =>
  core.batch({ n, batch: n, seed: SEED, step: epoch + 1 }),
);
const lines = [
  `"data":${JSON.stringify({ key, x, y })}`,
  `"seed":${SEED}`,
  `"orders":[\n${orders.map((order) => JSON.stringify(order)).join(',\n')}\n]`,
];
writeFileSync(new URL('sampling_orders.json', import.meta.url), `{${lines.join(',\n')}}\n`);
