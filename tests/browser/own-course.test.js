// A course of one's own: made by keyboard from what labs show, kept in the link, saved, opened and shown.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { writeOwn } from '../../web/course/own-course.js';
import { course, DESK, PHONE, PROJECTOR } from './course.js';
import { eventually } from './eventually.js';

const [X99, SMOOTH] = ['lab=descent&x0=99&v=1', 'lab=smoothing&v=1'];
const beat = { controls: '', notes: '' };
/** A lint rule minds the name. */
const THEN = 'then';
/** @type {import('../../web/course/own-course.js').OwnCourse} */
const MINE = {
  title: 'Rates & more',
  beats: [
    {
      ...{ ...beat, text: 'A <b>bold</b> *start*', query: X99, notes: 'Wait a little.' },
      predict: {
        ...{ kind: 'choice', ask: 'Which?', after: 'This.', [THEN]: '', answer: 1 },
        options: ['<i>one</i>', 'two'],
      },
    },
    { ...beat, text: 'And averages', query: SMOOTH },
  ],
};
const LINK = `at=own.1&course=${encodeURIComponent(writeOwn(MINE))}`;

/** @param {import('./browser.js').Lab} lab */
const focused = (lab) =>
  lab.frame.evaluate(() => {
    const active = document.activeElement?.shadowRoot?.activeElement;
    return [
      active?.closest('[data-beat]')?.getAttribute('data-beat'),
      active?.getAttribute('data-act'),
    ];
  });

