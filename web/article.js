// Draws the article: its text exactly as given, with the marks as plain inline
// spans so that letters keep joining across a mark's edge («و|باريس»). Labels
// never stand inside the text, and a long text is marked paragraph by paragraph
// as it comes into view, while all of it can be read and searched from the start.
import { el } from './dom.js';
import { typeName } from './labels.js';
import { directionOf } from './rows.js';

/** @typedef {import('./result.js').Reading} Reading */
/** @typedef {import('./result.js').Finding} Finding */
/** @typedef {import('./result.js').Span} Span */
/** @typedef {Span & {node: HTMLElement, drawn: boolean}} Paragraph */

/** Past this length paragraphs get their marks only near the viewport. */
export const kEagerLength = 200_000;

export class Article {
  /**
   * @param {HTMLElement} root
   * @param {{pick: (finding: Finding, mark: HTMLElement, byKeyboard: boolean) => void, drawn: () => void}} tell
   */
  constructor(root, tell) {
    this.root = root;
    this.tell = tell;
    /** @type {Paragraph[]} */
    this.paragraphs = [];
    /** @type {Reading | undefined} */
    this.reading = undefined;
    /** @type {Set<string>} */
    this.hidden = new Set();
    this.observer = new IntersectionObserver((entries) => this.seen(entries), { rootMargin: '1200px 0px' });
    root.addEventListener('click', (event) => this.clicked(event));
    root.addEventListener('keydown', (event) => this.pressed(event));
  }

  /**
   * @param {string} text
   * @param {Reading} [reading] without it the text stands unmarked
   */
  show(text, reading) {
    this.reading = reading;
    this.observer.disconnect();
    this.paragraphs = splitParagraphs(text);
    for (const p of this.paragraphs) {
      p.node.textContent = text.slice(p.start, p.end);
      if (reading?.headings.some((h) => h.start < p.end && h.end > p.start)) p.node.classList.add('heading');
    }
    this.root.replaceChildren(...this.paragraphs.map((p) => p.node));
    if (!reading) return;
    if (text.length <= kEagerLength) this.paragraphs.forEach((p) => this.draw(p));
    else this.paragraphs.forEach((p) => this.observer.observe(p.node));
    this.root.querySelector('.mark')?.setAttribute('tabindex', '0');
  }

  /** For paper, which has no «on demand». */
  drawEverything() {
    for (const p of this.paragraphs) this.draw(p);
  }

  /** @param {Set<string>} hidden types whose marks are not shown */
  hide(hidden) {
    this.hidden = hidden;
    for (const mark of this.root.querySelectorAll('.mark')) {
      mark.classList.toggle('off', hidden.has(/** @type {HTMLElement} */ (mark).dataset.type ?? ''));
    }
  }

