// What the sentences of the experiments with narrow formats say, by closed forms.

import assert from 'node:assert/strict';

/** The numbers of e4m3 from 2⁻⁹ to 16: eight in each octave, below 2⁻⁶ whole multiples of 2⁻⁹. */
const E4M3 = [0];
for (let k = 1; k < 8; k++) E4M3.push(k * 2 ** -9);
for (let e = -6; e < 4; e++) for (let k = 8; k < 16; k++) E4M3.push(k * 2 ** (e - 3));

/** The nearest of them, in a tie the one at an even place. @param {number} x from 0 to 15 */
const nearest = (x) => {
  const above = E4M3.findIndex((each) => each >= x);
  if (E4M3[above] === x) return x;
  const [up, down] = [E4M3[above] - x, x - E4M3[above - 1]];
  return E4M3[up < down || (up === down && above % 2 === 0) ? above : above - 1];
};

/** @param {any} run @param {string} axis */
const last = (run, axis = 'x') => run.columns[axis][run.rows - 1];
/** Steps of 300·0.998^t: gradient descent on x² with η 0.001. */
const IN_DOUBLES = 300 * 0.998 ** 200;

/** @type {Record<string, (run: any) => void>} */
export const PRECISION_CLAIMS = {
  'precision-underflow'({ columns, rows }) {
    assert.equal(rows, 41);
    for (let t = 0; t <= 40; t++) assert.equal(columns.x[t], 2 ** -Math.min(t, 24), `x_${t}`);
    // The smallest float16 is 2⁻²⁴; half of it goes to the even neighbour, 0.
    for (let t = 0; t <= 40; t++) assert.equal(columns.f[t], t <= 12 ? 4 ** -t : 0, `f at ${t}`);
  },
  'precision-stall'({ columns }) {
    assert.ok(columns.x.every((/** @type {number} */ x) => x === 300));
    assert.equal(columns.gx[0], 600);
  },
  'precision-stochastic'(run) {
    // Each step is off by less than a spacing, 2: standard deviation below √200 = 14.
    assert.ok(Math.abs(last(run) - IN_DOUBLES) < 4 * 14.2, `${last(run)}`);
    assert.ok(last(run) < 260);
  },
  'precision-vanishing-gradient'({ columns }) {
    assert.ok(columns.gx.every((/** @type {number} */ g) => g === 0));
    assert.equal(columns.x[200], columns.x[0]);
  },
  'precision-loss-scaling'(run) {
    assert.ok(run.columns.gx[0] > 0);
    // Within 5 %: the gradient has 11 digits, fewer below 2⁻¹⁴. By the flow, 1/x² grows by 8 η t.
    const flow = 1 / Math.sqrt(1e6 + 8 * 1000 * 200);
    assert.ok(Math.abs(last(run) / flow - 1) < 0.05, `${last(run)}, ${flow}`);
  },
  'precision-epsilon'({ columns, rows, diagnosis }) {
    assert.equal(rows, 2);
    assert.ok(Number.isNaN(columns.y[1]));
    assert.equal(diagnosis.kind, 'left');
  },
  'precision-eight-bits'({ columns }) {
    const rate = nearest(0.1);
    let x = 9;
    for (let t = 0; t <= 60; t++) {
      assert.equal(columns.x[t], x, `x_${t}`);
      x = nearest(x - nearest(rate * (2 * x)));
    }
    assert.equal(x, columns.x[60]);
    assert.ok(x > 0);
  },
};
