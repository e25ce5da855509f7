// The card of one name, figure or quote: everything the engine said about it,
// beside the place that was picked. It reads findings and closes itself; walking
// to another place is left to the page.
import { el, fill } from './dom.js';
import { countryName, hedgeLabel, rateLabel, typeName, viaLabel } from './labels.js';
import { linkFacts } from './links.js';
import { speakerOf, tidy } from './rows.js';
import { currentLocale, say, sayCount } from './strings.js';
import { describeDay, describeTimex } from './timex.js';
import { describeFigure, exactFigure, unitName } from './values.js';

/** @typedef {import('./result.js').Reading} Reading */
/** @typedef {import('./result.js').Finding} Finding */
/** @typedef {[label: string, value: import('./dom.js').Child | import('./dom.js').Child[]]} Fact */

/** Letters of context on each side of a place. */
const kContext = 36;
/** The walker's pill floats at the bottom; the card keeps off it. */
const kRoomForWalker = 76;
/** With this much room below, a taller card scrolls rather than moves above. */
const kEnoughHeight = 300;
/** A card lower than this shows too little to be of use. */
const kLeastHeight = 200;
/** Places listed in full; the rest are reached by walking. */
const kMostPlaces = 50;

export class Card {
  /**
   * @param {HTMLElement} root
   * @param {{go: (finding: Finding) => void}} tell
   */
  constructor(root, tell) {
    this.root = root;
    this.tell = tell;
    /** @type {HTMLElement | null} */
    this.opener = null;
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  /**
   * @param {Reading} reading
   * @param {Finding} finding
   * @param {Finding[]} chain every place of the same thing
   * @param {HTMLElement | null} anchor
   * @param {boolean} takeFocus
   */
  open(reading, finding, chain, anchor, takeFocus) {
    const entity = finding.mention && reading.entity(finding.mention.entity);
    const noun = finding.figure?.of ? reading.surface(finding.figure.of) : '';
    const title = entity?.name ?? ((finding.figure && describeFigure(finding.figure, noun)) || tidy(reading.surface(finding)));
    const facts = finding.mention ? nameFacts(reading, finding) : finding.figure ? figureFacts(reading, finding) : quoteFacts(reading, finding);
    fill(
      this.root,
      el(
        'div',
        { class: 'card-head' },
        el('span', { class: 'card-type' }, el('span', { class: `swatch t-${finding.type} ${finding.kind}`, 'aria-hidden': 'true' }), typeName(finding.type)),
        el('button', { type: 'button', class: 'icon', 'aria-label': say('dismiss'), title: say('dismiss'), on: { click: () => this.close() } }, '×'),
      ),
      el('h3', { class: 'card-title', dir: 'auto' }, title),
      el('dl', { class: 'facts' }, facts.map(([label, value]) => [el('dt', {}, label), el('dd', {}, typeof value === 'string' ? el('bdi', {}, value) : value)]).flat()),
      this.places(reading, finding, chain),
    );
    this.root.setAttribute('aria-label', `${say('cardLabel')}: ${title}`);
    this.root.hidden = false;
    this.opener = anchor;
    this.place(anchor);
    if (takeFocus) this.root.querySelector('button')?.focus();
  }

  close() {
    if (this.root.hidden) return;
    const hadFocus = this.root.contains(document.activeElement);
    this.root.hidden = true;
    if (hadFocus) this.opener?.focus();
  }

  /** Below the mark, inside the window; on a phone the style sheet makes it a sheet. @param {HTMLElement | null} anchor */
  place(anchor) {
    const box = anchor?.getClientRects()[0];
    if (!box) return;
    const margin = 12;
    this.root.style.maxHeight = '';
    const { offsetWidth: width, offsetHeight: height } = this.root;
    const middle = box.left + box.width / 2 - width / 2;
    // Over the sheet, so that the lists beside it stay readable.
    const sheet = anchor?.closest('.paper')?.getBoundingClientRect() ?? { left: 0, right: document.documentElement.clientWidth };
    const left = Math.min(Math.max(sheet.left + margin, middle), sheet.right - width - margin);
    const below = window.innerHeight - box.bottom - kRoomForWalker;
    const isBelow = below > Math.min(height, kEnoughHeight) || below > box.top;
    const room = Math.max(kLeastHeight, (isBelow ? below : box.top) - margin - 8);
    const used = Math.min(height, room);
    if (height > room) this.root.style.maxHeight = `${room}px`;
    this.root.style.left = `${left + window.scrollX}px`;
    this.root.style.top = `${(isBelow ? box.bottom + 8 : box.top - used - 8) + window.scrollY}px`;
  }

  /** @param {Reading} reading @param {Finding} current @param {Finding[]} chain */
  places(reading, current, chain) {
    if (chain.length < 2) return null;
    const items = chain.slice(0, kMostPlaces).map((finding) => {
      const { before, inside, after } = contextOf(reading, finding);
      const props = { type: 'button', class: 'place', dir: 'auto', 'aria-current': finding === current ? 'true' : undefined, on: { click: () => this.tell.go(finding) } };
      return el('li', {}, el('button', props, before, el('span', { class: 'hit' }, inside), after));
    });
    return el('div', { class: 'card-places' }, el('h4', {}, `${say('mentions')} (${chain.length})`), el('ol', {}, items));
  }
}

/** @param {Reading} reading @param {Finding} finding */
export function contextOf(reading, finding) {
  const { text } = reading;
  const from = Math.max(text.lastIndexOf('\n', finding.start - 1) + 1, finding.start - kContext);
  const lineEnd = text.indexOf('\n', finding.end);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, finding.end + kContext);
  // A cut never shows half a word, which would join its letters differently.
  const before = from > 0 && text[from - 1] !== '\n' ? `…${text.slice(from, finding.start).replace(/^\S*\s/, '')}` : text.slice(from, finding.start);
  const after = to < text.length && text[to] !== '\n' ? `${text.slice(finding.end, to).replace(/\s\S*$/, '')}…` : text.slice(finding.end, to);
  return { before, inside: text.slice(finding.start, finding.end), after };
}

