// The course: read by scrolling, by keyboard and by touch; its figure follows, and waits for predictions.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHAPTERS } from '../../web/course/chapters.js';
import { addresses, withLab } from './browser.js';
import { course, DESK, PHONE } from './course.js';
import { eventually } from './eventually.js';

/** The beat shown, from 1. @param {import('./browser.js').Lab} lab */
const beatOf = async (lab) => Number(await lab.find('.beat.is-here').getAttribute('data-beat')) + 1;

/** The step that the figure shows, read off its lines. @param {import('./browser.js').Lab} lab */
const figureOf = (lab) =>
  lab.find('.figure > descent-lab').evaluate((figure) => /** @type {any} */ (figure).experiment);

const step = CHAPTERS.findIndex(({ key }) => key === 'step');

test('scrolling from beat to beat changes the one figure, and the address; no chart is made anew', () =>
  course('at=step.1', async (lab) => {
    const mark = () =>
      lab.find('.figure lab-curve').evaluate((host) => {
        const { chart } = /** @type {any} */ (host);
        const isSame = chart.mark === 1;
        chart.mark = 1;
        return isSame;
      });
    await lab.find('.figure lab-curve canvas').waitFor();
    await lab.page.waitForTimeout(200);
    assert.equal(await mark(), false);
    const depth = await lab.frame.evaluate(() => history.length);
    const seen = new Set();
    for (let i = 0; i < 12; i++) {
      await lab.page.mouse.move(200, 500);
      await lab.page.mouse.wheel(0, 200);
      await lab.page.waitForTimeout(60);
      const beat = await beatOf(lab);
      seen.add(beat);
      assert.match(await lab.link(), new RegExp(`at=step\\.${beat}`));
    }
    assert.deepEqual(
      [...seen],
      CHAPTERS[step].beats.map((_, i) => i + 1),
    );
    assert.equal(await mark(), true);
    assert.equal(await lab.frame.evaluate(() => history.length), depth);
    assert.equal(await lab.find('.figure > descent-lab').count(), 1);
  }));

for (const [name, context] of Object.entries({ wide: DESK, narrow: PHONE }))
  test(`${name}: a deep link opens at its beat, below or beside the figure, and stays there`, () =>
    course(
      'at=step.3',
      async (lab) => {
        const at = () => lab.frame.evaluate(() => scrollY);
        assert.equal(await beatOf(lab), 3);
        const beat = await lab.find('.beat.is-here > p').boundingBox();
        const figure = await lab.find('.figure').boundingBox();
        assert.ok(beat && figure);
        const high = name === 'narrow' ? figure.y + figure.height : 0;
        const { height } = context.viewport;
        assert.ok(beat.y >= high && beat.y < high + 0.35 * (height - high), `beat at ${beat.y}`);
        assert.ok(figure.y >= 0 && figure.y + figure.height <= height, JSON.stringify(figure));
        const before = await at();
        assert.ok(before > 0);
        await lab.page.waitForTimeout(400);
        assert.equal(await at(), before);
        assert.equal(
          await lab.frame.evaluate(() => document.documentElement.scrollWidth),
          context.viewport.width,
        );
      },
      context,
    ));

test('a number is asked before the figure moves: a wrong answer gets another try, a second is told', () =>
  course('at=step.1', async (lab) => {
    const shown = () => lab.mathLines('.figure .worked-lines p');
    const question = lab.find('.beat.is-here .question');
    assert.equal(await lab.find('.figure .player').isVisible(), false);
    await lab.find('.figure .lab').evaluate((part) => part.focus({ preventScroll: true }));
    await lab.page.keyboard.press('ArrowRight');
    assert.equal((await figureOf(lab)).t, 0);
    assert.doesNotMatch((await shown()).join(), /56/);
    for (const [given, said] of /** @type {[string, RegExp][]} */ ([
      ['x', /^$/],
      ['14', /Once more|once more|try/i],
      ['84', /56/],
    ])) {
      await question.locator('input').fill(given);
      await lab.page.keyboard.press('Enter');
      assert.match(await lab.words('.beat.is-here .reply'), said, given);
    }
    await lab.find('.figure .player').waitFor();
    assert.ok((await figureOf(lab)).runs.every((/** @type {any} */ run) => !run.hidden));
  }));

test('a right number is answered by the figure; by keyboard alone', () =>
  course('at=step.1', async (lab) => {
    await lab.find('.beat.is-here input').focus();
    await lab.page.keyboard.type('56');
    await lab.page.keyboard.press('Enter');
    assert.match(await lab.words('.beat.is-here .reply'), /56/);
    await lab.find('.figure .player').waitFor();
    assert.equal(await beatOf(lab), 1);
  }));

