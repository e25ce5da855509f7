// Finds what a reader types in names, figures and the text, without asking them
// for the writer's spelling: marks and tatweel are ignored, alef, ya and ta
// marbuta forms and digits of all kinds are one. The engine's own folding is
// richer; this one serves the search box only.

const kDropped = /[\u0640\u064B-\u065F\u0670\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/;

/** @type {Record<string, string>} */
const kFolds = {
  '\u0622': '\u0627', '\u0623': '\u0627', '\u0625': '\u0627', '\u0671': '\u0627', // alef forms
  '\u0649': '\u064A', '\u06CC': '\u064A', '\u0626': '\u064A', '\u0624': '\u0648', // ya and waw forms
  '\u0629': '\u0647', '\u06A9': '\u0643', '\u00A0': ' ', '\u202F': ' ', // ta marbuta, kaf, spaces
};

/** @param {string} c one UTF-16 unit @returns {string} one unit, or nothing */
function foldUnit(c) {
  if (kDropped.test(c)) return '';
  if (kFolds[c]) return kFolds[c];
  const code = c.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  const lower = c.toLowerCase();
  return lower.length === 1 ? lower : c;
}

/** @param {string} text */
export function fold(text) {
  let out = '';
  for (let i = 0; i < text.length; i++) out += foldUnit(text[i]);
  return out;
}

/**
 * Where `query` stands in `text`, in the text's own offsets, at most `limit` times.
 * @param {string} text @param {string} query @param {number} [limit]
 * @returns {import('./result.js').Span[]}
 */
export function findInText(text, query, limit = 1000) {
  const wanted = fold(query.trim());
  if (!wanted) return [];
  let folded = '';
  /** @type {number[]} */
  const origin = [];
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text[i]);
    if (unit) origin.push(i);
    folded += unit;
  }
  const spans = [];
  for (let at = folded.indexOf(wanted); at >= 0 && spans.length < limit; at = folded.indexOf(wanted, at + wanted.length)) {
    spans.push({ start: origin[at], end: origin[at + wanted.length - 1] + 1 });
  }
  return spans;
}
