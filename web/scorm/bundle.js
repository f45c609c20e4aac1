// Makes quiz.html, the page of the SCORM package that the course platform opens.

import { readFileSync } from 'node:fs';
import { bundleScript, bundleStyles, fill, hashOf } from '../pages/one-file.js';

/** @returns {Promise<string>} the page */
export async function bundleQuiz() {
  const script = await bundleScript('web/scorm/quiz-page.js');
  const styles = await bundleStyles('web/scorm/quiz.css');
  // file: is for who opens the page without a platform: 'self' does not cover files in every browser.
  const policy = [
    `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(styles)}`,
    "img-src data:; frame-src 'self' file:; base-uri 'none'; form-action 'none'",
  ].join('; ');
  return fill(readFileSync('web/scorm/quiz.html', 'utf8'), { policy, styles, script });
}