for (const motion of /** @type {const} */ (['reduce', 'no-preference']))
  test(`an answer that has no figure of its own walks through all steps; motion: ${motion}`, () =>
    course(
      'at=loss.3',
      async (lab) => {
        await lab.find('.beat.is-here [data-act=tell]').click();
        const [last, walks] = await lab.find('.figure lab-player').evaluate(async (player) => {
          const { steps } = /** @type {any} */ (player);
          await new Promise((done) => setTimeout(done, 300));
          return [steps, /** @type {any} */ (player).isPlaying];
        });
        assert.equal(walks, motion !== 'reduce');
        const ends = async () => assert.equal((await figureOf(lab)).t, last);
        if (motion === 'reduce') await ends();
        else await eventually(ends);
      },
      { ...DESK, reducedMotion: motion },
    ));

test('a choice is made by touch, at 360 pixels, in Vietnamese', () =>
  course(
    'at=step.2&lang=vi',
    async (lab) => {
      const { predict } = CHAPTERS[step].beats[1];
      assert.equal(predict?.kind, 'choice');
      const wrong = predict.answer === 0 ? 1 : 0;
      const option = (/** @type {number} */ i) => lab.find(`.is-here [data-option="${i}"]`);
      await option(wrong).tap();
      assert.equal(await option(wrong).getAttribute('aria-disabled'), 'true');
      await option(predict.answer).tap();
      const reply = await lab.words('.beat.is-here .reply');
      assert.ok(reply.startsWith('Đúng'), reply);
      assert.equal(await lab.find('.is-here .is-answer').count(), 1);
    },
    PHONE,
  ));

test('a place is chosen on the axis of the figure, by arrow keys', () =>
  course('at=loss.2', async (lab) => {
    const slider = lab.find('.place input');
    await slider.waitFor();
    await lab.page.waitForTimeout(300);
    const plot = await lab.find('.figure lab-curve').boundingBox();
    const box = await slider.boundingBox();
    assert.ok(plot && box && box.y > plot.y && box.y + box.height < plot.y + plot.height);
    await slider.focus();
    await slider.evaluate((input) => {
      /** @type {HTMLInputElement} */ (input).value = '0.6';
      input.dispatchEvent(new Event('input'));
    });
    await lab.page.keyboard.press('ArrowRight');
    const field = lab.find('.beat.is-here .answer input');
    assert.ok(Math.abs(Number(await field.inputValue()) - 0.6) < 0.2);
    await field.press('Enter');
    assert.match(await lab.words('.beat.is-here .reply'), /Right/);
    assert.equal(await lab.find('.place').count(), 0);
  }));

test('the figure is a lab: its controls work, and what it shows is opened in the lab', () =>
  course('at=step.3', async (lab) => {
    const tell = lab.find('.beat.is-here [data-act=tell]');
    if (await tell.count()) await tell.click();
    await lab.find('.figure [data-act=start]').click();
    await lab.find('.figure [data-act=step]').click();
    assert.equal((await figureOf(lab)).t, 1);
    await lab.find('.figure-foot a').click();
    await lab.find('lab-table').waitFor();
    assert.match(await lab.link(), /^\?lab=descent&.*t=1/);
    assert.doesNotMatch(await lab.link(), /layout|controls|hide|lock/);
  }));

test('contents, next and previous lead to other chapters, at their head', () =>
  course('at=step.3', async (lab) => {
    await lab.find('.turns a').last().click();
    assert.match(await lab.link(), /at=rate\.1/);
    assert.equal(await lab.frame.evaluate(() => scrollY), 0);
    await lab.find('.contents summary').click();
    await lab.find('.contents a').nth(step).click();
    assert.match(await lab.link(), /at=step\.1/);
    const focused = () =>
      lab.frame.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id);
    assert.equal(await focused(), 'chapter-title');
    assert.equal(await lab.find('.contents details').getAttribute('open'), null);
  }));

test('one chapter stands alone in a sandboxed frame, a beat at a time', () =>
  withLab(
    { address: `${addresses.file}?lab=course&at=step.1&embed=1`, isFramed: true },
    async (lab) => {
      await lab.find('.figure lab-curve canvas').waitFor();
      assert.equal(await lab.find('.beat').count(), 1);
      assert.equal(await lab.find('.contents, .page-header, [data-act=more]').count(), 0);
      const { length } = CHAPTERS[step].beats;
      await lab.press('beat-next', length - 1);
      assert.equal(await beatOf(lab), length);
      const next = lab.find('[data-act=beat-next]');
      assert.equal(await next.getAttribute('aria-disabled'), 'true');
      await next.evaluate((button) => /** @type {HTMLElement} */ (button).click());
      assert.equal(await beatOf(lab), length);
      await lab.press('beat-back');
      assert.equal(await beatOf(lab), length - 1);
    },
  ));

for (const lang of ['en', 'vi'])
  test(`${lang}: no chapter has faults for axe, light or dark, or is wider than 360 pixels`, () =>
    course(
      `at=loss.1&lang=${lang}`,
      async (lab) => {
        const keys = ['loss', 'exercise', 'questions'];
        for (const [i, key] of keys.entries()) {
          await lab.show(`lab=course&at=${key}.2&lang=${lang}&theme=${i % 2 ? 'dark' : 'light'}`);
          await lab.page.waitForTimeout(250);
          assert.deepEqual(await lab.axe(), [], key);
          const width = await lab.frame.evaluate(() => document.documentElement.scrollWidth);
          assert.equal(width, 360, key);
        }
      },
      PHONE,
    ));

