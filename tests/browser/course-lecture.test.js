// The course in a lecture: slides, the lecturer's window on a second screen, the booklet; and what a reader
// is told at the end.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHAPTERS } from '../../web/course/chapters.js';
import { addresses, withLab } from './browser.js';
import { course, PROJECTOR } from './course.js';

const order = CHAPTERS.findIndex(({ key }) => key === 'step');
const step = CHAPTERS[order];

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

test('slides: a beat fills a projector, its words and its figure large enough for the back row', () =>
  course(
    'at=step.2&present=1',
    async (lab) => {
      await lab.find('.figure lab-curve canvas').waitFor();
      await lab.page.waitForTimeout(200);
      assert.equal(await lab.find('.beat').count(), 1);
      const sizes = await lab
        .find('.beat > p, .ask, .option, .figure .worked-lines p')
        .evaluateAll((parts) =>
          parts.map((part) => Number.parseFloat(getComputedStyle(part).fontSize)),
        );
      assert.ok(sizes.length >= 4 && Math.min(...sizes) >= 28, `${sizes}`);
      const boxes = await lab
        .find('.beat, .turns, .figure .stage-chart, .figure .player, .figure .worked-lines')
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()));
      for (const { left, top, right, bottom } of boxes)
        assert.ok(left >= 0 && top >= 0 && right <= 1920 && bottom <= 1080, `${bottom} ${right}`);
      const chart = boxes.find(({ height, width }) => height > 500 && width > 1000);
      assert.ok(chart, JSON.stringify(boxes));
      const sharp = await lab.find('.figure lab-curve canvas').evaluate((canvas) => {
        const { width } = canvas.getBoundingClientRect();
        return /** @type {HTMLCanvasElement} */ (canvas).width / width;
      });
      assert.ok(sharp >= 0.99, `${sharp} pixels of the canvas to one of the screen`);
    },
    PROJECTOR,
  ));

test('slides: a clicker tells the answer before it goes on; F leaves to the same place', () =>
  course(
    'at=step.1&present=1',
    async (lab) => {
      const { keyboard } = lab.page;
      const at = async () => /at=([\w.]+)/.exec(await lab.link())?.[1];
      await keyboard.press('PageDown');
      assert.equal(await lab.find('.question.is-done').count(), 1);
      assert.equal(await at(), 'step.1');
      await keyboard.press('PageDown');
      assert.equal(await at(), 'step.2');
      await keyboard.press('ArrowLeft');
      await keyboard.press('PageUp');
      const before = CHAPTERS[order - 1];
      assert.equal(await at(), `${before.key}.${before.beats.length}`);
      await keyboard.press('Home');
      assert.equal(await at(), `${before.key}.1`);
      for (const digit of '13') await keyboard.press(digit);
      assert.equal(await at(), `${CHAPTERS[12].key}.1`);
      await keyboard.press('End');
      await keyboard.press('b');
      assert.equal(await lab.find('.blank').count(), 1);
      await keyboard.press('PageUp');
      assert.equal(await lab.find('.blank').count(), 0);
      const here = await at();
      const playing = () =>
        lab.find('.figure lab-player').evaluate((player) => /** @type {any} */ (player).isPlaying);
      const tell = lab.find('.question:not(.is-done)');
      if (await tell.count()) await keyboard.press('PageDown');
      await lab.page.waitForTimeout(100);
      const wasPlaying = await playing();
      await keyboard.press('Space');
      assert.equal(await playing(), !wasPlaying);
      await keyboard.press('f');
      assert.equal(await lab.find('.lab.is-presenting').count(), 0);
      assert.equal(await at(), here);
      assert.ok((await lab.find('.beat').count()) > 1);
      await lab.find('.beat.is-here > p').waitFor();
      const beat = await lab.find('.beat.is-here > p').boundingBox();
      assert.ok(beat && beat.y > 0 && beat.y < 1080, `${beat?.y}`);
    },
    PROJECTOR,
  ));

test('slides: with the focus in the figure the keys are still the lecturer’s', () =>
  course(
    'at=step.3&present=1',
    async (lab) => {
      await lab.find('.figure [data-act=step]').click();
      await lab.page.keyboard.press('ArrowRight');
      assert.match(await lab.link(), /at=step\.4/);
      await lab.page.keyboard.press('F');
      assert.equal(await lab.find('.is-presenting').count(), 0);
    },
    PROJECTOR,
  ));

