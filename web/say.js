// A page that says one thing: why there is no lab.

/** @param {HTMLElement} root @param {string} text */
export function sayIn(root, text) {
  root.textContent = '';
  const line = root.appendChild(document.createElement('p'));
  line.className = 'fatal';
  line.setAttribute('role', 'alert');
  line.textContent = text;
}
