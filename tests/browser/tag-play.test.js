// <descent-lab>: its methods run in the order of the calls, before and after the lab is ready.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withBody } from './tag-page.js';

/**
 * In the page: does some acts in order, and returns the steps that were seen on the way.
 * @param {import('playwright-core').Page} page @param {string} acts
 */
const played = (page, acts) =>
  page.evaluate(async (code) => {
    const lab = /** @type {any} */ (document.querySelector('descent-lab'));
    const rest = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
    /** @type {any[]} */
    const seen = [];
    for (const act of code.split(' ')) {
      const [name, value] = act.split('=');
      if (name === 'rest') await rest(Number(value));
      else if (name === 'see') seen.push(lab.t);
      else if (name === 't') lab.t = Number(value);
      else if (name === 'query') lab.query = value.replace(/~/g, '=');
      else lab[name]();
    }
    return seen;
  }, acts);

const LONG = '<descent-lab f="quadratic" x0="70" steps="400"></descent-lab>';

test('play() twice is play() once: pause() stops it', () =>
  withBody(LONG, async (page) => {
    await ready(page);
    const [before, after] = await played(page, 'play play play rest=700 pause see rest=700 see');
    assert.ok(before > 0);
    assert.equal(after, before);
  }));

test('what is said in one breath is done in its order: t = 0, play() plays from the start', () =>
  withBody(LONG, async (page) => {
    await ready(page);
    const [end, early] = await played(page, 't=400 see t=0 play rest=500 see');
    assert.equal(end, 400);
    assert.ok(early > 0 && early < 100, `${early}`);
    const [far] = await played(page, 'pause t=100 play rest=500 see pause');
    assert.ok(far > 100 && far < 200, `${far}`);
    // The same with an experiment of more steps, and one of another lab, which is loaded first.
    const [more] = await played(page, 'query=f~wavy&steps~900 t=600 see');
    assert.equal(more, 600);
    const [other, still] = await played(
      page,
      'query=lab~smoothing&series~sine,n:200&t~0 play rest=1500 see pause rest=10 see rest=600 see',
    );
    assert.ok(other > 0 && other < 100, `${other}`);
    assert.equal(still, other);
  }));

test('play() before the lab is there plays once it is, and pause() after it takes that back', () =>
  withBody(
    `${LONG}<script type="module">
      await customElements.whenDefined('descent-lab');
      document.querySelector('descent-lab').play();
    </script>`,
    async (page) => {
      await ready(page);
      await page.waitForFunction(
        () => /** @type {any} */ (document.querySelector('descent-lab')).t > 0,
      );
      const lab = page.locator('descent-lab');
      await lab.evaluate((element) => {
        const other = /** @type {any} */ (element.cloneNode());
        element.replaceWith(other);
        other.play();
        other.pause();
      });
      await ready(page);
      await page.waitForTimeout(600);
      assert.equal(await lab.evaluate((element) => /** @type {any} */ (element).t), 0);
    },
  ));

test('an equal query lets a lab play on and shows its step when it rests; another stops it', () =>
  withBody(LONG, async (page) => {
    await ready(page);
    const query = 'query=f~wavy&steps~400&t~3';
    const [first, second] = await played(
      page,
      `${query} play rest=400 ${query} see rest=400 ${query} rest=400 see`,
    );
    assert.ok(first >= 3 && second > first, `${first} ${second}`);
    const [other, still] = await played(page, 'query=f~wavy&steps~400&t~9 see rest=500 see');
    assert.deepEqual([other, still], [9, 9]);
    const [rests] = await played(page, `t=50 query=f~wavy&steps~400&t~9 see`);
    assert.equal(rests, 9);
  }));