test('Ctrl + P prints all chapters with their figures, blanks for answers, and the answers at the end', () =>
  withLab(
    {
      address: `${addresses.http}?lab=course&at=rate.2&theme=dark&lang=vi`,
      init: () => {
        Reflect.set(globalThis, 'print', () => Reflect.set(globalThis, 'isPrinted', true));
      },
    },
    async (lab) => {
      await lab.find('.figure .player').waitFor();
      await lab.page.keyboard.press('Control+p');
      await lab.frame.waitForFunction(() => Reflect.get(globalThis, 'isPrinted'));
      assert.equal(await lab.find('.handout').isVisible(), false, 'not on the screen');
      await lab.page.emulateMedia({ media: 'print' });
      assert.equal(await lab.find('.chapter').isVisible(), false);
      const titles = await lab.find('.handout h2').allTextContents();
      assert.deepEqual(titles, [
        ...CHAPTERS.map(({ title }, i) => `${i + 1}. ${title.vi}`),
        'Đáp án',
      ]);
      const asked = CHAPTERS.flatMap(({ beats }) => beats.filter(({ predict }) => predict));
      assert.equal(await lab.find('.handout .blank-line').count(), asked.length);
      assert.equal(await lab.find('.handout .answers p').count(), asked.length);
      const pictures = await lab
        .find('.handout img')
        .evaluateAll((all) =>
          all.map((each) => /** @type {HTMLImageElement} */ (each).naturalWidth),
        );
      // Beats that show what the beat before showed share its picture.
      const beats = CHAPTERS.flatMap((each) => each.beats);
      assert.ok(pictures.length > 0.8 * beats.length && pictures.length <= beats.length);
      for (const section of await lab.find('.handout section:not(.answers)').all())
        assert.ok((await section.locator('img').count()) > 0);
      assert.ok(pictures.every((width) => width > 0));
      const wide = await lab.frame.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      assert.ok(wide <= 0, `${wide}`);
    },
  ));

test('slides: two charts stand side by side, and no figure of any chapter is taller than the screen', () =>
  course(
    'at=samples.3&present=1',
    async (lab) => {
      for (const { key, beats } of CHAPTERS) {
        await lab.show(`present=1&lab=course&at=${key}.${beats.length}`);
        await lab.page.waitForTimeout(250);
        const boxes = await lab
          .find('.figure .stage-chart, .figure .player:visible, .figure .worked-lines, .beat')
          .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()));
        const low = Math.max(...boxes.map(({ bottom }) => bottom));
        assert.ok(low <= 1081, `${key}: ${low}`);
      }
      await lab.show('present=1&lab=course&at=samples.3');
      await lab.page.waitForTimeout(250);
      const [data, losses] = await lab
        .find('.figure .stage-chart')
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()));
      assert.ok(losses.left >= data.right - 1, `${data.right} ${losses.left}`);
    },
    PROJECTOR,
  ));

test('printing as soon as the course is seen prints all chapters', () =>
  course('at=rate.2', async (lab) => {
    await lab.page.waitForTimeout(700);
    const chapters = await lab.frame.evaluate(async () => {
      dispatchEvent(new Event('beforeprint'));
      await Promise.resolve();
      const root = document.querySelector('descent-lab')?.shadowRoot;
      return root?.querySelectorAll('.handout section').length;
    });
    assert.equal(chapters, CHAPTERS.length + 1);
  }));

test('printing from the browser’s menu, too, prints all chapters; the screen is as it was afterwards', () =>
  course('at=rate.2', async (lab) => {
    await lab.page.waitForTimeout(4500); // what it needs is loaded while nothing goes on
    await lab.page.emulateMedia({ media: 'print' });
    // All that a browser leaves time for.
    const [chapters, drawn] = await lab.frame.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      return new Promise((done) =>
        queueMicrotask(() =>
          queueMicrotask(() => {
            const root = document.querySelector('descent-lab')?.shadowRoot;
            const pictures = [...(root?.querySelectorAll('.handout img') ?? [])];
            done([
              root?.querySelectorAll('.handout section').length,
              pictures.every((each) => /** @type {HTMLImageElement} */ (each).complete),
            ]);
          }),
        ),
      );
    });
    assert.equal(chapters, CHAPTERS.length + 1);
    assert.equal(drawn, true);
    await lab.frame.evaluate(() => dispatchEvent(new Event('afterprint')));
    await lab.page.emulateMedia({ media: 'screen' });
    assert.equal(await lab.find('.handout').count(), 0);
    assert.equal(await lab.find('.chapter').isVisible(), true);
  }));

test('slides in portrait: figure above, words below, all on the screen', () =>
  course(
    'at=step.2&present=1',
    async (lab) => {
      const [figure, beat, turns] = await Promise.all(
        ['.figure', '.beat', '.turns'].map((part) => lab.find(part).boundingBox()),
      );
      assert.ok(figure && beat && turns);
      assert.ok(figure.width > 700 && figure.height > 400, JSON.stringify(figure));
      assert.ok(beat.y >= figure.y + figure.height - 1 && beat.y + beat.height <= turns.y + 1);
      assert.ok(turns.y + turns.height <= 1024);
    },
    { viewport: { width: 768, height: 1024 } },
  ));
