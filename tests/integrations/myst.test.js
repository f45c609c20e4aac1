// A page that MyST builds (the recipe of web/examples), opened and used. MyST's own themes are fetched from its server
// and not from a registry: a theme of a few lines does here what they do with a widget.

import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve } from '../../web/serve.js';
import { project, run, withPage } from './project.js';

/** The theme: a server that MyST asks for each page, and what the page does with a widget (anywidget.dev/en/afm). */
const THEME = `const http = require('node:http');
const PAGE = (tree) => \`<!doctype html><html lang="en"><meta charset="utf-8"><title>A course</title>
<link rel="icon" href="data:,"><body><script type="module">
const find = (node) => (node.type === 'anywidget' ? [node] : (node.children ?? []).flatMap(find));
for (const { esm, model } of find(\${JSON.stringify(tree)})) {
  const { default: widget } = await import('/build' + esm);
  const traits = new Map(Object.entries(model));
  const el = document.body.appendChild(document.createElement('div'));
  await widget.render({ el, model: {
    get: (name) => traits.get(name),
    set: (name, value) => traits.set(name, value),
    save_changes: () => { globalThis.saved = Object.fromEntries(traits); },
    on() {}, off() {},
  } });
}
</script>\`;
http.createServer(async (request, response) => {
  const content = 'http://localhost:' + process.env.CONTENT_CDN_PORT + '/content/index.json';
  response.setHeader('content-type', 'text/html');
  response.end(PAGE((await (await fetch(content)).json()).mdast));
}).listen(process.env.PORT, () => console.log('Server started at http://localhost:' + process.env.PORT));
`;

const [, recipe] =
  readFileSync('web/examples/README.md', 'utf8').match(/^````md myst\n([\s\S]*?)^````$/m) ?? [];

test('MyST builds the recipe into a page that shows the lab, whose model follows the reader', async () => {
  const path = project('myst', ['mystmd@^1.8.0'], {
    'index.md': `# A course\n\n${recipe.replace(/https:\S+\/widget\.mjs/, './widget.mjs')}`,
    'myst.yml': 'version: 1\nproject: {}\nsite:\n  template: ./theme\n',
    'theme/template.yml':
      'jtex: v1\ntitle: Plain\nbuild:\n  install: node --version\n  start: node server.js\n',
    'theme/server.js': THEME,
    'theme/package.json': '{ "type": "commonjs" }',
    'theme/public/theme.txt': '',
  });
  cpSync(join(path, 'node_modules/descent-lab/dist/widget.mjs'), join(path, 'widget.mjs'));
  run(path, 'npx', ['myst', 'build', '--html', '--ci']);
  const site = await serve({ folder: `${join(path, '_build/html')}/` });
  try {
    await withPage(site.address, async (page) => {
      await page.locator('descent-lab [data-act="step"]').click();
      await page.waitForFunction(() => 'saved' in globalThis);
      const { query } = await page.evaluate(() => /** @type {any} */ (globalThis).saved);
      assert.match(query, /^lab=descent&f=himmelblau&run=adam&t=1&/);
    });
  } finally {
    site.close();
  }
});
