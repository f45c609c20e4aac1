// The page reads its script's letters as the build wrote them (web/narrow.js), whatever they are.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { narrow } from '../../web/narrow.js';
import { usePage } from './chromium.js';

/** 300 letters from a place on. @param {number} from */
const letters = (from) => String.fromCharCode(...Array.from({ length: 300 }, (_, i) => from + i));

test('a text is read as it was written: Vietnamese, more letters than there are bytes, private ones', () =>
  usePage({}, async (page) => {
    const texts = [
      'plain ASCII, \0, \n and ~',
      'Số bước: đường đi xuống dốc, lượt chạy',
      '𝔼 𝑥 😀',
      letters(0x80) + letters(0x1ea0),
      `${letters(0xf700)} 0123abcd ÿ0041`,
    ];
    const { letters: table, bytes } = narrow(texts);
    const module = readFileSync('web/pieces.js', 'utf8').replaceAll('export ', '');
    const given = JSON.stringify([bytes.map((each) => [...each]), table]);
    const read = await page.evaluate(`(() => {
      ${module}
      const [bytes, table] = ${given};
      return bytes.map((each) => widened(Uint8Array.from(each), table));
    })()`);
    assert.deepEqual(read, texts);
  }));
