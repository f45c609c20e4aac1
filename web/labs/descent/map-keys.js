// The link keys of the map. Each of them opens it.

import {
  canOrbit,
  firstMap,
  MAP_SHOWS,
  MAP_TOLERANCE,
  mapAxes,
  mapRange,
  mapSides,
  sideBounds,
} from '../../state/map.js';
import { formatShortest } from '../../state/parse-number.js';
import { number, oneOf } from '../../state/values.js';

/**
 * @typedef {import('../../core/catalog.js').Catalog} Catalog
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('../../state/types.js').LinkKeyRow<Experiment>} Row
 */

const show = oneOf(MAP_SHOWS);
const tolerance = number(MAP_TOLERANCE);

/** What the map's two sides are of. @param {Catalog} catalog @returns {Row} */
const axesKey = (catalog) => ({
  name: 'map',
  type: 'words',
  allowed: { counts: [2] },
  example: 'map=x,lr',
  always: true,
  read([text], draft, { report }) {
    const words = text.split(',').map((word) => word.trim());
    const map = firstMap(draft);
    const used = map.axes.join(',');
    const sides = mapSides(draft, catalog).map(({ of }) => of);
    const allowed = { values: sides };
    const stray = words.find((word) => !sides.includes(word));
    if (stray !== undefined) report('unknown_value', used, { value: stray, allowed });
    else if (words.length !== 2) report('wrong_count', used, { allowed: { counts: [2] } });
    else if (words[0] === words[1]) report('named_twice', used, { value: words[0], allowed });
    else return { map: { ...map, axes: [words[0], words[1]] } };
    return { map };
  },
  write: (experiment) => (experiment.map ? [mapAxes(experiment, catalog).join(',')] : []),
});

/** Which part of it is seen. @param {Catalog} catalog @returns {Row} */
const rangeKey = (catalog) => ({
  name: 'maprange',
  type: 'numbers',
  allowed: { counts: [4] },
  example: 'maprange=-6,6,0.01,1',
  read([text], draft, { report }) {
    const map = draft.map ?? firstMap(draft);
    const sides = mapSides(draft, catalog);
    const items = text.split(',');
    if (items.length !== 4) {
      report('wrong_count', '', { allowed: { counts: [4] } });
      return {};
    }
    const ends = items.map((item, i) => {
      const kind = number(sideBounds(sides.find(({ of }) => of === map.axes[i < 2 ? 0 : 1])));
      return kind.read(item, Number.NaN, (code, used) =>
        report(code, code === 'not_a_number' ? '' : used, { value: item, allowed: kind.allowed }),
      );
    });
    if (ends.some(Number.isNaN)) return {};
    if (ends[0] < ends[1] && ends[2] < ends[3]) return { map: { ...map, range: ends } };
    report('empty_range', '');
    return {};
  },
  write(experiment) {
    const range = mapRange(experiment, catalog);
    return range ? [range.map(formatShortest).join(',')] : [];
  },
});

/** @type {Row} */
const showKey = {
  name: 'mapshow',
  type: show.type,
  allowed: show.allowed,
  example: 'mapshow=steps',
  read([text], draft, { report }) {
    const { map = firstMap(draft) } = draft;
    const chosen = show.read(text, map.show, report);
    const isOrbit = chosen === 'orbit';
    if (isOrbit && !draft.map) return { map: { ...map, axes: ['lr', 'x'], show: chosen } };
    if (!isOrbit || canOrbit(map.axes)) return { map: { ...map, show: chosen } };
    report('unknown_value', map.show, { value: text, allowed: { values: MAP_SHOWS.slice(0, -1) } });
    return { map };
  },
  write: ({ map }) => (map ? [show.write(map.show)] : []),
};

/** @type {Row} */
const toleranceKey = {
  name: 'maptol',
  type: tolerance.type,
  allowed: tolerance.allowed,
  example: 'maptol=0.01',
  read([text], draft, { report }) {
    const { map = firstMap(draft) } = draft;
    return { map: { ...map, tolerance: tolerance.read(text, map.tolerance, report) } };
  },
  write: ({ map }) => (map ? [tolerance.write(map.tolerance)] : []),
};

/** @param {Catalog} catalog @returns {Row[]} */
export const mapKeys = (catalog) => [axesKey(catalog), rangeKey(catalog), showKey, toleranceKey];
