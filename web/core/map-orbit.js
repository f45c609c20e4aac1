// Orbits: where each run of a column is in the last half of its steps. The runs differ in what the first
// side of the map is of; the second is the coordinate that is looked at.

/**
 * @typedef {ReturnType<typeof import('./map-spec.js').readMap>} Asked
 * @typedef {import('./map-spec.js').Axis} Axis
 */

/** The runs, one above the other. @param {Asked} asked @returns {Asked} */
export function runsOfOrbit({ axes: [along, up], ...asked }) {
  const from = asked.run.start[up.of === 'x' ? 0 : 1];
  return { ...asked, axes: [{ ...up, from, n: 1 }, along], rows: [0, along.n], points: [] };
}

/**
 * Counts a run's visits of each row.
 * @param {Uint32Array} visits row by row @param {readonly [Axis, Axis]} axes
 * @param {number} column of the run
 * @param {Float64Array} path one coordinate of it
 */
export function countVisits(visits, [{ n: width }, { from, to, n }], column, path) {
  for (const at of path.subarray((path.length + 1) >> 1)) {
    const row = Math.round(((at - from) / (to - from)) * (n - 1));
    if (row >= 0 && row < n) visits[row * width + column]++;
  }
}
