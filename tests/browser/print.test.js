// On paper: every plot is there, light, whether it was scrolled to or not; then the screen is as it was.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAB_KEYS } from '../../web/state/schema.js';
import { withLab } from './browser.js';

const LABS = [...LAB_KEYS.map((lab) => `?lab=${lab}`), '?f=himmelblau&run=adam,lr:0.1'];

/** Of each place of a plot that has room: what it shows of a picture and of its canvas. @param {import('./browser.js').Lab} lab */
const plots = (lab) =>
  lab.frame.evaluate(() => {
    const root = document.querySelector('descent-lab')?.shadowRoot;
    /** The share of pixels that are drawn on, and the darkest. @param {HTMLCanvasElement} canvas */
    const ink = (canvas) => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext('2d');
      context?.drawImage(canvas, 0, 0);
      const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return data.reduce((sum, value, i) => sum + (i % 4 === 3 && value > 0 ? 1 : 0), 0);
    };
    return [...(root?.querySelectorAll('.view canvas:not(.on-paper)') ?? [])]
      .filter((canvas) => canvas.parentElement?.checkVisibility())
      .map((canvas) => {
        const picture = /** @type {HTMLCanvasElement|null} */ (
          canvas.parentElement?.querySelector('.on-paper')
        );
        const box = picture?.getBoundingClientRect();
        const place = canvas.parentElement?.getBoundingClientRect();
        return {
          name: canvas.parentElement?.localName,
          ink: picture ? ink(picture) : 0,
          fits: Boolean(box && place && box.width > 100 && box.height <= place.height + 1),
          isCanvasSeen: canvas.checkVisibility({ visibilityProperty: true }),
        };
      });
  });

for (const query of LABS)
  test(`on paper every plot of ${query} is a picture in its place, light though the screen is dark`, () =>
    withLab(`${query}&theme=dark`, async (lab) => {
      await lab.settle();
      await lab.frame.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await lab.page.emulateMedia({ media: 'print' });
      await lab.page.setViewportSize({ width: 720, height: 1000 }); // A4
      const shown = await plots(lab);
      assert.ok(shown.length >= 2);
      for (const { name, ink, fits, isCanvasSeen } of shown) {
        assert.ok(ink > 1000, `${name} has ink on ${ink} pixels`);
        assert.ok(fits, `${name} stands in its place`);
        assert.equal(isCanvasSeen, false, `the canvas of ${name}`);
      }
      const paper = await lab
        .find('.lab')
        .evaluate((part) => getComputedStyle(part).getPropertyValue('--lab-paper').trim());
      assert.equal(paper, '#ffffff');
      assert.equal(await lab.find('.lab button:visible').count(), 0);

      await lab.frame.evaluate(() => dispatchEvent(new Event('afterprint')));
      await lab.page.emulateMedia({ media: 'screen' });
      assert.equal(await lab.find('.on-paper').count(), 0);
      const theme = await lab
        .find('.lab')
        .evaluate((part) => getComputedStyle(part).getPropertyValue('--lab-paper').trim());
      assert.equal(theme, '#121212');
      await lab.find('.view canvas').first().waitFor();
    }));
