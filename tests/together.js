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
 * What a file costs: the milliseconds that its tests took when they last ran, if that is known of all files; else
 * its size, the best guess on a new machine.
 * @param {readonly string[]} files @param {Record<string, number>} known
 * @returns {(file: string) => number}
 */
export const costs = (files, known) =>
  files.every((file) => known[file] >= 0)
    ? (file) => known[file]
    : (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