/** @param {Reading} reading @param {Finding} finding @returns {Fact[]} */
function nameFacts(reading, finding) {
  const mention = /** @type {NonNullable<Finding['mention']>} */ (finding.mention);
  const entity = reading.entity(mention.entity);
  /** @type {Fact[]} */
  const facts = [];
  const surface = tidy(reading.surface(finding));
  if (entity?.roles.length) facts.push([say('roles'), entity.roles.join('، ')]);
  if (entity?.country) facts.push([say('country'), countryName(entity.country)]);
  if (entity?.latin && entity.latin !== entity.name) facts.push([say('latin'), el('bdi', { lang: 'en' }, entity.latin)]);
  const aliases = new Set([...(entity?.aliases ?? []), ...(surface !== entity?.name ? [surface] : [])]);
  if (aliases.size) facts.push([say('aliases'), list([...aliases])]);
  const said = reading.quotes.filter(({ quote }) => quote?.speaker !== null && reading.byKey.get(`m${quote?.speaker}`)?.mention?.entity === mention.entity);
  if (said.length) facts.push([say('said'), sayCount('quotes', said.length)]);
  facts.push([say('via'), viaLabel(mention.via)]);
  if (mention.evidence) facts.push([say('evidence'), el('bdi', { class: 'code' }, mention.evidence)]);
  facts.push([say('confidence'), meter(mention.confidence)]);
  return facts;
}

/** @param {string[]} names @returns {import('./dom.js').Child[]} each kept to its own direction */
const list = (names) => names.flatMap((name, i) => [i ? '، ' : null, el('bdi', {}, name)]);

/** @param {number} confidence */
function meter(confidence) {
  const percent = new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: 0 }).format(confidence * 100);
  return [el('meter', { min: 0, max: 1, low: 0.5, high: 0.8, optimum: 1, value: confidence, 'aria-label': say('confidence') }), el('bdi', {}, ` ${percent}%`)];
}

/** @param {Reading} reading @param {Finding} finding @returns {Fact[]} */
function figureFacts(reading, finding) {
  const figure = /** @type {NonNullable<Finding['figure']>} */ (finding.figure);
  /** @type {Fact[]} */
  const facts = [[say('text'), tidy(reading.surface(finding))]];
  const exact = exactFigure(figure);
  if (exact) facts.push([figure.value === null ? say('range') : say('value'), exact]);
  if (figure.hedge) facts.push([say('hedge'), hedgeLabel(figure.hedge)]);
  if (figure.unit && figure.unit !== '%') facts.push([say('unit'), [unitName(figure), ' ', el('bdi', { class: 'code' }, figure.unit)]]);
  if (figure.per) facts.push([say('per'), rateLabel(figure.per)]);
  if (figure.of) facts.push([say('of'), reading.surface(figure.of)]);
  facts.push(...timeFacts(figure), ...linkFacts(reading, figure));
  if (figure.rule?.startsWith('currency_')) facts.push([say('rule'), say(figure.rule)]);
  else if (figure.rule) facts.push([say('rule'), el('bdi', { class: 'code' }, figure.rule)]);
  return facts;
}

/** @param {import('./result.js').Figure} figure @returns {Fact[]} */
function timeFacts(figure) {
  /** @type {Fact[]} */
  const facts = [];
  const { timex, from, to, hijri } = figure;
  if (from && to && isOneDay(from, to)) facts.push([say('day'), describeDay(from)]);
  else {
    if (from) facts.push([say('from'), describeDay(from)]);
    if (to) facts.push([say('until'), describeDay(dayBefore(to))]);
  }
  if (hijri) facts.push([say('hijri'), el('bdi', {}, hijri)]);
  if (timex && !from && /^P[+-]?\d/.test(timex) && figure.type === 'DATE') facts.push([say('when'), say('unresolved')]);
  if (timex && figure.type === 'AGE') facts.push([say('when'), describeTimex(timex)]);
  if (timex) facts.push([say('timex'), el('bdi', { class: 'code' }, timex)]);
  return facts;
}

const kDay = /^\d{4}-\d\d-\d\d$/;

/** The contract's `to` is exclusive; readers count the last day in. @param {string} to */
function dayBefore(to) {
  if (!kDay.test(to)) return to;
  const day = new Date(`${to}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return Number.isNaN(day.getTime()) ? to : day.toISOString().slice(0, 10);
}

/** @param {string} from @param {string} to */
const isOneDay = (from, to) => kDay.test(from) && dayBefore(to) === from;

/** @param {Reading} reading @param {Finding} finding @returns {Fact[]} */
function quoteFacts(reading, finding) {
  const quote = finding.quote;
  /** @type {Fact[]} */
  const facts = [[say('type'), say(quote?.kind === 'indirect' ? 'indirect' : 'direct')], [say('speaker'), speakerOf(reading, finding)]];
  if (quote?.verb) facts.push([say('said'), reading.surface(quote.verb)]);
  if (quote?.stance && quote.stance !== 'neutral') facts.push([say('stance'), say(`stance_${quote.stance}`)]);
  if (quote?.anonymous) facts.push([say('speakerKind'), say('anonymous')]);
  return facts;
}
