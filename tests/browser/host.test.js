// Messages between a course page and the lab in its frame.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from './eventually.js';
import { embedAddress, frame, withCourse } from './host-page.js';

const QUERY = 'f=quadratic,a:9&x0=9&run=sgd,lr:0.1&steps=20';
const CANONICAL = 'lab=descent&f=quadratic,a:9&x0=9&steps=20&embed=1&v=1';
const SANDBOXED = 'width="800" height="560" sandbox="allow-scripts"';

for (const [what, attributes] of [
  ['a frame', undefined],
  ['a sandboxed frame', SANDBOXED],
])
  test(`${what} says that it is ready, and answers all messages`, () =>
    withCourse(frame(QUERY, attributes), async (course) => {
      const [ready] = await course.hear('ready');
      assert.deepEqual(
        [ready.source, ready.v, ready.query, ready.lab, ready.t, ready.steps, ready.notices],
        ['descent-lab', 1, CANONICAL, 'descent', 0, 20, []],
      );
      assert.equal((await course.ask('getState')).query, CANONICAL);
      assert.equal((await course.ask('step')).t, 1);
      assert.equal((await course.ask('step', { by: 4 })).t, 5);
      assert.equal((await course.ask('step', { to: 2 })).t, 2);
      assert.match((await course.inside().locator('.position').textContent()) ?? '', /2.*20/);
      await eventually(async () =>
        assert.match((await course.inside().locator('.worked').textContent()) ?? '', /Step 2/),
      );

      const other = await course.ask('setState', { query: 'f=himmelblau&steps=5&embed=1' });
      assert.deepEqual(
        [other.query, other.t, other.steps],
        ['lab=descent&f=himmelblau&steps=5&embed=1&v=1', 0, 5],
      );
      await course.inside().locator('lab-plane').waitFor();

      const refused = await course.ask('step', { to: 6 });
      assert.deepEqual([refused.type, refused.code], ['error', 'bad_field']);
      assert.match(refused.message, /^to must be a whole number from 0 to 5$/);
      const shot = await course.ask('screenshot', { scale: 1 });
      assert.match(shot.dataUrl, /^data:image\/png;base64,iVBORw0KGgo/);
      assert.ok(shot.width > 400 && shot.height > 250, `${shot.width} × ${shot.height}`);
    }));

test('setState keeps the dress of the frame: its first link’s, unless named', () =>
  withCourse(frame(`${QUERY}&lang=vi&theme=dark&hide=table&lock=f,x0`), async (course) => {
    await course.hear('ready');
    const dress = 'lang=vi&theme=dark&embed=1&hide=table&lock=f,x0';
    const set = async (/** @type {string} */ query) =>
      (await course.ask('setState', { query })).query;
    assert.equal(await set('f=wavy&x0=1'), `lab=descent&f=wavy&x0=1&${dress}&v=1`);
    assert.equal(await course.inside().locator('.page-header').count(), 0);
    assert.equal(await set('lab=smoothing'), `lab=smoothing&${dress}&v=1`);
    assert.equal(
      await set('f=wavy&lang=en&lock='),
      'lab=descent&f=wavy&lang=en&theme=dark&embed=1&hide=table&v=1',
    );
  }));

test('setState with what plays already lets it play', () =>
  withCourse(frame(QUERY.replace('steps=20', 'steps=400')), async (course) => {
    await course.hear('ready');
    const query = 'f=wavy&steps=400';
    await course.ask('setState', { query });
    await course.ask('run');
    await course.ask('run');
    await course.page.waitForTimeout(500);
    const { t } = await course.ask('setState', { query });
    assert.ok(t > 0);
    await course.page.waitForTimeout(500);
    assert.ok((await course.ask('getState')).t > t);
    const stopped = await course.ask('pause');
    await course.page.waitForTimeout(500);
    assert.equal((await course.ask('getState')).t, stopped.t);
  }));

