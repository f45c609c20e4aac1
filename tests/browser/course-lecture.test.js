// The course in a lecture: the lecturer's window on a second screen; and what a reader is told at the end.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHAPTERS } from '../../web/course/chapters.js';
import { addresses, withLab } from './browser.js';

const step = CHAPTERS.find(({ key }) => key === 'step');
assert.ok(step);

test('N opens the speaker’s notes, which follow the slides and take the keys of presenting', () =>
  withLab({ address: `${addresses.http}?lab=course&at=step.3&present=1` }, async (lab) => {
    await lab.find('.figure .player').waitFor();
    const [notes] = await Promise.all([
      lab.page.waitForEvent('popup'),
      lab.page.keyboard.press('n'),
    ]);
    const words = () => notes.evaluate(() => document.body.textContent ?? '');
    const [third, fourth] = step.beats.slice(2).map(({ text }) => text.en.slice(0, 20));
    assert.ok((await words()).includes(third));
    assert.ok((await words()).includes(fourth), 'what comes next');
    await notes.keyboard.press('PageDown');
    await lab.find('.beat[data-beat="3"]').waitFor();
    assert.ok((await words()).includes('4 of 4'));
    assert.ok(!(await words()).includes(third));
    const closed = notes.waitForEvent('close');
    await lab.page.keyboard.press('Escape');
    await closed;
    assert.equal(await lab.find('.lab.is-presenting').count(), 0);
  }));

test('once all of a chapter’s predictions are answered, the reader is told how many were right', () =>
  withLab({ address: `${addresses.http}?lab=course&at=step.1` }, async (lab) => {
    await lab.find('.beat.is-here input').fill('56');
    await lab.page.keyboard.press('Enter');
    assert.equal(await lab.find('.score').count(), 0);
    const asked = step.beats.filter(({ predict }) => predict).length;
    for (const [i, { predict }] of step.beats.entries())
      if (i > 0 && predict) await lab.find(`[data-beat="${i}"] [data-act=tell]`).click();
    assert.equal(await lab.words('.score'), `You predicted 1 of ${asked}.`);
  }));
