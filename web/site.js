// Makes the site: the lab and its package, a page for every example, and what surrounds them, as a folder
// that any static host serves. Reads dist/.
//
//   node web/site.js BASE [FOLDER]     BASE: the address it will be served under

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GROUPS, PRESETS } from './lessons/presets.js';
import { hostedPage, iconOf, manifestOf, serviceWorker } from './pages/hosted-page.js';
import { openPosters } from './pages/posters.js';
import { PLACES, POSTER, readBase } from './pages/preset-page.js';
import { aboutPage, indexPage, missingPage } from './pages/site-pages.js';
import { writePages } from './pages.js';
import { writeZips } from './zips.js';

/** Where `make start` serves. */
const HERE = 'http://localhost:8080/';
/**
 * What others build on: it stands at the root and in the folder of its version, which stays when a next one
 * comes.
 */
const FILES = [
  'descent-lab.js',
  'core.js',
  'check.js',
  'core-inline.js',
  'remote.js',
  'core.wasm',
  'widget.mjs',
  'THIRD-PARTY.txt',
];
const POSTED = 'gd-four-rates';

/**
 * The folder of a version: links and the package's addresses keep their meaning within one.
 * @param {string} version
 */
const folderOf = (version) => `v${Math.max(1, Number.parseInt(version, 10))}`;

/** @param {string} base @param {readonly string[]} paths */
const sitemap = (base, paths) => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => `<url><loc>${base}${path}</loc></url>`).join('\n')}
</urlset>
`;

/**
 * The texts around the lab, by path.
 * @param {string} base @param {readonly import('./lessons/presets.js').Group[]} groups
 */
function textsOf(base, groups) {
  const page = hostedPage(readFileSync('dist/index.html', 'utf8'), base);
  const folders = PLACES.map(({ folder }) => folder);
  const keys = groups.flatMap(({ entries }) => entries.map(({ key }) => key));
  const pages = ['p/', 'about/', ...keys.map((key) => `p/${key}/`)];
  return {
    'index.html': page,
    'sw.js': serviceWorker(page),
    'manifest.webmanifest': manifestOf(base),
    'favicon.svg': iconOf(),
    '404.html': missingPage(base),
    'robots.txt': `User-agent: *\nAllow: /\nSitemap: ${base}sitemap.xml\n`,
    'sitemap.xml': sitemap(base, ['', ...pages.flatMap((path) => folders.map((f) => path + f))]),
    ...Object.fromEntries(
      PLACES.flatMap(({ lang, folder }) => [
        [`p/${folder}index.html`, indexPage(groups, lang, base)],
        [`about/${folder}index.html`, aboutPage(lang, base)],
      ]),
    ),
  };
}

/**
 * Writes the site.
 * @param {string} folder its own: what is there already is removed
 * @param {{ base: string, presets?: readonly import('./lessons/presets.js').Entry[] }} how base: as readBase
 *   returns it
 */
async function writeSite(folder, { base, presets = PRESETS }) {
  rmSync(folder, { recursive: true, force: true });
  const keys = new Set(presets.map(({ key }) => key));
  const groups = GROUPS.map((group) => ({
    ...group,
    entries: group.entries.filter(({ key }) => keys.has(key)),
  }));
  await writePages(join(folder, 'p'), { base, presets });
  const files = Object.entries(textsOf(base, groups));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const place of ['', folderOf(version)])
    for (const file of FILES) cpSync(join('dist', file), join(folder, place, file));
  cpSync('dist/index.html', join(folder, folderOf(version), 'index.html'));
  await writeZips(folder);
  const posters = await openPosters();
  try {
    const [{ query, title }] = PRESETS.filter(({ key }) => key === POSTED);
    const poster = await posters.take({ query, title: title.en, lang: 'en' });
    writeFileSync(join(folder, POSTER.file), poster);
  } finally {
    await posters.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const base = readBase(process.argv[2] || HERE);
  const folder = process.argv[3] ?? 'dist/site';
  await writeSite(folder, { base });
  console.log(`${folder}: the site, to be served at ${base}`);
}
