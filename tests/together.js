// Test files that run in one process: each process costs a second before its first test, three with a browser.

import { statSync } from 'node:fs';

const MOST = 8; // files in a process
const SHARES = 8; // processes for each lane, so that all lanes end at about the same time

/**
 * Packs test files into groups of about the same cost: a long file stands alone, short ones share a process. The
 * longest groups come first.
 * @param {readonly string[]} files
 * @param {number} lanes processes at a time
 * @param {(file: string) => number} costOf in any unit
 * @returns {string[][]}
 */
export function together(files, lanes, costOf) {
  const sorted = [...files].sort((a, b) => costOf(b) - costOf(a));
  const most = sorted.reduce((sum, file) => sum + costOf(file), 0) / (lanes * SHARES);
  /** @type {string[][]} */ const groups = [];
  let cost = 0;
  for (const file of sorted) {
    const last = groups.at(-1);
    if (!last || last.length === MOST || cost + costOf(file) > most) {
      groups.push([file]);
      cost = costOf(file);
    } else {
      last.push(file);
      cost += costOf(file);
    }
  }
  return groups;
}

/**
 * What a file costs: the milliseconds that its tests took when they last ran, and the mean of the others for a new
 * file. On a machine where no file has run yet: its size, the best guess.
 * @param {readonly string[]} files @param {Record<string, number>} known
 * @returns {(file: string) => number}
 */
export function costs(files, known) {
  const all = files.map((file) => known[file]).filter((ms) => ms >= 0);
  if (!all.length) return (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const mean = all.reduce((sum, ms) => sum + ms, 0) / all.length;
  return (file) => known[file] ?? mean;
}
