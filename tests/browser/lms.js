// A course platform for tests: scorm-again in a page that shows the SCORM package in a frame, and a server
// that keeps what is committed, learner by learner, as platforms do.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after } from 'node:test';
import { axeFaults } from './axe.js';
import { toolsOf } from './chromium.js';
import { withPage } from './plain-page.js';

const RUNTIME = readFileSync('node_modules/scorm-again/dist/scorm12.min.js');

/**
 * The platform's page. It gives the package the learner's stored CMI, and sends commits to the server.
 * @param {object} kept @param {string} src of what it shows
 */
const player = (kept, src) => `<!doctype html><html lang="en"><title>A course</title>
<link rel="icon" href="data:,"><script src="/scorm.js"></script>
<script>
  window.API = new Scorm12API({ autocommit: false, logLevel: 5, dataCommitFormat: 'json',
    lmsCommitUrl: '/commit' + location.search });
  window.API.loadFromJSON(${JSON.stringify(kept)}, 'cmi');
</script>
<iframe title="The quiz" src="/package/${src}" width="1200" height="900"></iframe></html>`;

/**
 * Starts a platform for a package.
 * @param {Record<string, Uint8Array>} files what is in its zip @param {string} [src] the page that is shown
 * @returns {Promise<{ address: string, kept: Map<string, any>, commits: string[], refuse: (isRefusing:
 *   boolean) => void,
 *   preset: (learner: string, cmi: object) => void }>} kept: each learner's CMI as it was last committed
 */
export async function startPlatform(files, src = 'quiz.html') {
  const kept = new Map();
  /** @type {string[]} */
  const commits = [];
  let isRefusing = false;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const learner = searchParams.get('learner') ?? '';
    const send = (/** @type {string} */ type, /** @type {string|Uint8Array} */ body) =>
      response.writeHead(200, { 'content-type': type }).end(body);
    if (pathname === '/commit') {
      const { cmi } = JSON.parse(Buffer.concat(await request.toArray()).toString());
      if (!isRefusing) kept.set(learner, cmi);
      commits.push(learner);
      send(
        'application/json',
        JSON.stringify({ result: !isRefusing, errorCode: isRefusing ? 391 : 0 }),
      );
    } else if (pathname === '/scorm.js') send('text/javascript', RUNTIME);
    else if (pathname === '/')
      send('text/html; charset=utf-8', player(kept.get(learner) ?? {}, src));
    else {
      const file = files[pathname.replace('/package/', '')];
      if (file) send('text/html; charset=utf-8', file);
      else response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${port}/`,
    kept,
    commits,
    refuse: (value) => {
      isRefusing = value;
    },
    preset: (learner, cmi) => kept.set(learner, cmi),
  };
}

/**
 * Opens an address and gives its quiz to `use`: in the frame of a platform's page, or the page itself.
 * @param {string} address
 * @param {(quiz: Quiz) => Promise<void>} use
 * @param {import('./chromium.js').PageOptions} [options]
 */
export const withQuiz = (address, use, options) =>
  withPage(
    address,
    async (page) => {
      const frame = page.frames().find((each) => each.url().includes('/package/quiz.html'));
      const quiz = new Quiz(page, frame ?? page.mainFrame());
      await quiz.find('h2').first().waitFor();
      await use(quiz);
    },
    options,
  );

export class Quiz {
  /** @param {import('playwright-core').Page} page @param {import('playwright-core').Frame} frame */
  constructor(page, frame) {
    this.page = page;
    this.frame = frame;
  }

  /** @param {string} selector */
  find(selector) {
    return this.frame.locator(selector);
  }

  /** @param {string} selector */
  async words(selector) {
    return ((await this.find(selector).textContent()) ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Answers the question shown. @param {string} option */
  async answer(option) {
    await this.find(`input[value="${option}"]`).check();
    await this.find('[data-act="check"]').click();
    await this.find('#verdict').waitFor();
  }

  /** Answers one question after the other. @param {string[]} options */
  async answerAll(options) {
    for (const [i, option] of options.entries()) {
      if (i) await this.find('[data-act="next"]').click();
      await this.answer(option);
    }
  }

  /** The number of the question shown. */
  async place() {
    return Number((await this.words('nav [aria-current="step"]')).match(/\d/)?.[0]);
  }

  /** Kills the tab's process, so that no page in it gets an event. */
  async kill() {
    const session = await toolsOf(this.page);
    const crash = this.page.waitForEvent('crash');
    session.send('Page.crash').catch(() => {});
    await crash;
  }

  /** Runs axe on the quiz without its figure. */
  axe(rules = /** @type {'all'|'contrast'} */ ('all')) {
    return axeFaults(this.frame, rules, { exclude: ['iframe'] });
  }
}