test('what a lab shows becomes beats by keyboard; they are written, asked, reordered, removed and undone', () =>
  course('at=step.1', async (lab) => {
    const { keyboard } = lab.page;
    const press = async (/** @type {string} */ part) => {
      await lab.find(part).first().focus();
      await keyboard.press('Enter');
    };
    await press('.labs a:has-text("Descent")');
    await lab.find('lab-table').waitFor();
    await press('[data-act=share]');
    await press('[data-act=keep]');
    await eventually(async () =>
      assert.match(await lab.words('.share-keep'), /Beat 1 of your course/),
    );
    await press('[data-act=keep]');
    await eventually(async () => assert.match(await lab.words('.share-keep'), /Beat 2/));
    await keyboard.press('Escape');
    await press('.labs a:has-text("Course")');
    await lab.find('.is-own').waitFor();
    await press('[data-act=edit]');
    const form = lab.find('.own-form');
    await form.waitFor();
    const field = (/** @type {number} */ i, /** @type {string} */ key) =>
      form.locator(`[data-beat="${i}"] [data-field=${key}]`);
    const write = async (
      /** @type {import('playwright-core').Locator} */ place,
      /** @type {string} */ text,
    ) => {
      await place.focus();
      await keyboard.press('Control+a');
      await keyboard.type(text);
      await keyboard.press('Tab');
    };
    await write(form.locator('[data-field=title]'), 'Mine');
    await write(field(0, 'text'), 'First');
    await write(field(1, 'text'), 'Second');
    await field(1, 'question').selectOption('number');
    await write(field(1, 'ask'), 'Where?');
    await write(field(1, 'answer'), '56');
    assert.match(await lab.link(), /at=own\.2.*"text":"First".*"text":"Second".*"ask":"Where\?"/);
    await press('[data-beat="1"] [data-act=up]');
    await lab.page.waitForTimeout(100);
    assert.match(await lab.link(), /at=own\.1.*"text":"Second".*"text":"First"/);
    assert.deepEqual(await focused(lab), ['0', 'up']);
    // The figure is a lab: changed here, and taken.
    await lab.find('.figure [data-act=step]').click();
    await press('[data-beat="0"] [data-act=take]');
    await eventually(async () =>
      assert.match(await lab.link(), /"text":"Second","query":"lab=descent&t=1/),
    );
    await press('[data-act=remove]');
    await lab.page.waitForTimeout(100);
    assert.equal(await lab.find('.own-form [data-beat]').count(), 1);
    await keyboard.press('Escape');
    await lab.find('.lab').first().focus();
    await keyboard.press('Control+z');
    await eventually(async () => assert.equal(await lab.find('.own-form [data-beat]').count(), 2));
    await press('[data-act=edit]');
    assert.equal(await lab.find('.own-form').count(), 0);
    assert.equal(await lab.words('#chapter-title'), 'Mine');
    assert.equal(await lab.words('.beat.is-here > p'), 'Second');
    await lab.find('.beat.is-here input').fill('56');
    await keyboard.press('Enter');
    assert.match(await lab.words('.beat.is-here .reply'), /Right/);
  }));

for (const [lang, said] of /** @type {const} */ ([
  ['en', /not Descent Lab’s/],
  ['vi', /không phải của Descent Lab/],
]))
  test(`${lang}: a link opens a course as article, slides and handout, plain and marked as not ours`, () =>
    course(
      `${LINK}&lang=${lang}`,
      async (lab) => {
        assert.match(await lab.words('.idea'), said);
        assert.equal(await lab.words('.beat.is-here > p'), 'A <b>bold</b> *start*');
        assert.equal(await lab.find('.beats :is(b, i, em)').count(), 0);
        assert.equal(await lab.find('.turns a').count(), 0);
        await lab.find('[data-option="1"]').click();
        await lab.find('.figure .player').waitFor();
        await lab.page.keyboard.press('f');
        assert.equal(await lab.find('.beat').count(), 1);
        const where = lab.find('.chapter > header .soft');
        assert.match(String(await where.textContent()), /somebody|người dùng/);
        await lab.page.keyboard.press('PageDown');
        assert.equal(await lab.words('.beat > p'), 'And averages');
        assert.equal(await lab.find('.figure lab-smoothing-plot').count(), 1);
        await lab.page.keyboard.press('PageDown');
        assert.match(await lab.link(), /at=own\.2/);
        await lab.page.keyboard.press('f');
        await lab.frame.evaluate(() => Reflect.set(globalThis, 'print', () => {}));
        await lab.page.keyboard.press('Control+p');
        await lab.find('.handout img').first().waitFor({ state: 'attached' });
        assert.deepEqual(await lab.find('.handout h2').allTextContents(), [
          '1. Rates & more',
          lang === 'en' ? 'Answers' : 'Đáp án',
        ]);
        assert.match(String(await lab.find('.handout .idea').textContent()), said);
      },
      PROJECTOR,
    ));

test('a course is saved as a file and opened from it; what is wrong with a file is said', () =>
  course(LINK, async (lab) => {
    await lab.find('[data-act=edit]').click();
    const [saved] = await Promise.all([
      lab.page.waitForEvent('download'),
      lab.find('[data-act=save]').click(),
    ]);
    const text = readFileSync(await saved.path(), 'utf8');
    const { format, ...mine } = JSON.parse(text);
    assert.equal(format, 'descent-lab-course');
    assert.deepEqual(mine, MINE);
    const open = (/** @type {string} */ content) =>
      lab.find('.own-form input[type=file]').setInputFiles({
        ...{ name: 'c.json', mimeType: 'application/json' },
        buffer: Buffer.from(content),
      });
    const says = (/** @type {RegExp} */ wanted) =>
      eventually(async () => assert.match(await lab.words('.own-form [role=status]'), wanted));
    await open('{');
    await says(/“c\.json” is not JSON/);
    await open('{"format":"x"}');
    await says(/holds no experiment, or no course/);
    await open(text.replace('Rates & more', 'Others').replace('"answer": 1', '"answer": 7'));
    await says(/beat 1 › predict › answer: 7 is outside/);
    assert.equal(await lab.words('#chapter-title'), 'Others');
    assert.match(await lab.link(), /"title":"Others"/);
  }));

for (const [lang, context] of /** @type {const} */ ([
  ['en', DESK],
  ['vi', PHONE],
]))
  test(`${lang}: the form and the course have no faults for axe, light and dark, and fit the window`, () =>
    course(
      `${LINK}&lang=${lang}`,
      async (lab) => {
        assert.deepEqual(await lab.axe(), []);
        await lab.find('[data-act=edit]').click();
        await lab.find('.own-form').waitFor();
        assert.deepEqual(await lab.axe(), []);
        await lab.find('[data-act=theme]').click();
        await lab.page.waitForTimeout(200);
        assert.deepEqual(await lab.axe(), []);
        const wide = await lab.frame.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        assert.ok(wide <= 0, `${wide}`);
      },
      context,
    ));
