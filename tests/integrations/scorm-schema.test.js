// The SCORM package as a strict checker reads it: its manifest is valid by the schemas that lie beside it.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { writeZips } from '../../web/zips.js';
import { folder } from './project.js';
import { environment } from './python.js';

/** Validates imsmanifest.xml by the schemas that it names itself, and says what is wrong. */
const CHECK = `import sys
from lxml import etree
manifest = etree.parse("imsmanifest.xml")
xsi = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
words = manifest.getroot().get(xsi).split()
# That of metadata, of which the manifest has none, is no schema for libxml2: two of its models are ambiguous.
named = [(space, file) for space, file in zip(words[::2], words[1::2]) if "imsmd" not in space]
imports = "".join(f'<xsd:import namespace="{space}" schemaLocation="{file}"/>' for space, file in named)
schema = f'<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">{imports}</xsd:schema>'
with open("all.xsd", "w") as file:
    file.write(schema)
checker = etree.XMLSchema(etree.parse("all.xsd"))
print("valid" if checker.validate(manifest) else checker.error_log)
`;

const { python } = environment('scorm', ['lxml']);

/** What the checker says of a manifest. @param {(manifest: string) => string} change */
async function verdict(change) {
  const path = folder('scorm-package');
  await writeZips(path);
  const files = unzipSync(readFileSync(join(path, 'descent-lab-scorm.zip')));
  mkdirSync(join(path, 'package'));
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(path, 'package', name), bytes);
  const manifest = join(path, 'package/imsmanifest.xml');
  writeFileSync(manifest, change(readFileSync(manifest, 'utf8')));
  writeFileSync(join(path, 'check.py'), CHECK);
  return python(
    '-c',
    `import os; os.chdir("${path}/package"); exec(open("../check.py").read())`,
  ).trim();
}

test('the manifest is valid by its own schemas, and a wrong one is not', async () => {
  assert.equal(await verdict((manifest) => manifest), 'valid');
  assert.match(await verdict((manifest) => manifest.replace('"sco"', '"quiz"')), /scormtype/);
  assert.match(
    await verdict((manifest) => manifest.replace(/<organizations[\s\S]*<.organizations>/, '')),
    /Missing child|not expected/,
  );
});
