// Numbers of a line that somebody fitted in batches. C judges them as those of any run, on a landscape whose
// gradients are those of the batches; the batches are laid out here, as they are drawn and with the mistakes
// that can be made in them.

import { finenessOf } from './average-walk.js';
import { dataField } from './data.js';
import { judgeOn } from './judge-run.js';
import { together } from './mistakes.js';
import { AXES, takeBatch } from './sample.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {ReturnType<typeof import('./sample.js').readSample>} Asked
 *
 * @typedef {object} Way how the gradient of each step is made
 * @property {(t: number) => readonly number[]} [rows] the points that it is a mean over
 * @property {(count: number) => number} [times] by which that mean is multiplied
 * @property {boolean} [isRaw] whether x is not standardised
 */

/**
 * A rule that reads f reads the loss on a batch, and the numbers have the loss on all points.
 * @param {Engine} engine @param {import('./spec.js').Optimizer} optimizer
 */
function refuseValue({ catalog, units }, optimizer) {
  const { rule } =
    'rule' in optimizer
      ? optimizer
      : (catalog.optimizers.find((unit) => units.index(unit) === optimizer.index) ?? { rule: '' });
  if (/\bf\b/.test(rule)) throw new RangeError('check takes no rule that reads f, in batches');
}

/**
 * @param {Engine} engine @param {Asked} sample
 * @param {number} steps that are judged
 * @returns {import('./inside.js').Judging}
 */
export function judgeSample(engine, { data, batch, inEpoch, seed, ...asked }, steps) {
  refuseValue(engine, asked.optimizer);
  const { arena } = engine;
  const n = data.x.length;
  const stride = 4 + 2 * n;
  const field = dataField(engine, data, 3 + stride * (steps + 1));
  const list = () => arena.view(field.batches, 3 + stride * (steps + 1));
  const drawn = Array.from({ length: steps + 2 }, (_, s) =>
    takeBatch(engine, { n, batch, seed, step: s + 1 }),
  );
  const all = Array.from(data.x.keys());
  const scaled = arena.copy(field.px, n);

  /** @param {Way} [way] */
  function lay({ rows = (t) => drawn[t - 1], times = () => 1, isRaw } = {}) {
    const x = isRaw ? data.x : scaled;
    arena.view(field.px, n).set(x);
    const out = list();
    out[0] = stride;
    for (let t = 1; t <= steps + 1; t++) {
      const seen = rows(t);
      const { length } = seen;
      const own = [x, data.y].map((of) => seen.map((row) => of[row]));
      const reach = 2 * times(length);
      const size = own[0].reduce((sum, value) => sum + Math.abs(value), 0) / length;
      out.set([length, reach / 2, reach * size, reach, ...own.flat()], 3 + stride * (t - 1));
    }
  }

  /** @type {[string, Way][]} */
  const ways = [['derivative_exponent', { times: () => 0.5 }]];
  if (batch > 1) ways.push(['division_forgotten', { times: (count) => count }]);
  if (inEpoch > 1) {
    const inOrder = (/** @type {number} */ t) => {
      const from = ((t - 1) % inEpoch) * batch;
      return all.slice(from, from + batch);
    };
    ways.push(
      ['order_unshuffled', { rows: inOrder }],
      ['order_kept', { rows: (t) => drawn[(t - 1) % inEpoch] }],
      ['batch_next', { rows: (t) => drawn[t] }],
      ['batch_all', { rows: () => all }],
      ['division_all', { times: (count) => count / n }],
    );
  }
  if (data.standardise) ways.push(['scale_forgotten', { isRaw: true }]);
  lay();
  const look = { axes: AXES, value: 'loss' };
  const judging = judgeOn(engine, field, asked, { random: { sigma: 0, seed }, look });
  return {
    ...judging,
    of(table) {
      // What the line says of a point is rounded, and its error again.
      const { unit, digits } = finenessOf(table);
      const part = 10 ** (1 - digits) / 2;
      const size = Math.hypot(...data.y) / Math.sqrt(n);
      list().set([Math.max(unit, part * size), part], 1);
      return judging.of(table);
    },
    *wrongs() {
      yield* judging.wrongs();
      for (const [key, way] of ways) {
        lay(way);
        yield { mistake: { key, change: 'run' }, wrong: 0 };
      }
      lay();
    },
    *twice() {
      yield* judging.twice();
      for (const [key, way] of ways) {
        const mistake = /** @type {const} */ ({ key, change: 'run' });
        lay(way);
        for (const then of judging.wrongs())
          yield { mistake: together(mistake, then.mistake), wrong: then.wrong };
      }
    },
  };
}
