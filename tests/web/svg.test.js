// The SVG writer: the file contains what is drawn, texts are escaped, and the XML is well-formed.

import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.Path2D ??= /** @type {any} */ (class {});

const { escapeXml, SvgContext } = await import('../../web/charts/svg-context.js');
const { roundTicks, writeSvg } = await import('../../web/charts/svg-picture.js');
const { wrapText } = await import('../../web/charts/picture-words.js');
const { modulesPath } = await import('../../web/elements/qr-code.js');
const { createI18n } = await import('../../web/i18n/index.js');
const { decodeExperiment } = await import('../../web/state/decode.js');
const { core } = await import('./core.js');
const { outputsOf } = await import('./labs.js');

const LABS = ['descent', 'smoothing', 'sampling', 'derivative'];
const OUTPUTS = new Map(
  await Promise.all(LABS.map(async (lab) => /** @type {const} */ ([lab, await outputsOf(lab)]))),
);

const THEME = /** @type {any} */ ({
  ink: '#111111',
  soft: '#595c61',
  line: '#e3e3de',
  paper: '#ffffff',
  accent: '#b3261e',
  contour: 'rgb(28 29 31 / 0.2)',
  runs: ['#0072b2', '#c44e00', '#00795a', '#a33b7a', '#7a6a00'],
  field: [
    [0.8, 0.07, 225],
    [0.985, 0.012, 95],
  ],
  font: 'system-ui, "DejaVu Sans", sans-serif',
});

/** Reads a document's tags; fails where they are not nested, or a text holds a bare mark. @param {string} svg */
function tagsOf(svg) {
  /** @type {string[]} */
  const open = [];
  const tags = [];
  const token = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  for (const [, isEnd, name, attributes, isEmpty, text] of svg.matchAll(token)) {
    if (text !== undefined) assert.doesNotMatch(text, /&(?!#\d+;)/);
    else if (isEnd) assert.equal(open.pop(), name);
    else {
      tags.push([name, attributes]);
      if (!isEmpty) open.push(name);
    }
  }
  assert.deepEqual(open, []);
  assert.equal([...svg.matchAll(token)].map(([whole]) => whole).join('').length, svg.length);
  return tags;
}

/** @param {string} query */
function svgOf(query, words = { title: 'T', caption: 'C' }) {
  const { experiment } = decodeExperiment(query, '', core);
  const plot = OUTPUTS.get(experiment.lab).plot(experiment, core, createI18n('en'));
  return writeSvg(/** @type {any} */ (plot), words, THEME);
}

test('a line is drawn with its pen, where it is, in its transform', () => {
  const context = /** @type {any} */ (new SvgContext());
  context.strokeStyle = 'rgb(1 2 3 / 0.5)';
  context.globalAlpha = 0.5;
  context.lineWidth = 2;
  context.setLineDash([7, 4]);
  context.translate(10, 20);
  context.beginPath();
  context.moveTo(0, 1.005);
  context.lineTo(2, 3);
  context.stroke();
  assert.equal(
    context.markup,
    '<path d="M0 1L2 3" fill="none" stroke="rgb(1,2,3)" stroke-opacity="0.25" stroke-width="2" ' +
      'stroke-linejoin="miter" stroke-linecap="butt" stroke-dasharray="7 4" transform="translate(10 20)"/>',
  );
});

test('save and restore keep everything: the pen, the transform, the clip', () => {
  const context = /** @type {any} */ (new SvgContext());
  context.save();
  context.fillStyle = '#ff0000';
  context.scale(2, 2);
  context.beginPath();
  context.rect(0, 0, 5, 5);
  context.clip();
  context.fillRect(1, 1, 1, 1);
  context.restore();
  context.fillRect(2, 2, 1, 1);
  const lines = context.markup.split('\n');
  assert.match(
    lines[0],
    /^<clipPath id="clip1"><path d="M0 0h5v5h-5Z" transform="scale\(2 2\)"\/>/,
  );
  assert.match(lines[1], /^<g clip-path="url\(#clip1\)"><path .*fill="#ff0000" transform="scale/);
  assert.equal(lines[2], '<path d="M2 2h1v1h-1Z" fill="#000000"/>');
});

test('texts are escaped, and what XML cannot hold is left out', () => {
  assert.equal(
    escapeXml('<a b="c" d=\'e\'>&amp;\0\u0007\ud800é ℝ 🎯'),
    '&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;amp;é ℝ 🎯',
  );
});

test('a hostile title stands in the file as text', () => {
  const title = '</text></svg><script>alert(1)</script><svg onload="x">';
  const svg = svgOf('?x0=70', { title, caption: `${title} ]]> <!-- -->` });
  const names = new Set(tagsOf(svg).map(([name]) => name));
  assert.deepEqual([...names].sort(), ['clipPath', 'g', 'path', 'svg', 'text']);
  assert.doesNotMatch(svg, /<script/);
});

for (const [what, query, hues] of /** @type {[string, string, number][]} */ ([
  ['a curve', '?f=quadratic,a:9&x0=9&run=sgd,lr:0.1&run=momentum', 2],
  ['a plane', '?f=rosenbrock&run=adam&run=momentum,lr:0.0001&run=sgd,lr:0.0001', 3],
  ['a loss', '?lab=sampling&run=sgd&run=adam', 2],
  ['a path to infinity', '?f=composite&x0=3&run=sgd,lr:1&steps=50', 1],
  ['own f', '?fx=log(x)*y&x0=1,1', 1],
]))
  test(`${what} becomes a well-formed SVG with a path in each run’s colour and no NaN`, () => {
    const svg = svgOf(query);
    const tags = tagsOf(svg);
    assert.equal(tags[0][0], 'svg');
    assert.match(tags[0][1], /xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.doesNotMatch(svg, /NaN|Infinity|undefined|null/);
    for (let hue = 0; hue < hues; hue++)
      assert.ok(
        tags.some(
          ([name, look]) => name === 'path' && look.includes(`stroke="${THEME.runs[hue]}"`),
        ),
        `no path of run ${hue}`,
      );
  });

test('the first steps of the lecture lie where the axes say', () => {
  const svg = svgOf('?x0=70&run=sgd,lr:0.1&steps=2&view=-80,80');
  const path = /d="([^"]+)" fill="none" stroke="#0072b2"/.exec(svg)?.[1] ?? '';
  const places = [...path.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, x]) => Number(x));
  // 640 units from -80 to 80: x = 70, 56, 44.8 lie at 4 (x + 80).
  assert.deepEqual(places, [600, 544, 499.2]);
});

