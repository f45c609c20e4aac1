// The SCORM package in a course platform (scorm-again), and opened without one.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { strToU8, unzipSync } from 'fflate';
import { writeZips } from '../../web/zips.js';
import { eventually } from './eventually.js';
import { startPlatform, withQuiz } from './lms.js';

const RIGHT = ['mlp', 'time_series', 'unknown', 'ninth', 'large_rate', 'rate_each'];
const WRONG = ['linear', 'image', 'adam', 'larger', 'far_start', 'more_steps'];

const folder = mkdtempSync(join(tmpdir(), 'scorm-'));
after(() => rmSync(folder, { recursive: true }));
await writeZips(folder);
const files = unzipSync(readFileSync(join(folder, 'descent-lab-scorm.zip')));
/** The package with empty figures, for tests of anything else: each question would load a lab. */
const bare = {
  ...files,
  'index.html': strToU8('<!doctype html><html lang="en"><title>A figure</title></html>'),
};
const platform = await startPlatform(bare);

/**
 * Unpacks a package and gives the address of its quiz.
 * @param {string} name
 * @param {Record<string, Uint8Array>} parts
 */
function unpack(name, parts) {
  mkdirSync(join(folder, name));
  for (const [file, bytes] of Object.entries(parts)) writeFileSync(join(folder, name, file), bytes);
  return pathToFileURL(join(folder, name, 'quiz.html')).href;
}
const alone = unpack('alone', bare);
const whole = unpack('whole', files);

/** The platform's page for a learner. @param {string} learner */
const course = (learner) => `${platform.address}?learner=${learner}`;

/** What the platform keeps of a learner: [score, status]. @param {string} learner */
const keptOf = (learner) => {
  const { core } = platform.kept.get(learner);
  return [core.score.raw, core.lesson_status];
};

/** How often something of a learner was committed. @param {string} learner */
const commitsOf = (learner) => platform.commits.filter((each) => each === learner).length;

test('six right answers are 100 points and passed, and each answer is committed when it is given', () =>
  withQuiz(course('ace'), async (quiz) => {
    assert.deepEqual(keptOf('ace'), ['', 'incomplete']);
    assert.match(await quiz.words('.notice'), /reported to your course/);
    const expected = [17, 33, 50, 67, 83, 100].map((score, i) => [
      String(score),
      i < 5 ? 'incomplete' : 'passed',
    ]);
    for (const [i, option] of RIGHT.entries()) {
      if (i) await quiz.find('[data-act="next"]').click();
      await quiz.answer(option);
      assert.deepEqual(keptOf('ace'), expected[i]);
      assert.match(await quiz.words('#verdict'), /Right/);
    }
    assert.match(await quiz.words('.result'), /6 of 6 right: 100 of 100 points\. Passed\./);
    const { core, suspend_data: data, interactions } = platform.kept.get('ace');
    assert.deepEqual([core.score.min, core.score.max], ['0', '100']);
    assert.ok(data.length <= 4096 && core.lesson_location.length <= 255);
    assert.equal(Object.keys(interactions).length, 6);
    assert.equal(interactions[0].id, 'non_convex_loss');
    assert.equal(interactions[0].student_response, 'd');
    assert.equal(interactions[0].result, 'correct');
  }));

test('three of six are failed; a new round that is better is passed, and passed it stays', () =>
  withQuiz(course('second'), async (quiz) => {
    await quiz.answerAll([...RIGHT.slice(0, 3), ...WRONG.slice(3)]);
    assert.deepEqual(keptOf('second'), ['50', 'failed']);
    assert.match(await quiz.words('.result'), /50 of 100 points\. Not passed yet: 60/);
    await quiz.find('[data-act="restart"]').click();
    assert.deepEqual(keptOf('second'), ['50', 'failed']);
    await quiz.answerAll(RIGHT);
    assert.deepEqual(keptOf('second'), ['100', 'passed']);
    await quiz.find('[data-act="restart"]').click();
    await quiz.answerAll(WRONG);
    assert.deepEqual(keptOf('second'), ['100', 'passed']);
    assert.match(await quiz.words('.result'), /Your best round counts: 100 points/);
  }));

test('a tab that is killed in the middle loses nothing', async () => {
  await withQuiz(
    course('killed'),
    async (quiz) => {
      await quiz.answerAll([RIGHT[0], WRONG[1], RIGHT[2]]);
      await quiz.kill();
    },
    { isOwn: true },
  );
  assert.deepEqual(keptOf('killed'), ['33', 'incomplete']);
  assert.equal(platform.kept.get('killed').core.exit, 'suspend');
  assert.equal(commitsOf('killed'), 4); // no goodbye
  await withQuiz(course('killed'), async (quiz) => {
    assert.equal(await quiz.place(), 3);
    assert.deepEqual(await quiz.find('nav button').allTextContents(), [
      ...['1✓', '2✗', '3✓'],
      ...['4', '5', '6'],
    ]);
    assert.deepEqual(keptOf('killed'), ['33', 'incomplete']);
    await quiz.find('[data-act="next"]').click();
    assert.equal(await quiz.place(), 4);
    await quiz.answerAll(RIGHT.slice(3));
  });
  assert.deepEqual(keptOf('killed'), ['83', 'passed']);
});

