// What an exercise asks, and the answers, which the core works out from the experiment.

import { specFor } from '../../state/experiment.js';
import { stableRate } from './words.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../core/index.js').Run} Run
 * @typedef {import('../../state/types.js').Experiment} Experiment
 *
 * @typedef {(steps: number, optimizer?: import('../../core/spec.js').OptimizerSpec) => Run} RunOf
 *
 * @typedef {object} Question of a number, or with options a choice
 * @property {string} key "x_1", "y_1", "η", "x", "end", "which"; of a number also what it is called
 * @property {readonly string[]} [options] keys
 * @property {number|string} answer one of the options, or a number
 * @property {number} within half a unit of the last digit asked for
 * @property {string} axis of a number of a step @property {number} row of it; 0 for other questions
 */

/** A run whose end is asked for goes on for so many steps: then it rests, or never will. */
const LONG = 20_000;
/** The other optimizers that are offered. */
const OTHERS = 3;
/** Where a run may end. */
const ENDS = /** @type {const} */ (['rests', 'swings', 'leaves']);
/** So many times as far as the start is from 0 is away. */
const FAR = 1e6;
/** What changes by no more than this part of itself stays as it is. */
const STEADY = 1e-3;

/**
 * How wide a part of a path is, and how often it turns there.
 * @param {Float64Array} path @param {number} from part of its length @param {number} to
 */
function spanOf(path, from, to) {
  const part = path.subarray(path.length * from, path.length * to);
  let [low, high, turns] = [Infinity, -Infinity, 0];
  part.forEach((x, t) => {
    low = Math.min(low, x);
    high = Math.max(high, x);
    if (t > 1 && (x - part[t - 1]) * (part[t - 1] - part[t - 2]) < 0) turns++;
  });
  return { span: high - low, turns };
}

/**
 * Half a unit of the last of so many significant digits of a number of this size.
 * @param {number} size @param {number} digits
 */
export const halfUnit = (size, digits) =>
  Number(
    `5e${
      Number(
        Math.abs(size || 1)
          .toExponential()
          .split('e')[1],
      ) - digits
    }`,
  );

/** @param {string} key @param {number} answer @param {number} within @returns {Question} */
const ofNumber = (key, answer, within, axis = '', row = 0) => ({ key, answer, within, axis, row });

/** @param {string} key @param {readonly string[]} options @param {string} answer @returns {Question} */
const ofChoice = (key, options, answer) => ({ key, options, answer, within: 0, axis: '', row: 0 });

/** @param {Run} run */
const axesOf = ({ dim }) => ['x', 'y'].slice(0, dim);

/**
 * The questions of each task.
 * @type {Record<string, (experiment: Experiment, run: RunOf, core: Core,
 *   digits: number) => Question[]>}
 */
const ASK = {
  steps({ exercise, noise }, runOf, _core, digits) {
    if (noise.sigma > 0) return []; // by hand nobody knows it
    const run = runOf(exercise?.ask ?? 1);
    const rows = Array.from({ length: run.rows - 1 }, (_, i) => i + 1);
    const all = rows.flatMap((row) =>
      axesOf(run).map((axis) => {
        const answer = run.columns[axis][row];
        return ofNumber(`${axis}_${row}`, answer, halfUnit(answer, digits), axis, row);
      }),
    );
    return all.filter(({ answer }) => Number.isFinite(answer));
  },
  stable({ runs }, runOf, core, digits) {
    const answer = stableRate(runs[0], runOf(2).diagnosis, core);
    return answer > 0 && answer < Infinity ? [ofNumber('η', answer, halfUnit(answer, digits))] : [];
  },
  end({ start }, runOf, _core, digits) {
    const run = runOf(LONG);
    const size = Math.max(...start.map(Math.abs)) || 1;
    const ends = axesOf(run).map((axis, i) => {
      const path = run.columns[axis];
      const answer = path[path.length - 1];
      const way = Math.abs(answer - start[i]);
      const within = halfUnit(Math.max(Math.abs(answer), way), digits);
      const [before, last] = [0.8, 0.9].map((from) => spanOf(path, from, from + 0.1));
      // What still creeps, or swings less and less, may come to rest later: nobody knows.
      const isSteady = last.turns > 2 && Math.abs(last.span / before.span - 1) < STEADY;
      const isStill = last.span <= Math.min(within / 4, way * STEADY);
      const end = !(way < FAR * size) ? 'leaves' : isStill ? 'rests' : isSteady ? 'swings' : '';
      return { end, question: ofNumber(axis, Math.abs(answer) < within / 10 ? 0 : answer, within) };
    });
    const all = ends.map(({ end }) => end);
    const answer = ['leaves', 'swings', 'rests'].find((end) => all.includes(end)) ?? '';
    if (all.includes('') && answer !== 'leaves') return [];
    const numbers = answer === 'rests' ? ends.map(({ question }) => question) : [];
    return [ofChoice('end', ENDS, answer), ...numbers];
  },
  which({ exercise, runs, steps }, runOf, { catalog }) {
    const [{ optimizer, hypers }] = runs;
    const run = runOf(steps);
    /** Whether two paths can be told apart on the plot. @param {string} key */
    const differs = (key) => {
      try {
        const other = runOf(run.rows - 1, { key, hypers: { lr: hypers.lr } });
        return axesOf(run).some((axis) =>
          run.columns[axis].some((x, t) => {
            const far = Math.abs(x - run.columns[axis][0]) / 10;
            return Math.abs(x - other.columns[axis][t]) > far + 1e-9;
          }),
        );
      } catch {
        return false;
      }
    };
    const { optimizers, groups } = catalog;
    const own = optimizers.find(({ key }) => key === optimizer);
    const near = optimizers.filter(({ group }) => group === own?.group || group === groups[0]);
    const from = exercise?.who ?? 0;
    const families = new Set([own?.family]);
    const others = near
      .map((_, i) => near[(from + i) % near.length])
      .filter(({ key, family }) => {
        const isNew = families.size <= OTHERS && !families.has(family) && differs(key);
        if (isNew) families.add(family);
        return isNew;
      });
    const options = optimizers.filter((unit) => unit === own || others.includes(unit));
    const keys = options.map(({ key }) => key);
    return own && others.length ? [ofChoice('which', keys, optimizer)] : [];
  },
};

/**
 * The questions of an exercise; none where the task means nothing for the experiment.
 * @param {Experiment} experiment with an exercise @param {Core} core
 * @returns {readonly Question[]}
 */
export function questionsOf(experiment, core) {
  const { task = '', digits = 1 } = experiment.exercise ?? {};
  /** @type {RunOf} */
  const runOf = (steps, optimizer) =>
    core.run({ ...specFor(experiment, 0), ...(optimizer && { optimizer }), steps });
  try {
    return ASK[task](experiment, runOf, core, digits);
  } catch {
    return []; // a rule of one's own that the core cannot take
  }
}