test('a circle is two half circles', () => {
  const context = /** @type {any} */ (new SvgContext());
  context.beginPath();
  context.arc(10, 20, 5, 0, 2 * Math.PI);
  context.fill();
  assert.match(context.markup, /d="M5 20A5 5 0 1 1 15 20A5 5 0 1 1 5 20Z"/);
});

test('ticks are round numbers within the axis', () => {
  assert.deepEqual(roundTicks(0, 1), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  assert.deepEqual(roundTicks(-3, 13), [0, 5, 10]);
  assert.deepEqual(roundTicks(-1e-7, 1e-7), [-1e-7, -5e-8, 0, 5e-8, 1e-7]);
  for (const [from, to] of [
    [0.1, 0.7],
    [-1e9, 1e9],
    [99.99, 100.01],
  ]) {
    const ticks = roundTicks(from, to);
    assert.ok(ticks.length >= 3 && ticks.length <= 8, String(ticks));
    assert.ok(ticks.every((tick) => tick >= from && tick <= to));
  }
});

test('a text is broken at spaces, a word too long within, an equation only if it must', () => {
  const measure = (/** @type {string} */ text) => text.length;
  assert.deepEqual(wrapText('one two  three', 7, measure), ['one two', 'three']);
  assert.deepEqual(wrapText('a incomprehensible b', 7, measure), [
    'a',
    'incompr',
    'ehensib',
    'le b',
  ]);
  assert.deepEqual(wrapText('ends at x = 3', 9, measure), ['ends at', 'x\u00a0=\u00a03']);
  assert.deepEqual(wrapText(' ', 5, measure), []);
});

test('a QR code’s path covers its dark modules and no others', () => {
  const rows = ['##.#', '....', '#..#', '.###'];
  const code = {
    size: 4,
    get: (/** @type {number} */ x, /** @type {number} */ y) => rows[y]?.[x] === '#',
  };
  const drawn = Array.from({ length: 4 }, () => Array(4).fill('.'));
  for (const [, x, y, width] of modulesPath(code).matchAll(/M(\d) (\d)h(\d)v1h-\dz/g))
    for (let i = 0; i < Number(width); i++) drawn[Number(y)][Number(x) + i] = '#';
  assert.deepEqual(
    drawn.map((row) => row.join('')),
    rows,
  );
});