test('leaving the course page finishes the visit: session time, suspend, once', () =>
  withQuiz(course('leaver'), async (quiz) => {
    await quiz.answer(RIGHT[0]);
    await quiz.find('[data-question="best_optimizer"]').click();
    const before = commitsOf('leaver');
    await quiz.page.goto(`${platform.address}package/LICENSE.txt`);
    await eventually(async () => assert.equal(commitsOf('leaver'), before + 1));
    const { core, suspend_data: data } = platform.kept.get('leaver');
    assert.equal(core.exit, 'suspend');
    assert.match(core.session_time ?? core.total_time, /^\d{2,4}:\d\d:\d\d/);
    assert.equal(core.lesson_location, 'best_optimizer');
    assert.match(data, /non_convex_loss/);
  }));

test('a commit that is refused is said, and sending again saves everything', () =>
  withQuiz(course('refused'), async (quiz) => {
    platform.refuse(true);
    await quiz.answer(RIGHT[0]);
    assert.match(await quiz.words('.notice'), /did not accept the score \(LMSCommit, 391/);
    platform.refuse(false);
    await quiz.find('[data-act="send"]').click();
    assert.match(await quiz.words('.notice'), /is reported to your course/);
    assert.deepEqual(keptOf('refused'), ['17', 'incomplete']);
  }));

test('the platform’s language is spoken, and the reader’s choice comes back', async () => {
  platform.preset('minh', { student_preference: { language: 'vi' } });
  await withQuiz(course('minh'), async (quiz) => {
    assert.match(await quiz.words('h1'), /^Sáu câu hỏi/);
    await quiz.answer(RIGHT[0]);
    assert.equal(await quiz.words('#verdict'), 'Đúng.');
    await quiz.find('.languages [lang="en"]').click();
    await quiz.find('[data-act="next"]').click();
    await quiz.answer(RIGHT[1]);
  });
  await withQuiz(course('minh'), async (quiz) => {
    assert.match(await quiz.words('h1'), /^Six questions/);
    assert.equal(await quiz.frame.evaluate(() => document.documentElement.lang), 'en');
  });
});

test('without a platform the quiz works from a file and says that nothing is reported', () =>
  withQuiz(alone, async (quiz) => {
    assert.match(await quiz.words('.notice'), /opened outside a course platform/);
    await quiz.answerAll(RIGHT);
    assert.match(await quiz.words('.result'), /Passed/);
  }));

test('every question has a live figure of this package, in the reader’s language', async () => {
  const { address } = await startPlatform(files);
  for (const place of [whole, `${address}?learner=looker`]) await withQuiz(place, seeFigures);
});

/** @param {import('./lms.js').Quiz} quiz */
async function seeFigures(quiz) {
  const buttons = quiz.find('nav button');
  for (let i = 0; i < 6; i++) {
    await buttons.nth(i).click();
    const frame = quiz.frame.childFrames().at(-1);
    await frame?.locator('descent-lab canvas').first().waitFor();
    const address = new URL(frame?.url() ?? '');
    assert.match(address.pathname, /\/index\.html$/);
    assert.equal(address.searchParams.get('embed'), '1');
    assert.equal(address.searchParams.get('lang'), 'en');
    assert.equal(await frame?.locator('.notices').count(), 0);
  }
  assert.equal(await quiz.page.evaluate(() => history.length), 2);
}

test('the quiz is answered by keyboard alone, and the focus follows', () =>
  withQuiz(alone, async (quiz) => {
    const focus = () => quiz.frame.evaluate(() => document.activeElement?.id);
    assert.equal(await focus(), '');
    await quiz.find('input').first().focus();
    await quiz.page.keyboard.press('ArrowDown');
    await quiz.page.keyboard.press('Enter');
    assert.equal(await focus(), 'verdict');
    await quiz.page.keyboard.press('Tab');
    await quiz.page.keyboard.press('Enter');
    assert.equal(await focus(), 'question-title');
    assert.equal(await quiz.place(), 2);
  }));

test('axe finds nothing in the quiz, before, within and after; nor weak contrast in the dark', () =>
  withQuiz(`${alone}?lang=en`, async (quiz) => {
    const faults = async () => {
      await quiz.page.emulateMedia({ colorScheme: 'light' });
      const all = await quiz.axe();
      await quiz.page.emulateMedia({ colorScheme: 'dark' });
      return [...all, ...(await quiz.axe('contrast'))];
    };
    assert.deepEqual(await faults(), []);
    await quiz.answer(WRONG[0]);
    assert.deepEqual(await faults(), []);
    await quiz.find('[data-act="next"]').click();
    await quiz.answerAll(RIGHT.slice(1));
    assert.deepEqual(await faults(), []);
  }));

test('nothing of the quiz scrolls sideways at any width, and every control is large enough', () =>
  withQuiz(`${alone}?lang=vi`, async (quiz) => {
    await quiz.answerAll(WRONG);
    for (const width of [320, 360, 768, 1280]) {
      await quiz.page.setViewportSize({ width, height: 740 });
      const { wide, small } = await quiz.frame.evaluate(() => ({
        wide: document.documentElement.scrollWidth - innerWidth,
        small: [...document.querySelectorAll('button, a, label')]
          .map((element) => element.getBoundingClientRect())
          .filter((box) => box.width < 24 || box.height < 24).length,
      }));
      assert.ok(wide <= 0, `${wide} px too wide at ${width}`);
      assert.equal(small, 0, `at ${width}`);
    }
  }));
