// The page of a preset: a card for whoever links to it, and the way into the lab. Plain text in, HTML out.

import { hashOf } from './one-file.js';

/**
 * @typedef {import('../lessons/presets.js').Entry} Entry
 * @typedef {'en'|'vi'} Language
 */

export const POSTER = { file: 'poster.png', width: 1200, height: 630 };

/** Where each language's page of a preset lies in its folder; the first is the preset's own address. */
export const PLACES = /** @type {const} */ ([
  { lang: 'en', folder: '', locale: 'en_GB' },
  { lang: 'vi', folder: 'vi/', locale: 'vi_VN' },
]);

/** @type {Record<Language, { open: string, other: string, poster: string }>} */
const WORDS = {
  en: { open: 'Open in Descent Lab', other: 'Tiếng Việt', poster: 'The paths of “{title}”' },
  vi: { open: 'Mở trong Descent Lab', other: 'English', poster: 'Đường đi của “{title}”' },
};

/** Goes on to the lab at once, and leaves no page behind for the Back button to stop at. */
const SCRIPT = "location.replace(document.getElementById('open').href)";

const STYLES = `html{color-scheme:light dark;font-family:system-ui,sans-serif;line-height:1.5}
body{max-width:50rem;margin:0 auto;padding:2rem 1rem}
img{display:block;width:100%;height:auto}
a{display:inline-block;min-height:1.5rem}`;

const POLICY = [
  `default-src 'none'; script-src ${hashOf(SCRIPT)}; style-src ${hashOf(STYLES)}`,
  "img-src 'self' data: file:; base-uri 'none'; form-action 'none'",
].join('; ');

const ENTITIES = /** @type {Record<string, string>} */ ({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
});

/** Text as it may stand in HTML, between tags and in quoted attributes. @param {string} text */
export const escapeHtml = (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

/**
 * The address under which dist/ will be served, with a slash at its end.
 * @param {string} text '' for none
 * @returns {string}
 * @throws {RangeError} if it is no http(s) address, or has a query or a hash
 */
export function readBase(text) {
  if (text === '') return '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new RangeError(
      `BASE is "${text}"; it must be an address such as https://example.org/lab/`,
    );
  return url.href.replace(/\/*$/, '/');
}

/**
 * A preset's address, or without a base the page's own.
 * @param {string} base @param {string} key @param {string} folder @param {string} [file]
 */
const addressOf = (base, key, folder, file = '') =>
  base ? `${base}p/${key}/${folder}${file}` : file || './';

/**
 * What other sites read: Open Graph and Twitter's names for title, text and picture.
 * @param {Entry} entry @param {Language} lang @param {string} base
 */
function cardOf({ key, title, text }, lang, base) {
  const [{ folder, locale }] = PLACES.filter((place) => place.lang === lang);
  const [other] = PLACES.filter((place) => place.lang !== lang);
  const image = addressOf(base, key, folder, POSTER.file);
  const alt = WORDS[lang].poster.replace('{title}', title[lang]);
  const properties = {
    'og:type': 'website',
    'og:site_name': 'Descent Lab',
    'og:title': title[lang],
    'og:description': text[lang],
    ...(base && { 'og:url': addressOf(base, key, folder) }),
    'og:locale': locale,
    'og:locale:alternate': other.locale,
    'og:image': image,
    'og:image:type': 'image/png',
    'og:image:width': String(POSTER.width),
    'og:image:height': String(POSTER.height),
    'og:image:alt': alt,
  };
  const names = {
    'twitter:card': 'summary_large_image',
    'twitter:title': title[lang],
    'twitter:description': text[lang],
    'twitter:image': image,
    'twitter:image:alt': alt,
  };
  const meta =
    (/** @type {string} */ kind) =>
    (/** @type {[string, string]} */ [name, content]) =>
      `<meta ${kind}="${name}" content="${escapeHtml(content)}">`;
  return [
    ...Object.entries(properties).map(meta('property')),
    ...Object.entries(names).map(meta('name')),
  ].join('\n');
}

/** The page's address in each language, for search engines. @param {string} base @param {string} key */
function alternatesOf(base, key) {
  if (!base) return '';
  const link = (/** @type {string} */ lang, /** @type {string} */ folder) =>
    `<link rel="alternate" hreflang="${lang}" href="${escapeHtml(addressOf(base, key, folder))}">`;
  return [...PLACES.map(({ lang, folder }) => link(lang, folder)), link('x-default', '')].join(
    '\n',
  );
}

/**
 * @param {Entry} entry
 * @param {Language} lang
 * @param {string} [base] as readBase returns it; '': the card's addresses stay relative
 * @returns {string} the page, to lie at p/<key>/<folder of the language>/index.html
 */
export function presetPage(entry, lang, base = '') {
  const { key, query, title, text } = entry;
  const [{ folder }] = PLACES.filter((place) => place.lang === lang);
  const [other] = PLACES.filter((place) => place.lang !== lang);
  const words = WORDS[lang];
  const up = folder ? '../' : '';
  const lab = `../../${up}index.html?${query}&lang=${lang}`;
  const alt = words.poster.replace('{title}', title[lang]);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(title[lang])} · Descent Lab</title>
<meta name="description" content="${escapeHtml(text[lang])}">
<link rel="canonical" href="${escapeHtml(addressOf(base, key, folder))}">
${[alternatesOf(base, key), cardOf(entry, lang, base)].filter(Boolean).join('\n')}
<link rel="icon" href="data:,">
<style>${STYLES}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title[lang])}</h1>
<p>${escapeHtml(text[lang])}</p>
<p><a id="open" href="${escapeHtml(lab)}">${words.open}</a></p>
<img src="${POSTER.file}" width="${POSTER.width}" height="${POSTER.height}" alt="${escapeHtml(alt)}">
<p><a lang="${other.lang}" hreflang="${other.lang}"
 href="${up || other.folder}index.html">${words.other}</a></p>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
