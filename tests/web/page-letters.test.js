// How the build shortens the page: letters as one byte each, and templates without indentation.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unindented } from '../../web/markup.js';
import { narrow } from '../../web/narrow.js';

test('the letters used most are one byte each, ASCII stays', () => {
  const { letters, bytes } = narrow(['ạ, ạạ', 'ế']);
  assert.equal(letters, 'ạế');
  assert.deepEqual(
    bytes.map((each) => [...each]),
    [[0x80, 0x2c, 0x20, 0x80, 0x80], [0x81]],
  );
});

test('the indentation of templates of lit goes, and of nothing else', () => {
  const inside = (/** @type {string} */ indent) =>
    `a = html\`<p>\n${indent}\${b ? svg\`<i>\n${indent}x</i>\` : \`\n  kept\`}\n</p>\`;\nc\`\n  kept\`;`;
  assert.equal(unindented(inside('    ')), inside(''));
});
