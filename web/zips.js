// Makes the two zips of dist/: the lab for offline use, and the SCORM 1.2 package. The same sources give the
// same bytes, whenever and wherever they are built. Reads dist/index.html and dist/THIRD-PARTY.txt.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { bundleQuiz } from './scorm/bundle.js';

/** A zip's clock has no zone: local midnight reads the same everywhere. 1980 is its first year. */
const TIME = new Date(1980, 0, 1);

const README = `Descent Lab

Open index.html in a browser: a double click will do. It needs neither a server nor the network.
Mở index.html bằng trình duyệt: chỉ cần nhấp đúp. Không cần máy chủ hay kết nối mạng.

The whole experiment is in the address. To share one, copy what follows the "?".
Toàn bộ thí nghiệm nằm trong địa chỉ. Muốn chia sẻ, hãy chép phần sau dấu "?".
`;

/**
 * @param {Record<string, Uint8Array|string>} files by path
 * @returns {Uint8Array} the zip, its entries in the order of their paths
 */
export function zip(files) {
  const paths = Object.keys(files).sort();
  const bytes = (/** @type {Uint8Array|string} */ file) =>
    typeof file === 'string' ? strToU8(file) : file;
  return zipSync(Object.fromEntries(paths.map((path) => [path, bytes(files[path])])), {
    level: 9,
    mtime: TIME,
  });
}

/** The schemas that the manifest names, which lie beside it. */
const schemas = () =>
  Object.fromEntries(
    readdirSync('web/scorm/schemas').map((name) => [
      name,
      readFileSync(join('web/scorm/schemas', name)),
    ]),
  );

/**
 * Writes the zips.
 * @param {string} folder
 * @param {string} [lab] the built page
 */
export async function writeZips(folder, lab = 'dist/index.html') {
  const shared = {
    'index.html': readFileSync(lab),
    'LICENSE.txt': readFileSync('LICENSE'),
    'THIRD-PARTY.txt': readFileSync('dist/THIRD-PARTY.txt'),
  };
  const offline = zip({ ...shared, 'README.txt': README });
  const scorm = zip({
    ...shared,
    'quiz.html': await bundleQuiz(),
    'imsmanifest.xml': readFileSync('web/scorm/imsmanifest.xml'),
    ...schemas(),
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'descent-lab-offline.zip'), offline);
  writeFileSync(join(folder, 'descent-lab-scorm.zip'), scorm);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeZips(process.argv[2] ?? 'dist');
