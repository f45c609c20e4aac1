// The widget in real notebooks, used from both sides: JupyterLab, what nbconvert makes of the saved notebook, and
// marimo.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { usePage } from '../browser/chromium.js';
import { eventually } from '../browser/eventually.js';
import { folder, run } from './project.js';
import { environment, wheel } from './python.js';
import { withServer } from './server.js';

const { path } = environment('notebooks', [wheel(), 'jupyterlab', 'nbconvert', 'pandas', 'marimo']);
const SCREEN = { viewport: { width: 1280, height: 1400 }, isOwn: true };
const MINUTE = 60_000;

/** @param {...string} lines */
const cell = (...lines) => ({
  cell_type: 'code',
  id: `cell-${lines.join().length}`,
  execution_count: null,
  metadata: {},
  outputs: [],
  source: lines.join('\n'),
});

const NOTEBOOK = {
  cells: [
    cell(
      'from descent_lab import DescentLab',
      'lab = DescentLab(f="quadratic", x0=[70], runs=["sgd,lr:0.1"], lang="en")',
      'heard = []',
      'lab.observe(lambda change: heard.append(change.new), "x0")',
      'lab',
    ),
    cell('lab.runs = [{"key": "sgd", "lr": 0.25}]'),
    cell(
      'lab.to_pandas().shape, list(lab.columns["x"])[:2], lab.t, lab.steps, lab.runs, lab.notices',
    ),
    cell('lab.x0, 0 < len(heard) < 20, lab.x0[0] == lab.columns["x"][0], lab.query'),
    cell('lab.x0 = "many"'),
    cell('lab.notices'),
  ],
  metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
};

/** A folder with the notebook. @param {string} name */
const notebook = (name) => folder(name, { 'lab.ipynb': JSON.stringify(NOTEBOOK) });

/** What is asked of other hosts. @param {import('playwright-core').Page} page */
function strangersOf(page) {
  /** @type {string[]} */ const asked = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') asked.push(request.url());
  });
  return asked;
}

/**
 * Opens the notebook in JupyterLab.
 * @param {string} root @param {(page: import('playwright-core').Page) => Promise<void>} use
 */
const withJupyter = (root, use) =>
  withServer(
    root,
    join(path, 'jupyter-lab'),
    (address) =>
      usePage(SCREEN, async (page) => {
        page.setDefaultTimeout(MINUTE);
        const asked = strangersOf(page);
        await page.goto(`${address}lab/tree/lab.ipynb?reset`);
        await use(page);
        assert.deepEqual(asked, []);
      }),
    (port) => [
      ...['--no-browser', '--allow-root', '--ip', 'localhost', '--port', port],
      ...['--ServerApp.token=', '--ServerApp.password=', `--ServerApp.root_dir=${root}`],
    ],
    { JUPYTER_CONFIG_DIR: join(root, '.config'), IPYTHONDIR: join(root, '.ipython') },
  );

