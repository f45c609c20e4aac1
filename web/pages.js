// Makes dist/p/: for every preset a page with a card and a poster, in English and Vietnamese.
//
//   node web/pages.js [BASE]     BASE: the address dist/ will be served at, which cards on other sites need

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PRESETS } from './lessons/presets.js';
import { openPosters } from './pages/posters.js';
import { PLACES, POSTER, presetPage, readBase } from './pages/preset-page.js';

/** @typedef {import('./lessons/presets.js').Entry} Entry */

/**
 * Writes a folder for each preset.
 * @param {string} folder the pages' own: what is there already is removed
 * @param {{ presets?: readonly Entry[], base?: string }} [options]
 */
export async function writePages(folder, { presets = PRESETS, base = '' } = {}) {
  const posters = await openPosters();
  rmSync(folder, { recursive: true, force: true });
  try {
    for (const preset of presets) {
      for (const { lang, folder: place } of PLACES) {
        const target = join(folder, preset.key, place);
        mkdirSync(target, { recursive: true });
        const { query, title } = preset;
        writeFileSync(join(target, 'index.html'), presetPage(preset, lang, base));
        const poster = await posters.take({ query, title: title[lang], lang });
        writeFileSync(join(target, POSTER.file), poster);
      }
    }
  } finally {
    await posters.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const base = readBase(process.argv[2] ?? '');
  await writePages('dist/p', { base });
  console.log(
    `dist/p/: ${PRESETS.length} presets, at ${base || 'no address: give BASE=https://…'}`,
  );
}