  /** @param {IntersectionObserverEntry[]} entries */
  seen(entries) {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      this.observer.unobserve(entry.target);
      const paragraph = this.paragraphs.find((p) => p.node === entry.target);
      if (paragraph) this.draw(paragraph);
    }
    this.tell.drawn();
  }

  /** @param {Paragraph} p */
  draw(p) {
    if (p.drawn || !this.reading) return;
    p.drawn = true;
    const { marks, text } = this.reading;
    /** @type {Node[]} */
    const pieces = [];
    let at = p.start;
    for (let i = firstEndingAfter(marks, p.start); i < marks.length && marks[i].start < p.end; i++) {
      const start = Math.max(marks[i].start, p.start);
      const end = Math.min(marks[i].end, p.end);
      this.addPlain(pieces, at, start);
      pieces.push(this.markNode(marks[i], text.slice(start, end)));
      at = end;
    }
    this.addPlain(pieces, at, p.end);
    p.node.replaceChildren(...pieces);
  }

  /** Text between marks, its noise set apart. @param {Node[]} pieces @param {number} from @param {number} to */
  addPlain(pieces, from, to) {
    if (!this.reading || from >= to) return;
    const { text, noise } = this.reading;
    let at = from;
    for (let i = firstEndingAfter(noise, from); i < noise.length && noise[i].start < to; i++) {
      const start = Math.max(noise[i].start, from);
      const end = Math.min(noise[i].end, to);
      if (start > at) pieces.push(document.createTextNode(text.slice(at, start)));
      pieces.push(el('span', { class: 'noise' }, text.slice(start, end)));
      at = end;
    }
    if (to > at) pieces.push(document.createTextNode(text.slice(at, to)));
  }

  /** @param {Finding} finding @param {string} surface */
  markNode(finding, surface) {
    const off = this.hidden.has(finding.type) ? ' off' : '';
    const noisy = this.reading?.noise.some((n) => n.start <= finding.start && n.end >= finding.end) ? ' noise' : '';
    return el(
      'span',
      {
        class: `mark ${finding.kind} t-${finding.type}${off}${noisy}`,
        data: { key: finding.key, type: finding.type },
        role: 'button',
        tabindex: '-1',
        'aria-description': typeName(finding.type),
      },
      surface,
    );
  }

  /** @param {string} key @returns {HTMLElement | null} */
  markOf(key) {
    const finding = this.reading?.byKey.get(key);
    const paragraph = finding && this.paragraphAt(finding.start);
    if (paragraph) this.draw(paragraph);
    return this.root.querySelector(`.mark[data-key="${key}"]`);
  }

  /** @param {number} offset @returns {Paragraph | undefined} */
  paragraphAt(offset) {
    return this.paragraphs[firstEndingAfter(this.paragraphs, offset)];
  }

  /** @param {Span} span @returns {Range | undefined} the stretch in the drawn text */
  rangeOf(span) {
    const from = this.pointAt(span.start, false);
    const to = this.pointAt(span.end, true);
    if (!from || !to) return undefined;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /**
   * @param {number} offset in the text
   * @param {boolean} asEnd an end belongs to the text before it, a start to the text after
   * @returns {{node: Text, offset: number} | undefined}
   */
  pointAt(offset, asEnd) {
    const paragraph = this.paragraphAt(asEnd ? Math.max(0, offset - 1) : offset);
    if (!paragraph) return undefined;
    let left = offset - paragraph.start;
    const walker = document.createTreeWalker(paragraph.node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      if (left < node.length || (asEnd && left === node.length)) return { node, offset: left };
      left -= node.length;
    }
    return undefined;
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const selection = window.getSelection();
    if (selection && !selection.isCollapsed) return; // the reader selects text, and does not pick a mark
    this.pickAt(event.target, false);
  }

  /** @param {EventTarget | null} target @param {boolean} byKeyboard */
  pickAt(target, byKeyboard) {
    const mark = /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest('.mark:not(.off)') : null);
    const finding = mark && this.reading?.byKey.get(mark.dataset.key ?? '');
    if (mark && finding) this.tell.pick(finding, mark, byKeyboard);
  }

  /** Arrow keys move between marks, so the article is one stop of the Tab key. @param {KeyboardEvent} event */
  pressed(event) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.pickAt(event.target, true);
      return;
    }
    const forward = getComputedStyle(this.root).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const step = event.key === forward ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? -1 : 0;
    if (step === 0 || !(event.target instanceof HTMLElement)) return;
    const marks = /** @type {HTMLElement[]} */ ([...this.root.querySelectorAll('.mark:not(.off)')]);
    const next = marks[marks.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    this.focus(next);
  }

  /** @param {HTMLElement} mark */
  focus(mark) {
    this.root.querySelector('.mark[tabindex="0"]')?.setAttribute('tabindex', '-1');
    mark.setAttribute('tabindex', '0');
    mark.focus();
  }
}

/** @param {string} text @returns {Paragraph[]} each with its line break, so that together they are the text */
function splitParagraphs(text) {
  const paragraphs = [];
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at + 1;
    const words = text.slice(start, end);
    const node = el('div', { class: words.trim() ? 'para' : 'para blank', dir: directionOf(words) });
    paragraphs.push({ start, end, node, drawn: false });
    start = end;
  }
  return paragraphs;
}

/** @param {Span[]} sorted @param {number} offset @returns {number} index of the first span that ends after it */
function firstEndingAfter(sorted, offset) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
