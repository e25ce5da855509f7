// The lists beside the article: names, figures and quotes under their types, with
// a search box over them. A row is a button; clicking it again walks on. It draws
// rows and reports clicks, and decides nothing else.
import { el, fill } from './dom.js';
import { typeLabel } from './labels.js';
import { directionOf } from './rows.js';
import { currentLocale, say } from './strings.js';
import { fold } from './search.js';

/** @typedef {import('./rows.js').Row} Row */
/** @typedef {import('./rows.js').Group} Group */
/** @typedef {'names' | 'figures' | 'quotes' | 'timeline' | 'checks'} Tab */

/** Rows of one type shown before «more» is asked for. */
const kFirstRows = 60;

/** @type {Tab[]} */
export const kTabs = ['names', 'figures', 'quotes', 'timeline', 'checks'];
/** Shown even when empty: that nothing was found is an answer. @type {Set<Tab>} */
const kConstantTabs = new Set(['names', 'figures']);

/** @type {Record<string, string>} */
const kRowClasses = { QUOTE: ' quote-row', DATED: ' event-row', UNDATED: ' event-row' };

export class Lists {
  /**
   * @param {{tabs: HTMLElement, body: HTMLElement}} parts
   * @param {{walk: (row: Row) => void, walkHits: () => void, tab: () => void}} tell
   */
  constructor(parts, tell) {
    this.parts = parts;
    this.tell = tell;
    /** @type {Record<Tab, Group[]>} */
    this.groups = { names: [], figures: [], quotes: [], timeline: [], checks: [] };
    /** @type {Tab} */
    this.tab = 'names';
    this.query = '';
    this.isKnown = false;
    this.hits = 0;
    /** @type {Set<string>} */
    this.hidden = new Set();
    /** @type {Set<string>} types whose rows are all shown */
    this.opened = new Set();
    /** @type {{key: string, at: number} | undefined} */
    this.active = undefined;
    parts.tabs.addEventListener('keydown', (event) => this.tabPressed(event));
  }

  draw() {
    if (!this.shownTabs().includes(this.tab)) this.tab = 'names';
    this.drawTabs();
    const wanted = fold(this.query.trim());
    const groups = this.groups[this.tab]
      .filter((group) => !this.hidden.has(group.type))
      .map((group) => ({ ...group, rows: wanted ? group.rows.filter((row) => row.folded.includes(wanted)) : group.rows }))
      .filter((group) => group.rows.length > 0);
    const empty = this.tab === 'figures' ? 'noFigures' : 'noNames';
    // Without a reading nothing is known yet, which is not the same as nothing found.
    const nothing = this.isKnown && el('p', { class: 'nothing' }, say(wanted ? 'noMatch' : empty));
    fill(this.parts.body, this.hitsRow(wanted), groups.length ? groups.map((group) => this.groupNode(group)) : nothing);
    this.parts.body.setAttribute('aria-labelledby', `tab-${this.tab}`);
  }

  /** Every row of every tab, for paper. */
  drawForPrint() {
    const groups = kTabs.flatMap((tab) => this.groups[tab].map((group) => this.groupNode(group, tab)));
    fill(this.parts.body, groups);
  }

  /** Quotes, dated facts and checks have a tab only where there are some. @returns {Tab[]} */
  shownTabs() {
    return kTabs.filter((tab) => kConstantTabs.has(tab) || this.groups[tab].length > 0);
  }

  drawTabs() {
    const count = (/** @type {Tab} */ tab) => this.groups[tab].reduce((sum, group) => sum + group.rows.length, 0);
    fill(
      this.parts.tabs,
      this.shownTabs().map((tab) =>
        el(
          'button',
          { type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': 'list-body', 'aria-selected': String(tab === this.tab), tabindex: tab === this.tab ? 0 : -1, on: { click: () => this.choose(tab) } },
          say(tab),
          el('span', { class: 'count' }, this.isKnown && format(count(tab))),
        ),
      ),
    );
  }

  /** @param {Tab} tab */
  choose(tab) {
    this.tab = tab;
    this.draw();
    this.tell.tab();
  }

  /** @param {KeyboardEvent} event */
  tabPressed(event) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const forward = getComputedStyle(this.parts.tabs).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const tabs = this.shownTabs();
    const at = tabs.indexOf(this.tab) + (event.key === forward ? 1 : -1);
    this.choose(tabs[(at + tabs.length) % tabs.length]);
    document.getElementById(`tab-${this.tab}`)?.focus();
  }

