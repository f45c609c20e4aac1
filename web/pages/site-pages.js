// The pages around the lab on its site: the index of examples, privacy and accessibility, and the page for
// unknown addresses. Plain text in, HTML out; none has a script.

import { hashOf } from './one-file.js';
import { escapeHtml, PLACES, POSTER } from './preset-page.js';

/**
 * @typedef {import('../lessons/presets.js').Group} Group
 * @typedef {import('./preset-page.js').Language} Language
 * @typedef {{ title: string, text: string, body: string }} Content body: HTML
 */

const STYLES = `html{color-scheme:light dark;font-family:system-ui,sans-serif;line-height:1.5}
body{max-width:60rem;margin:0 auto;padding:1.5rem 1rem}
h1,h2{line-height:1.2}
ul.cards{list-style:none;padding:0;display:grid;gap:1.5rem;
grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}
.cards a{display:block;text-decoration:none}
.cards img{display:block;width:100%;height:auto;border:1px solid #8888}
.cards b{display:block;margin-top:.5rem;text-decoration:underline}
.cards p{margin:.25rem 0}
nav a{display:inline-block;min-height:1.5rem;margin-right:1rem}`;

const POLICY = [
  `default-src 'none'; style-src ${hashOf(STYLES)}`,
  "img-src 'self' data:; base-uri 'none'; form-action 'none'",
].join('; ');

/** @type {Record<Language, Record<'lab'|'examples'|'about'|'other'|'missing'|'missingText', string>>} */
const WORDS = {
  en: {
    lab: 'The lab',
    examples: 'Examples',
    about: 'Privacy and accessibility',
    other: 'Tiếng Việt',
    missing: 'There is no such page',
    missingText: 'The address may have a letter too many. The lab and all examples are still here.',
  },
  vi: {
    lab: 'Phòng thí nghiệm',
    examples: 'Ví dụ',
    about: 'Riêng tư và khả năng tiếp cận',
    other: 'English',
    missing: 'Không có trang này',
    missingText: 'Có thể địa chỉ bị gõ sai. Phòng thí nghiệm và mọi ví dụ vẫn ở đây.',
  },
};

/** @param {Language} lang */
const placeOf = (lang) => PLACES.filter((place) => place.lang === lang)[0];

/**
 * @param {{ lang: Language, base: string, path: string }} where path: of the page's folder in English, below
 *   the base, with a slash at its end; '': the page has no folder of its own
 * @param {Content} content
 */
function page({ lang, base, path }, { title, text, body }) {
  const [other] = PLACES.filter((place) => place.lang !== lang);
  const words = WORDS[lang];
  const folder = placeOf(lang).folder;
  const link = (/** @type {string} */ to, /** @type {string} */ name, more = '') =>
    `<a href="${escapeHtml(base + to)}"${more}>${name}</a>`;
  const alternates = path
    ? PLACES.map(
        (place) =>
          `<link rel="alternate" hreflang="${place.lang}" href="${escapeHtml(base + path + place.folder)}">`,
      ).join('\n')
    : '<meta name="robots" content="noindex">';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(title)} · Descent Lab</title>
<meta name="description" content="${escapeHtml(text)}">
${path ? `<link rel="canonical" href="${escapeHtml(base + path + folder)}">\n` : ''}${alternates}
<link rel="icon" href="${escapeHtml(base)}favicon.svg">
<style>${STYLES}</style>
</head>
<body>
<nav>${link(`?lang=${lang}`, words.lab)} ${link(`p/${folder}`, words.examples)}
${link(`about/${folder}`, words.about)}
${path ? link(path + other.folder, words.other, ` lang="${other.lang}" hreflang="${other.lang}"`) : ''}</nav>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${body}
</main>
</body>
</html>
`;
}

const INDEX = {
  en: {
    title: 'Examples',
    text: 'Each opens in the lab with its numbers, and can be changed there.',
  },
  vi: {
    title: 'Ví dụ',
    text: 'Mỗi ví dụ mở trong phòng thí nghiệm với các con số của nó và sửa được ngay.',
  },
};

/**
 * A card of the index.
 * @param {import('../lessons/presets.js').Entry} entry @param {Language} lang @param {string} base
 */
function card({ key, title, text }, lang, base) {
  const address = escapeHtml(`${base}p/${key}/${placeOf(lang).folder}`);
  const { file, width, height } = POSTER;
  const picture = `<img src="${address}${file}" width="${width}" height="${height}" alt="" loading="lazy">`;
  return `<li><a href="${address}">${picture}<b>${escapeHtml(title[lang])}</b></a>
<p>${escapeHtml(text[lang])}</p></li>`;
}

/**
 * The index of all examples, to lie at p/<folder of the language>/index.html.
 * @param {readonly Group[]} groups @param {Language} lang @param {string} base as readBase returns it
 */
export function indexPage(groups, lang, base) {
  const body = groups
    .filter(({ entries }) => entries.length)
    .map(
      ({ title, entries }) => `<h2>${escapeHtml(title[lang])}</h2>
