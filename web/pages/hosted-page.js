// The lab's page as a site hosts it: the one file, with a card, an icon, a manifest, and a service worker by
// which it opens without the network. The file itself keeps its strict policy; this page's own allows these
// from its own site.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escapeHtml, POSTER } from './preset-page.js';

/** A colour of the light theme. @param {string} name of its token */
const colour = (name) =>
  readFileSync('web/styles/tokens.css', 'utf8').match(new RegExp(`--lab-${name}: (#\\w+);`))?.[1] ??
  '';

const TITLE = 'Descent Lab';
const TEXT =
  'A laboratory for deep-learning optimizers: SGD, momentum, Adagrad, RMSProp and Adam, step by step.';

/** @param {string} page @param {string} mark @param {string} text */
function replace(page, mark, text) {
  if (page.split(mark).length !== 2) throw new Error(`the page must have ${mark} once`);
  return page.split(mark).join(text);
}

/** An address of none is refused by the browser, and the lab works on without. */
const REGISTER = "navigator.serviceWorker?.register('sw.js').catch(() => {})";

/**
 * @param {string} page dist/index.html
 * @param {string} base as readBase returns it
 */
export function hostedPage(page, base) {
  const card = {
    'og:type': 'website',
    'og:site_name': TITLE,
    'og:title': TITLE,
    'og:description': TEXT,
    'og:url': base,
    'og:image': base + POSTER.file,
    'og:image:width': String(POSTER.width),
    'og:image:height': String(POSTER.height),
    'og:image:alt': 'The paths of four learning rates on a parabola',
  };
  const tags = [
    `<link rel="canonical" href="${escapeHtml(base)}">`,
    '<link rel="icon" href="favicon.svg">',
    '<link rel="manifest" href="manifest.webmanifest">',
    ...Object.entries(card).map(
      ([name, content]) => `<meta property="${name}" content="${escapeHtml(content)}">`,
    ),
    '<meta name="twitter:card" content="summary_large_image">',
    `<script>if (location.protocol.startsWith('http')) ${REGISTER}</script>`,
  ];
  const worker = replace(page, 'worker-src blob:', "worker-src 'self' blob:; manifest-src 'self'");
  const images = replace(worker, 'img-src data: blob:', "img-src 'self' data: blob:");
  return replace(images, '<link rel="icon" href="data:,">', tags.join('\n'));
}

/** @param {string} base */
export const manifestOf = (base) =>
  `${JSON.stringify(
    {
      name: TITLE,
      short_name: TITLE,
      description: TEXT,
      start_url: base,
      scope: base,
      display: 'standalone',
      background_color: colour('paper'),
      theme_color: colour('run-1'),
      icons: [{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    },
    null,
    2,
  )}\n`;

/** A ball on a parabola. */
export const iconOf = () =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" rx="12" fill="${colour('paper')}"/>
<path d="M8 10C16 70 48 70 56 10" fill="none" stroke="${colour('ink')}" stroke-width="4"
 stroke-linecap="round"/>
<circle cx="15" cy="27" r="8" fill="${colour('run-1')}"/></svg>
`;

/**
 * The service worker: pages come from the network where there is one, and from the last visit where there is
 * none.
 * @param {string} page the hosted page, whose text names the copy
 */
export function serviceWorker(page) {
  const version = createHash('sha256').update(page).digest('hex').slice(0, 16);
  return `// Keeps a copy of the lab, so that it opens without the network. The network comes first.
const NAME = 'descent-lab-${version}';
const LAB = new URL('./', location.href).href;

addEventListener('install', (event) => {
  skipWaiting();
  const files = [LAB, 'favicon.svg', 'manifest.webmanifest'];
  event.waitUntil(caches.open(NAME).then((copy) => copy.addAll(files)));
});

addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith('descent-lab-') && name !== NAME;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

/** The address without what the lab reads of it: an experiment is no file. */
function fileOf(address) {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.href.replace(/index\\.html$/, '');
}

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(LAB)) return;
  const file = fileOf(request.url);
  const keep = (response) => {
    if (!response.ok || response.redirected) return;
    const copy = response.clone();
    event.waitUntil(caches.open(NAME).then((cache) => cache.put(file, copy)));
  };
  event.respondWith(
    fetch(request).then(
      (response) => (keep(response), response),
      async (error) => {
        const copy = await caches.match(file);
        if (copy) return copy;
        throw error;
      },
    ),
  );
});
`;
}
