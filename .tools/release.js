// Makes a release: checks that all files name the same version, builds the artifacts and their checksums into
// dist/release/, and tags the commit. When the tag is pushed, .github/workflows/release.yml publishes them.
//
//   node .tools/release.js VERSION [--dry]     --dry: no tag

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'dist/release';
const VERSION = /^\d+\.\d+\.\d+$/;

const [version, option] = process.argv.slice(2);

/** @param {string} program @param {string[]} words */
const run = (program, ...words) =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();

/** The reasons against a release, one a line. */
function obstacles() {
  const json = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8'));
  const lock = json('package-lock.json');
  const named = {
    'package.json': json('package.json').version,
    'package-lock.json': lock.version,
    'package-lock.json, packages[""]': lock.packages[''].version,
    'web/notebook/pyproject.toml': readFileSync('web/notebook/pyproject.toml', 'utf8').match(
      /^version = "(.*)"$/m,
    )?.[1],
  };
  const headings = readFileSync('CHANGELOG.md', 'utf8').match(/^## .+$/gm) ?? [];
  const tag = run('git', 'tag', '--list', `v${version}`);
  return [
    ...Object.entries(named)
      .filter(([, found]) => found !== version)
      .map(([place, found]) => `${place} says ${found}, not ${version}`),
    ...(headings.includes(`## ${version}`) ? [] : [`CHANGELOG.md has no heading "## ${version}"`]),
    ...(run('git', 'status', '--porcelain') ? ['the working tree has changes'] : []),
    ...(tag && option !== '--dry' ? [`the tag v${version} is there already`] : []),
  ];
}

/** Builds the artifacts and their checksums. */
function build() {
  run('make', 'build', 'zips', 'wheel');
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  run('npm', 'pack', '--ignore-scripts', '--pack-destination', FOLDER);
  copyFileSync('dist/index.html', join(FOLDER, `descent-lab-${version}.html`));
  for (const kind of ['offline', 'scorm'])
    copyFileSync(
      `dist/descent-lab-${kind}.zip`,
      join(FOLDER, `descent-lab-${version}-${kind}.zip`),
    );
  for (const name of readdirSync('dist/python'))
    copyFileSync(join('dist/python', name), join(FOLDER, name));
  const sums = readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const hash = createHash('sha256').update(readFileSync(join(FOLDER, name)));
      return `${hash.digest('hex')}  ${name}\n`;
    });
  writeFileSync(join(FOLDER, 'SHA256SUMS'), sums.join(''));
  return sums.join('');
}

if (!VERSION.test(version ?? '')) {
  console.error(`VERSION is "${version ?? ''}"; it must be three numbers, such as 1.2.3`);
  process.exit(2);
}
const found = obstacles();
if (found.length) {
  console.error(found.join('\n'));
  process.exit(1);
}
console.log(build());
if (option === '--dry') console.log(`${FOLDER}/ is what v${version} would be. Nothing was tagged.`);
else {
  run('git', 'tag', '--annotate', `v${version}`, '--message', `Descent Lab ${version}`);
  console.log(`Tagged v${version}. To publish it: git push origin v${version}`);
}
