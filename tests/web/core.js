// The built core, for every test that runs in Node.
import './labs.js';
import { readFileSync } from 'node:fs';
import { loadCore } from '../../web/core/index.js';

export const core = await loadCore({ wasm: readFileSync('build/core.wasm') });
