// A map as a picture at any size, for files, the gallery and posters.

import { paintMap } from '../../charts/map-image.js';
import { boxToShow } from '../../charts/plane-geometry.js';
import { INSIDE } from '../../charts/svg-picture.js';
import { showsOrbit } from '../../state/map.js';
import { elsewhere } from '../elsewhere.js';
import { costOf, isPlaneOf, mapSpec, sidesShown } from './map-scene.js';

/** Pixels of a picture, at most and at least, and the steps of lanes that they may take in all. */
const [MOST, LEAST, STEPS] = [16_000, 1500, 2e7];

/**
 * @param {import('../../state/types.js').Experiment} experiment
 * @param {import('../../core/index.js').Core} core @param {import('../../i18n/index.js').I18n} i18n
 * @returns {Promise<import('../../charts/svg-picture.js').Plot>}
 */
export async function mapPlot(experiment, core, i18n) {
  const sides = sidesShown(experiment, core);
  const [x, y] = sides;
  const { width, height } = INSIDE;
  const range = /** @type {import('../../charts/plane-geometry.js').Box} */ ([
    ...x.range,
    ...y.range,
  ]);
  const isOrbit = showsOrbit(experiment);
  const box = isPlaneOf(sides) && !isOrbit ? boxToShow(range, [], width, height) : range;
  const cost = costOf(experiment, sides) * (experiment.steps + 1);
  const n = isOrbit ? MOST : Math.max(LEAST, Math.min(MOST, STEPS / cost));
  const across = Math.round(Math.sqrt((n * width) / height));
  const spec = mapSpec(experiment, sides, box, [across, Math.round(n / across)]);
  const remote = await elsewhere(core);
  const asked = /** @type {import('../../core/types.js').MapSpec} */ (
    /** @type {unknown} */ (spec)
  );
  const map = await remote.map(asked);
  const { show = '' } = experiment.map ?? {};
  return {
    ...{ box, xTitle: x.title, yTitle: y.title, format: i18n.formatter(4) },
    isLog: [x.isLog, y.isLog],
    paint(context, size, { field }) {
      const isDark = field[1][0] < 0.5; // of the page where f is high
      const { pixels } = paintMap(map, { show, isDark, kinds: core.catalog.kinds });
      const [wide, high] = [size.width / map.width, size.height / map.height];
      const colourAt = (/** @type {number} */ p) =>
        `rgb(${pixels.subarray(4 * p, 4 * p + 3).join(' ')})`;
      // Each row in pieces of one colour, which reach under the next: no seams.
      for (let p = 0, end = 0; p < map.width * map.height; p = end) {
        const row = Math.floor(p / map.width);
        const colour = colourAt(p);
        for (end = p + 1; end % map.width && colourAt(end) === colour; ) end++;
        const [left, top] = [(p % map.width) * wide, row * high];
        context.fillStyle = colour;
        context.fillRect(
          ...[left, top, Math.min(size.width - left, (end - p + 1) * wide)],
          Math.min(size.height - top, 2 * high),
        );
      }
    },
  };
}
