// A SCORM 1.2 package of one page, opened by a query: the page speaks with the platform itself.

import { escapeXml } from './question-files.js';
import { zipped } from './zip.js';

/** Characters of `parameters` that platforms must keep; longer ones stand in a file of the package. */
const MOST_PARAMETERS = 255;
const [PAGE, START] = ['index.html', 'start.html'];

/** Whether a query is too long for a manifest. @param {string} query */
const isLong = (query) => query.length >= MOST_PARAMETERS;

/**
 * Leads to the page. Behind "#", so that no server is sent the query.
 * @param {string} query
 */
const startOf = (query) => {
  const address = JSON.stringify(`${PAGE}#${query}`).replace(/</g, '\\u003c');
  return `<!doctype html><meta charset="utf-8"><script>location.replace(${address})</script>`;
};

/** @param {string} query without "?" @param {string} title */
export function manifestOf(query, title) {
  const name = escapeXml(title);
  const [files, parameters] = isLong(query)
    ? [[START, PAGE], '']
    : [[PAGE], ` parameters="?${escapeXml(query)}"`];
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="DESCENT_LAB" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="COURSE"><organization identifier="COURSE"><title>${name}</title>
<item identifier="ITEM" identifierref="PAGE"${parameters}><title>${name}</title></item>
</organization></organizations>
<resources><resource identifier="PAGE" type="webcontent" adlcp:scormtype="sco" href="${files[0]}">
${files.map((file) => `<file href="${file}"/>`).join('')}</resource></resources>
</manifest>
`;
}

/** The page's text as it was opened (web/start.js); "" where a lab has no page of its own. */
const pageText = () =>
  /** @type {{ labText?: () => string }} */ (/** @type {unknown} */ (globalThis)).labText?.() ?? '';

/** Whether the lab has a page to make packages of. */
export const hasPage = () => 'labText' in globalThis;

/**
 * @param {string} query @param {string} title
 * @returns {Uint8Array<ArrayBuffer>[]} the zip
 */
export const scormPackage = (query, title) =>
  zipped({
    'imsmanifest.xml': manifestOf(query, title),
    ...(isLong(query) && { [START]: startOf(query) }),
    [PAGE]: pageText(),
  });