test('the numbers themselves come by message: the lecture’s first steps', () =>
  withCourse(frame('f=quadratic&x0=70&run=sgd,lr:0.1&run=sgd,lr:1&steps=4'), async (course) => {
    await course.hear('ready');
    const data = await course.ask('getData');
    assert.deepEqual(
      [data.type, data.lab, data.run, data.rows, data.from],
      ['data', 'descent', 1, 5, 0],
    );
    assert.deepEqual(data.columns.t, [0, 1, 2, 3, 4]);
    assert.deepEqual(data.columns.x, [70, 56, 44.8, 35.839999999999996, 28.671999999999997]);
    const second = await course.ask('getData', { run: 2, from: 1, to: 2 });
    assert.deepEqual([second.run, second.rows, second.from], [2, 5, 1]);
    assert.deepEqual(
      [second.columns.t, second.columns.x],
      [
        [1, 2],
        [-70, 70],
      ],
    );
    const refused = await course.ask('getData', { run: 3 });
    assert.deepEqual([refused.type, refused.code], ['error', 'bad_field']);
  }));

test('without WebAssembly the host is told, and the reader', () =>
  withCourse(
    '<div id="place"></div>',
    async (course) => {
      await course.page.addInitScript(() => Object.assign(globalThis, { WebAssembly: undefined }));
      await course.page.locator('#place').evaluate((place, src) => {
        place.append(Object.assign(document.createElement('iframe'), { src }));
      }, embedAddress(QUERY));
      const [error] = await course.hear('error');
      assert.deepEqual([error.source, error.v, error.code], ['descent-lab', 1, 'not_started']);
      assert.match(error.message, /WebAssembly/);
      assert.match(String(await course.inside().locator('.fatal').textContent()), /WebAssembly/);
    },
    { isOwn: true },
  ));

test('run plays to the last step and says done once; pause stops on the way', () =>
  withCourse(frame(QUERY.replace('steps=20', 'steps=200')), async (course) => {
    await course.hear('ready');
    await course.ask('run');
    await course.hear('state', 2);
    await course.ask('pause');
    const { t } = await course.ask('getState');
    assert.ok(t < 200);
    await course.page.waitForTimeout(500);
    assert.equal((await course.ask('getState')).t, t);
    await course.ask('step', { to: 197 });
    await course.ask('run');
    const [done] = await course.hear('done');
    assert.deepEqual([done.t, done.steps], [200, 200]);
    await course.page.waitForTimeout(300);
    assert.equal((await course.said('done')).length, 1);
  }));

test('with reduced motion run jumps to the end', () =>
  withCourse(
    frame(QUERY),
    async (course) => {
      await course.hear('ready');
      assert.equal((await course.ask('run')).t, 20);
      await course.hear('done');
    },
    { reducedMotion: 'reduce' },
  ));

test('what the reader does is told', () =>
  withCourse(frame(QUERY), async (course) => {
    await course.hear('ready');
    await course.inside().locator('[data-act=step]').click();
    const states = await course.hear('state');
    assert.equal(states.at(-1).t, 1);
    assert.match(states.at(-1).query, /t=1/);
  }));

test('hostile messages change nothing and are not answered', () =>
  withCourse(frame(QUERY), async (course) => {
    await course.hear('ready');
    const hostile = [
      null,
      'getState',
      '{"target":"descent-lab","v":1,"type":"step"}',
      { target: 'descent-lab', type: 'step' },
      { target: 'descent-lab', v: 99, type: 'step' },
      { target: 'descent-lab', v: 1, type: 'eval', code: 'alert(1)' },
      { target: 'descent-lab', v: 1, type: '__proto__' },
      { source: 'descent-lab', v: 1, type: 'step' },
      [{ target: 'descent-lab', v: 1, type: 'step' }],
      { context: 'h5p', action: 'statement' },
      Array(1e5).fill('x'),
    ];
    for (const message of hostile) await course.send(message);
    const state = await course.ask('getState');
    assert.equal(state.query, CANONICAL);
    assert.equal((await course.said('state')).length, 1);
    assert.equal((await course.said('error')).length, 0);
  }));

test('a query is judged as a link is: the lab opens and the notices say what is wrong', () =>
  withCourse(frame(QUERY), async (course) => {
    await course.hear('ready');
    const query = `f=<script>&x0=1e99&steps=0&run=adam,beta1:9&embed=1&${'z'.repeat(50)}`;
    /** @type {{ notices: import('../../web/state/notices.js').Notice[] }} */
    const { notices } = await course.ask('setState', { query });
    assert.deepEqual(
      notices.map(({ key, code }) => [key, code]),
      [
        ['f', 'unknown_unit'],
        ['x0', 'out_of_range'],
        ['run', 'out_of_range'],
        ['steps', 'out_of_range'],
      ],
    );
    assert.equal(await course.inside().locator('.notices li').count(), 4);
    /** @type {{ notices: import('../../web/state/notices.js').Notice[] }} */
    const long = await course.ask('setState', { query: `fx=${'x+'.repeat(1e5)}x&embed=1` });
    assert.deepEqual(
      long.notices.map(({ code }) => code),
      ['too_long'],
    );
  }));

