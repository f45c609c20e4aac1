// The curve in fog: a reader looks at places, sees height and slope there, and the fog lifts with the answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { course, PHONE } from './course.js';
import { eventually } from './eventually.js';

const LOOK = '.beat.is-here [data-act=look]';

test('ten looks tell height and slope where they are taken; the answer lifts the fog', () =>
  course('at=loss.2', async (lab) => {
    assert.equal(await lab.find('.fog').count(), 1);
    const field = lab.find('.beat.is-here form input');
    for (let i = 0; i < 10; i++) {
      const x = (i - 5) / 2;
      await field.fill(String(x));
      await lab.page.keyboard.press('Tab');
      await lab.find(LOOK).click();
      // x² − 3 sin 2x, and its derivative.
      const [f, slope] = [x * x - 3 * Math.sin(2 * x), 2 * x - 6 * Math.cos(2 * x)];
      await eventually(async () => {
        const said = (await lab.words('.beat.is-here .look [role=status]')).replaceAll('−', '-');
        const [, ...seen] = /At (\S+) the height is (\S+) and the slope (\S+)\.$/.exec(said) ?? [];
        const wanted = [x, Number(f.toPrecision(4)), Number(slope.toPrecision(3))];
        assert.deepEqual(seen.map(Number), wanted);
      });
      assert.equal(await lab.find('.fog .dot').count(), i + 1);
    }
    assert.equal(await lab.find(LOOK).isDisabled(), true);
    // Another beat has another plot; the looks are where they were.
    const places = () =>
      lab.find('.fog .dot').evaluateAll((all) => all.map((dot) => dot.getAttribute('d')));
    const before = await places();
    await lab.show('lab=course&at=loss.5');
    await lab.page.waitForTimeout(300);
    await lab.show('lab=course&at=loss.2');
    await eventually(async () => assert.deepEqual(await places(), before));
    await field.fill('0.7');
    await lab.page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await lab.find('.fog').count(), 0));
    assert.match(await lab.words('.beat.is-here .reply'), /Right.*two valleys/s);
  }));

test('on a phone a finger chooses a place, and the button is large enough for it', () =>
  course(
    'at=loss.2&lang=vi',
    async (lab) => {
      const box = await lab.find('.place input').boundingBox();
      assert.ok(box);
      await lab.page.touchscreen.tap(box.x + 0.75 * box.width, box.y + box.height / 2);
      await lab.find(LOOK).tap();
      assert.match(await lab.words('.beat.is-here .look [role=status]'), /độ cao là .*độ dốc là/);
      const button = await lab.find(LOOK).boundingBox();
      assert.ok(button && button.height >= 24 && button.width >= 100);
    },
    PHONE,
  ));