<ul class="cards">
${entries.map((entry) => card(entry, lang, base)).join('\n')}
</ul>`,
    )
    .join('\n');
  return page({ lang, base, path: 'p/' }, { ...INDEX[lang], body });
}

/**
 * What the lab promises: paragraphs under headings.
 * @type {Record<Language, { title: string, text: string, parts: [string, string[]][] }>}
 */
const ABOUT = {
  en: {
    title: 'Privacy and accessibility',
    text: 'Nothing you do in the lab leaves your browser.',
    parts: [
      [
        'Privacy',
        [
          'The lab computes and draws in your browser. It sends nothing, stores nothing on your computer, ' +
            'sets no cookie, and asks for no permission. Its content security policy forbids every ' +
            'connection to elsewhere.',
          'An experiment is in the address and nowhere else. Whoever you send a link to can read all of ' +
            'it: put no names into it.',
          'On this site, a service worker keeps a copy of the page so that it opens without the network. ' +
            'Clearing the site’s data removes it. The server that hosts the site sees which page was asked ' +
            'for, as every server does.',
        ],
      ],
      [
        'Accessibility',
        [
          'Every build is tested against the rules of axe for WCAG 2.2 AA in each lab, in both languages, ' +
            'light and dark, and the whole of it can be used by keyboard. Targets are at least 24 pixels ' +
            'wide and high. Colours never stand alone: runs differ in dashes and marks too.',
          'Each plot says in words what it shows, and the step table and the worked step hold the same ' +
            'numbers as text. Formulas are MathML. Nothing moves before the reader asks for it, and ' +
            'animation is left out where the system asks for reduced motion.',
          'Known limits: dragging on a plane has arrow keys as its other way, whose steps are coarser; ' +
            'pictures that are exported as PNG carry their caption in the picture only.',
        ],
      ],
    ],
  },
  vi: {
    title: 'Riêng tư và khả năng tiếp cận',
    text: 'Không điều gì bạn làm trong phòng thí nghiệm rời khỏi trình duyệt của bạn.',
    parts: [
      [
        'Riêng tư',
        [
          'Phòng thí nghiệm tính và vẽ ngay trong trình ' +
            'duyệt. Nó không gửi gì đi, không lưu gì trên máy, ' +
            'không đặt cookie, không xin quyền nào. Content ' +
            'security policy của nó cấm mọi kết nối ra ' +
            'ngoài.',
          'Thí nghiệm nằm trong địa chỉ và chỉ ở đó. Ai nhận ' +
            'liên kết cũng đọc được toàn bộ: đừng ghi tên ' +
            'người vào đó.',
          'Trên trang này, một service worker giữ bản sao ' +
            'của trang để mở được khi không có mạng. Xoá dữ ' +
            'liệu của trang là xoá nó. Máy chủ của trang ' +
            'biết trang nào được yêu cầu, như mọi máy chủ.',
        ],
      ],
      [
        'Khả năng tiếp cận',
        [
          'Mỗi bản dựng được kiểm tra bằng các quy tắc của ' +
            'axe cho WCAG 2.2 AA ở từng lab, bằng cả hai ' +
            'ngôn ngữ, nền sáng và nền tối; mọi thao tác làm ' +
            'được bằng bàn phím. Mỗi nút rộng và cao ít ' +
            'nhất 24 pixel. Không bao giờ chỉ dựa vào màu: ' +
            'các lượt chạy còn khác nhau ở nét đứt và dấu.',
          'Mỗi đồ thị nói bằng lời điều nó cho thấy; bảng ' +
            'và bước tính bằng số chứa cùng các con số ấy ' +
            'dưới dạng văn bản. Công thức là MathML. Không ' +
            'gì chuyển động khi người đọc chưa yêu cầu, và ' +
            'không có hoạt ảnh khi hệ thống yêu cầu giảm chuyển động.',
          'Giới hạn đã biết: thay cho kéo trên mặt phẳng ' +
            'là các phím mũi tên, với bước thô hơn; ảnh PNG ' +
            'xuất ra chỉ có chú thích trong ảnh.',
        ],
      ],
    ],
  },
};

/**
 * Privacy and accessibility, to lie at about/<folder of the language>/index.html.
 * @param {Language} lang @param {string} base
 */
export function aboutPage(lang, base) {
  const { parts, ...head } = ABOUT[lang];
  const body = parts
    .map(
      ([heading, texts]) =>
        `<h2>${escapeHtml(heading)}</h2>\n${texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}`,
    )
    .join('\n');
  return page({ lang, base, path: 'about/' }, { ...head, body });
}

/**
 * What a server answers where there is nothing, at any depth: all its addresses are whole.
 * @param {string} base
 */
export function missingPage(base) {
  const { missing, missingText } = WORDS.en;
  const { missing: title, missingText: text } = WORDS.vi;
  const body = `<p lang="vi"><b>${title}.</b> ${text}</p>`;
  return page({ lang: 'en', base, path: '' }, { title: missing, text: missingText, body });
}
