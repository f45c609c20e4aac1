// On paper every plot of a lab that has been in view is there, light, whether it was scrolled to or not; then
// the screen is as it was.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAB_KEYS } from '../web/labs.js';
import { withLab } from './browser.js';

const LABS = [...LAB_KEYS.map((lab) => `?lab=${lab}`), '?f=himmelblau&run=adam,lr:0.1'];

/**
 * Of each place of a plot that has room: what it shows of a picture and of its canvas.
 * @param {import('./browser.js').Lab} lab
 */
const plots = (lab) =>
  lab.frame.evaluate(() => {
    const root = document.querySelector('descent-lab')?.shadowRoot;
    /**
     * How many pixels are drawn on, and how many of them in the ink of a light page.
     * @param {HTMLCanvasElement} canvas
     */
    const ink = (canvas) => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext('2d');
      context?.drawImage(canvas, 0, 0);
      const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      const counts = { all: 0, soft: 0 };
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] === 0) continue;
        counts.all++;
        // --lab-ink-soft, of axes and ticks: rgb(169 172 178) on dark.
        if (data[i] === 89 && data[i + 1] === 92 && data[i + 2] === 97) counts.soft++;
      }
      return counts;
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
          ink: picture ? ink(picture) : { all: 0, soft: 0 },
          fits: Boolean(box && place && box.width > 100 && box.height <= place.height + 1),
          isCanvasSeen: canvas.checkVisibility({ visibilityProperty: true }),
        };
      });
  });

for (const query of LABS)
  test(`on paper every plot of ${query} is a picture in its place, light though the screen is dark`, () =>
    withLab(`${query}&theme=dark`, async (lab) => {
      await lab.settle();
      // Twice, as some browsers say it for the preview and for the print.
      for (let i = 0; i < 2; i++)
        await lab.frame.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await lab.page.emulateMedia({ media: 'print' });
      await lab.page.setViewportSize({ width: 720, height: 1000 }); // A4
      const shown = await plots(lab);
      assert.ok(shown.length >= 2);
      assert.equal(
        await lab.find('.on-paper').count(),
        await lab.find(':has(> .on-paper)').count(),
      );
      for (const { name, ink, fits, isCanvasSeen } of shown) {
        assert.ok(ink.all > 1000, `${name} has ink on ${ink.all} pixels`);
        assert.ok(ink.soft > 50, `${name} has ${ink.soft} pixels of the ink of a light page`);
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
