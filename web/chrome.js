// The page's frame: words in the chosen language, light or dark, the notice over
// the page and the toast under it. Only these two choices are remembered
// between visits; the reader's text never is.
import { byId, el, fill } from './dom.js';
import { currentLanguage, say, setLanguage } from './strings.js';

/** @param {string} key @returns {string | null} */
function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is forbidden: the choice lasts until the page closes
  }
}

/** @param {string} key @param {string} value */
function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // as above
  }
}

/** Puts the language's words wherever the page asks for them. */
export function speak() {
  const root = document.documentElement;
  root.lang = currentLanguage();
  root.dir = currentLanguage() === 'ar' ? 'rtl' : 'ltr';
  document.title = `${say('name')}: ${say('tagline')}`;
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = say(node.getAttribute('data-say') ?? '');
  for (const [from, to] of [['label', 'aria-label'], ['title', 'title'], ['placeholder', 'placeholder']]) {
    for (const node of document.querySelectorAll(`[data-say-${from}]`)) node.setAttribute(to, say(node.getAttribute(`data-say-${from}`) ?? ''));
  }
}

/** @param {() => void} changed */
export function setUpLanguage(changed) {
  if (recall('fihris.language') === 'en') setLanguage('en');
  speak();
  byId('language').addEventListener('click', () => {
    setLanguage(currentLanguage() === 'ar' ? 'en' : 'ar');
    remember('fihris.language', currentLanguage());
    speak();
    changed();
  });
}

export function setUpTheme() {
  const root = document.documentElement;
  const chosen = recall('fihris.theme');
  if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;
  byId('theme').addEventListener('click', () => {
    const isDark = (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
    root.dataset.theme = isDark ? 'light' : 'dark';
    remember('fihris.theme', root.dataset.theme);
  });
}

/** Paper is white whatever the screen is. @param {() => void} before @param {() => void} after */
export function setUpPrint(before, after) {
  const root = document.documentElement;
  /** @type {string | undefined} */
  let theme;
  window.addEventListener('beforeprint', () => {
    theme = root.dataset.theme;
    root.dataset.theme = 'light';
    before();
  });
  window.addEventListener('afterprint', () => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    after();
  });
}

/** @param {string} message @param {{label: string, act: () => void}} [action] */
export function showNotice(message, action) {
  const notice = byId('notice');
  const close = el('button', { type: 'button', class: 'icon', 'aria-label': say('dismiss'), on: { click: hideNotice } }, '×');
  fill(notice, el('span', {}, message), action && el('button', { type: 'button', class: 'ghost', on: { click: action.act } }, action.label), close);
  notice.hidden = false;
}

export function hideNotice() {
  byId('notice').hidden = true;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let toastTimer;

/** @param {string} message @param {{label: string, act: () => void}} [action] */
export function showToast(message, action) {
  const toast = byId('toast');
  clearTimeout(toastTimer);
  const act = () => {
    toast.hidden = true;
    action?.act();
  };
  fill(toast, el('span', {}, message), action && el('button', { type: 'button', class: 'link', on: { click: act } }, action.label));
  toast.hidden = false;
  toastTimer = setTimeout(() => (toast.hidden = true), action ? 8000 : 3000);
}
