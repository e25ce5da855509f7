// What the engine joined, as rows and facts: the article's dated facts in order
// of time, what a fact-checker would ask about, and what stands around a figure.
// Plain values like rows.js; the DOM comes later.
import { typeLabel } from './labels.js';
import { describeDay, describeTimex } from './timex.js';
import { describeFigure, exactNumber } from './values.js';
import { fold } from './search.js';
import { say } from './strings.js';

/** @typedef {import('./result.js').Reading} Reading */
/** @typedef {import('./result.js').Finding} Finding */
/** @typedef {import('./result.js').Check} Check */
/** @typedef {import('./result.js').Figure} Figure */
/** @typedef {import('./rows.js').Row} Row */
/** @typedef {import('./rows.js').Group} Group */
/** @typedef {[label: string, value: string]} Fact */

/** Letters of a clause shown under its date. */
const kClause = 160;

/** @param {string} text */
const tidy = (text) => text.replace(/\s+/g, ' ').trim();

/** @param {string} text */
function shorten(text) {
  const words = tidy(text);
  return words.length <= kClause ? words : `${words.slice(0, kClause).replace(/\s\S*$/, '')}…`;
}

/** @param {Reading} reading @returns {Group[]} resolved dates in order of time, the others after them */
export function timelineGroups(reading) {
  /** @type {Row[]} */
  const dated = [];
  /** @type {Row[]} */
  const undated = [];
  for (const event of reading.result.timeline ?? []) {
    const finding = reading.byKey.get(`f${event.figure}`);
    if (!finding?.figure) continue;
    const title = event.from && event.to ? describeStretch(event.from, event.to) : describeFigure(finding.figure) || tidy(reading.surface(finding));
    const note = shorten(reading.surface(event));
    const rows = event.resolved ? dated : undated;
    rows.push({ key: `t${finding.key}`, type: event.resolved ? 'DATED' : 'UNDATED', title, note, findings: [finding], folded: fold(`${title} ${note}`) });
  }
  const groups = [{ type: 'DATED', rows: dated }, { type: 'UNDATED', rows: undated }];
  return groups.filter(({ rows }) => rows.length > 0);
}

const kDay = /^\d{4}-\d\d-\d\d$/;

/** @param {string} day @param {number} by */
function shiftDay(day, by) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** A stretch in the calendar's own words where it has some; `to` is exclusive. @param {string} from @param {string} to */
function describeStretch(from, to) {
  if (!kDay.test(from) || !kDay.test(to)) return describeTimex(from);
  if (shiftDay(from, 1) === to) return describeDay(from);
  if (from.endsWith('-01-01') && to === `${String(+from.slice(0, 4) + 1).padStart(4, '0')}-01-01`) return describeTimex(from.slice(0, 4));
  if (from.endsWith('-01') && to.endsWith('-01') && shiftDay(to, -1).startsWith(from.slice(0, 7))) return describeTimex(from.slice(0, 7));
  return `${describeTimex(from)} – ${describeTimex(shiftDay(to, -1))}`;
}

/** @param {Reading} reading @returns {Group[]} one group for each kind of check */
export function checkGroups(reading) {
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  for (const [i, check] of (reading.result.checks ?? []).entries()) {
    const type = `CHECK_${check.kind}`;
    const findings = check.evidence.map((span, k) => ({ ...span, key: `c${i}-${k}`, kind: /** @type {const} */ ('check'), type }));
    const title = describeCheck(check) || typeLabel(type);
    const note = check.evidence.map((span) => shorten(reading.surface(span))).join(' · ');
    const row = { key: `c${i}`, type, title, note, findings, folded: fold(`${title} ${note}`) };
    groups.set(type, [...(groups.get(type) ?? []), row]);
  }
  return [...groups].map(([type, rows]) => ({ type, rows }));
}

/** @param {Check} check @returns {string} what the text says and what would fit */
function describeCheck({ kind, stated = '', expected = '' }) {
  if (!stated || !expected) return '';
  const read = kind === 'weekday_date' ? readDay : readNumber;
  return say(`check_${kind}`, { stated: read(stated), expected: read(expected) });
}

/** @param {string} value */
const readNumber = (value) => (Number.isFinite(Number(value)) ? exactNumber(Number(value)) : value);

/** A weekday as 1 (Monday) to 7, or an ISO day. @param {string} value */
const readDay = (value) => (/^[1-7]$/.test(value) ? describeTimex(`XXXX-WXX-${value}`) : describeDay(value));

/** What stands around a figure in its clause. @param {Reading} reading @param {Figure} figure @returns {Fact[]} */
export function linkFacts(reading, figure) {
  /** @type {Fact[]} */
  const facts = [];
  if (figure.subject) facts.push([say('subject'), tidy(reading.surface(figure.subject))]);
  const date = figure.when === undefined ? undefined : reading.byKey.get(`f${figure.when}`);
  if (date) facts.push([say('dated'), tidy(reading.surface(date))]);
  const source = figure.source && sourceOf(reading, figure.source);
  if (source) facts.push([say('source'), source]);
  const change = figure.change === undefined ? undefined : reading.result.changes?.[figure.change];
  if (change) facts.push([say('change'), describeChange(reading, change)]);
  return facts;
}

/** @param {Reading} reading @param {NonNullable<Figure['source']>} source @returns {string} */
function sourceOf(reading, source) {
  const mention = source.mention === undefined ? undefined : reading.byKey.get(`m${source.mention}`)?.mention;
  const entity = mention && reading.entity(mention.entity);
  if (entity) return entity.name;
  const { start, end } = source;
  return start !== undefined && end !== undefined ? tidy(reading.surface({ start, end })) : say('noSpeaker');
}

/** «ارتفاع · من 20 · إلى 30» @param {Reading} reading @param {import('./result.js').Change} change @returns {string} */
function describeChange(reading, change) {
  const parts = [say(`change_${change.direction}`)];
  for (const part of /** @type {const} */ (['from', 'to', 'delta', 'percent'])) {
    const id = change[part];
    const finding = id === undefined ? undefined : reading.byKey.get(`f${id}`);
    if (finding) parts.push(say(`change_${part}`, { figure: tidy(reading.surface(finding)) }));
  }
  return parts.join(' · ');
}
