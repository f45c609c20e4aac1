// The picture of a map in files, the gallery and posters.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeSvg } from '../../web/charts/svg-picture.js';
import { createI18n } from '../../web/i18n/index.js';
import { mapPlot } from '../../web/labs/descent/map-picture.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

const i18n = createI18n('en');
const THEME = /** @type {any} */ ({
  ...{ ink: '#000000', soft: '#666666', line: '#cccccc', paper: '#ffffff', accent: '#0000ff' },
  ...{
    runs: [],
    font: 'sans-serif',
    field: [
      [0.8, 0.07, 225],
      [0.985, 0.012, 95],
    ],
  },
});

/** The rectangles of a map's SVG. @param {string} query */
async function pictureOf(query) {
  const experiment = ofLab(decodeExperiment(query, '', core).experiment, 'descent');
  const plot = await mapPlot(experiment, core, i18n);
  const svg = writeSvg(plot, { title: 'A map', caption: '' }, THEME);
  const found = svg.matchAll(
    /<path d="M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+Z" fill="(rgb[^"]+)"/g,
  );
  const rects = Array.from(found, ([, left, top, wide, high, fill]) => ({
    ...{ left: Number(left), top: Number(top), fill },
    ...{ right: Number(left) + Number(wide), bottom: Number(top) + Number(high) },
  }));
  const texts = [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text);
  return { plot, texts, rects };
}

test('the colours of a map cover the plot: heavy ball is stable left of η = (1 + m)/2', async () => {
  const { rects, texts, plot } = await pictureOf(
    '?f=elongated&run=momentum&steps=100&map=lr,m&maprange=0.05,2,0,1&mapshow=fate',
  );
  const [x0, x1, y0, y1] = plot.box;
  assert.deepEqual(
    [10 ** x0, 10 ** x1, y0, y1].map((end) => Number(end.toFixed(9))),
    [0.05, 2, 0, 1],
  );
  const fillAt = (/** @type {number} */ lr, /** @type {number} */ m) => {
    const x = ((Math.log10(lr) - x0) / (x1 - x0)) * 640;
    const y = (1 - m) * 400;
    const on = rects.filter(
      ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom,
    );
    assert.ok(on.length, `nothing at ${lr}, ${m}`);
    return on.at(-1)?.fill;
  };
  const diverging = fillAt(1.9, 0.5);
  for (const m of [0.1, 0.5, 0.9]) {
    assert.equal(fillAt(0.53 * (1 + m), m), diverging, `m = ${m}`);
    assert.notEqual(fillAt(0.46 * (1 + m), m), diverging, `m = ${m}`);
  }
  for (const tick of ['0.05', '0.1', '0.2', '0.5', '1', '2', 'η', 'm'])
    assert.ok(texts.includes(tick), `${tick} is not among ${texts.join(' ')}`);
});

test('a plane of starts is as wide as it is high, and an orbit is drawn', async () => {
  const { plot } = await pictureOf('?f=himmelblau&run=sgd,lr:0.01&steps=50&map=x,y');
  const [x0, x1, y0, y1] = plot.box;
  assert.ok(Math.abs((x1 - x0) / (y1 - y0) - 1.6) < 1e-9);
  const { rects } = await pictureOf(
    '?f=doublewell,c:0&x0=0.5&steps=200&map=lr,x&maprange=0.15,0.52,-1.6,1.6&mapshow=orbit',
  );
  assert.ok(new Set(rects.map(({ fill }) => fill)).size > 10);
});
