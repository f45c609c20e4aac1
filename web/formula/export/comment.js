// The comment at the head of an exported program. It may contain what a user wrote, so it is one line of
// harmless characters: nothing that ends a line, reverses the direction of writing or continues a comment in
// C.

/** @param {string} text */
const harmless = (text) =>
  text
    .replace(/[\p{C}\p{Zl}\p{Zp}\\]+/gu, ' ')
    .replace(/\?{2,}/g, '?') // ??/ is a backslash in C
    .trim();

/**
 * The head's lines; the first two hold nothing a user wrote, because there Python looks for an encoding.
 * @param {import('./plan.js').Plan} plan
 * @param {{ mark: string, language: string, link: string, more?: string[] }} program mark: "#" or "//"
 */
export function headLines(
  { about: [what, ...sources], dim, text, noise, moves },
  { mark, language, link, more = [] },
) {
  const noisy = [
    `The lab adds noise to the gradient here (standard deviation ${noise.sigma}, seed ${noise.seed}).`,
    'Its random numbers are not reproduced: this program takes the exact gradient.',
  ];
  const lines = [
    `${what}, in ${language}.`,
    'Prints the steps as CSV: t, the point, f and its gradient there, the learning rate that led there.',
    '',
    `    f(${dim === 1 ? 'x' : 'x, y'}${moves ? ', t' : ''}) = ${text}`,
    ...more.map((line) => `    ${line}`),
    '',
    ...sources,
    ...(noise.sigma > 0 ? noisy : []),
    `Made with Descent Lab${link ? `: ${link}` : ''}`,
  ];
  return lines.map((line) => `${mark} ${line.replace(/\S.*/s, harmless)}`.trimEnd());
}