for (const [name, context] of Object.entries({ wide: DESK, narrow: PHONE }))
  test(`${name}: every figure of the course fits its place, and a beat does not change its height`, () =>
    course(
      'at=loss.1',
      async (lab) => {
        const heights = new Set();
        for (const { key, beats } of CHAPTERS)
          for (const number of [1, beats.length]) {
            await lab.show(`lab=course&at=${key}.${number}`);
            await lab.find(`.beat.is-here[data-beat="${number - 1}"]`).waitFor();
            const [figure, ...parts] = await lab
              .find('.figure, .figure .lab, .figure-foot')
              .evaluateAll((all) => all.map((part) => part.getBoundingClientRect().toJSON()));
            heights.add(Math.round(figure.height));
            for (const { bottom } of parts)
              assert.ok(bottom <= figure.bottom + 1, `${key}.${number}: ${bottom - figure.bottom}`);
          }
        assert.equal(heights.size, 1, [...heights].join());
      },
      context,
    ));

test('what is no number is said to be none, and costs no try', () =>
  withLab('?lab=course&at=step.1', async (lab) => {
    const field = lab.find('.beat.is-here .answer input');
    for (const text of ['', 'abc', '1/0']) {
      await field.fill(text);
      await lab.find('.beat.is-here .answer button').click();
      const said = await field.evaluate(
        (/** @type {HTMLInputElement} */ { validationMessage }) => validationMessage,
      );
      assert.match(said, /Type a number/, text);
    }
    await field.fill('56');
    await lab.find('.beat.is-here .answer button').click();
    await lab.find('.question.is-done').first().waitFor();
  }));

test('what comes after an open question is veiled; skipping, by keyboard, goes there', () =>
  course('at=step.1', async (lab) => {
    const seen = (/** @type {number} */ i) =>
      lab
        .find(`[data-beat="${i}"] > p`)
        .evaluate((text) => text.checkVisibility({ visibilityProperty: true }));
    assert.deepEqual(await Promise.all([0, 1, 2].map(seen)), [true, false, false]);
    await lab.find('.beat.is-here [data-act=tell]').focus();
    await lab.page.keyboard.press('Tab');
    await lab.page.keyboard.press('Enter');
    assert.equal(await beatOf(lab), 2);
    assert.deepEqual(await Promise.all([0, 1, 2].map(seen)), [true, true, false]);
    await lab.find('.beat.is-here [data-act=tell]').click();
    assert.deepEqual(await Promise.all([0, 1, 2, 3].map(seen)), [true, true, true, true]);
  }));

for (const width of [700, 800, 900])
  test(`in a frame ${width} × 560 the question and the figure are both seen, and a place can be dragged`, () =>
    course(
      'at=loss.2&embed=1',
      async (lab) => {
        for (const part of ['.question .ask', '.answer', '.figure .stage-chart']) {
          const box = await lab.find(part).first().boundingBox();
          assert.ok(
            box && box.y >= 0 && box.y + box.height <= 560,
            `${part} ${JSON.stringify(box)}`,
          );
        }
        assert.match(await lab.words('.question .how'), /Drag the red line/);
      },
      { viewport: { width, height: 560 } },
    ));

test('a figure of averages has a legend, one of samples the loss over epochs, a narrow map its colours', async () => {
  await course('at=averages.2', async (lab) => {
    await lab.show('lab=course&at=averages.2');
    assert.ok(await lab.find('.figure lab-legend').isVisible());
    await lab.show('lab=course&at=samples.2');
    await lab.find('.figure .plots lab-series canvas').last().waitFor({ state: 'visible' });
    const [plot, worked] = await Promise.all(
      ['.figure .plots', '.figure .worked-lines'].map((part) =>
        lab.find(part).last().boundingBox(),
      ),
    );
    assert.ok(plot && worked && plot.x >= worked.x + worked.width - 1);
  });
  await course(
    'at=rate.5',
    async (lab) => {
      await lab.find('.figure .map-legend').waitFor();
      const map = await lab.find('.figure .stage-chart').boundingBox();
      assert.ok(map && map.height > 90, JSON.stringify(map));
    },
    PHONE,
  );
});

test('no worked step of a figure is cut where there is room for a desk', () =>
  course('at=loss.1', async (lab) => {
    for (const at of ['exercise.2', 'beyond.4', 'adam.2']) {
      await lab.show(`lab=course&at=${at}`);
      await lab.page.waitForTimeout(300);
      for (const part of await lab.find('.figure .worked-lines').all()) {
        const cut = await part.evaluate((each) => each.scrollHeight - each.clientHeight);
        assert.ok(cut <= 1, `${at}: ${cut} pixels`);
      }
    }
  }));

test('the course shares a place, not an experiment', () =>
  course('at=rate.1', async (lab) => {
    await lab.find('[data-act=share]').click();
    assert.equal(await lab.words('#share-title'), 'Share this place in the course');
  }));
