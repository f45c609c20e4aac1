// The presets' pages as text: their tags, their addresses, and that no text becomes markup.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { PRESETS } from '../../web/lessons/presets.js';
import { presetPage, readBase } from '../../web/pages/preset-page.js';

const BASE = 'https://example.org/lab/';
const [FIRST] = PRESETS;

const plain = (/** @type {string} */ text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

/** The tags of a page that carry a name and a value, both as a browser reads them. @param {string} page */
function tagsOf(page) {
  const metas = page.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g);
  const links = page.matchAll(/<link rel="([^"]+)"(?: hreflang="([^"]+)")? href="([^"]*)">/g);
  return new Map([
    ...[...metas].map(([, name, value]) => /** @type {const} */ ([name, plain(value)])),
    ...[...links].map(
      ([, rel, lang, value]) =>
        /** @type {const} */ ([[rel, lang].filter(Boolean).join(' '), value]),
    ),
  ]);
}

test('every preset has a page in each language, with its own title and description', () => {
  const seen = new Set();
  for (const preset of PRESETS) {
    assert.match(preset.key, /^[a-z0-9-]+$/);
    for (const lang of /** @type {const} */ (['en', 'vi'])) {
      const page = presetPage(preset, lang, BASE);
      const tags = tagsOf(page);
      assert.match(page, new RegExp(`^<!doctype html>\n<html lang="${lang}">`));
      const [, title] = page.match(/<title>(.*) · Descent Lab<\/title>/) ?? [];
      assert.equal(plain(title), preset.title[lang]);
      assert.equal(tags.get('description'), preset.text[lang]);
      assert.equal(tags.get('og:title'), preset.title[lang]);
      assert.equal(tags.get('twitter:description'), preset.text[lang]);
      seen.add(tags.get('canonical'));
    }
  }
  assert.equal(seen.size, 2 * PRESETS.length);
});

test('with a base every address of the card is absolute, and the page’s own', () => {
  const own = `${BASE}p/${FIRST.key}/`;
  const en = tagsOf(presetPage(FIRST, 'en', BASE));
  assert.equal(en.get('canonical'), own);
  assert.equal(en.get('og:url'), own);
  assert.equal(en.get('og:image'), `${own}poster.png`);
  assert.equal(en.get('twitter:image'), `${own}poster.png`);
  assert.equal(en.get('twitter:card'), 'summary_large_image');
  assert.equal(en.get('og:image:width'), '1200');
  assert.equal(en.get('og:image:height'), '630');
  assert.equal(en.get('og:locale'), 'en_GB');
  const vi = tagsOf(presetPage(FIRST, 'vi', BASE));
  assert.equal(vi.get('canonical'), `${own}vi/`);
  assert.equal(vi.get('og:image'), `${own}vi/poster.png`);
  assert.equal(vi.get('og:locale'), 'vi_VN');
  for (const tags of [en, vi]) {
    assert.equal(tags.get('alternate en'), own);
    assert.equal(tags.get('alternate vi'), `${own}vi/`);
    assert.equal(tags.get('alternate x-default'), own);
  }
});

test('without a base nothing claims an address', () => {
  const tags = tagsOf(presetPage(FIRST, 'en'));
  assert.equal(tags.get('canonical'), './');
  assert.equal(tags.get('og:image'), 'poster.png');
  assert.ok(!tags.has('og:url') && !tags.has('alternate vi'));
});

test('the link opens the preset in the page’s language, from the page’s own folder', () => {
  for (const [lang, up] of /** @type {const} */ ([
    ['en', '../../'],
    ['vi', '../../../'],
  ])) {
    const [, href] = presetPage(FIRST, lang).match(/<a id="open" href="([^"]*)"/) ?? [];
    assert.equal(plain(href), `${up}index.html?${FIRST.query}&lang=${lang}`);
  }
});

test('hostile words and queries stay text', () => {
  const hostile = `</title><script>alert("1")</script>' onload='x' & <`;
  const words = { en: hostile, vi: hostile };
  const query = 'lab=descent&fx="><img src=x onerror=alert(1)>&v=1';
  const page = presetPage({ key: 'k', query, title: words, text: words }, 'en', BASE);
  assert.equal(page.match(/<script/g)?.length, 1);
  assert.equal(page.match(/<img/g)?.length, 1);
  assert.doesNotMatch(page, /="[^"]*"[^\s>]/); // a quote in a value would end it early
  assert.equal(tagsOf(page).get('og:title'), hostile);
});

test('the policy allows the page’s own script and styles and nothing else', () => {
  const page = presetPage(FIRST, 'en', BASE);
  const [, policy] = page.match(/Content-Security-Policy" content="([^"]*)"/) ?? [];
  for (const [kind, tag] of [
    ['script-src', 'script'],
    ['style-src', 'style'],
  ]) {
    const [, text] = page.match(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`)) ?? [];
    const hash = createHash('sha256').update(text).digest('base64');
    assert.ok(policy.includes(`${kind} 'sha256-${hash}';`), kind);
  }
  assert.match(policy, /^default-src 'none';/);
  assert.doesNotMatch(policy, /unsafe|\*/);
  assert.doesNotMatch(page, /\son\w+=/);
});

test('a base is an http address with a slash at its end', () => {
  assert.equal(readBase(''), '');
  assert.equal(readBase('https://example.org/lab'), BASE);
  assert.equal(readBase('https://example.org/lab//'), BASE);
  assert.equal(readBase('http://localhost:8080'), 'http://localhost:8080/');
  for (const wrong of [
    'lab/',
    '//x.org/',
    'javascript:alert(1)',
    'file:///x/',
    `${BASE}?a=1`,
    `${BASE}#a`,
  ])
    assert.throws(() => readBase(wrong), { name: 'RangeError', message: /^BASE is / }, wrong);
});
