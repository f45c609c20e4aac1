// What belongs to the page stays when it shows another experiment; above all a teacher's lock.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeExperiment } from '../../web/state/decode.js';
import { onPageOf, presents } from '../../web/state/page-keys.js';
import { linkCore } from './corpus/core.js';
import { LAB_KEYS } from './labs.js';

/** @param {string} query */
const read = (query) => /** @type {any} */ (decodeExperiment(query, '', linkCore).experiment);

test('another lab keeps language, theme, embedding, what is hidden and what is locked', () => {
  const present = read(
    '?lang=vi&theme=dark&embed=1&layout=figure&controls=lr&hide=table&lock=f,x0',
  );
  for (const lab of LAB_KEYS) {
    const { lang, theme, embed, layout, controls, hide, lock, ...rest } = onPageOf(
      read(`?lab=${lab}`),
      present,
    );
    assert.deepEqual([lang, theme, embed, layout], ['vi', 'dark', true, 'figure'], lab);
    assert.deepEqual([...controls], ['lr']);
    assert.deepEqual([[...hide], [...lock]], [['table'], ['f', 'x0']], lab);
    assert.equal(rest.lab, lab);
  }
});

test('a link that asks for presenting is heard, and its experiment is the same as without', () => {
  for (const [search, hash, wanted] of /** @type {[string, string, boolean][]} */ ([
    ['', '', false],
    ['?present=1', '', true],
    ['?present', '', true],
    ['?present=0', '', false],
    ['?present=yes', '', false],
    ['?present=1&t=3', '#present=0', false],
    ['?t=3', '#present=1', true],
  ]))
    assert.equal(presents(search, hash), wanted, `${search}${hash}`);
  assert.deepEqual(read('?present=1&t=3'), read('?t=3'));
  const { notices } = decodeExperiment('?present=yes', '', linkCore);
  assert.deepEqual(
    notices.map(({ key, code }) => [key, code]),
    [['present', 'unknown_value']],
  );
});
