// What belongs to the page stays when another experiment is shown on it: a teacher's lock above all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeExperiment } from '../../web/state/decode.js';
import { onPageOf } from '../../web/state/page-keys.js';
import { linkCore } from './corpus/core.js';
import { LAB_KEYS } from './labs.js';

/** @param {string} query */
const read = (query) => /** @type {any} */ (decodeExperiment(query, '', linkCore).experiment);

test('another lab keeps language, theme, embedding, what is hidden and what is locked', () => {
  const present = read('?lang=vi&theme=dark&embed=1&hide=table&lock=f,x0');
  for (const lab of LAB_KEYS) {
    const { lang, theme, embed, hide, lock, ...rest } = onPageOf(read(`?lab=${lab}`), present);
    assert.deepEqual([lang, theme, embed], ['vi', 'dark', true], lab);
    assert.deepEqual([[...hide], [...lock]], [['table'], ['f', 'x0']], lab);
    assert.equal(rest.lab, lab);
  }
});