test('a window that is not the parent is not listened to', () =>
  withCourse(frame(QUERY) + frame(QUERY, SANDBOXED), async (course) => {
    await course.hear('ready');
    // The second frame is a course page of its own kind: it speaks to the first, its sibling.
    await course.page.evaluate(() => {
      const other = document.createElement('iframe');
      other.srcdoc = `<script>
        const message = { target: 'descent-lab', v: 1, type: 'step', id: 'evil' };
        parent.frames[0].postMessage(message, '*');
      </script>`;
      document.body.append(other);
    });
    await course.page.waitForTimeout(300);
    assert.equal((await course.ask('getState')).t, 0);
    assert.deepEqual(
      (await course.said('state')).filter(({ id }) => id === 'evil'),
      [],
    );
  }));

test('a host that sets the frame to the height it is told comes to rest, in all dialects', () =>
  withCourse(
    `${frame(QUERY, 'width="100%" height="200"')}<script>
      addEventListener('message', ({ data }) => {
        if (data.source === 'descent-lab' && data.type === 'resize')
          document.querySelector('iframe').style.height = data.height + 'px';
      });</script>`,
    async (course) => {
      await course.hear('resize');
      await eventually(async () => {
        const { height } = (await course.said('resize')).at(-1);
        assert.equal((await course.said('embed-size')).at(-1).height, height);
        assert.equal(await course.page.locator('iframe').evaluate((it) => it.clientHeight), height);
      });
      await course.page.waitForTimeout(600);
      const heights = (await course.said('resize')).map(({ height }) => height);
      assert.ok(heights.length <= 3, `${heights}`);
      const last = heights.at(-1);
      assert.ok(last > 300 && last < 900, `${last}`);
      const overflow = await course
        .inside()
        .locator('html')
        .evaluate((root) => root.scrollHeight - root.clientHeight);
      assert.equal(overflow, 0);
      assert.equal((await course.said('embed-size')).at(-1).height, last);
      const all = /** @type {any[]} */ (
        await course.page.evaluate(() => /** @type {any} */ (globalThis).said)
      );
      assert.ok(all.some((each) => each.subject === 'lti.frameResize' && each.height === last));
      assert.ok(
        all.some(
          (each) =>
            each.context === 'h5p' && each.action === 'resize' && each.scrollHeight === last,
        ),
      );
      // More of it is asked for: the frame grows, and shrinks again.
      await course.inside().locator('[data-act=more]').click();
      await eventually(async () =>
        assert.ok((await course.said('resize')).at(-1).height > last + 300),
      );
      await course.inside().locator('[data-act=more]').click();
      await eventually(async () => assert.equal((await course.said('resize')).at(-1).height, last));
    },
    { viewport: { width: 1000, height: 900 } },
  ));

test('a host hears of answers to an exercise and of the score, and is given none of the numbers', () => {
  const sealed = Buffer.from('task=steps&ask=2&x0=70&run=sgd,lr:0.1').toString('base64url');
  return withCourse(frame(`exercise=${sealed}`, SANDBOXED), async (course) => {
    await course.hear('ready');
    const field = (/** @type {string} */ key) => course.inside().locator(`[data-question=${key}]`);
    await field('x_1').fill('63');
    await field('x_1').press('Enter');
    const [wrong] = await course.hear('answer');
    assert.deepEqual(
      [wrong.question, wrong.given, wrong.isRight, wrong.score, wrong.right, wrong.of, wrong.done],
      ['x_1', '63', false, 0, 0, 2, false],
    );
    await field('x_1').fill('56');
    await field('x_1').press('Enter');
    assert.deepEqual((await course.ask('getScore')).score, 50);
    assert.equal((await course.ask('getData')).code, 'no_data');
    assert.match((await course.ask('getState')).query, /^lab=descent&exercise=[\w-]+&/);
    await field('x_2').fill('44.8');
    await field('x_2').press('Enter');
    const [done] = await course.hear('score');
    assert.deepEqual([done.score, done.done], [50, false]);
    await eventually(async () => {
      const scores = await course.hear('score');
      assert.deepEqual(scores.map(({ score }) => score).at(-1), 100);
    });
  });
});