test('JupyterLab: the page follows a trait, traits follow a drag; the saved notebook has a picture', async () => {
  const root = notebook('jupyter');
  await withJupyter(root, async (page) => {
    const cells = page.locator('.jp-CodeCell');
    // JupyterLab asks for a kernel when a cell is run before there is one.
    await page.getByText('| Idle').waitFor();
    /** Runs a cell, and says what it answered. @param {number} index */
    const runCell = async (index) => {
      const prompt = cells.nth(index).locator('.jp-InputPrompt');
      const before = String(await prompt.textContent());
      await eventually(async () => {
        // A kernel that is not ready yet takes no notice, or forgets it.
        await cells.nth(index).locator('.cm-content').click();
        await page.keyboard.press('Shift+Enter');
        await page.waitForTimeout(1000);
        await eventually(async () => assert.doesNotMatch(String(await prompt.textContent()), /\*/));
        assert.match(String(await prompt.textContent()).replace(before, ''), /\[\d+\]/);
      });
      const out = cells.nth(index).locator('.jp-OutputArea-output');
      return String((await out.count()) ? await out.first().textContent() : '').trim();
    };
    await runCell(0);
    const lab = page.locator('descent-lab');
    await lab.locator('.position').waitFor();
    assert.equal(await lab.evaluate((element) => element.clientHeight), 471);
    const rate = lab.locator('lab-run input:not([type="range"])').first();
    assert.equal(await rate.inputValue(), '0.1');

    await runCell(1);
    await eventually(async () => assert.equal(await rate.inputValue(), '0.25'));

    await lab.locator('[data-act="step"]').click();
    await eventually(async () => {
      const shown = await runCell(2);
      assert.equal(shown, "((31, 6), [70.0, 35.0], 1, 30, ['sgd,lr:0.25'], [])");
    });

    await lab.locator('[data-act="start"]').click();
    const stage = lab.locator('.stage-chart canvas').first();
    const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (
      await stage.boundingBox()
    );
    // The point at x = 70 of −80 … 80, dragged to the left.
    const ball = { x: box.x + 0.918 * box.width, y: box.y + 0.25 * box.height };
    await page.mouse.move(ball.x, ball.y);
    await page.mouse.down();
    for (let i = 1; i <= 10; i++) {
      await page.mouse.move(ball.x - 10 * i, ball.y);
      await page.waitForTimeout(40);
    }
    await page.mouse.up();
    await eventually(async () => {
      const shown = await runCell(3);
      assert.match(shown, /^\(\[[1-5]\d(\.\d+)?\], True, True, 'lab=descent&x0=/);
    });

    await runCell(4);
    await eventually(async () => {
      assert.match(await runCell(5), /x0.*many/);
    });
    await page.keyboard.press('Control+s');
    await eventually(async () => {
      const { cells: saved } = JSON.parse(readFileSync(join(root, 'lab.ipynb'), 'utf8'));
      assert.ok(saved[5].outputs.length);
    });
  });
  await assertPicture(root, []);
});

/**
 * nbconvert's page of the notebook has the picture, and the picture is seen.
 * @param {string} root @param {string[]} how
 */
async function assertPicture(root, how) {
  run(root, join(path, 'jupyter-nbconvert'), ['--to', 'html', ...how, 'lab.ipynb']);
  const html = readFileSync(join(root, 'lab.html'), 'utf8');
  assert.doesNotMatch(html, /application\/vnd\.jupyter\.widget-view/);
  await usePage(SCREEN, async (page) => {
    await page.route(/^https?:/, (route) => route.abort());
    await page.goto(pathToFileURL(join(root, 'lab.html')).href);
    const picture = page.locator('.jp-RenderedSVG img');
    await picture.waitFor();
    const { width, height } = /** @type {{ width: number, height: number }} */ (
      await picture.boundingBox()
    );
    assert.deepEqual([Math.round(width), Math.round(height)], [720, 400]);
    const [, svg] = String(await picture.getAttribute('src')).split('base64,');
    assert.match(Buffer.from(svg, 'base64').toString(), /sgd,lr:0\.1/);
  });
}

test('nbconvert --execute shows the picture where no state of widgets is kept', async () => {
  const root = notebook('nbconvert');
  await assertPicture(root, ['--execute', '--ExecutePreprocessor.store_widget_state=False']);
});

test('marimo: a cell runs again when the reader steps', async () => {
  const root = folder('marimo', {
    'course.py': `import marimo
app = marimo.App()

@app.cell
def _():
    import marimo as mo
    from descent_lab import DescentLab
    lab = mo.ui.anywidget(DescentLab(f="quadratic", x0=[70], runs=["sgd,lr:0.1"], lang="en"))
    lab
    return lab, mo

@app.cell
def _(lab, mo):
    lab.value
    mo.md(f"t is {lab.t}, x is {list(lab.columns['x'])[:2]}")
    return
`,
  });
  await withServer(
    root,
    join(path, 'marimo'),
    (address) =>
      usePage(SCREEN, async (page) => {
        page.setDefaultTimeout(MINUTE);
        await page.goto(address);
        await page.locator('descent-lab .position').waitFor();
        await page.getByText('t is 0, x is [70.0, 56.0]').waitFor();
        await page.locator('descent-lab [data-act="step"]').click();
        await page.getByText('t is 1, x is [70.0, 56.0]').waitFor();
      }),
    (port) => [
      'run',
      'course.py',
      '--headless',
      '--no-token',
      '--host',
      'localhost',
      '--port',
      port,
    ],
  );
});
