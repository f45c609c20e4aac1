// A course of one's own that is too long for a link: leaving the page asks, until it is in a file.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeOwnFile } from '../../web/course/own-course.js';
import { course } from './course.js';
import { eventually } from './eventually.js';

const SHORT = { query: 'lab=descent&v=1', text: 'One', controls: '', notes: '' };
const LONG = { ...SHORT, text: 'word '.repeat(190) };

test('leaving the page asks while a long course is in no file, and only then', () =>
  course('at=own.1', async (lab) => {
    const asks = () =>
      lab.frame.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    await lab.find('[data-act=edit]').click();
    await lab.find('.own-form input[type=file]').setInputFiles({
      ...{ name: 'long.json', mimeType: 'application/json' },
      buffer: Buffer.from(writeOwnFile({ title: 'Long', beats: Array(9).fill(LONG) })),
    });
    await eventually(async () => assert.match(await lab.words('.own-form'), /Too long for a link/));
    assert.match(await lab.words('.own-form'), /or a reload loses it/);
    assert.equal(await asks(), false);
    await lab.find('.own-form input').first().fill('Longer');
    await lab.page.keyboard.press('Tab');
    await eventually(async () => assert.equal(await asks(), true));
    const saved = lab.page.waitForEvent('download');
    await lab.find('.own-form [data-act=save]').click();
    await saved;
    assert.equal(await asks(), false);
  }));
