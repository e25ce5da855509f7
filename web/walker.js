// Walks through the places of one row: n of m, forward and back, round the ends.
// It scrolls the text and paints the chain; whoever shows a row as active
// listens to it.
import { el, fill } from './dom.js';
import { paintHighlight } from './highlights.js';
import { say } from './strings.js';

/** @typedef {import('./rows.js').Row} Row */
/** @typedef {{key: string, title: string, places: import('./result.js').Span[]}} Chain */

/** A smooth scroll is over by then. */
const kGlideMs = 1000;

export class Walker {
  /**
   * @param {HTMLElement} pill
   * @param {import('./article.js').Article} article
   * @param {() => void} changed
   */
  constructor(pill, article, changed) {
    this.pill = pill;
    this.article = article;
    this.changed = changed;
    /** @type {Chain | undefined} */
    this.chain = undefined;
    this.at = 0;
    this.scrolledAt = -kGlideMs;
  }

  /** Starts a chain, or goes on if it is the one being walked. @param {Chain} chain */
  walk(chain) {
    if (this.chain?.key === chain.key) this.step(1);
    else this.goTo(chain, 0);
  }

  /** @param {Chain} chain @param {number} at @param {boolean} [scroll] */
  goTo(chain, at, scroll = true) {
    this.chain = chain;
    this.at = at;
    this.paint();
    if (scroll) this.scroll();
    this.show();
    this.changed();
  }

  /** @param {number} by */
  step(by) {
    if (!this.chain) return;
    const count = this.chain.places.length;
    this.goTo(this.chain, (this.at + by + count) % count);
  }

  stop() {
    if (!this.chain) return;
    this.chain = undefined;
    this.paint();
    this.show();
    this.changed();
  }

  paint() {
    const places = this.chain?.places ?? [];
    // Drawing the place's paragraph first keeps the ranges from pointing at replaced text.
    const place = places[this.at];
    const paragraph = place && this.article.paragraphAt(place.start);
    if (paragraph) this.article.draw(paragraph);
    paintHighlight(this.article, 'chain', places);
    paintHighlight(this.article, 'current', place ? [place] : []);
  }

  scroll() {
    const place = this.chain?.places[this.at];
    const box = place && this.article.rangeOf(place)?.getBoundingClientRect();
    if (!box) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = window.scrollY + box.top - window.innerHeight * 0.38;
    // While an earlier scroll still glides, where the place is now says nothing.
    const isGliding = performance.now() - this.scrolledAt < kGlideMs;
    const isSeen = box.top > 90 && box.bottom < window.innerHeight - 140;
    if (isSeen && !isGliding) return;
    this.scrolledAt = performance.now();
    window.scrollTo({ top, behavior: calm ? 'instant' : 'smooth' });
  }

  show() {
    // One place needs no walking: the text itself shows it.
    this.pill.hidden = !this.chain || this.chain.places.length < 2;
    if (!this.chain) return;
    const n = this.at + 1;
    const m = this.chain.places.length;
    const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {() => void} */ click) =>
      el('button', { type: 'button', class: `icon ${key}`, 'aria-label': say(key), title: say(key), on: { click } }, sign);
    fill(
      this.pill,
      button('previous', '‹', () => this.step(-1)),
      el('span', { class: 'walker-text' }, el('bdi', { class: 'walker-title' }, this.chain.title), el('span', { class: 'walker-count', role: 'status' }, say('position', { n, m }))),
      button('next', '›', () => this.step(1)),
      button('dismiss', '×', () => this.stop()),
    );
  }
}
