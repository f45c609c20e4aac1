// The link key of the check: whether the reader checks numbers of their own. What they typed is not in the
// link.

import { flag } from './values.js';

/** @type {import('./types.js').LinkKeyRow<{ check?: true }>} */
export const checkKey = {
  name: 'check',
  type: flag.type,
  allowed: flag.allowed,
  example: 'check=1',
  read: ([text], _draft, { report }) => (flag.read(text, false, report) ? { check: true } : {}),
  write: ({ check = false }) => [flag.write(check)],
};
