// .tools/need.sh says what it will install and how large that is. It asks an ordinary user at a terminal and
// nobody else; if it cannot install something, it prints the exact commands. Every program it calls is a
// fake in its PATH.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const NEED = resolve('.tools/need.sh');
const which = (/** @type {string} */ name) =>
  execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
const hasScript = spawnSync('sh', ['-c', 'command -v script']).status === 0;

/** apt that knows the size of everything, and "installs" emcc into the folder. @param {string} folder */
const apt = (folder) => `case "$*" in
  *--assume-no*)
    echo "Need to get 246 MB of archives."
    echo "After this operation, 825 MB of additional disk space will be used." ;;
  *"install -y"*) echo "$*" >> ${folder}/log; : > ${folder}/emcc; ${which('chmod')} +x ${folder}/emcc ;;
esac`;

/**
 * Runs need.sh for emcc in a world of fakes.
 * @param {{ user: 'root'|'sudo'|'nobody', tools?: string[], answer?: string }} world answer: typed at a
 *   terminal
 */
function need({ user, tools = ['emcc'], answer }) {
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  const fake = (/** @type {string} */ name, /** @type {string} */ code) => {
    writeFileSync(join(folder, name), `#!${which('sh')}\n${code}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  try {
    for (const name of ['sh', 'sed', 'tr', 'dirname']) symlinkSync(which(name), join(folder, name));
    fake('id', `echo ${user === 'root' ? 0 : 1000}`);
    fake('sudo', user === 'sudo' ? 'case "$1" in -n) exit 0 ;; esac; "$@"' : 'exit 1');
    fake('apt-get', apt(folder));
    const env = { ...process.env, PATH: folder, SHELL: join(folder, 'sh') };
    const command = [NEED, ...tools].join(' ');
    const { stdout, status } =
      answer === undefined
        ? spawnSync(which('sh'), ['-c', command], { env, encoding: 'utf8', input: '' })
        : spawnSync(which('script'), ['-qec', command, '/dev/null'], {
            ...{ env, encoding: 'utf8', input: answer },
          });
    return { said: stdout, status, isInstalled: existsSync(join(folder, 'log')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PLAN = /Installing through apt: emscripten \(246 MB to download, 825 MB on disk\)/;
const QUESTION = /Go on\?/;
const COMMANDS = [
  /sudo apt-get install --no-install-recommends emscripten$/m,
  /sudo dnf install emscripten$/m,
  /brew install emscripten$/m,
  /git clone https:\/\/github\.com\/emscripten-core\/emsdk/,
];

for (const user of /** @type {const} */ (['root', 'sudo']))
  test(`without a terminal ${user} is told what is installed and how large it is, and not asked`, () => {
    const { said, status, isInstalled } = need({ user });
    assert.match(said, PLAN);
    assert.doesNotMatch(said, QUESTION);
    assert.deepEqual([status, isInstalled], [0, true]);
  });

test('who may not install is told the commands for each system', () => {
  const { said, status, isInstalled } = need({ user: 'nobody' });
  for (const command of COMMANDS) assert.match(said.replaceAll('\r', ''), command);
  assert.deepEqual([status, isInstalled], [1, false]);
});

test('what is optional stops nothing', () => {
  const { said, status } = need({ user: 'nobody', tools: ['sh', '--', 'emcc'] });
  assert.match(said, /Missing: emcc\. What needs it is left out/);
  assert.equal(status, 0);
});

const skip = hasScript ? false : 'there is no script (util-linux) to make a terminal';

for (const answer of ['n\n', '\n'])
  test(`an ordinary user at a terminal who answers ${JSON.stringify(answer)} installs nothing`, {
    skip,
  }, () => {
    const { said, status, isInstalled } = need({ user: 'sudo', answer });
    assert.match(said, PLAN);
    assert.match(said, QUESTION);
    for (const command of COMMANDS) assert.match(said.replaceAll('\r', ''), command);
    assert.deepEqual([status, isInstalled], [1, false]);
  });

test('an ordinary user at a terminal who says yes has it installed', { skip }, () => {
  const { said, status, isInstalled } = need({ user: 'sudo', answer: 'y\n' });
  assert.match(said, QUESTION);
  assert.deepEqual([status, isInstalled], [0, true]);
});

test('root at a terminal is not asked', { skip }, () => {
  const { said, status, isInstalled } = need({ user: 'root', answer: 'n\n' });
  assert.doesNotMatch(said, QUESTION);
  assert.deepEqual([status, isInstalled], [0, true]);
});
