// hide= and lock=: each part can be left out and each control locked, by its key, in every lab.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';

/** Where each part is. */
const PARTS = {
  controls: '.objective',
  player: 'lab-player',
  worked: '.worked',
  runs: 'section.runs',
  plots: '.plots',
  table: 'lab-table',
  presets: '[data-act=gallery]',
  share: '[data-act=share]',
  header: '.page-header',
};

const LABS = { descent: '?t=3', 'descent in 2D': '?f=bowl&t=3', sampling: '?lab=sampling&t=3' };

for (const [lab, query] of Object.entries(LABS))
  test(`${lab}: each part is there, and hide= leaves it and nothing else out`, () =>
    withLab(query, async (page) => {
      const seen = async () => {
        await page.find('.lab').waitFor();
        await page.settle();
        const parts = Object.entries(PARTS).map(async ([part, where]) =>
          (await page.find(where).first().isVisible()) ? [part] : [],
        );
        return (await Promise.all(parts)).flat();
      };
      assert.deepEqual(await seen(), Object.keys(PARTS));
      for (const part of Object.keys(PARTS)) {
        await page.show(`${query.slice(1)}&hide=${part}`);
        const gone = part === 'header' ? ['header', 'presets', 'share'] : [part];
        assert.deepEqual(
          await seen(),
          Object.keys(PARTS).filter((each) => !gone.includes(each)),
          part,
        );
      }
    }));

test('without cards a legend says which line is which, unless it is hidden too', () =>
  withLab('?run=sgd&run=momentum&hide=runs', async (lab) => {
    assert.match(await lab.words('lab-legend'), /Gradient descent: .*Momentum: /);
    await lab.page.goto(`${lab.page.url().split('?')[0]}?hide=runs,legend`);
    await lab.find('.lab').waitFor();
    assert.equal(await lab.find('lab-legend').count(), 0);
  }));

test('a hidden player takes no keys', () =>
  withLab('?hide=player', async (lab) => {
    await lab.find('.start').focus();
    await lab.find('.lab').evaluate((part) => /** @type {HTMLElement} */ (part).focus());
    await lab.page.keyboard.press('ArrowRight');
    assert.doesNotMatch(await lab.link(), /t=1/);
  }));

/**
 * The names of the controls that cannot be used, as the page shows them.
 * @param {import('./browser.js').Lab} lab
 */
async function lockedIn(lab) {
  await lab.find('.lab').waitFor();
  await lab.settle();
  return lab.frame.evaluate(() => {
    const root = document.querySelector('descent-lab')?.shadowRoot;
    const controls = [...(root?.querySelectorAll('.objective *, .runs *') ?? [])].filter((each) =>
      each.matches(
        'input:disabled, select:disabled, textarea:disabled, .own:disabled, .add:disabled, .choose-optimizers:disabled',
      ),
    );
    const name = (/** @type {any} */ control) => {
      const host = control.closest('lab-number, lab-own');
      return (
        host?.dataset.key ??
        host?.param?.key ??
        control.dataset.key ??
        control.dataset.act ??
        control.dataset.modifier ??
        control.className
      );
    };
    return [...new Set(controls.map(name))].sort();
  });
}

const MODIFIERS = ['clip', 'clipvalue', 'l2', 'wd'];
const CHOICES = ['add', 'choose-optimizers', 'choose-schedules', 'lr', ...MODIFIERS];
const RUN = [...CHOICES, 'm'].sort();
const BATCH = [...CHOICES, 'batch'].sort();

/**
 * what a link shows, what it locks, and the controls that cannot be used then
 * @type {[string, string, string[]][]}
 */
const LOCKED = [
  ['?run=momentum', 'f', ['a', 'choose-objective']],
  ['?run=momentum', 'x0', ['x0']],
  ['?run=momentum', 'runs', RUN],
  ['?run=momentum', 'steps', ['steps']],
  ['?run=momentum&sigma=1', 'noise', ['seed', 'sigma']],
  ['?run=momentum', 'lr', ['lr']],
  ['?run=momentum', 'm,a', ['a', 'm']],
  ['?run=momentum', 'clip', ['clip']],
  ['?run=momentum', 'optimizer', ['choose-optimizers']],
  ['?run=momentum', 'schedule', ['choose-schedules']],
  ['?run=sgd,schedule:step', 'period', ['period']],
  ['?rule=x=x-lr*g&run=custom', 'rule', ['rule']],
  ['?fx=x^2', 'f', ['choose-objective', 'fx']],
  ['?f=bowl&run=momentum', 'x0', ['x0', 'y0']],
  ['?lab=sampling&run=sgd', 'f', ['choose-data', 'standardise']],
  ['?lab=sampling&run=sgd', 'x0', ['b0', 'w0']],
  ['?lab=sampling&run=sgd', 'runs', BATCH],
  ['?lab=sampling&run=sgd', 'batch', ['batch']],
  ['?lab=sampling&run=sgd', 'steps', ['epochs']],
  ['?lab=sampling&run=sgd', 'noise', ['seed']],
];
for (const kind of ['?run=momentum', '?lab=sampling&run=sgd', 'own'])
  test(`lock= locks what it names and nothing else: ${kind}`, () =>
    withLab('', async (lab) => {
      const links = LOCKED.filter(([query]) =>
        kind === 'own' ? !/^\?(run=momentum|lab=sampling)/.test(query) : query.startsWith(kind),
      );
      assert.ok(links.length >= 3);
      for (const [query, lock, locked] of links) {
        await lab.show(`${query.slice(1)}&lock=${lock}`);
        assert.deepEqual(await lockedIn(lab), locked, `${query}&lock=${lock}`);
      }
    }));

test('nothing is locked without lock=', () =>
  withLab('?run=momentum', async (lab) => {
    assert.deepEqual(await lockedIn(lab), []);
  }));

for (const [what, query] of [
  ['the curve', '?x0=70&lock=x0'],
  ['the plane', '?f=bowl&lock=x0'],
  ['the loss', '?lab=sampling&lock=x0'],
])
  test(`a locked start stays where it is on ${what}: by click and by keys`, () =>
    withLab(query, async (lab) => {
      const before = await lab.words('.start');
      const canvas = lab.find('.stage canvas').last();
      await canvas.click({ position: { x: 150, y: 80 }, force: true });
      await lab.find('.stage [role=slider]').first().focus();
      await lab.page.keyboard.press('ArrowRight');
      assert.equal(await lab.words('.start'), before);
    }));
