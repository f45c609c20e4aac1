// A SCORM 1.2 package of one page, opened by a query: the page speaks with the platform itself.

import { escapeXml } from './question-files.js';
import { zipped } from './zip.js';

/** @param {string} query without "?" @param {string} title */
export const manifestOf = (query, title) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="DESCENT_LAB" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="COURSE"><organization identifier="COURSE"><title>${escapeXml(title)}</title>
<item identifier="ITEM" identifierref="PAGE" parameters="?${escapeXml(query)}"><title>${escapeXml(
  title,
)}</title></item>
</organization></organizations>
<resources><resource identifier="PAGE" type="webcontent" adlcp:scormtype="sco" href="index.html">
<file href="index.html"/></resource></resources>
</manifest>
`;

/**
 * @param {string} page its text @param {string} query @param {string} title
 * @returns {Uint8Array<ArrayBuffer>[]} the zip
 */
export const scormPackage = (page, query, title) =>
  zipped({ 'imsmanifest.xml': manifestOf(query, title), 'index.html': page });
