// The runs that a lab's charts draw.

import { runStyle } from '../charts/run-style.js';

/**
 * @template R
 * @typedef {object} VisibleRun
 * @property {R} run what the core computed @property {number} index its place in the experiment
 * @property {import('../charts/run-style.js').RunStyle} style
 * @property {boolean} selected
 * @property {boolean} isPending whether `run` is the beginning of one that is still being computed
 * @property {number[]} changes the last rows before its parameters change
 * @property {string} label what tells it from the others, at the end of its line; "" for a run without others
 */

/**
 * Neither hidden nor failed ones; the selected one last, so that it lies on top.
 * @template R
 * @param {{ runs: readonly { hidden: boolean, changes?: readonly { from: number }[] }[],
 *   selected: number }} experiment
 * @param {readonly import('../state/results.js').Result<R>[]} results
 * @param {readonly import('./run-names.js').RunName[]} names of all runs
 * @returns {VisibleRun<R>[]}
 */
export const visibleRuns = ({ runs, selected }, results, names) =>
  results
    .flatMap(({ run, isPending }, index) =>
      run && !runs[index].hidden
        ? [
            {
              ...{ run, index, style: runStyle(index), selected: index === selected },
              isPending,
              label: names[index].label,
              changes: (runs[index].changes ?? []).map(({ from }) => from - 1),
            },
          ]
        : [],
    )
    .sort((a, b) => Number(a.selected) - Number(b.selected));

/** The same in the order of the experiment. @template {{ index: number }} T @param {readonly T[]} runs */
export const inOrder = (runs) => [...runs].sort((one, other) => one.index - other.index);
