// Passing states over the text: the chain being walked, the place reached, the
// search hits. The CSS Custom Highlight API paints them without touching the
// marks; where it is missing, classes on the marks say the same.

/** @typedef {import('./article.js').Article} Article */
/** @typedef {import('./result.js').Span} Span */
/** @typedef {import('./result.js').Finding} Finding */

export const isHighlightSupported = typeof Highlight === 'function' && 'highlights' in CSS;

/** More ranges than a reader can look at only cost time. */
const kMostRanges = 2000;

/** Later ones are painted over earlier ones. */
const kOrder = ['search', 'hover', 'chain', 'current'];

/**
 * @param {Article} article
 * @param {'search' | 'hover' | 'chain' | 'current'} name
 * @param {(Span | Finding)[]} spans an empty list clears
 */
export function paintHighlight(article, name, spans) {
  if (!isHighlightSupported) {
    paintClasses(article, name, spans);
    return;
  }
  const ranges = spans.slice(0, kMostRanges).map((span) => article.rangeOf(span));
  const highlight = new Highlight(.../** @type {Range[]} */ (ranges.filter(Boolean)));
  highlight.priority = kOrder.indexOf(name);
  CSS.highlights.set(name, highlight);
}

/** @param {Article} article @param {string} name @param {(Span | Finding)[]} spans */
function paintClasses(article, name, spans) {
  for (const mark of article.root.querySelectorAll(`.is-${name}`)) mark.classList.remove(`is-${name}`);
  for (const span of spans) {
    if ('key' in span) article.root.querySelector(`.mark[data-key="${span.key}"]`)?.classList.add(`is-${name}`);
  }
}
