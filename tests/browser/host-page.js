// A course page on its own origin with labs in its frames; it collects the messages that they send.

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { serve } from '../../web/serve.js';
import { eventually } from './eventually.js';
import { withPage } from './plain-page.js';

const folder = mkdtempSync(join(tmpdir(), 'course-'));
const [labs, course] = await Promise.all([serve(), serve({ folder: `${folder}/` })]);
after(() => {
  labs.close();
  course.close();
});

const SCRIPT = `
  globalThis.said = [];
  addEventListener('message', (event) => {
    const frame = [...document.querySelectorAll('iframe')].findIndex(
      ({ contentWindow }) => contentWindow === event.source,
    );
    said.push({ frame, ...event.data });
  });`;
let pages = 0;

/** The address of an embedded lab. @param {string} query without "?" */
export const embedAddress = (query) => `${labs.address}?${query}&embed=1`;

/**
 * An iframe as the share dialog writes it, or with other attributes.
 * @param {string} query @param {string} [attributes]
 */
export const frame = (query, attributes = 'width="100%" height="560"') =>
  `<iframe src="${embedAddress(query).replace(/&/g, '&amp;')}" title="A lab" ${attributes}></iframe>`;

export class Course {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** The inside of a frame. @param {number} [index] */
  inside(index = 0) {
    return this.page.frameLocator('iframe').nth(index);
  }

  /**
   * The messages of one type that a frame has sent.
   * @param {string} type
   * @param {number} [index]
   * @returns {Promise<any[]>}
   */
  said(type, index = 0) {
    return this.page.evaluate(
      ([wanted, from]) =>
        /** @type {any} */ (globalThis).said.filter(
          (/** @type {any} */ each) => each.frame === from && each.type === wanted,
        ),
      /** @type {const} */ ([type, index]),
    );
  }

  /**
   * Waits until a frame has sent at least `count` messages of a type.
   * @param {string} type
   * @param {number} [count]
   * @param {number} [index]
   * @returns {Promise<any[]>}
   */
  async hear(type, count = 1, index = 0) {
    return eventually(async () => {
      const heard = await this.said(type, index);
      assert.ok(heard.length >= count, `frame ${index} has not said ${count} times "${type}"`);
      return heard;
    });
  }

  /** Sends anything to a frame. @param {unknown} message @param {number} [index] */
  send(message, index = 0) {
    return this.page.evaluate(
      ([what, to]) => {
        const frames = document.querySelectorAll('iframe');
        frames[/** @type {number} */ (to)].contentWindow?.postMessage(what, '*');
      },
      [message, index],
    );
  }

  /**
   * Asks a frame and returns its answer.
   * @param {string} type
   * @param {object} [fields]
   * @param {number} [index]
   * @returns {Promise<any>}
   */
  async ask(type, fields = {}, index = 0) {
    const id = `${type} ${++asked}`;
    await this.send({ target: 'descent-lab', v: 1, type, id, ...fields }, index);
    return eventually(async () => {
      const answer = await this.page.evaluate(
        (wanted) =>
          /** @type {any} */ (globalThis).said.find(
            (/** @type {any} */ each) => each.id === wanted,
          ),
        id,
      );
      assert.ok(answer, `no answer to ${id}`);
      return answer;
    });
  }
}

let asked = 0;

/**
 * Opens a course page on another origin than the labs in it, and asserts that the console stays empty.
 * @param {string} body its HTML
 * @param {(course: Course) => Promise<void>} use
 * @param {import('./chromium.js').PageOptions} [options]
 */
export function withCourse(body, use, options) {
  const name = `course-${++pages}.html`;
  const style = '<style>body { margin: 0 } iframe { display: block; border: 0 }</style>';
  const icon = '<link rel="icon" href="data:,">';
  writeFileSync(
    join(folder, name),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A course</title>
    ${icon}${style}<script>${SCRIPT}</script>${body}`,
  );
  return withPage(course.address + name, (page) => use(new Course(page)), options);
}
