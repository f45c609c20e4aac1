// The map as a picture to keep: the plot twice as sharp, what it is of above it, the legend below.

import { download } from '../../elements/download.js';

const RATIO = 2; // pixels to a CSS pixel
const [LINE, SIDE, SWATCH] = [24, 16, 14]; // CSS pixels

/**
 * Saves a PNG.
 * @param {import('../../elements/map-host.js').MapHost} host of the map
 * @param {string} title
 * @param {readonly { colour: string, words: string }[]} entries of the legend
 */
export function saveMap(host, title, entries) {
  const { paper, ink, font } = host.chart.theme;
  host.paintAt(RATIO, (plot) => {
    const picture = document.createElement('canvas');
    const context = picture.getContext('2d');
    if (!context || !plot.width) return;
    const height = plot.height / RATIO;
    picture.width = plot.width;
    picture.height = (height + LINE * (entries.length + 2)) * RATIO;
    context.scale(RATIO, RATIO);
    context.fillStyle = paper;
    context.fillRect(0, 0, picture.width, picture.height);
    context.drawImage(plot, 0, LINE, plot.width / RATIO, height);
    context.textBaseline = 'middle';
    context.fillStyle = ink;
    context.font = `600 14px ${font}`;
    context.fillText(title, SIDE, LINE * 0.7);
    context.font = `14px ${font}`;
    for (const [i, { colour, words }] of entries.entries()) {
      const y = LINE + height + LINE * (i + 0.5);
      context.fillStyle = colour;
      context.fillRect(SIDE, y - SWATCH / 2, SWATCH, SWATCH);
      context.fillStyle = ink;
      context.fillText(words, SIDE + SWATCH + 8, y);
    }
    picture.toBlob((blob) => blob && download(blob, 'descent-lab-map.png'));
  });
}