  /** @param {string} wanted */
  hitsRow(wanted) {
    if (!wanted || this.hits === 0) return null;
    return el(
      'button',
      { type: 'button', class: 'row hits', data: { key: 'hits' }, 'aria-current': this.active?.key === 'hits' ? 'true' : undefined, on: { click: () => this.tell.walkHits() } },
      el('span', { class: 'row-main' }, el('span', { class: 'row-title' }, say('inText', { query: this.query.trim() }))),
      this.counter('hits', this.hits),
    );
  }

  /** @param {Group} group @param {Tab} [tab] */
  groupNode(group, tab = this.tab) {
    const all = this.opened.has(group.type);
    const rows = all ? group.rows : group.rows.slice(0, kFirstRows);
    const left = group.rows.length - rows.length;
    const open = () => {
      this.opened.add(group.type);
      this.draw();
    };
    return el(
      'section',
      { class: 'group', data: { type: group.type } },
      el('h3', {}, hasSwatch(tab) && el('span', { class: `swatch t-${group.type} ${kind(group.type, tab)}`, 'aria-hidden': 'true' }), typeLabel(group.type), el('span', { class: 'count' }, format(group.rows.length))),
      el('ul', {}, rows.map((row) => el('li', {}, this.rowNode(row)))),
      left > 0 && el('button', { type: 'button', class: 'more', on: { click: open } }, say('more', { n: format(left) })),
    );
  }

  /** @param {Row} row */
  rowNode(row) {
    const isActive = this.active?.key === row.key;
    return el(
      'button',
      { type: 'button', class: `row${kRowClasses[row.type] ?? (row.type.startsWith('CHECK_') ? ' check-row' : '')}`, data: { key: row.key }, 'aria-current': isActive ? 'true' : undefined, on: { click: () => this.tell.walk(row) } },
      el(
        'span',
        { class: 'row-main' },
        el('span', { class: 'row-title', dir: directionOf(row.title) }, row.title),
        row.note && el('span', { class: 'row-note', dir: directionOf(row.note) }, row.note),
      ),
      this.counter(row.key, row.findings.length),
    );
  }

  /** @param {string} key @param {number} count */
  counter(key, count) {
    const at = this.active?.key === key ? this.active.at + 1 : 0;
    if (at && count > 1) return el('span', { class: 'times walking' }, say('position', { n: format(at), m: format(count) }));
    return count > 1 && el('span', { class: 'times' }, `×${format(count)}`);
  }

  /** Marks the row being walked without drawing the lists anew. @param {{key: string, at: number} | undefined} active */
  activate(active) {
    const before = this.active;
    this.active = active;
    for (const key of new Set([before?.key, active?.key])) {
      const node = /** @type {HTMLElement | null} */ (key ? this.parts.body.querySelector(`.row[data-key="${key}"]`) : null);
      if (!node || !key) continue;
      node.toggleAttribute('aria-current', false);
      if (key === active?.key) node.setAttribute('aria-current', 'true');
      const count = key === 'hits' ? this.hits : this.rowOf(key)?.findings.length ?? 1;
      node.querySelector('.times')?.remove();
      node.append(this.counter(key, count) || '');
      if (key === active?.key) node.scrollIntoView({ block: 'nearest' });
    }
  }

  /** @param {string} key @returns {Row | undefined} */
  rowOf(key) {
    return kTabs.flatMap((tab) => this.groups[tab].flatMap((group) => group.rows)).find((row) => row.key === key);
  }

  /** The row that walks through this finding. @param {string} findingKey @returns {{row: Row, tab: Tab} | undefined} */
  rowWith(findingKey) {
    for (const tab of kTabs) {
      for (const { rows } of this.groups[tab]) {
        const row = rows.find((candidate) => candidate.findings.some((finding) => finding.key === findingKey));
        if (row) return { row, tab };
      }
    }
    return undefined;
  }
}

/** @param {number} n */
const format = (n) => new Intl.NumberFormat(currentLocale()).format(n);

/** Colours belong to marks; dates in order and checks have none of their own. @param {Tab} tab */
const hasSwatch = (tab) => tab !== 'timeline' && tab !== 'checks';

/** @param {string} type @param {Tab} tab */
const kind = (type, tab) => (type === 'QUOTE' ? 'quote' : tab === 'figures' ? 'figure' : 'name');
